import SiteTesting
import Testing

@Suite("Whole sites")
struct WholeSiteTests {
  @Test(
    "The smallest site has a home page, a directory, a profile and an error page, and nothing that settings must ask for"
  )
  func minimal() throws {
    let site = try SiteFixture("minimal").build()
    try site.expect(pages: [
      "index.html", "explore/index.html", "mentors/ana-lopez/index.html", "404.html", "robots.txt",
    ])
    site.expect(noFiles: ["sitemap.xml", "feed.xml", "mentors/ana-lopez/ana-lopez.vcf"])
    #expect(site.output.published.paths.count == 11)
    #expect(site.report?.files == 11)
  }

  @Test(
    "Until the date of return a paused mentor is listed without any way to ask, and the page says when they are back")
  func pausedBefore() throws {
    try SiteFixture("paused-mentor").build { $0.asOf = "2027-03-02T12:00:00Z" }
      .expect(pages: ["mentors/ana/index.html", "explore/index.html"], as: "before")
      .expect(
        "mentors/ana/index.html", contains: ["closed: paused. back on 3 March 2027"], lacks: ["mailto:?", ".ics"]
      )
      .expect(diagnostics: [])
  }

  @Test(
    "From the date of return on a paused mentor takes requests again, in the site's own zone, and editors are told",
    arguments: ["2027-03-03T05:00:00Z", "2027-03-03T12:00:00Z"])
  func pausedAfter(_ moment: String) throws {
    try SiteFixture("paused-mentor").build { $0.asOf = moment }
      .expect("mentors/ana/index.html", contains: ["send a message"], lacks: ["closed:", "back on"])
      .expect(diagnostics: [
        "content/mentors/ana.md:5:15: warning: the pause ended on 2027-03-03: shown as active"
      ])
  }

  @Test("A minute before midnight of the site's zone the mentor is still away")
  func pausedAtTheEdge() throws {
    try SiteFixture("paused-mentor").build { $0.asOf = "2027-03-03T04:59:00Z" }
      .expect("mentors/ana/index.html", contains: ["back on 3 March 2027"])
  }

  @Test(
    "Whoever is hidden, has not consented or is a draft is nowhere in the output: no slug, name, address or term of theirs"
  )
  func withheld() throws {
    let site = try SiteFixture("privacy").build()
    site.expect(nowhere: [
      "secret-slug", "Hiddenname", "hidden-mail", "Unmentionable", "Espionage", "Dead drops", "Nowhere Agency",
      "hidden.example.org", "hidden biography", "refused-slug", "Refusedname", "refused-mail", "Cartography",
      "unasked-slug", "Unaskedname", "unasked-mail", "Falconry", "draft-slug", "Draftname", "draft-mail", "Beekeeping",
    ])
    site.expect(diagnostics: [])
    #expect(site.report?.mentors == 1)
    #expect(site.report?.withheld == 4)
  }

  @Test(
    "Under relay and office a mentor's own address, number and other addresses are nowhere in the output",
    arguments: ["relay, relay: \"mentors.{slug}@example.edu\"", "office"])
  func privateAddress(_ policy: String) throws {
    let site = try SiteFixture("privacy")
      .edit("site.yaml") { $0.replacing("relay, relay: \"mentors.{slug}@example.edu\"", with: policy) }
      .build()
    site.expect(nowhere: ["private-address", "second-address", "1234567", "123 4567"])
    site.expect(diagnostics: [])
    let page = "mentors/visible-person/index.html"
    if policy == "office" {
      try site.expect(
        page, contains: ["through Career Office", "mailto:office@example.edu"], lacks: ["mentors.visible"])
      try site.expect("mentors/visible-person/visible-person.vcf", lacks: ["EMAIL"])
    } else {
      try site.expect(page, contains: ["mailto:mentors.visible-person@example.edu"], lacks: ["through"])
      try site.expect("mentors/visible-person/visible-person.vcf", contains: ["mentors.visible-person@example.edu"])
    }
  }

