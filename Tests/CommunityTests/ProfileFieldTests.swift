import Community
import Diagnostics
import Scheduling
import SiteTesting
import Testing

/// A content folder, loaded.
struct LoadedSite {
  let loaded: LoadedCommunity

  init(_ profile: String, settings: String = "", asOf: String = "2027-03-01T12:00:00Z") throws {
    try self.init(content: ["mentors/ana.md": "---\n\(profile)---\n"], settings: settings, asOf: asOf)
  }

  init(content: [String: String], settings: String = "", asOf: String = "2027-03-01T12:00:00Z") throws {
    let folder = try ScratchFolder()
    try folder.write("title: T\ncontact: {email: office@example.edu}\n\(settings)", to: "content/site.yaml")
    for (path, text) in content { try folder.write(text, to: "content/\(path)") }
    let moment = try #require(Instant(asOf))
    loaded = Community.load(LoadOptions(contentFolder: folder.path + "/content", asOf: moment))
  }

  var mentor: Mentor? { loaded.community?.mentors.first }
}

@Suite("The fields of a profile")
struct ProfileFieldTests {
  /// What a test looks at: a field of the mentor as text.
  struct Reading: Sendable, CustomTestStringConvertible {
    let front: String
    let field: @Sendable (Mentor) -> String
    let expected: String

    init(_ front: String, _ expected: String, _ field: @escaping @Sendable (Mentor) -> String) {
      self.front = front
      self.expected = expected
      self.field = field
    }

    var testDescription: String { front }
  }

  @Test(
    "A value has the one reading that its field gives it, whatever YAML once made of it",
    arguments: [
      Reading("country_is: x\nlocation: {country: NO}\n", "NO") { $0.location.country ?? "" },
      Reading("school: on\n", "on") { $0.school ?? "" },
      Reading("title: 012\n", "012") { $0.title ?? "" },
      Reading("employer: 1:30\n", "1:30") { $0.employer ?? "" },
      Reading("headline: 2024-01-02\n", "2024-01-02") { $0.headline ?? "" },
      Reading("class_year: \"2013\"\n", "2013") { $0.classYear.map(String.init) ?? "" },
      Reading("class_year: 2013\n", "2013") { $0.classYear.map(String.init) ?? "" },
      Reading("industry: [Finance]\n", "") { $0.industry ?? "" },
      Reading("expertise: Budgeting\n", "Budgeting") { $0.expertise.joined(separator: "|") },
      Reading("expertise: [a, b]\n", "a|b") { $0.expertise.joined(separator: "|") },
      Reading("expertise:\n", "") { $0.expertise.joined(separator: "|") },
      Reading("languages:\n  - Norsk\n  - Español\n", "Norsk|Español") { $0.languages.joined(separator: "|") },
      Reading("location: Boston\n", "Boston") { $0.location.city ?? "" },
      Reading("headline: |\n  two\n  lines\n", "two lines") { $0.headline ?? "" },
      Reading("headline: >\n  two\n  lines\n", "two lines") { $0.headline ?? "" },
      Reading("mentoring: Flash\n", "flash") { $0.mentoring.map(\.rawValue).joined() },
      Reading("meeting_modes: [In Person, video]\n", "in-person|video") {
        $0.meetingModes.map(\.rawValue).joined(separator: "|")
      },
      Reading("contact: {prefer: in_person}\n", "in-person") { $0.preferredContact?.rawValue ?? "" },
      Reading("phone: +1 510 555 0101\n", "+15105550101") { $0.phone.map { "\($0.e164)" } ?? "" },
      Reading("email: \" ana@example.edu \"\n", "ana@example.edu") { $0.email?.text ?? "" },
      Reading("timezone: Europe/Berlin\n", "Europe/Berlin") { $0.timeZone },
      Reading("headline: x\n", "America/New_York") { $0.timeZone },
      Reading("status: Active\n", "active") { "\($0.status)" },
      Reading("links: {site: \"https://example.org/é\"}\n", "https://example.org/%C3%A9") { $0.links[0].url.text },
      Reading("called: Annie\n", "Annie") { $0.greetingName },
      Reading("headline: x\n", "Ana") { $0.greetingName },
    ])
  func readings(_ reading: Reading) throws {
    let site = try LoadedSite(
      "name: Dr. Ana López\n\(reading.front)",
      settings: "timezone: America/New_York\n")
    guard let mentor = site.mentor else {
      // A list where one term belongs is refused, not guessed at.
      #expect(reading.expected.isEmpty, "\(site.loaded.diagnostics.map(\.message))")
      return
    }
    #expect(reading.field(mentor) == reading.expected)
  }

