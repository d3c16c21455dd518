import SiteTesting
import Testing

@testable import SiteBuilder

@Suite("Absence proof")
struct AbsenceProofTests {
  static let settings = """
    title: Mentors
    contact: {email: office@example.edu}
    """

  static let ana = """
    ---
    name: Ana Example
    email: ana@example.edu
    phone: "+1 202 555 0123"
    status: hidden
    ---
    """

  /// A site with Ana, who isn't published, and a page that says something.
  func site(_ text: String, ana: String = ana, bo: String = "---\nname: Bo Other\n---\n") throws -> SiteFixture {
    try SiteFixture(
      settings: Self.settings,
      content: [
        "mentors/ana-example.md": ana, "mentors/bo-other.md": bo,
        "pages/about.md": "---\ntitle: About\n---\n\n\(text)\n",
      ])
  }

  @Test(
    "A page that tells of somebody who isn't published fails the build",
    arguments: [
      "Write to ana@example.edu.", "Write to [her](mailto:ana%40example.edu).", "Call +1 (202) 555-0123.",
      "[Call](tel:+12025550123)", "See <https://mentors.example.edu/mentors/ana-example/>.",
    ])
  func fails(text: String) throws {
    let site = try site(text)
    site.build()
    guard case .failed? = site.report?.outcome else {
      Issue.record("built: \(text)")
      return
    }
    #expect(site.report?.diagnostics.contains { $0.code == "privacy/absence" } == true)
    #expect(site.folder.files(in: "output").published.paths.isEmpty)
  }

  @Test("Consent taken back counts as well as hiding")
  func consent() throws {
    let site = try site(
      "Call +1 202 555 0123.", ana: Self.ana.replacing("status: hidden", with: "consent: false"))
    site.build()
    #expect(site.report?.diagnostics.contains { $0.code == "privacy/absence" } == true)
  }

  @Test("A name in running text is a warning; a part of a longer one is none")
  func name() throws {
    let named = try site("We thank Ana Example for her help.")
    named.build()
    #expect(named.report?.diagnostics.map(\.code) == ["privacy/absence-name"])
    let other = try site("We thank Joana Example, and Ana Examples.")
    other.build()
    #expect(other.report?.diagnostics.isEmpty == true)
  }

  @Test("What a published mentor has too tells of nobody")
  func shared() throws {
    let site = try site(
      "Call +1 202 555 0123.", bo: "---\nname: Bo Other\nphone: \"+1 202 555 0123\"\n---\n")
    site.build()
    #expect(site.report?.diagnostics.contains { $0.code == "privacy/absence" } == false)
  }

  @Test("Removing a person and building is never having had them, byte for byte")
  func neverHad() throws {
    let hidden = try site("Hello.")
    hidden.build()
    let without = try SiteFixture(
      settings: Self.settings,
      content: [
        "mentors/bo-other.md": "---\nname: Bo Other\n---\n", "pages/about.md": "---\ntitle: About\n---\n\nHello.\n",
      ])
    without.build()
    #expect(hidden.folder.files(in: "output").published == without.folder.files(in: "output").published)
  }
}
