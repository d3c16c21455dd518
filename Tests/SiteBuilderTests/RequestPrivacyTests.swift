import SiteTesting
import Testing

@Suite("Addresses, hours and the pages for requests, on a whole site")
struct RequestPrivacyTests {
  static let ana = """
    ---
    name: Ana López
    called: Anita
    email: ana.lopez@mail.example.com
    verified: 2027-01-10
    timezone: America/New_York
    meeting_modes: [video]
    availability: {weekly: [tue 16:00-17:00], feed: true}
    ---

    I build bridges.

    """

  static func site(_ requests: String, more: String = "", content: [String: String] = [:]) throws -> SiteFixture {
    try SiteFixture(
      settings: """
        title: T
        base_url: https://mentors.example.edu/
        theme: plain
        contact: {name: Office, email: office@example.edu}
        scheduling: {slots: 2}
        privacy: {vcard: true, vcard_4: true}
        requests: \(requests)
        \(more)
        """, content: ["mentors/ana.md": ana].merging(content) { $1 })
  }

  static let policies = [
    "{address: office}", "{address: on-click}", "{}", "{relay: \"m.{slug}@example.edu\"}",
  ]

  @Test("But for the policy that publishes it, an address is in no file, in no spelling", arguments: policies)
  func nowhere(_ requests: String) throws {
    let site = try Self.site(requests).build().expect(diagnostics: [])
    for spelling in ["ana.lopez@", "ana.lopez%40", "mail.example.com"] { site.expect(nowhere: [spelling]) }
    let open = try Self.site("{address: public}").build().expect(diagnostics: [])
    try open.expect("mentors/ana/index.html", contains: ["mailto:ana.lopez@mail.example.com"])
  }

  @Test("By default an address is assembled on a click: in parts, each back to front, and the office without a script")
  func onClick() throws {
    let site = try Self.site("{}").build()
    try site.expect(
      "mentors/ana/index.html",
      contains: [
        #""address":{"kind":"on-click","to":["moc","elpmaxe","liam","zepol.ana"]}"#, "mailto:office@example.edu",
        "through Office",
      ])
  }

  @Test("Without an office, an address that a script assembles still keeps a mentor open for requests")
  func noOffice() throws {
    let site = try Self.site("{}")
      .edit("site.yaml") { $0.replacing("contact: {name: Office, email: office@example.edu}", with: "") }.build()
    #expect(site.diagnosticLines.map { $0.contains("without JavaScript can't write") } == [true])
    try site.expect("mentors/ana/index.html", contains: ["request-data", "20270302"], lacks: ["mailto:", "closed"])
  }

  @Test(
    "A private address that the settings or a static file say fails the build, names file and profile, and is not written",
    arguments: [
      ("tagline: Ask Ana.Lopez@mail.example.com", [:], "index.html"),
      ("", ["static/who.txt": "ana.lopez@mail.example.com"], "who.txt"),
      ("", ["static/who.txt": "mailto:ana.lopez%40mail.example.com"], "who.txt"),
    ])
  func leaks(_ settings: String, _ content: [String: String], _ file: String) throws {
    let site = try Self.site("{}", more: settings, content: content).build {
      $0.theme = settings.isEmpty ? nil : "default"
    }
    #expect(
      site.diagnosticLines.contains(
        "content/mentors/ana.md: error: the mentor's own mail address would be published in '\(file)', "
          + "and the settings keep it private"))
    guard case .failed = site.report?.outcome else { return #expect(Bool(false), "the build did not fail") }
    site.expect(nowhere: ["ana.lopez@mail", "ana.lopez%40mail"])
  }

  @Test("Hours are a calendar to subscribe to, the same bytes each night, empty while the mentor is paused")
  func hours() throws {
    let site = try Self.site("{}").build()
    try site.expect(
      "mentors/ana/index.html", contains: ["href=\"webcal://mentors.example.edu/mentors/ana/open-hours.ics\""])
    try site.expect("mentors/ana/open-hours.ics", contains: ["RRULE:FREQ=WEEKLY;BYDAY=TU", "Ana López is free"])
    let hours = site.output.files["mentors/ana/open-hours.ics"]
    site.build { $0.asOf = "2027-03-20T06:00:00Z" }
    #expect(site.output.files["mentors/ana/open-hours.ics"] == hours)
    try site.edit("mentors/ana.md") { $0.replacing("called:", with: "status: paused\ncalled:") }.build()
    try site.expect("mentors/ana/open-hours.ics", contains: ["VTIMEZONE"], lacks: ["VEVENT"])
    try site.expect("mentors/ana/index.html", lacks: ["open-hours.ics"])
  }

