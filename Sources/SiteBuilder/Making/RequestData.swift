import Addresses
import Community
import Hypertext
import Requests
import Scheduling

/// What scripts are told so that they can write requests and answers: JSON beside the page's HTML, which runs nothing.
///
/// docs/requests.md lists the fields for authors of themes.
struct RequestData: Sendable {
  private let settings: SiteSettings
  private let requests: RequestWriter
  /// What is the same for every profile: a file of its own, as most readers of a profile never need it.
  let shared: PlannedFile

  init(_ settings: SiteSettings, requests: RequestWriter, phrases: Phrasebook) {
    self.settings = settings
    self.requests = requests
    let fields =
      Self.facts(settings, requests: requests) + [
        ("purposes", .list(Self.purposes(settings, phrases: phrases).map { .text($0) })),
        ("phrases", phrases.json(["compose_"] + BrowserPage.sharedPhrases)),
      ]
    let bytes = JSONWriter.bytes(of: .object(fields))
    shared = PlannedFile(SitePath("assets/requests-\(ContentHash(bytes).hexadecimal).json"), .bytes(bytes))
  }

  /// What a profile's script needs to write a request to the mentor.
  func profile(_ mentor: Mentor, slots: [Slot]) -> [UInt8] {
    let page = settings.baseURL?.absolute(SiteAddresses.mentor(mentor.slug)).text
    let respond = settings.baseURL?.absolute(SiteAddresses.respond).text
    let minutes = mentor.availability.meetingLengthMinutes ?? settings.scheduling.meetingLengthMinutes
    let notice = mentor.availability.noticeMinutes ?? settings.scheduling.noticeMinutes
    return JSONWriter.bytes(
      of: .object([
        ("slug", .text(mentor.slug)), ("name", .text(mentor.name)), ("called", .text(mentor.greetingName)),
        ("zone", .text(mentor.timeZone)), ("modes", .list(mentor.meetingModes.map { .text($0.rawValue) })),
        ("place", mentor.meetingPlace.map { .text($0) }),
        ("address", address(of: mentor)), ("subject", .text(requests.subject(to: mentor))),
        ("minutes", .number(minutes)), ("notice", .number(notice)),
        ("slots", .list(slots.map { .list([.number(Int($0.start.secondsSinceEpoch)), .number($0.minutes)]) })),
        // Without an address of the site's own, the places are told as the page itself finds them.
        ("profile", .text(page ?? "./")), ("respond", .text(respond ?? "../../\(SiteAddresses.respond.encoded)")),
        ("shared", .text(shared.address.path)),
      ]))
  }

  /// What the script of a page that a browser fills needs to know.
  static func page(
    _ page: BrowserPage, community: Community, requests: RequestWriter, phrases: Phrasebook
  ) -> [UInt8]? {
    guard !page.phrases.isEmpty else { return nil }
    let checklist = page == .connections ? community.checklist?.json(for: page.address) : nil
    let own: Fields = [("checklist", checklist), ("phrases", phrases.json(page.phrases))]
    return JSONWriter.bytes(of: .object(facts(community.settings, requests: requests) + own))
  }

  // MARK: - Parts

  private typealias Fields = [(key: String, value: JSONWriter.Value?)]

  private static func facts(_ settings: SiteSettings, requests: RequestWriter) -> Fields {
    [
      ("site", .text(settings.title)), ("host", .text(requests.uidHost)),
      ("calendars", .list(settings.requests.calendars.map { .text($0) })),
      ("webMail", .list(settings.requests.webMail.map { .text($0) })),
      ("endpoints", endpoints(settings.requests)),
    ]
  }

  /// Where services are that the settings know better; nothing where they know none.
  private static func endpoints(_ settings: SiteSettings.RequestSettings) -> JSONWriter.Value? {
    func written(_ endpoints: [String: SafeURL]) -> JSONWriter.Value? {
      let fields: Fields = endpoints.sorted { $0.key < $1.key }.map { ($0.key, .text($0.value.text)) }
      return fields.isEmpty ? nil : .object(fields)
    }
    let (calendars, webMail) = (written(settings.calendarEndpoints), written(settings.webMailEndpoints))
    return calendars == nil && webMail == nil ? nil : .object([("calendars", calendars), ("webMail", webMail)])
  }

  /// The settings' purposes, or the three of which every career office speaks.
  private static func purposes(_ settings: SiteSettings, phrases: Phrasebook) -> [String] {
    guard settings.requests.purposes.isEmpty else { return settings.requests.purposes }
    return [phrases[.purposeInterview], phrases[.purposeNetworking], phrases[.purposeAdvice]]
  }

  /// Whom a request goes to, and by which policy. An address that is to be assembled on a click stands here in parts,
  /// each back to front: the domain's last label first, the local part last.
  private func address(of mentor: Mentor) -> JSONWriter.Value? {
    if let concealed = requests.concealedAddress(of: mentor) {
      let parts = concealed.domainASCII.split(separator: ".").reversed().map(String.init) + [concealed.localPart]
      let reversed = parts.map { String(String.UnicodeScalarView($0.unicodeScalars.reversed())) }
      return .object([("kind", .text("on-click")), ("to", .list(reversed.map { .text($0) }))])
    }
    guard let recipient = requests.recipient(for: mentor) else { return nil }
    let isRelay = requests.alias(of: mentor) == recipient.address
    return .object([
      ("kind", .text(recipient.isOffice ? "office" : isRelay ? "relay" : "public")),
      ("to", .text(recipient.address.ascii)),
    ])
  }
}

extension Phrasebook {
  /// The words whose keys begin in one of some ways, for a script: texts, and plurals as a text for each category.
  func json(_ prefixes: [String]) -> JSONWriter.Value {
    func isWanted(_ key: String) -> Bool { prefixes.contains(where: key.hasPrefix) }
    let texts = strings.filter { isWanted($0.key) }.map { ($0.key, JSONWriter.Value.text($0.value)) }
    let forms = pluralTexts.filter { isWanted($0.key) }.map { key, forms in
      let sorted = forms.sorted { $0.key.rawValue < $1.key.rawValue }
      return (key, JSONWriter.Value.object(sorted.map { ($0.key.rawValue, .text($0.value)) }))
    }
    return .object((texts + forms).sorted { $0.0 < $1.0 }.map { ($0.0, $0.1) })
  }
}
