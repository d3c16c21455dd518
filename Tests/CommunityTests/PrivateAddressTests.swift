import Community
import SiteTesting
import Testing

@Suite("Addresses in texts")
struct PrivateAddressTests {
  static let relay = "requests: {address: relay, relay: \"m.{slug}@example.edu\"}\n"
  static let own = "name: Ana\nemail: ana@example.com\n"

  static func lines(_ content: [String: String], settings: String) throws -> [String] {
    let loaded = try LoadedSite(content: content, settings: settings).loaded
    return loaded.diagnostics.map { diagnostic in
      let file = diagnostic.path.split(separator: "/").last ?? ""
      let start = diagnostic.range?.start
      return "\(file):\(start?.line ?? 0):\(start?.column ?? 0) \(diagnostic.message)"
    }
  }

  @Test(
    "A profile that says the mentor's own address is named at the place, unless addresses are public",
    arguments: [
      ("headline: Ask ana@example.com\n", "", "ana.md:4:15"),
      ("headline: \"Ask ana@example.com\"\n", "", "ana.md:4:11"),
      ("expertise: [Law, ANA@example.com]\n", "", "ana.md:4:18"),
      ("links: {mail: \"https://x.example/?to=ana%40example.com\"}\n", "", "ana.md:4:15"),
      ("note: or ana@example.com\n", "", "ana.md:4:10"), ("", "Hello.\n\nMail é ana@example.com now.\n", "ana.md:7:8"),
      ("", "[mail](mailto:ana@example.com)\n", "ana.md:5:15"), ("", "ana&#64;example.com\n", "ana.md:5:1"),
    ])
  func profile(_ fields: String, _ text: String, _ place: String) throws {
    let content = ["mentors/ana.md": "---\n\(Self.own)\(fields)---\n\(text)"]
    let custom = "fields: {note: {kind: text}}\n"
    let message = "the text says the mentor's own address 'ana@example.com', which the settings keep private"
    for policy in [Self.relay, "requests: {address: office}\n", "requests: {address: on-click}\n", ""] {
      #expect(try Self.lines(content, settings: custom + policy) == ["\(place) \(message)"])
      #expect(try LoadedSite(content: content, settings: custom + policy).mentor == nil)
    }
    #expect(try LoadedSite(content: content, settings: custom + "requests: {address: public}\n").mentor != nil)
  }

  @Test("Fields that no page shows as they are may say it")
  func unpublished() throws {
    let fields = "availability: {calendar: \"https://x.example/ana%40example.com/b.ics\"}\n"
    let content = ["mentors/ana.md": "---\n\(Self.own)\(fields)second: ana@example.com\n# ana@example.com\n---\n"]
    #expect(try Self.lines(content, settings: Self.relay + "fields: {second: {kind: email}}\n") == [])
  }

  @Test("Another mentor's address is named with its owner, in profiles, in the guide and on pages")
  func others() throws {
    let page = "---\ntitle: T\n---\n\nAsk ana@example.com.\n"
    let content = [
      "mentors/ana.md": "---\n\(Self.own)---\n", "mentors/ben.md": "---\nname: Ben\n---\nAsk ana@example.com.\n",
      "guide/index.md": page, "pages/about.md": page,
    ]
    let message = "the text says 'ana@example.com', the own address of Ana, which the settings keep private"
    let places = ["index.md:5:5", "ben.md:4:5", "about.md:5:5"]
    #expect(try Self.lines(content, settings: Self.relay) == places.map { "\($0) \(message)" })
    let community = try #require(try LoadedSite(content: content, settings: Self.relay).loaded.community)
    #expect(community.mentors.map(\.slug) == ["ana"])
    #expect(community.guide.isEmpty && community.pages.isEmpty)
  }

  @Test("The office's address and an alias are public, whoever's they are")
  func publicOnes() throws {
    let text = "Write to office@example.edu or m.ana@example.edu.\n"
    for address in ["office@example.edu", "m.ana@example.edu"] {
      let content = ["mentors/ana.md": "---\nname: Ana\nemail: \(address)\n---\n\(text)"]
      #expect(try Self.lines(content, settings: Self.relay) == [])
    }
  }

  @Test("A link to a mentor who is kept back shows its words and no address, wherever it stands")
  func links() throws {
    let link = "See [our friend](../mentors/secret-one.md).\n"
    let content = [
      "mentors/secret-one.md": "---\nname: Hush\nstatus: hidden\n---\n",
      "mentors/ana.md": "---\nname: Ana\n---\n\(link)",
      "guide/index.md":
        "---\ntitle: G\nactions: [{title: Friend, link: ../mentors/secret-one.md}, {title: Home, link: /}]\n---\n\(link)",
    ]
    let navigation =
      "navigation: [{title: Friend, link: mentors/secret-one.md}, {title: Guide, link: guide/index.md}]\n"
    let loaded = try LoadedSite(content: content, settings: navigation).loaded
    let community = try #require(loaded.community)
    for text in [community.mentors[0].bio, community.guide[0].text] {
      let html = String(decoding: text.html.bytes, as: UTF8.self)
      #expect(html.contains("our friend") && !html.contains("secret-one"))
    }
    #expect(community.guide[0].actions.map(\.title) == ["Home"])
    #expect(community.settings.navigation?.map(\.title) == ["Guide"])
    // Each is still known as a link that leads nowhere, for the build to report.
    let known = community.settings.references + community.guide[0].references + loaded.profileReferences
    #expect(known.count { $0.target.path == "mentors/secret-one/" } == 4)
  }
}
