import Scheduling
import Testing

@testable import Publishing

@Suite("The record of what was published")
struct RecordTests {
  static let record = PublishRecord(
    release: "ab12", asOf: Instant(secondsSinceEpoch: 1_800_000_000),
    published: Instant(secondsSinceEpoch: 1_800_000_100),
    first: Instant(secondsSinceEpoch: 1_799_000_000), isFinished: true,
    files: [
      "index.html": SiteFile(path: "index.html", size: 3, digest: "c0"),
      "a b/ü.html": SiteFile(path: "a b/ü.html", size: 4, digest: PublishRecord.unsure),
    ],
    kept: [
      "assets/x-0123456789abcdef.css": PublishRecord.Kept(
        file: SiteFile(path: "assets/x-0123456789abcdef.css", size: 5, digest: "d1"),
        since: Instant(secondsSinceEpoch: 1_799_999_999))
    ])

  @Test("It is read as it was written")
  func roundTrip() throws {
    #expect(try PublishRecord(Self.record.bytes) == Self.record)
    var unfinished = Self.record
    unfinished.isFinished = false
    #expect(try PublishRecord(unfinished.bytes) == unfinished)
  }

  @Test("Cut at any byte, it is no record, and so never a smaller one")
  func cut() {
    let bytes = Self.record.bytes
    for length in 0..<bytes.count {
      #expect(throws: PublishRecord.Damage.self) { try PublishRecord(Array(bytes.prefix(length))) }
    }
  }

  @Test("A later version's is told apart from a damaged one")
  func version() {
    let text = String(decoding: Self.record.bytes, as: UTF8.self)
    #expect(throws: PublishRecord.Damage.newer) {
      try PublishRecord(Array(text.replacing("published 1\n", with: "published 2\n").utf8))
    }
    #expect(throws: PublishRecord.Damage.unreadable) { try PublishRecord(Array("<html>".utf8)) }
  }

  @Test("Nothing in it leads out of the target", arguments: ["../x", "/etc/x", "a/../../x", "a//b", "./x", ""])
  func escape(_ path: String) {
    let text = String(decoding: Self.record.bytes, as: UTF8.self).replacing(
      "file c0 3 index.html", with: "file c0 3 \(path)")
    #expect(throws: PublishRecord.Damage.unreadable) { try PublishRecord(Array(text.utf8)) }
  }
}

@Suite("Files by kind")
struct SiteFileTests {
  @Test(
    "A name with a digest in it is immutable",
    arguments: [
      ("assets/site-3995d15222056dba.css", true), ("assets/modules-150b1771708a4832/explore/a.js", true),
      ("search/entry-8a94309b38681758.bin", true), ("search/orders-cabcd163ae90e6b9/newest.bin", true),
      ("assets/images/favicon.svg", false), ("index.html", false), ("mentors/a-b/20261207T153000Z.ics", false),
      ("mentors/deadbeefdeadbeef/index.html", false), ("assets/site-3995D15222056DBA.css", false),
    ])
  func immutable(_ path: String, _ expected: Bool) {
    #expect(SiteFile.isImmutable(path) == expected)
  }

  @Test(
    "Parts come before pages, pages before what announces them",
    arguments: [
      ("a/index.html", SiteFile.Order.page), ("404.html", .page), ("feed.xml", .announcement),
      ("robots.txt", .announcement),
      ("a/feed.xml", .part), ("mentors/a/a.vcf", .part),
    ])
  func order(_ path: String, _ expected: SiteFile.Order) {
    #expect(SiteFile.order(of: path) == expected)
  }

  @Test(
    "The profile that a file belongs to",
    arguments: [("mentors/ana/index.html", "ana"), ("mentors/ana", nil), ("x/mentors/a/b", nil)])
  func profile(_ path: String, _ expected: String?) {
    #expect(SiteFile.profile(of: path).map(String.init) == expected)
  }
}

@Suite("Limits")
struct LimitTests {
  @Test(
    "Twenty pages may always go, of larger sites a tenth",
    arguments: [(0, 20), (100, 20), (200, 20), (210, 21), (5000, 500)])
  func removable(_ pages: Int, _ limit: Int) {
    #expect(PublishLimits().removable(of: pages) == limit)
  }

  @Test(
    "Sizes as people say them",
    arguments: [(0, "0 B"), (999, "999 B"), (1000, "1.0 kB"), (18_665, "18.6 kB"), (2_400_000, "2.4 MB")])
  func size(_ bytes: Int64, _ text: String) {
    #expect(PublishText.size(bytes) == text)
  }

  @Test("A password in an address is hidden")
  func secrets() {
    let line = Secrets(also: ["hunter22"]).hidden(in: "fatal: https://me:pw@host/x and ssh://u@h/ with hunter22 failed")
    #expect(line == "fatal: https://[…]@host/x and ssh://[…]@h/ with […] failed")
  }
}