  @Test(
    "Availability is read in every shape that editors write",
    arguments: [
      "availability: tue 16:00-17:30\n", "availability: [tue 16:00-17:30]\n", "availability:\n  - Tuesdays 4–5:30pm\n",
      "availability:\n  - {day: tue, start: \"16:00\", end: \"17:30\"}\n",
      "availability: {day: Tuesday, start: 16:00, end: 17:30}\n",
      "availability: {weekly: tue 16:00-17:30}\n", "availability:\n  weekly:\n    - tue 16:00 to 17:30\n",
    ])
  func availability(_ front: String) throws {
    let site = try LoadedSite("name: Ana\n" + front)
    #expect(site.loaded.diagnostics == [])
    let rules = site.mentor?.availability.weekly ?? []
    #expect(rules.map { "\($0.weekday) \($0.start.text)-\($0.end.text)" } == ["tuesday 16:00-17:30"])
  }

  @Test("A group of rules has every term of a meeting")
  func rules() throws {
    let site = try LoadedSite(
      """
      name: Ana
      availability:
        weekly: [mon 9:00-10:00]
        dates: [{date: 2027-03-08, start: "10:00", end: "11:00"}]
        except: [2026-12-24..2027-01-02, 2027-02-01]
        meeting_length: 45m
        buffer: 10
        notice: 2d
        horizon: 6w
        max_per_week: 2
        calendar: https://example.edu/ana.ics

      """)
    // The calendar was not read yet.
    #expect(site.loaded.diagnostics.map(\.code) == ["content"])
    let rules = try #require(site.mentor?.availability)
    #expect(rules.meetingLengthMinutes == 45)
    #expect(rules.bufferMinutes == 10)
    #expect(rules.noticeMinutes == 2_880)
    #expect(rules.horizonDays == 42)
    #expect(rules.maxPerWeek == 2)
    #expect(rules.except.count == 2)
    #expect(rules.dates.count == 1)
  }

  @Test(
    "Custom fields are read by the kind that the settings give them",
    arguments: [
      ("text", "012", "text(\"012\")", true), ("terms", "[a, b]", "terms([\"a\", \"b\"])", true),
      ("terms", "a", "terms([\"a\"])", true), ("flag", "yes", "flag(true)", true), ("flag", "off", "flag(false)", true),
      ("flag", "perhaps", "", false), ("number", "12", "number(12)", true), ("number", "twelve", "", false),
      ("date", "2027-03-01", "date(2027-03-01)", true), ("date", "01.03.2027", "", false),
      ("link", "https://example.org/", "https://example.org/", true), ("link", "example.org", "", false),
      ("link", "\"javascript:alert(1)\"", "", false), ("email", "ana@example.edu", "ana", true),
      ("email", "ana", "", false),
    ])
  func customFields(_ kind: String, _ written: String, _ value: String, _ isSound: Bool) throws {
    let site = try LoadedSite("name: Ana\nmine: \(written)\n", settings: "fields: {mine: {kind: \(kind)}}\n")
    #expect((site.mentor != nil) == isSound)
    if let custom = site.mentor?.custom.first { #expect("\(custom)".contains(value)) }
    #expect(site.loaded.diagnostics.map(\.range?.start) == (isSound ? [] : [SourcePosition(line: 3, column: 7)]))
  }
}

@Suite("Who is published")
struct PublishingTests {
  @Test(
    "Status, consent and drafts decide whether a profile is published, and why not",
    arguments: [
      ("", "optional", nil), ("consent: true\n", "required", nil), ("", "required", Withheld.Reason.noConsent),
      ("consent: false\n", "optional", .withdrawn), ("consent: no\n", "required", .withdrawn),
      ("status: hidden\n", "optional", .hidden), ("status: HIDDEN\nconsent: true\n", "required", .hidden),
      ("draft: true\n", "optional", .draft), ("draft: no\n", "optional", nil),
      ("status: hidden\ndraft: true\n", "optional", .hidden),
    ])
  func reasons(_ front: String, _ consent: String, _ reason: Withheld.Reason?) throws {
    let site = try LoadedSite("name: Ana\n" + front, settings: "privacy: {consent: \(consent)}\n")
    #expect(site.loaded.diagnostics == [])
    #expect((site.mentor == nil) == (reason != nil))
    #expect(site.loaded.community?.withheld.map(\.reason) == (reason.map { [$0] } ?? []))
  }

