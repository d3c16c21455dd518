import Digests
import Files
import Testing

@testable import RosterSync

/// The state may lie in a public repository. Whoever has it knows what profiles say too, and may guess the rest.
@Suite("What is kept of sources")
struct KeptSourceTests {
  private static let statePath = "content/.sync/state.json"

  /// A command whose words hold a secret.
  private static let command = "[sh, -c, 'cat roster.csv # pass-1234']"
  private static let words = "command\nsh\n-c\ncat roster.csv # pass-1234"

  private func site(people: Int = 10) throws -> SyncSite {
    try SyncSite(
      people: people,
      settings: SyncSite.settings.replacing("file: roster.csv", with: "format: csv, command: \(Self.command)"))
  }

  /// As many digits as are kept of a digest at least.
  private static let size = 12

  private static func digits(_ digest: [UInt8]) -> ArraySlice<UInt8> {
    Array(SHA256.hexadecimal(digest).utf8)[..<size]
  }

  @Test(
    "Without the key nobody can check a guess at a row: no digest of a beginning is in the state",
    arguments: [1, 10, 100])
  func noGuesses(people: Int) async throws {
    let site = try site(people: people)
    try await site.bootstrap()
    let text = try site.folder.text(of: Self.statePath)
    let state = Array(text.utf8)
    let said = Set(state.indices.dropLast(Self.size - 1).map { state[$0..<$0 + Self.size] })
    let roster = Array(try site.folder.text(of: "content/roster.csv").utf8)
    let key = try #require(try SyncFolder(contentFolder: site.folder.path + "/content").readKey())
    var digest = SHA256()
    for (index, byte) in roster.enumerated() {
      withUnsafeBytes(of: byte) { digest.update($0) }
      if said.contains(Self.digits(digest.finish())) { Issue.record("the first \(index + 1) bytes can be guessed") }
    }
    #expect(!said.contains(Self.digits(SHA256.digest(of: Array(Self.words.utf8)))))
    #expect(!text.contains("pass-1234"))
    // With the key it is there.
    #expect(said.contains(Self.digits(key.input(digest.finish()))) && said.contains(Self.digits(key.place(Self.words))))
  }

  @Test("Two sites with the same roster keep nothing of it that is the same but lengths")
  func twoSites() async throws {
    let sites = [try site(), try site()]
    for site in sites { try await site.bootstrap() }
    let kept = try sites.map { site in
      try #require(
        try KnownState.read(SyncFolder(contentFolder: site.folder.path + "/content"), isFirst: false).state.sources
          .first)
    }
    #expect(kept[0].place != kept[1].place && kept[0].extent.digest != kept[1].extent.digest)
    #expect(kept[0].extent.length == kept[1].extent.length && kept[0].extent.marks.count == 11)
    for (left, right) in zip(kept[0].extent.marks, kept[1].extent.marks) {
      #expect(left.offset == right.offset && left.digest != right.digest)
    }
  }

  @Test("What an address calls its roster is not kept: an ETag may be a digest of it")
  func noEntityTag() async throws {
    let server = try RosterServer.shared.get()
    let site = try SyncSite(
      settings: """
        key: ID
        sources:
          - {name: office, url: "\(server.url("tagged"))", format: csv, allow_private: true, ca: "\(server.authority)"}
        fields: {name: Name}
        """)
    try await site.bootstrap()
    #expect(try await site.night().exit == .done)
    let text = try site.folder.text(of: Self.statePath)
    #expect(!text.contains("one") && !text.contains("1994"))
  }

  @Test("Before the first import each look has another key, and the plan has the same hash")
  func hashOfFirstPlan() async throws {
    let site = try site()
    let hashes = [try await site.plan().plan.hash, try await site.plan().plan.hash]
    #expect(hashes[0] == hashes[1])
    site.people.removeLast()
    #expect(try await site.plan().plan.hash != hashes[0])
  }
}