  @Test("Where the settings say public the mentor's own address stands on the page and in the card")
  func publicAddress() throws {
    let site = try SiteFixture("privacy")
      .edit("site.yaml") { $0.replacing("relay, relay: \"mentors.{slug}@example.edu\"", with: "public") }.build()
    try site.expect(
      "mentors/visible-person/index.html",
      contains: ["mailto:private-address@example.com", "second-address@example.com"])
    try site.expect("mentors/visible-person/visible-person.vcf", contains: ["private-address@example.com"])
  }

  @Test("A draft is built when drafts are asked for")
  func drafts() throws {
    let site = try SiteFixture("privacy").add("guide/index.md", "---\ntitle: Guide\n---\n")
      .add("guide/unfinished.md", "---\ntitle: Unfinished\ndraft: true\n---\n\nNot yet.\n").build()
    site.expect(noFiles: ["guide/unfinished/index.html", "mentors/draft-slug/index.html"]).expect(nowhere: [
      "Unfinished"
    ])
    site.build { $0.includesDrafts = true }
      .expect(files: ["guide/unfinished/index.html", "mentors/draft-slug/index.html"])
  }

  @Test("Two mentors of one name have pages of their own, told apart by their files' names")
  func namesakes() throws {
    try SiteFixture("two-of-one-name").build().expect(diagnostics: [])
      .expect(pages: [
        "explore/index.html", "mentors/maria-santos/index.html", "mentors/maria-santos-2016/index.html",
      ])
  }

  @Test("Synonyms and spellings become one term, in any script; custom fields are facets and facts like any other")
  func facets() throws {
    let site = try SiteFixture("facets").build().expect(diagnostics: [])
    try site.expect(pages: [
      "explore/index.html", "explore/industry/health-care/index.html", "explore/languages/index.html",
      "explore/languages/日本語/index.html", "explore/sport/chess/index.html", "explore/veteran/veteran/index.html",
      "mentors/ana/index.html",
    ])
    site.expect(files: ["explore/industry/tech/index.html", "explore/languages/العربية/index.html"])
    site.expect(noFiles: ["explore/industry/healthcare/index.html", "explore/industry/medicine/index.html"])
  }

  @Test("A long list has pages, each with its cards, its neighbours and gaps in the row of numbers")
  func pagination() throws {
    let site = try SiteFixture("pagination").build().expect(diagnostics: [])
    try site.expect(pages: [
      "explore/index.html", "explore/page/2/index.html", "explore/page/5/index.html", "explore/page/9/index.html",
      "explore/industry/odd/page/5/index.html",
    ])
    site.expect(noFiles: ["explore/page/1/index.html", "explore/page/10/index.html"])
  }

  @Test("A child theme replaces one template, one asset and one string, adds a style sheet, and keeps the rest")
  func childTheme() throws {
    let site = try SiteFixture("child-theme").build().expect(diagnostics: [])
    try site.expect(pages: ["mentors/ana/index.html"])
    try site.expect("mentors/ana/index.html", contains: ["<footer class=\"child\">Spoken by the child</footer>"])
    try site.expect("assets/mark.txt", contains: ["child asset"])
    let sheet = try #require(site.output.paths.first { $0.hasSuffix(".css") })
    try site.expect(sheet, contains: ["body{margin:0}", "h1{color:teal}"])
  }

  @Test("A site that uses everything has every page, file and link that its settings ask for")
  func everything() throws {
    let site = try SiteFixture("everything").build().expect(diagnostics: [])
    try site.expect(pages: [
      "index.html", "mentors/ana-lopez/index.html", "mentors/ana-lopez/ana-lopez.vcf", "mentors/full-house/index.html",
      "guide/index.html", "guide/faq/index.html", "about/index.html", "feed.xml", "sitemap.xml", "robots.txt",
      "mentors/ana-lopez/20270302T210000Z.ics", "files/map.txt", "404.html",
    ])
  }

