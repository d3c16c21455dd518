import Addresses
import Diagnostics
import FrontMatter
import Hypertext
import Markdown
import Scheduling
import TextKeys

/// Reads one profile: from the text of a file to a mentor, or to what keeps it from being one.
///
/// Pure: it sees the settings and the day, never another profile or the disk, so that all profiles are read in parallel.
struct ProfileReading {
  let settings: SiteSettings
  let collation: CollationLocale
  let zoneNames: Set<String>
  /// The names of the files in `photos/`.
  let photos: Set<String>
  let today: CivilDate
  let includesDrafts: Bool
  /// Places that no page may lead to, for they tell of mentors who are kept back.
  var unpublished: Set<String> = []

  /// What became of one profile.
  struct Outcome {
    var mentor: Mentor?
    var withheld: Withheld.Reason?
    /// Whether the fields could be read: if not, nobody knows whether they say that the person is not to be shown.
    var isReadable = false
    /// Who a withheld profile is of.
    var identity: Withheld.Identity?
    var references: [InternalReference] = []
    /// Published texts that may say a mail address.
    var mentions: [AddressMention] = []
    var diagnostics: [Diagnostic]
  }

  /// Reads the profile of the given file; `contentPath` is its path below `content/`.
  func read(_ file: SourceFile, contentPath: String) -> Outcome {
    let (document, problems) = FrontMatterDocument.parse(file)
    guard let document else { return Outcome(diagnostics: problems) }
    var fields = FieldReader(document.root, in: file, name: "profile")
    guard document.hasFrontMatter else {
      fields.report(ProfileProblem.noFrontMatter, at: SourceRange(line: 1, column: 1))
      return Outcome(diagnostics: problems + fields.diagnostics)
    }
    let slug = slug(of: contentPath, in: &fields)
    let withheld = withheldReason(in: &fields)
    let references = ReferenceCollector(contentPath: contentPath, file: file, unpublished: unpublished)
    let bio = Markdown.render(
      MarkdownSource(file: file, bodyRange: document.bodyRange, firstLine: document.bodyLine),
      options: .profile(references: references))
    let mentor = mentor(slug: slug, bio: bio, in: &fields)
    // What a sync leaves alone says nothing on the page.
    fields.finish(alsoKnown: settings.fields.map(\.name) + ["pin"])
    var diagnostics = problems + fields.diagnostics + bio.diagnostics
    let found = references.references(in: bio, diagnostics: &diagnostics)
    // A withheld profile is checked like any other, so that it is in order on the day it is published.
    let isSound = !diagnostics.hasErrors && withheld == nil
    return Outcome(
      mentor: isSound ? mentor : nil, withheld: withheld, isReadable: true,
      identity: withheld.flatMap { _ in mentor?.identity },
      references: withheld == nil ? found.filter { isSound || $0.target.path != SiteAddresses.mentor(slug).path } : [],
      mentions: withheld == nil && settings.requests.address != .open
        ? .found(in: document, text: bio) { isPublished($0) } : [],
      diagnostics: diagnostics)
  }

  /// Whether pages show a field's value as it is. An address of its own kind is published by the policy or not at all.
  private func isPublished(_ field: String) -> Bool {
    ProfileKeys.published.contains(field) || settings.fields.contains { $0.name == field && $0.kind != .email }
  }

  // MARK: - The parts, in the order of the design's table

