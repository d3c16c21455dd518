import Foundation
import SiteTesting
import Testing

@Suite("The search index")
struct SearchIndexTests {
  @Test("It says of each mentor what the profile says, in the form that its description promises")
  func whole() throws {
    let site = try SiteFixture("search").build()
    let text = try #require(SearchIndexText(site.output)?.text)
    let expected = RepositoryPaths.fixtures + "/search/expected/search.txt"
    if ProcessInfo.processInfo.environment["UPDATE_EXPECTED"] == "1" {
      try FileManager.default.createDirectory(
        atPath: RepositoryPaths.fixtures + "/search/expected", withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(fileURLWithPath: expected))
    }
    #expect(FileManager.default.contents(atPath: expected).map { String(decoding: $0, as: UTF8.self) } == text)
  }

  @Test("The directory's pages name the entry, and it is there")
  func entry() throws {
    let site = try SiteFixture("search").build()
    let entry = try #require(site.output.paths.first { $0.hasPrefix("search/entry-") })
    try site.expect("explore/index.html", contains: ["href=\"../\(entry)\""])
    try site.expect("explore/industry/law/index.html", contains: ["href=\"../../../\(entry)\""])
  }

  @Test("Any number of threads gives the same files")
  func threads() throws {
    let one = try SiteFixture("search").build { $0.jobs = 1 }.output.published
    for jobs in [2, 5] {
      #expect(try SiteFixture("search").build { $0.jobs = jobs }.output.published.differences(from: one) == [])
    }
  }

  @Test("Files that stay the same keep their names and are not written again")
  func unchanged() throws {
    let site = try SiteFixture("search").build()
    site.build()
    #expect(site.report?.changed == 0)
    let before = Set(site.output.paths)
    try site.edit("mentors/eve.md") { $0.replacing("Curiosity.", with: "Wonder.") }
    site.build()
    let new = Set(site.output.paths).subtracting(before).map { $0.replacing(/-[0-9a-f]{16}/, with: "") }
    #expect(new.sorted() == ["search/entry.bin", "search/vocabulary.bin", "search/words/0.bin"])
  }

  @Test(
    "There is none where the settings don't want one, or where there is nobody to find",
    arguments: ["directory: {search: false}\n", ""])
  func none(_ setting: String) throws {
    let site = try SiteFixture("search").edit("site.yaml") { $0 + setting }
    if setting.isEmpty {
      for name in ["ana-lopez", "bjorn", "chi", "dario", "eve"] { try site.remove("mentors/\(name).md") }
    }
    site.build()
    #expect(!site.output.paths.contains { $0.hasPrefix("search/") })
    try site.expect("explore/index.html", lacks: ["index: "])
  }

  @Test("A theme without a card has no index, and pages all the same")
  func noCard() throws {
    let site = try SiteFixture("search").edit("site.yaml") { $0.replacing("theme: plain", with: "theme: own") }
    let plain = RepositoryPaths.fixtures + "/themes/plain"
    for (path, bytes) in FileTree(of: plain).files where path != "templates/partials/card.mustache" {
      let text = String(decoding: bytes, as: UTF8.self)
      try site.folder.write(text.replacing("{{>card}}", with: "<li>{{name}}</li>"), to: "themes/own/\(path)")
    }
    site.build()
    try site.expect("explore/index.html", contains: ["<li>Eve Curie</li>"], lacks: ["index: "])
  }

  @Test("A phrase that scripts ask for and that the strings lack is an error in theme.yaml")
  func phrases() throws {
    let site = try SiteFixture("search").edit("site.yaml") { $0.replacing("theme: plain", with: "theme: own") }
    try site.folder.write("extends: plain\nphrases: [slogan, sloganeer]\n", to: "themes/own/theme.yaml")
    site.build()
    #expect(site.report?.outcome == .refused)
    let wanted = "themes/own/theme.yaml:2:19: error: the theme's strings have no 'sloganeer'"
    #expect(site.diagnosticLines.contains(wanted))
  }

  @Test("A site's static files can't lie where the index is")
  func clash() throws {
    let site = try SiteFixture("search").build()
    let entry = try #require(site.output.paths.first { $0.hasPrefix("search/entry-") })
    try site.add("static/\(entry)", "mine").build()
    #expect(site.diagnosticLines.contains { $0.contains("the site has a page at '\(entry)' itself") })
  }
}
