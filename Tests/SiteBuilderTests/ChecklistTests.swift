import SiteTesting
import Testing

@Suite("The guide's checklist on the page of the reader's connections")
struct ChecklistTests {
  private static let asking = "---\ntitle: Asking\norder: 1\n---\n\n- [ ] Spell the name.\n"
  private static let preparing = """
    ---
    title: Preparing <early>
    order: 2
    ---

    ## Before

    - [ ] Read the profile.
    - [ ] Say "hello".

    ## After

    - [ ] Read the profile.

    """

  private static func site(_ requests: String = "{}", content: [String: String] = [:]) throws -> SiteFixture {
    try SiteFixture(
      settings: """
        title: T
        base_url: https://mentors.example.edu/
        theme: default
        contact: {name: Office, email: office@example.edu}
        requests: \(requests)

        """,
      content: [
        "mentors/ana.md": "---\nname: Ana\n---\n", "guide/index.md": "---\ntitle: Guide\n---\n\n- a list\n",
        "guide/asking.md": asking, "guide/preparing.md": preparing,
      ].merging(content) { $1 })
  }

  @Test("It is that of the page that the settings name, with sections, and with the link as this page writes it")
  func chosen() throws {
    try Self.site("{checklist: guide/preparing.md}").build().expect(diagnostics: []).expect(
      "connections/index.html",
      contains: [
        #""checklist":{"title":"Preparing \u003cearly\u003e","link":"../guide/preparing/","items":[{"id":""#,
        #""text":"Read the profile.","section":"Before"},{"id":""#, #""text":"Say \"hello\".","section":"Before"}"#,
        #""text":"Read the profile.","section":"After"}]}"#,
      ], lacks: ["Spell the name"])
  }

  @Test("Without the setting it is that of the guide's first page with one, and no other page is told anything")
  func first() throws {
    try Self.site().build().expect("connections/index.html", contains: ["\"title\":\"Asking\"", "Spell the name."])
      .expect("respond/index.html", lacks: ["checklist"])
  }

  @Test("A guide without any has none")
  func none() throws {
    try Self.site(content: ["guide/asking.md": "---\ntitle: A\n---\n", "guide/preparing.md": "---\ntitle: P\n---\n"])
      .build()
      .expect("connections/index.html", contains: ["connections-data"], lacks: ["\"checklist\""])
  }

  @Test("An item's name stays when others come before it, and two of the same words have two names")
  func names() throws {
    let site = try Self.site("{checklist: guide/preparing.md}").build()
    let former = try Self.names(site)
    #expect(Set(former).count == 3 && former[2] == former[0] + "-2")
    #expect(former.allSatisfy { $0.utf8.count <= 64 })
    try site.edit("guide/preparing.md") {
      $0.replacing("- [ ] Read the profile.\n- [ ] Say", with: "- [ ] New.\n- [ ] Say")
    }
    .build()
    let now = try Self.names(site)
    #expect(now[1] == former[1] && now[2] == former[0] && !former.contains(now[0]))
  }

  private static func names(_ site: SiteFixture) throws -> [String] {
    let page = String(decoding: try #require(site.output.files["connections/index.html"]), as: UTF8.self)
    return page.matches(of: #/"id":"([^"]+)"/#).map { String($0.output.1) }
  }

  @Test("A page without a checklist, and one that is not there, are told with their line")
  func mistaken() throws {
    let empty = try Self.site("{checklist: guide/index.md}").build()
    #expect(empty.diagnosticLines == ["content/site.yaml:5:23: warning: 'guide/index.md' has no checklist"])
    try empty.expect("connections/index.html", lacks: ["\"checklist\""])
    let missing = try Self.site("{checklist: guide/gone.md}").build()
    #expect(
      missing.diagnosticLines == [
        "content/site.yaml:5:23: error: 'guide/gone.md' leads to a page that the site does not have"
      ])
  }
}