  @Test(
    "A mistake in what decides about publishing keeps a profile back",
    arguments: ["status: hiden\n", "status: [hidden]\n", "consent: perhaps\n", "draft: maybe\n"])
  func mistakes(_ front: String) throws {
    let site = try LoadedSite("name: Ana\n" + front)
    #expect(site.mentor == nil)
    #expect(site.loaded.brokenProfiles == 1)
    #expect(site.loaded.diagnostics.hasErrors)
  }

  @Test("A withheld profile is checked like any other")
  func withheldIsChecked() throws {
    let site = try LoadedSite("name: Ana\nstatus: hidden\ntimezone: Nowhere\n")
    #expect(site.loaded.diagnostics.count == 1)
    #expect(site.loaded.community?.withheld.count == 1)
  }

  @Test("Mentors are numbered by name as the language sorts, whatever the order of lists")
  func order() throws {
    let content = [
      "mentors/a.md": "---\nname: Örjan\njoined: 2026-01-01\n---\n", "mentors/b.md": "---\nname: Zara\n---\n",
      "mentors/c.md": "---\nname: Anna Berg\nsort_name: Berg, Anna\njoined: 2026-05-01\n---\n",
      "mentors/d.md": "---\nname: Bert\njoined: 2026-05-01\n---\n",
    ]
    func slugs(_ settings: String) throws -> String {
      try LoadedSite(content: content, settings: settings).loaded.community?.mentors.map(\.slug).joined() ?? ""
    }
    #expect(try slugs("locale: en\n") == "cdab")
    #expect(try slugs("locale: sv\n") == "cdba")
    #expect(try slugs("locale: sv\ndirectory: {order: newest}\n") == "cdba")
  }

  @Test("Of two files whose names differ only in case, or in their folder, the second is named and left out")
  func sameSlug() throws {
    let profile = "---\nname: Ana\n---\n"
    let site = try LoadedSite(content: [
      "mentors/Ana.md": profile, "mentors/ana.md": profile, "mentors/x/ANA.md": profile,
    ])
    #expect(site.loaded.community?.mentors.map(\.slug) == ["Ana"])
    #expect(site.loaded.diagnostics.count == 2)
    #expect(site.loaded.diagnostics.allSatisfy { $0.message.contains("Ana.md") })
  }

  @Test("A day to build for begins in the site's own zone")
  func day() throws {
    let folder = try ScratchFolder()
    try folder.write("title: T\ntimezone: Pacific/Auckland\n", to: "content/site.yaml")
    var options = LoadOptions(contentFolder: folder.path + "/content", asOf: Instant(secondsSinceEpoch: 0))
    options.asOfDay = CivilDate("2027-03-01")
    let community = try #require(Community.load(options).community)
    #expect(community.today.iso == "2027-03-01")
    #expect(community.asOf.utcExtended == "2027-02-28T11:00:00Z")
  }
}

@Suite("Links in content")
struct AddressTests {
  @Test(
    "A content file has one address, which depends on its own path alone",
    arguments: [
      ("mentors/ana-lopez.md", "mentors/ana-lopez/"), ("mentors/2024/ana.md", "mentors/ana/"),
      ("guide/index.md", "guide/"),
      ("guide/faq.md", "guide/faq/"), ("pages/home.md", ""), ("pages/join.md", "join/"),
      ("pages/not-found.md", "404.html"),
      ("static/map.svg", "map.svg"), ("static/a/b.txt", "a/b.txt"), ("site.yaml", nil), ("photos/ana.jpg", nil),
      ("other/x.md", nil),
    ])
  func addresses(_ path: String, _ address: String?) {
    #expect(SiteAddresses.page(forContent: path)?.path == address)
  }

  @Test(
    "A base URL is a web address without query, its path ending in a slash",
    arguments: [
      ("https://example.edu", "https://example.edu/", "/", "example.edu"),
      ("https://example.edu/a", "https://example.edu/a/", "/a/", "example.edu"),
      ("http://localhost:8080/", "http://localhost:8080/", "/", "localhost"),
      ("https://example.edu/é/", "https://example.edu/%C3%A9/", "/%C3%A9/", "example.edu"),
    ])
  func baseURL(_ written: String, _ text: String, _ path: String, _ host: String) throws {
    let base = try #require(BaseURL(written))
    #expect(base.text == text)
    #expect(base.path == path)
    #expect(base.host == host)
  }

  @Test(
    "What a site can't be served at is no base URL",
    arguments: [
      "", "example.edu", "/a", "ftp://example.edu/", "https://", "https:///a", "https://a/?q", "https://a/#x",
      "https://user@example.edu/", "mailto:a@example.edu", "javascript:alert(1)",
    ])
  func noBaseURL(_ written: String) {
    #expect(BaseURL(written) == nil)
  }
}
