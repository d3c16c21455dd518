import Addresses
import Diagnostics
import FrontMatter
import Hypertext
import Scheduling
import TextKeys

extension SiteSettings {
  /// Reads `site.yaml`.
  ///
  /// - Parameters:
  ///   - file: the text of `site.yaml`.
  ///   - zoneNames: the time zones that the machine knows.
  /// - Returns: settings with a default for everything that is missing or wrong, and all that is wrong.
  public static func read(_ file: SourceFile, zoneNames: [String]) -> (
    settings: SiteSettings, diagnostics: [Diagnostic]
  ) {
    let (document, problems) = YAMLDocument.parse(file)
    guard let document else { return (SiteSettings(), problems) }
    var fields = FieldReader(document.root, in: file, name: "settings")
    var settings = SiteSettings()
    settings.readIdentity(from: &fields, zoneNames: zoneNames)
    settings.readContact(from: &fields)
    settings.readAppearance(from: &fields, file: file)
    settings.readDirectory(from: &fields)
    settings.readFields(from: &fields)
    settings.readFacets(from: &fields)
    settings.readRequests(from: &fields)
    settings.readScheduling(from: &fields)
    settings.readPrivacy(from: &fields)
    if settings.contact.email == nil, settings.requests.address == .office || settings.requests.address == .onClick {
      let problem: SettingsProblem = settings.requests.address == .office ? .noOfficeAddress : .noAddressWithoutScript
      fields.report(problem, at: fields.keyRange(of: "contact") ?? SourceRange(line: 1, column: 1))
    }
    if settings.directory.hasFeed && settings.baseURL == nil && fields.node("base_url") == nil {
      fields.report(SettingsProblem.feedWithoutAddress, at: fields.range(of: "directory"))
    }
    fields.finish()
    return (settings, problems + fields.diagnostics)
  }

  private mutating func readIdentity(from fields: inout FieldReader, zoneNames: [String]) {
    title = fields.requiredText("title")?.value ?? title
    tagline = fields.text("tagline")?.value
    organization = fields.text("organization")?.value
    if let written = fields.text("base_url") {
      baseURL = BaseURL(written.value)
      if baseURL == nil { fields.report(SettingsProblem.baseURL(written.value), at: written.range) }
    }
    if let written = fields.text("locale") {
      if written.value.isLanguageTag {
        locale = written.value
      } else {
        fields.report(SettingsProblem.locale(written.value), at: written.range)
      }
    }
    if let written = fields.text("timezone") {
      if zoneNames.contains(written.value) {
        timeZone = written.value
      } else {
        fields.report(ProfileProblem.timeZone(written.value, nearest: zoneNames), at: written.range)
      }
    }
    theme = fields.text("theme")?.value ?? theme
  }

  private mutating func readContact(from fields: inout FieldReader) {
    guard var part = fields.nested("contact") else { return }
    contact.name = part.text("name")?.value
    contact.email = part.mailAddress("email")
    contact.phone = part.phoneNumber("phone")
    if let page = part.text("page") { contact.page = link(page, in: &part) }
    part.finish()
    fields.adopt(part)
  }

  private mutating func readAppearance(from fields: inout FieldReader, file: SourceFile) {
    if var part = fields.nested("brand") {
      brand.color = part.brandColor("color")
      brand.accent = part.brandColor("accent")
      part.finish()
      fields.adopt(part)
    }
    if let written = fields.text("logo") {
      if case .site(let place) = link(written, in: &fields) { logo = place }
    }
    guard fields.node("navigation") != nil else { return }
    navigation = fields.linkedTitles("navigation") { link($0, in: &$1) }
  }

  private mutating func readDirectory(from fields: inout FieldReader) {
    guard var part = fields.nested("directory") else { return }
    directory.pageSize = part.integer("page_size", in: 1...1000)?.value ?? directory.pageSize
    directory.order = part.choice("order", as: DirectorySettings.Order.self)?.value ?? directory.order
    directory.allowsSearchEngines = part.flag("search_engines")?.value ?? directory.allowsSearchEngines
    directory.hasSearch = part.flag("search")?.value ?? directory.hasSearch
    directory.hasSimilar = part.flag("similar")?.value ?? directory.hasSimilar
    directory.hasFeed = part.flag("feed")?.value ?? directory.hasFeed
    part.finish()
    fields.adopt(part)
  }

  private mutating func readRequests(from fields: inout FieldReader) {
    guard var part = fields.nested("requests") else { return }
    let policy = part.choice("address", as: AddressPolicyName.self)
    let relay = part.text("relay")
    if let relay,
      MailAddress(relay.value.replacingPlaceholder("slug", with: "x")) == nil
        || !relay.value.contains("{slug}")
    {
      part.report(SettingsProblem.relayPattern(relay.value), at: relay.range)
    } else if let relay, relay.value.contains("+") {
      part.report(SettingsProblem.relayPlus, at: relay.range)
    }
    switch (policy?.value, relay?.value) {
    case (.open?, _): requests.address = .open
    case (.onClick?, _): requests.address = .onClick
    case (.office?, _): requests.address = .office
    case (.relay?, let pattern?), (nil, let pattern?): requests.address = .relay(pattern: pattern)
    case (.relay?, nil): part.report(SettingsProblem.relayMissing, at: policy?.range)
    case (nil, nil): break
    }
    requests.subject = checkedTemplate(part.text("subject"), in: &part)
    requests.message = checkedTemplate(part.multilineText("message"), in: &part)
    if part.node("calendars") != nil { requests.calendars = calendars(in: &part) }
    requests.webMail = part.names("web_mail", known: RequestSettings.knownWebMail) ?? requests.webMail
    readEndpoints(from: &part)
    requests.purposes = part.texts("purposes").map(\.value)
    if let written = part.text("checklist"), case .site(let place) = link(written, in: &part) {
      requests.checklist = place
    }
    part.finish()
    fields.adopt(part)
  }