  private func mentor(slug: String, bio: RenderedMarkdown, in fields: inout FieldReader) -> Mentor? {
    let name = fields.requiredText("name")
    if let name, !name.value.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) {
      fields.report(ProfileProblem.noName, at: name.range)
    }
    let sortName = fields.text("sort_name")?.value
    let verified = fields.date("verified")
    let status = status(verified: verified, in: &fields)
    let mentor = Mentor(
      slug: slug,
      path: fields.file.path,
      name: name?.value ?? slug,
      sortKey: CollationKey(sortName ?? name?.value ?? slug, locale: collation),
      called: fields.text("called")?.value,
      pronouns: fields.text("pronouns")?.value,
      headline: fields.text("headline")?.value,
      photo: photo(in: &fields),
      email: fields.mailAddress("email"),
      phone: fields.phoneNumber("phone"),
      preferredContact: preferredContact(in: &fields),
      classYear: fields.integer("class_year", in: 1850...(today.year + 10))?.value,
      school: fields.text("school")?.value,
      degree: fields.text("degree")?.value,
      majors: fields.texts("majors").map(\.value),
      employer: fields.text("employer")?.value,
      title: fields.text("title")?.value,
      industry: fields.text("industry")?.value,
      expertise: fields.texts("expertise").map(\.value),
      helpWith: fields.texts("help_with").map(\.value),
      languages: fields.texts("languages").map(\.value),
      location: location(in: &fields),
      timeZone: timeZone(in: &fields),
      mentoring: fields.choices("mentoring", as: MentoringKind.self).map(\.value),
      meetingModes: fields.choices("meeting_modes", as: MeetingMode.self).map(\.value),
      meetingPlace: fields.text("meeting_place")?.value,
      availability: AvailabilityReading.read(from: &fields),
      status: status,
      capacity: fields.integer("capacity", in: 0...1000)?.value,
      verified: verified,
      joined: fields.date("joined"),
      links: links(in: &fields),
      custom: settings.fields.map { CustomFieldReading.read($0, from: &fields) },
      bio: bio)
    if mentor.status == .active { checkAddress(of: mentor, in: &fields) }
    return name == nil ? nil : mentor
  }

  /// Warns of a mentor whose own address is the only way to reach them, and missing.
  private func checkAddress(of mentor: Mentor, in fields: inout FieldReader) {
    guard settings.requests.address == .open || settings.requests.address == .onClick, settings.contact.email == nil,
      fields.node("email")?.isNull != false
    else { return }
    fields.report(ProfileProblem.noRequestAddress, at: fields.range(of: "name") ?? SourceRange(line: 1, column: 1))
  }

  private func slug(of contentPath: String, in fields: inout FieldReader) -> String {
    let name = String(contentPath.split(separator: "/").last?.dropLast(3) ?? "")
    if name.isEmpty || name.hasPrefix(".") || name.utf8.count > 200
      || name.unicodeScalars.contains(where: Self.breaksAddress)
    {
      fields.report(ProfileProblem.fileName(name + ".md"), at: nil)
    }
    return name
  }

  /// What no web address or file system takes well, even where it can be encoded.
  private static func breaksAddress(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\\", ":", "*", "?", "\"", "<", ">", "|", "#", "%", " ": true
    default: scalar.properties.generalCategory == .control
    }
  }

  private func withheldReason(in fields: inout FieldReader) -> Withheld.Reason? {
    let isDraft = fields.flag("draft")?.value ?? false
    let consent = fields.flag("consent")?.value
    let isHidden = fields.node("status").map { node in
      if case .scalar(let scalar) = node.content { scalar.text.lowercased() == "hidden" } else { false }
    }
    if isHidden == true { return .hidden }
    if isDraft && !includesDrafts { return .draft }
    // A consent that was withdrawn counts whatever the settings say; one that was never asked for, only if they do.
    if consent == false { return .withdrawn }
    return settings.privacy.requiresConsent && consent == nil ? .noConsent : nil
  }

  private func photo(in fields: inout FieldReader) -> Located<String>? {
    guard let written = fields.text("photo") else { return nil }
    let name = written.value.hasPrefix("photos/") ? String(written.value.dropFirst(7)) : written.value
    guard !name.hasPrefix("/"), !name.split(separator: "/").contains("..") else {
      fields.report(ProfileProblem.photoPath(written.value), at: written.range)
      return nil
    }
    guard photos.contains(name) else {
      fields.report(ProfileProblem.photoMissing(name), at: written.range)
      return nil
    }
    return Located(name, at: written.range)
  }

  private func preferredContact(in fields: inout FieldReader) -> ContactPreference? {
    guard var part = fields.nested("contact") else { return nil }
    let preference = part.choice("prefer", as: ContactPreference.self)?.value
    part.finish()
    fields.adopt(part)
    return preference
  }

  private func location(in fields: inout FieldReader) -> Location {
    if case .scalar? = fields.node("location")?.content {
      // "Boston" alone, as many rosters have it, is a city.
      return Location(city: fields.text("location")?.value, region: nil, country: nil)
    }
    guard var part = fields.nested("location") else { return .unknown }
    let location = Location(
      city: part.text("city")?.value, region: part.text("region")?.value, country: part.text("country")?.value)
    part.finish()
    fields.adopt(part)
    return location
  }

  private func timeZone(in fields: inout FieldReader) -> String {
    guard let written = fields.text("timezone") else { return settings.timeZone }
    if zoneNames.contains(written.value) { return written.value }
    fields.report(ProfileProblem.timeZone(written.value, nearest: Array(zoneNames)), at: written.range)
    return settings.timeZone
  }

  private func links(in fields: inout FieldReader) -> [ProfileLink] {
    fields.entries("links").compactMap { entry in
      guard case .scalar(let scalar) = entry.value.content else {
        fields.report(ProfileProblem.linkShape(name: entry.key), at: entry.value.range)
        return nil
      }
      guard !scalar.text.isEmpty else { return nil }
      let isWeb = scalar.text.hasPrefix("https://") || scalar.text.hasPrefix("http://")
      guard isWeb, let url = SafeURL(scalar.text) else {
        fields.report(ProfileProblem.link(name: entry.key, written: scalar.text), at: entry.value.range)
        return nil
      }
      return ProfileLink(name: entry.key, url: url)
    }
  }
}

// MARK: - Status

extension ProfileReading {
  private enum WrittenStatus: String, CaseIterable {
    case active
    case paused
    case hidden
  }

  /// Days before a profile grows stale on which `check` begins to warn.
  private static let warningDays = 30

  private func status(verified: CivilDate?, in fields: inout FieldReader) -> MentorStatus {
    let written = fields.choice("status", as: WrittenStatus.self)?.value
    let until = fields.date("paused_until")
    if written == .paused {
      guard let until else { return .paused(until: nil) }
      if until > today { return .paused(until: until) }
      fields.report(ProfileProblem.pausedInThePast(until.iso), at: fields.range(of: "paused_until"))
    } else if let until {
      fields.report(ProfileProblem.pausedUntilWithoutStatus(until.iso), at: fields.keyRange(of: "paused_until"))
    }
    return isStale(verified, in: &fields) ? .paused(until: nil) : .active
  }

  private func isStale(_ verified: CivilDate?, in fields: inout FieldReader) -> Bool {
    guard let limit = settings.privacy.verifiedWithinDays, let verified else { return false }
    let age = today.daysSinceEpoch - verified.daysSinceEpoch
    if age > limit {
      fields.report(ProfileProblem.unverified(since: verified.iso, days: limit), at: fields.range(of: "verified"))
      return true
    }
    if age > limit - Self.warningDays {
      let end = verified.adding(days: limit + 1).iso
      fields.report(ProfileProblem.soonUnverified(on: end), at: fields.range(of: "verified"))
    }
    return false
  }
}
