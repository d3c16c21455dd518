import SiteTesting
import Testing

@Suite("Similar mentors on profiles")
struct SimilarMentorPageTests {
  /// Six mentors, of whom three have something in common.
  private static func site(theme: String) throws -> SiteFixture {
    func profile(_ name: String, _ fields: String) -> String { "---\nname: \(name)\n\(fields)---\n" }
    return try SiteFixture(
      settings: """
        title: T
        theme: \(theme)
        contact: {email: office@example.edu}
        facets: [{field: expertise}]

        """,
      content: [
        "mentors/ana.md": profile("Ana", "expertise: [Bridges, Tunnels]\nmajors: [Tunnels]\nclass_year: 2013\n"),
        "mentors/ben.md": profile("Ben", "expertise: [Tunnels]\nmajors: [Tunnels]\nclass_year: 2013\n"),
        "mentors/cho.md": profile("Cho", "expertise: [Bridges]\nstatus: paused\n"),
        "mentors/dot.md": profile("Dot", ""), "mentors/eli.md": profile("Eli", ""),
        "mentors/fay.md": profile("Fay", ""),
      ])
  }

  @Test("A profile names the mentors like it, what they share, a word once, and links what one can filter by")
  func page() throws {
    try Self.site(theme: "plain").build()
      .expect(
        "mentors/ana/index.html",
        contains: [
          """
          <p>like <a href="../../mentors/ben/">Ben</a> (<a href="../../explore/expertise/tunnels/">Tunnels</a>) (class of 2013)</p>
          <p>like <a href="../../mentors/cho/">Cho</a> (<a href="../../explore/expertise/bridges/">Bridges</a>)</p>
          """
        ])
  }

  @Test("The default theme has a section for them, and none where nobody is alike")
  func section() throws {
    let site = try Self.site(theme: "default").build()
    try site.expect("mentors/ana/index.html", contains: ["<h2 id=\"similar-title\">Similar mentors</h2>"])
      .expect("mentors/dot/index.html", lacks: ["similar-title"])
  }

  @Test("There is no such section where the settings don't want one")
  func none() throws {
    let site = try Self.site(theme: "default").edit("site.yaml") { $0 + "directory: {similar: false}\n" }.build()
    try site.expect("mentors/ana/index.html", lacks: ["similar-title"])
  }
}
