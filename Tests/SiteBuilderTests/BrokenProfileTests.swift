import Foundation
import SiteTesting
import Testing

/// `Tests/Fixtures/broken-profiles`: some forty profiles with a mistake that a real roster had, ten that are only untidy,
/// and valid neighbours.
@Suite("Broken profiles")
struct BrokenProfileTests {
  static let expected = RepositoryPaths.fixtures + "/broken-profiles/expected.txt"

  @Test("Every mistake is named at its line and column, with nothing beside")
  func findings() throws {
    let site = try SiteFixture("broken-profiles").build()
    let lines = site.diagnosticLines.joined(separator: "\n") + "\n"
    if ProcessInfo.processInfo.environment["UPDATE_EXPECTED"] == "1" {
      try Data(lines.utf8).write(to: URL(fileURLWithPath: Self.expected))
    }
    #expect(lines == String(decoding: try Data(contentsOf: URL(fileURLWithPath: Self.expected)), as: UTF8.self))
  }

  @Test("Every finding says what to do, and points into its line")
  func remedies() throws {
    let without = ["unknown-field", "number"]
    for diagnostic in try SiteFixture("broken-profiles").build().report?.diagnostics ?? [] {
      let mayLackRemedy = without.contains { diagnostic.code.hasSuffix($0) }
      #expect(diagnostic.remedy != nil || mayLackRemedy, "\(diagnostic.message)")
      #expect(!diagnostic.message.hasSuffix("."), "\(diagnostic.message)")
      if let range = diagnostic.range, let excerpt = diagnostic.excerpt {
        #expect(range.start.column <= excerpt.unicodeScalars.count + 1, "\(diagnostic.message)")
      }
    }
  }

  @Test("The valid neighbours are built, the untidy ones with the one reading that they have")
  func neighbours() throws {
    let site = try SiteFixture("broken-profiles").build()
    let built = Set(site.output.paths.filter { $0.hasPrefix("mentors/") }.map { $0.split(separator: "/")[1] })
    #expect(
      built == [
        "Case", "javascript-link", "paused-in-the-past", "paused-without-status", "unknown-field", "untidy-bom-crlf",
        "untidy-emoji", "untidy-empty-fields", "untidy-html-bio", "untidy-lone-string", "untidy-quoted-numbers",
        "untidy-text-block", "untidy-words", "valid-one", "valid-two",
      ])
    #expect(site.report?.outcome == .written)
    try site.expect(
      "mentors/untidy-words/index.html", contains: ["Oslo, NO", "<dd>012</dd>", "<dd>on</dd>", "1:30, 2024-01-02"])
    try site.expect("mentors/untidy-text-block/index.html", contains: ["<h1>Block Name</h1>"])
    try site.expect("explore/index.html", contains: ["Block Name</a>: Folded into one line", "🚀 to the moon"])
    try site.expect("mentors/untidy-bom-crlf/index.html", contains: ["<h1>Byte Order Mark</h1>", "<p>Hello.</p>"])
    try site.expect("mentors/untidy-html-bio/index.html", contains: ["&lt;script&gt;alert(1)&lt;/script&gt;"])
    try site.expect("mentors/untidy-quoted-numbers/index.html", contains: ["2013"])
    try site.expect("mentors/untidy-lone-string/index.html", contains: ["Budgeting", "Norwegian"])
    try site.expect("mentors/javascript-link/index.html", contains: ["Click me"], lacks: ["javascript:", "data:"])
    try site.expect("explore/industry/health-care/index.html", contains: ["Valid One", "Valid Two"])
  }

  @Test("With strict nothing is written, neither anew nor over an earlier site")
  func strict() throws {
    let site = try SiteFixture("broken-profiles").build { $0.isStrict = true }
    #expect(site.report?.outcome == .refused)
    #expect(site.output.files.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: site.outputPath))
    let before = site.build().output
    try site.edit("mentors/valid-one.md") { $0 + "\nMore.\n" }
    #expect(site.build { $0.isStrict = true }.output == before)
  }

  @Test("A profile that is mended is built, one that breaks is taken off the site, and its neighbours stay")
  func breaking() throws {
    let site = try SiteFixture("broken-profiles").build()
    try site.edit("mentors/bad-zone.md") { $0.replacing("NewYork", with: "New_York") }
    site.build().expect(files: ["mentors/bad-zone/index.html"])
    try site.edit("mentors/valid-one.md") { $0.replacing("name:", with: "nmae:") }
    site.build().expect(noFiles: ["mentors/valid-one/index.html"]).expect(files: ["mentors/valid-two/index.html"])
  }
}