  @Test("A profile tells scripts what they need to write a request, and a mentor who takes none tells nothing")
  func data() throws {
    let site = try Self.site("{relay: \"m.{slug}@example.edu\", purposes: [Career <advice>]}").build()
    try site.expect(
      "mentors/ana/index.html",
      contains: [
        #"{"slug":"ana","name":"Ana López","called":"Anita","zone":"America/New_York","modes":["video"],"#,
        #""address":{"kind":"relay","to":"m.ana@example.edu"}"#, #""minutes":30"#,
        #""slots":[[1804021200,30],[1804023000,30]]"#, #""respond":"https://mentors.example.edu/respond/""#,
        #""shared":"assets/requests-"#,
      ])
    let shared = try #require(site.output.paths.first { $0.hasPrefix("assets/requests-") })
    try site.expect(
      shared,
      contains: [
        #""host":"mentors.example.edu""#, #""purposes":["Career <advice>"]"#, #""mode_video":"video call""#,
      ])
    try site.expect("mentors/ana/index.html", contains: [shared], lacks: ["mode_video"])
    try site.edit("mentors/ana.md") { $0.replacing("called:", with: "capacity: 0\ncalled:") }.build()
      .expect("mentors/ana/index.html", lacks: ["request-data"])
  }

  @Test("Services are linked where the settings say they are, in pages and by scripts; Yahoo by scripts alone")
  func endpoints() throws {
    let site = try Self.site(
      """
      {relay: "m.{slug}@example.edu", calendars: [google, yahoo], endpoints: {
        calendars: {google: "https://calendar.example.edu/new?x=1", yahoo: "https://days.example.edu/?v=61"},
        web_mail: {gmail: "https://mail.example.edu/write?view=cm"}}}
      """
    ).build()
    try site.expect(
      "mentors/ana/index.html",
      contains: ["https://calendar.example.edu/new?x=1&amp;dates=", "https://mail.example.edu/write?view=cm&amp;to="],
      lacks: ["calendar.google.com", "mail.google.com", "days.example.edu"])
    let shared = try #require(site.output.paths.first { $0.hasPrefix("assets/requests-") })
    try site.expect(
      shared,
      contains: [
        #""calendars":["google","yahoo"]"#,
        #""endpoints":{"calendars":{"google":"https://calendar.example.edu/new?x=1","yahoo":"https://days.example.edu/?v=61"},"#
          + #""webMail":{"gmail":"https://mail.example.edu/write?view=cm"}}"#,
      ])
  }

  @Test("Without an address of the site's own, places are told as the page finds them")
  func relativePlaces() throws {
    let site = try Self.site("{}").edit("site.yaml") {
      $0.replacing("base_url: https://mentors.example.edu/", with: "")
    }
    try site.build().expect(
      "mentors/ana/index.html",
      contains: [#""profile":"./","respond":"../../respond/""#, "href=\"../../mentors/ana/open-hours.ics\""])
  }

  @Test("The pages that a browser fills are there, kept from search engines, and their names are taken")
  func pages() throws {
    let page = "---\ntitle: Intruder\n---\n"
    let site = try Self.site("{}", content: ["pages/respond.md": page, "pages/connections.md": page]).build {
      $0.theme = "default"
    }
    #expect(site.diagnosticLines.count { $0.contains("the site uses the address") } == 2)
    for name in ["respond", "connections"] {
      try site.expect(
        "\(name)/index.html", contains: ["name=\"robots\" content=\"noindex\"", "id=\"\(name)-data\"", "<noscript>"])
      try site.expect("sitemap.xml", lacks: ["/\(name)/"])
    }
    try site.expect("index.html", contains: ["class=\"to-connections\""])
  }

  @Test("Both versions of a contact card are offered where the settings ask for it")
  func cards() throws {
    let site = try Self.site("{}").build()
    try site.expect("mentors/ana/ana.vcf", contains: ["VERSION:3.0"], lacks: ["EMAIL"])
    try site.expect("mentors/ana/ana.4.vcf", contains: ["VERSION:4.0"], lacks: ["EMAIL"])
  }
}