  @Test("A site without mentors, guide and pages is still a site")
  func empty() throws {
    let site = try SiteFixture(settings: "title: Empty\ntheme: plain\ncontact: {email: office@example.edu}\n").build()
      .expect(diagnostics: [])
    try site.expect("explore/index.html", contains: ["0 mentors", "nobody yet"])
    site.expect(files: ["index.html", "404.html"])
  }

  @Test(
    "Under a path the pages link relatively, and what needs a whole address has the path",
    arguments: ["https://www.example.edu/alumni/mentors/", "https://www.example.edu/alumni/mentors"])
  func subpath(_ base: String) throws {
    let site = try SiteFixture("everything").build { $0.baseURL = base }
    let whole = "https://www.example.edu/alumni/mentors/"
    try site.expect(
      "mentors/ana-lopez/index.html",
      contains: [
        "href=\"\(whole)mentors/ana-lopez/\"", "href=\"../../explore/\"", "href=\"../../guide/faq/#what-now\"",
      ],
      lacks: ["href=\"/"])
    // The error page is shown at any depth, so its links begin at the host.
    try site.expect(
      "404.html", contains: ["href=\"/alumni/mentors/explore/\""], lacks: ["href=\"../", "href=\"explore"])
    try site.expect("sitemap.xml", contains: ["<loc>\(whole)guide/faq/</loc>"])
    try site.expect("feed.xml", contains: ["<id>\(whole)feed.xml</id>"])
    try site.expect("robots.txt", contains: ["Sitemap: \(whole)sitemap.xml"])
  }

  @Test("In a language written from right to left the pages say so, and words without translation are English")
  func rightToLeft() throws {
    let site = try SiteFixture("minimal").edit("site.yaml") { $0 + "locale: he\n" }.build()
    try site.expect(
      "explore/index.html",
      contains: ["<html lang=\"he\" dir=\"rtl\">", "<h1>עיון</h1>", "מנטורית אחת", "Plainly spoken"])
  }

  @Test("The shipped themes speak Arabic from right to left", arguments: ["default", "collegiate"])
  func shippedThemeFromRightToLeft(_ theme: String) throws {
    try SiteFixture("everything").edit("site.yaml") { $0 + "locale: ar\n" }.build { $0.theme = theme }
      .expect(diagnostics: [])
      .expect("mentors/ana-lopez/index.html", contains: ["lang=\"ar\"", "dir=\"rtl\""], lacks: ["{n}", "{name}"])
  }

  @Test(
    "Feed, site map, contact cards and calendar files are there only where the settings ask for them",
    arguments: [
      ("feed: true", "feed: false", ["feed.xml"]),
      ("base_url: https://mentors.example.edu/", "", ["feed.xml", "sitemap.xml"]),
      ("vcard: true", "vcard: false", ["mentors/ana-lopez/ana-lopez.vcf"]),
      (
        "scheduling: {", "scheduling: {files: false, ",
        ["mentors/ana-lopez/20270302T210000Z.ics", "mentors/ana-lopez/20270302T213000Z.ics"]
      ),
    ])
  func optionalFiles(_ setting: String, _ without: String, _ files: [String]) throws {
    let site = try SiteFixture("everything").build().expect(files: files)
      .edit("site.yaml") { $0.replacing(setting, with: without) }.build().expect(noFiles: files)
    for name in files.compactMap({ $0.split(separator: "/").last }) { site.expect(nowhere: [String(name)]) }
  }

  @Test(
    "A profile that nobody has confirmed for too long is warned of first and then paused",
    arguments: [
      ("2027-01-10", false, [String]()),
      (
        "2026-02-25", false,
        ["content/mentors/ana.md:3:11: warning: will be shown as paused from 2027-03-18 unless it is confirmed before"]
      ),
      (
        "2025-12-24", true,
        [
          "content/mentors/ana.md:3:11: warning: not confirmed since 2025-12-24, which is more than 385 days ago: shown as paused"
        ]
      ),
    ])
  func verified(_ date: String, _ isPaused: Bool, _ diagnostics: [String]) throws {
    let site = try SiteFixture(
      settings:
        "title: V\ntheme: plain\ncontact: {email: office@example.edu}\nprivacy: {verified_within: 385d}\n",
      content: ["mentors/ana.md": "---\nname: Ana\nverified: \(date)\n---\n"]
    ).build().expect(diagnostics: diagnostics)
    try site.expect("explore/index.html", contains: isPaused ? ["(paused)"] : [], lacks: isPaused ? [] : ["paused"])
  }