  private mutating func readEndpoints(from fields: inout FieldReader) {
    guard var part = fields.nested("endpoints") else { return }
    requests.calendarEndpoints = endpoints("calendars", of: RequestSettings.knownCalendars, in: &part)
    requests.webMailEndpoints = endpoints("web_mail", of: RequestSettings.knownWebMail, in: &part)
    part.finish()
    fields.adopt(part)
  }

  private func endpoints(_ key: String, of services: [String], in fields: inout FieldReader) -> [String: SafeURL] {
    guard var part = fields.nested(key) else { return [:] }
    var endpoints: [String: SafeURL] = [:]
    for service in services {
      guard let written = part.text(service) else { continue }
      if written.value.hasPrefix("https://"), let url = SafeURL(written.value) {
        endpoints[service] = url
      } else {
        part.report(SettingsProblem.endpoint(written.value), at: written.range)
      }
    }
    part.finish()
    fields.adopt(part)
    return endpoints
  }

  /// A text with placeholders; one that nothing fills would be sent as it is.
  private func checkedTemplate(_ written: Located<String>?, in part: inout FieldReader) -> String? {
    guard let written else { return nil }
    for name in written.value.namesInBraces where !RequestSettings.placeholders.contains(name) {
      part.report(SettingsProblem.placeholder(name), at: written.range)
    }
    return written.value
  }

  private func calendars(in part: inout FieldReader) -> [String] {
    part.texts("calendars").map { calendar in
      if !RequestSettings.knownCalendars.contains(calendar.value) {
        part.report(SettingsProblem.calendar(calendar.value), at: calendar.range)
      }
      return calendar.value
    }
  }

  private mutating func readScheduling(from fields: inout FieldReader) {
    guard var part = fields.nested("scheduling") else { return }
    scheduling.slots = part.integer("slots", in: 0...50)?.value ?? scheduling.slots
    scheduling.meetingLengthMinutes = part.minutes("meeting_length", atLeast: 5) ?? scheduling.meetingLengthMinutes
    scheduling.bufferMinutes = part.minutes("buffer") ?? scheduling.bufferMinutes
    scheduling.noticeMinutes = part.minutes("notice") ?? scheduling.noticeMinutes
    scheduling.horizonDays = part.days("horizon") ?? scheduling.horizonDays
    scheduling.holidays = part.texts("holidays").flatMap { part.dates($0) }
    calendarFiles = part.flag("files")?.value ?? calendarFiles
    part.finish()
    fields.adopt(part)
  }

  private mutating func readPrivacy(from fields: inout FieldReader) {
    guard var part = fields.nested("privacy") else { return }
    privacy.requiresConsent = part.choice("consent", as: ConsentPolicy.self)?.value == .required
    privacy.offersVCard = part.flag("vcard")?.value ?? privacy.offersVCard
    privacy.putsPhotoOnVCard = part.flag("vcard_photo")?.value ?? privacy.putsPhotoOnVCard
    privacy.offersVCard4 = part.flag("vcard_4")?.value ?? privacy.offersVCard4
    privacy.publishesPhone = part.flag("phone")?.value ?? privacy.publishesPhone
    privacy.verifiedWithinDays = part.days("verified_within")
    part.finish()
    fields.adopt(part)
  }

  private enum AddressPolicyName: String, CaseIterable {
    case relay
    case open = "public"
    case onClick = "on-click"
    case office
  }

  private enum ConsentPolicy: String, CaseIterable {
    case required
    case optional
  }
}

// MARK: - Links

extension SiteSettings {
  /// The place that a link of the settings leads to; inside the site it is remembered, to be checked later.
  private mutating func link(_ written: Located<String>, in fields: inout FieldReader) -> Link {
    let outcome = WrittenLink.resolve(written.value, from: "site.yaml")
    if case .site(let place) = outcome.link {
      references.append(fields.reference(to: place, written: written))
    }
    if let problem = outcome.problem { fields.report(problem, at: written.range) }
    return outcome.link ?? .site(.home)
  }
}

extension String {
  /// Whether it has the shape of a language tag (BCP 47): `en`, `pt-BR`, `zh-Hant-TW`.
  fileprivate var isLanguageTag: Bool {
    let parts = split(separator: "-", omittingEmptySubsequences: false)
    let isPlain = allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    return isPlain && parts.allSatisfy { (1...8).contains($0.count) }
      && (2...8).contains(parts[0].count) && parts[0].allSatisfy(\.isLetter)
  }

  /// The names that stand in braces: letters, digits, `_` and `-`.
  fileprivate var namesInBraces: [String] {
    split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap { rest in
      let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") }
      return !name.isEmpty && rest.dropFirst(name.count).first == "}" ? String(name) : nil
    }
  }
}
