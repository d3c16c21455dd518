import SiteBuilder
import SiteTesting
import Testing

@Suite("Settings, themes and addresses that clash")
struct SettingsAndClashTests {
  static let usual = "title: T\ntheme: plain\ncontact: {email: office@example.edu}\n"

  @Test(
    "With settings or a theme that can't be used nothing is written",
    arguments: [
      ("titel: T\n", ["content/site.yaml:1:1: error: 'title' is missing from the settings"]),
      (
        "title: T\ntimezone: Europe/Berln\n",
        ["content/site.yaml:2:11: error: 'Europe/Berln' is not a time zone"]
      ),
      (
        "title: T\nbase_url: mentors.example.edu\n",
        ["content/site.yaml:2:11: error: 'mentors.example.edu' is not a web address that a site can be served at"]
      ),
      ("title: T\nbrand: {color: green}\n", ["content/site.yaml:2:16: error: 'green' is not a color"]),
      (
        "title: T\nrequests: {address: relay}\n",
        ["content/site.yaml:2:21: error: 'address: relay' needs the pattern of the relay addresses"]
      ),
      (
        "title: T\nrequests: {relay: mentors@example.edu}\n",
        ["content/site.yaml:2:19: error: 'mentors@example.edu' is not a pattern for relay addresses"]
      ),
      (
        "title: T\nfields: {name: {kind: text}}\n",
        ["content/site.yaml:2:10: error: 'name' is a field that every profile has already"]
      ),
      (
        "title: T\nfacets: [{field: industri}]\n",
        ["content/site.yaml:2:18: error: there is no field 'industri' to make a facet of"]
      ),
      (
        "title: T\nfacets: [{field: industry}, {field: industry}]\n",
        ["content/site.yaml:2:37: error: 'industry' is a facet already"]
      ),
      (
        "title: T\nfields: {page: {kind: terms, facet: true}}\n",
        ["content/site.yaml:2:10: error: the facet 'page' can't have a web address of its own"]
      ),
      (
        "title: T\nfields: {help-with: {kind: terms, facet: true}}\n",
        ["content/site.yaml:2:10: error: the facet 'help-with' can't have a web address of its own"]
      ),
      (
        "title: T\nrequests: {subject: \"Hello {first_nam}\"}\n",
        ["content/site.yaml:2:21: error: nothing is known that could be filled in for '{first_nam}'"]
      ),
      (
        "title: T\nrequests: {calendars: [google, gogle]}\n",
        ["content/site.yaml:2:32: error: 'gogle' is no calendar that a slot can link to"]
      ),
      (
        "title: T\nrequests: {endpoints: {web_mail: {gmail: mail.example.edu, outlok: \"https://x.example.edu\"}}}\n",
        [
          "content/site.yaml:2:42: error: 'mail.example.edu' is not an address at which a message or a meeting can be begun"
        ]
      ),
      ("title: T\nlocale: en_US\n", ["content/site.yaml:2:9: error: 'en_US' is not a language"]),
      ("title: T\nlocale: 'en\"><x'\n", ["content/site.yaml:2:9: error: 'en\"><x' is not a language"]),
      ("title: \"T\\x08\"\n", ["content/site.yaml:1:8: error: 'title' holds the control character U+0008"]),
      ("title: T\ntheme: defualt\n", ["themes/defualt: error: there is no theme 'defualt'"]),
    ])
  func refused(_ settings: String, _ findings: [String]) throws {
    let site = try SiteFixture(settings: settings).build()
    #expect(site.report?.outcome == .refused)
    let errors = site.diagnosticLines.filter { $0.contains(": error: ") }
    #expect(errors.count == findings.count, "\(errors)")
    for (line, finding) in zip(errors, findings) { #expect(line.hasPrefix(finding)) }
    #expect(site.output.files.isEmpty)
  }

  @Test("A site on which nobody can be written to is built, with a warning: one for the office, one for each mentor")
  func nobodyToWriteTo() throws {
    let content = [
      "mentors/ana.md": "---\nname: Ana\n---\n", "mentors/ben.md": "---\nname: Ben\nemail: ben@example.edu\n---\n",
    ]
    let office = try SiteFixture(settings: "title: T\ntheme: plain\nrequests: {address: office}\n", content: content)
      .build()
    office.expect(diagnostics: [
      "content/site.yaml:1:1: warning: no student can write to a mentor: requests go to the office, and it has no mail address"
    ])
    // Nobody is full: the page must not say so.
    try office.expect("mentors/ana/index.html", lacks: ["full", "mailto"])
    let onClick = try SiteFixture(settings: "title: T\ntheme: plain\n", content: content)
    onClick.build().expect(diagnostics: [
      "content/mentors/ana.md:2:7: warning: no student can write to this mentor: there is no mail address to send a request to",
      "content/site.yaml:1:1: warning: readers without JavaScript can't write to a mentor: the office, who would get their "
        + "requests, has no mail address",
    ])
    let own = try SiteFixture(settings: "title: T\ntheme: plain\nrequests: {address: public}\n", content: content)
    own.build().expect(diagnostics: [
      "content/mentors/ana.md:2:7: warning: no student can write to this mentor: there is no mail address to send a request to"
    ])
  }

  @Test("Without site.yaml the command says so and how to begin")
  func noSettings() throws {
    let site = try SiteFixture(settings: Self.usual).remove("site.yaml").build()
    #expect(site.diagnosticLines.count == 1)
    #expect(site.report?.diagnostics.first?.remedy?.words.contains("mentorbook init") == true)
  }

  @Test("A page that wants an address of the site's own, or of another page, is left out and named")
  func pages() throws {
    let page = "---\ntitle: Intruder\n---\n"
    let site = try SiteFixture(
      settings: Self.usual,
      content: [
        "mentors/ana.md": "---\nname: Ana\n---\n", "pages/explore.md": page, "pages/Mentors.md": page,
        "pages/a/twin.md": "---\ntitle: First\n---\n", "pages/b/Twin.md": page,
      ]
    ).build()
    site.expect(diagnostics: [
      "content/pages/Mentors.md: error: the site uses the address 'Mentors/' itself",
      "content/pages/b/Twin.md: error: this page and content/pages/a/twin.md would have the same address",
      "content/pages/explore.md: error: the site uses the address 'explore/' itself",
    ]).expect(nowhere: ["Intruder"])
    try site.expect("twin/index.html", contains: ["First"])
  }

  @Test(
    "A static file that lies where a page is, or where pages need a folder, is left out and named",
    arguments: [
      "index.html", "mentors/ana/index.html", "mentors", "mentors/ana", "Explore", "ROBOTS.txt", "404.html/x",
    ])
  func staticFiles(_ path: String) throws {
    let site = try SiteFixture(
      settings: Self.usual, content: ["mentors/ana.md": "---\nname: Ana\n---\n", "static/\(path)": "intruder"]
    ).build()
    site.expect(diagnostics: ["content/static/\(path): error: the site has a page at '\(path)' itself"])
      .expect(nowhere: ["intruder"])
    #expect(site.report?.outcome == .written)
  }

  @Test("A static file beside the pages is published as it is")
  func staticFile() throws {
    let site = try SiteFixture(
      settings: Self.usual, content: ["static/mentors/note.txt": "beside", "static/.well-known/x": "hidden"]
    ).build().expect(diagnostics: [])
    try site.expect("mentors/note.txt", contains: ["beside"])
  }

  @Test("A broken internal link is an error with the page that was probably meant")
  func links() throws {
    let site = try SiteFixture(
      settings: Self.usual + "navigation: [{title: Guide, link: guide/indx.md}]\n",
      content: [
        "guide/index.md":
          "---\ntitle: Guide\n---\n\n## One\n\n[a](#on), [b](faq.md#x), [c](/explore), [d](../mentors/nobody.md)\n",
        "guide/faq.md": "---\ntitle: FAQ\n---\n\n[up](index.md#one)\n",
      ]
    ).build()
    site.expect(diagnostics: [
      "content/guide/index.md:7:5: error: '#on' leads to a heading that the page does not have",
      "content/guide/index.md:7:15: error: 'faq.md#x' leads to a heading that the page does not have",
      "content/guide/index.md:7:30: error: '/explore' leads to a page that the site does not have",
      "content/guide/index.md:7:45: warning: '../mentors/nobody.md' leads to a mentor who is not published; the words are shown without the link",
      "content/site.yaml:4:35: error: 'guide/indx.md' leads to a page that the site does not have",
    ])
    #expect(
      site.report?.diagnostics.map { $0.remedy?.words ?? "" } == [
        "did you mean '#one'?", "it has no headings: leave out what begins with '#'", "add a / at its end",
        "check the file's name, or remove the link", "check the file's name, or remove the link",
      ])
  }

  @Test("Terms whose settings give them one slug keep pages of their own")
  func termSlugs() throws {
    let site = try SiteFixture(
      settings: Self.usual + """
        facets:
          - field: industry
            terms: {Alpha: {slug: x}, Beta: {slug: x}}

        """,
      content: [
        "mentors/a.md": "---\nname: A\nindustry: Alpha\n---\n", "mentors/b.md": "---\nname: B\nindustry: Beta\n---\n",
        "mentors/c.md": "---\nname: C\nindustry: X 2\n---\n",
      ]
    ).build()
    try site.expect("explore/industry/x/index.html", contains: [">A</a>"], lacks: [">C</a>"])
    try site.expect("explore/industry/x-2/index.html", contains: [">B</a>"], lacks: [">C</a>"])
    try site.expect("explore/industry/x-2-2/index.html", contains: [">C</a>"])
  }

  @Test("Check finds what a build finds and writes nothing")
  func check() throws {
    let site = try SiteFixture("broken-profiles")
    let report = site.check()
    #expect(site.output.files.isEmpty)
    #expect(report.diagnostics == site.build().report?.diagnostics)
    #expect(report.files == site.report?.files)
  }
}