  @Test("The edge of the limit: on its last day a profile still stands, on the next it is paused")
  func verifiedEdge() throws {
    let site = try SiteFixture(
      settings: "title: V\ntheme: plain\ncontact: {email: office@example.edu}\nprivacy: {verified_within: 10d}\n",
      content: ["mentors/ana.md": "---\nname: Ana\nverified: 2027-02-19\n---\n"])
    try site.build().expect("explore/index.html", lacks: ["paused"])
    try site.build { $0.asOf = "2027-03-02T00:00:00Z" }.expect("explore/index.html", contains: ["(paused)"])
  }

  @Test("Feed and site map are well-formed XML whatever people are called and whatever they paste")
  func wellFormed() throws {
    let site = try SiteFixture("everything").add(
      "mentors/paste.md",
      "---\nname: \"A & <b> ]]> \\u2028 é\"\njoined: 2027-01-01\nemail: paste@example.edu\n---\n\nForm\u{C}feed & \u{8}back.\n"
    ).add(
      "mentors/escaped.md", "---\nname: \"Bad \\x08 escape\"\nexpertise: [\"a\\eb\"]\njoined: 2027-01-01\n---\n")
    site.build().expect(diagnostics: [
      "content/mentors/escaped.md:2:7: error: 'name' holds the control character U+0008",
      "content/mentors/escaped.md:3:13: error: 'expertise' holds the control character U+001B",
      "content/mentors/paste.md:7:5: warning: the control character U+000C is left out",
      "content/mentors/paste.md:7:13: warning: the control character U+0008 is left out",
    ])
    for name in ["feed.xml", "sitemap.xml"] {
      let bytes = try #require(site.output.files[name])
      #expect(!bytes.contains { $0 < 0x20 && $0 != 0x0A })
    }
    try site.expect("feed.xml", contains: ["<title>A &amp; &lt;b&gt; ]]&gt;", "Form"])
  }

  @Test("Content reaches a page as text: markup in a name, a term or a link's label is shown, never run")
  func injection() throws {
    let evil = "</script><script>alert(1)</script>"
    let site = try SiteFixture(
      settings: """
        title: "T \(evil)"
        base_url: https://mentors.example.edu/
        theme: default
        contact: {name: "\(evil)", email: office@example.edu}
        facets: [{field: industry, label: "\(evil)"}]
        fields: {quirk: {kind: text, label: "<b onclick=alert(1)>"}}
        directory: {feed: true}
        privacy: {vcard: true}
        """,
      content: [
        "mentors/ana.md": """
        ---
        name: "Ana \(evil)"
        headline: '" onmouseover="alert(1)'
        industry: "\(evil)"
        quirk: "\(evil)"
        joined: 2026-01-01
        links: {"<script>alert(2)</script>": "https://example.org/\\"><script>alert(3)</script>"}
        ---

        \(evil) [x](javascript:alert(4)) <img src=x onerror=alert(5)>
        """
      ]
    ).build()
    for path in site.output.paths where path.hasSuffix(".html") || path.hasSuffix(".xml") {
      let text = try #require(site.output.text(of: path))
      #expect(!text.contains("<script>alert"), "\(path)")
      #expect(!text.contains("</script><script>"), "\(path)")
      #expect(!text.contains("href=\"javascript"), "\(path)")
      let markup = text.split(separator: "\n").filter { !$0.contains("application/ld+json") }
      #expect(!markup.contains { $0.contains("\" onmouseover") }, "\(path)")
      #expect(!text.contains("<img src=x") && !text.contains("<b onclick"), "\(path)")
    }
  }
}
