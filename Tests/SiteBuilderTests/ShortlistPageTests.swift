import Foundation
import SiteTesting
import Testing

@Suite("The page of saved mentors")
struct ShortlistPageTests {
  private static let template = "<h1>{{strings.shortlist}}</h1>{{#page.is_shortlist}}here{{/page.is_shortlist}}\n"

  private static func site(_ theme: [String: String] = [:], content: [String: String] = [:]) throws -> SiteFixture {
    let site = try SiteFixture(
      settings: """
        title: T
        theme: own
        base_url: https://mentors.example.edu/
        contact: {email: office@example.edu}
        directory: {search_engines: true}

        """,
      content: ["mentors/ana.md": "---\nname: Ana\n---\n"].merging(content) { $1 })
    try site.folder.write("extends: plain\n", to: "themes/own/theme.yaml")
    for (path, text) in theme { try site.folder.write(text, to: "themes/own/\(path)") }
    return site
  }

  @Test("A theme without a template for it has no such page and no link to it")
  func absent() throws {
    let home = "{{#site.shortlist}}<a href=\"{{site.shortlist}}\">list</a>{{/site.shortlist}}home\n"
    try Self.site(["templates/home.mustache": home]).build().expect(diagnostics: [])
      .expect(noFiles: ["shortlist/index.html"])
      .expect("index.html", contains: ["home"], lacks: ["list"])
  }

  @Test("A theme with the template has the page, and links to it relatively")
  func present() throws {
    let home = "{{#site.shortlist}}<a href=\"{{site.shortlist}}\">list</a>{{/site.shortlist}}\n"
    try Self.site(["templates/home.mustache": home, "templates/shortlist.mustache": Self.template]).build()
      .expect(diagnostics: [])
      .expect("shortlist/index.html", contains: ["<h1>Shortlist</h1>here"])
      .expect("index.html", contains: ["<a href=\"shortlist/\">list</a>"])
  }

  @Test("Search engines are asked to leave it out, whatever the settings say of the directory, and no site map has it")
  func unlisted() throws {
    let template = "{{#page.noindex}}noindex{{/page.noindex}}\n"
    try Self.site(["templates/shortlist.mustache": template]).build()
      .expect("shortlist/index.html", contains: ["noindex"])
      .expect("sitemap.xml", contains: ["mentors/ana/"], lacks: ["shortlist"])
  }

  @Test("A mistake in its template keeps the site from being written, as in any other")
  func mistake() throws {
    let site = try Self.site(["templates/shortlist.mustache": "{{cards}}\n"]).build()
    #expect(site.report?.outcome == .refused)
    #expect(site.report?.diagnostics.contains { $0.path.hasSuffix("shortlist.mustache") } == true)
  }

  @Test("A page of the content can't take its address; a file can't either")
  func reserved() throws {
    try Self.site(content: ["pages/shortlist.md": "---\ntitle: S\n---\n"]).build()
      .expect(diagnostics: ["content/pages/shortlist.md: error: the site uses the address 'shortlist/' itself"])
    try Self.site(
      ["templates/shortlist.mustache": Self.template], content: ["static/shortlist/index.html": "x"]
    ).build()
      .expect(diagnostics: [
        "content/static/shortlist/index.html: error: the site has a page at 'shortlist/index.html' itself"
      ])
  }

  @Test("Content may link to it")
  func linked() throws {
    try Self.site(
      ["templates/shortlist.mustache": Self.template],
      content: ["pages/about.md": "---\ntitle: About\n---\n\n[Yours](/shortlist/)\n"]
    ).build().expect(diagnostics: []).expect("about/index.html", contains: ["href=\"../shortlist/\""])
  }

  @Test("A card knows the mentor's slug, by which a browser remembers them, in any script")
  func slug() throws {
    let profile = "<p data-mentor=\"{{slug}}\">{{name}}</p>\n"
    try Self.site(
      ["templates/profile.mustache": profile], content: ["mentors/東京.md": "---\nname: 東京 太郎\n---\n"]
    ).build().expect("mentors/東京/index.html", contains: ["<p data-mentor=\"東京\">東京 太郎</p>"])
  }
}

@Suite("The shortlist of the themes that ship")
struct ShippedShortlistTests {
  @Test(
    "Each card, each profile and the header offer it; the page says without JavaScript what it is",
    arguments: ["default", "collegiate"])
  func offered(_ theme: String) throws {
    let files = try SampleSiteTests.build(theme: theme).folder.files(in: "site").files
    func page(_ path: String) throws -> String { String(decoding: try #require(files[path]), as: UTF8.self) }
    let explore = try page("explore/index.html")
    let cards = explore.components(separatedBy: "<li class=\"card\" data-mentor=").count - 1
    #expect(cards == 24)
    #expect(explore.components(separatedBy: " data-save aria-pressed=\"false\" aria-label=").count - 1 == cards)
    let profile = try page("mentors/aaliyah-brooks/index.html")
    #expect(profile.contains("<article class=\"profile\" data-mentor=\"aaliyah-brooks\">"))
    #expect(profile.contains("aria-label=\"Save to shortlist: Aaliyah Brooks\""))
    #expect(profile.contains("href=\"../../shortlist/\""))
    let shortlist = try page("shortlist/index.html")
    #expect(shortlist.contains("<noscript><p class=\"callout\">"))
    #expect(shortlist.contains("<meta name=\"robots\" content=\"noindex\">"))
    #expect(shortlist.contains("aria-current=\"page\""))
  }
}
