import Files
import Foundation
import Rosters
import Scheduling
import SiteTesting
import Testing

@testable import RosterSync

@Suite("A roster that is a file")
struct FileSourceTests {
  static let text = "ID,Name\n1,Zoë\n2,\"B\no\"\n3,Cy\n"

  @Test("A path lies below the content folder, unless it begins at the root; the file tells its age")
  func paths() async throws {
    let folder = try ScratchFolder()
    try folder.write(Self.text, to: "rosters/a.csv")
    let fetcher = Fetcher.quick(in: folder.path)
    for path in ["rosters/a.csv", folder.path + "/rosters/a.csv"] {
      var source = SourceSettings(name: "roster", place: .file(path), freshnessMinutes: 60)
      let fetched = try await outcome(of: source, by: fetcher).get()
      let modified = try #require(fetched.modified)
      #expect(fetched.text == Self.text)
      #expect(abs(Instant.now().secondsSinceEpoch - modified.secondsSinceEpoch) < 600)
      #expect(!fetched.isStale(for: source, at: modified.adding(seconds: 3600)))
      #expect(fetched.isStale(for: source, at: modified.adding(seconds: 3601)))
      source.freshnessMinutes = nil
      #expect(!fetched.isStale(for: source, at: modified.adding(seconds: 1 << 40)))
    }
  }

  @Test("A file that isn't there, is a folder or is too large is a problem")
  func problems() async throws {
    let folder = try ScratchFolder()
    try folder.write(Self.text, to: "a.csv")
    let fetcher = Fetcher.quick(in: folder.path)
    #expect(
      await problem(with: SourceSettings(name: "roster", place: .file("none.csv")), by: fetcher)
        == .file(FileProblem(.read, folder.path + "/none.csv", code: ENOENT)))
    #expect(
      await problem(with: SourceSettings(name: "roster", place: .file(".")), by: fetcher)
        == .file(FileProblem(.read, folder.path + "/.", code: EISDIR)))
    #expect(
      await problem(with: SourceSettings(name: "roster", place: .file("a.csv"), byteLimit: 20), by: fetcher)
        == .tooLarge(limit: 20))
  }

  @Test("A link to a file is that file; what isn't a file is not waited for")
  func links() async throws {
    let folder = try ScratchFolder()
    try folder.write(Self.text, to: "2027-03-01.csv")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/latest.csv", withDestinationPath: "2027-03-01.csv")
    let fetcher = Fetcher.quick(in: folder.path)
    let fetched = try await outcome(of: SourceSettings(name: "roster", place: .file("latest.csv")), by: fetcher).get()
    #expect(fetched.text == Self.text && fetched.modified != nil)
    #expect(mkfifo(folder.path + "/pipe.csv", 0o600) == 0)
    #expect(
      await problem(with: SourceSettings(name: "roster", place: .file("pipe.csv")), by: fetcher)
        == .file(FileProblem(.read, folder.path + "/pipe.csv", code: EINVAL)))
  }

  @Test("The next run knows whether it is the same")
  func same() async throws {
    let folder = try ScratchFolder()
    try folder.write(Self.text, to: "a.csv")
    let source = SourceSettings(name: "roster", place: .file("a.csv"))
    let fetcher = Fetcher.quick(in: folder.path)
    let first = try await outcome(of: source, by: fetcher).get()
    let second = try await outcome(of: source, by: fetcher, remembered: first.memory).get()
    #expect(!first.isSame && second.isSame && second.memory == first.memory)
    try folder.write(Self.text + "4,Di\n", to: "a.csv")
    let third = try await outcome(of: source, by: fetcher, remembered: first.memory).get()
    #expect(!third.isSame && third.beginning == nil)
    try folder.write("ID,Name\n1,Zoë\n", to: "a.csv")
    try folder.write("ID,Name\n1,Zoë\n", to: "b.csv")
    #expect(try await outcome(of: source, by: fetcher, remembered: first.memory).get().beginning == .behindLine)
    let other = SourceSettings(name: "roster", place: .file("b.csv"))
    #expect(try await outcome(of: other, by: fetcher, remembered: first.memory).get().beginning == nil)
  }
}

@Suite("An input that ends earlier than the last")
struct InputExtentTests {
  static let forms: [(RosterFormat, String)] = [
    (.csv, "ID,Name\n1,Zoë\n2,\"B\no\"\n3,Cy\n"), (.csv, "ID,Name\r\n1,Zoë\r\n2,Bo\r\n3,Cy"),
    (.csv, "ID,Name\r1,Zoë\r2,Bo\r3,Cy\r"), (.tsv, "ID\tName\r\n1\tZoë\r\n2\tBo\r\n"),
    (.json, "[{\"id\": 1},\n{\"id\": 22}]\n"),
    (.ldif, "dn: a\nuid: 1\n\ndn: b\nuid:: QW5hIEzDs3Bleg==\nmail: x\n y\n\n"),
    (.vcard, "BEGIN:VCARD\nVERSION:4.0\nFN:A\nEND:VCARD\nBEGIN:VCARD\nVERSION:4.0\nFN:B\nEND:VCARD\n"),
  ]

  @Test(
    "Cut at any byte, a roster is a problem, is known to end earlier, or is whole but for two people at most",
    arguments: forms)
  func cut(_ format: RosterFormat, text: String) throws {
    let bytes = Array(text.utf8)
    let extent = KeptExtent(bytes)
    let whole = Self.cells(try Roster.read(bytes, as: format))
    for count in 0..<bytes.count {
      let part = Array(bytes[..<count])
      // A roster of nobody is never applied.
      guard let roster = try? Roster.read(part, as: format), roster.count > 0 else { continue }
      let cells = Self.cells(roster)
      guard let beginning = extent.beginning(part) else {
        #expect(cells == whole, "cut at \(count)")
        continue
      }
      let shortening = Shortening("office", format: format, beginning, rows: roster.count, before: whole.count - 1)
      guard shortening.mayBeDepartures(gone: whole.count - cells.count) else { continue }
      #expect(whole.count - cells.count <= 2)
      #expect(cells == whole.prefix(cells.count).map { Array($0.prefix(roster.columns.count)) }, "cut at \(count)")
    }
  }

  @Test(
    "A beginning ends behind a line only as the input did: with a line end, or without where the last has none",
    arguments: [
      ("a\nb\nc\n", "a\nb\n", .behindLine), ("a\nb\nc\n", "a\nb", .anywhere), ("a\nb\nc\n", "a\nb\nc", nil),
      ("a\nb\nc", "a\nb", .behindLine), ("a\nb\nc", "a\nb\n", .anywhere), ("a\nbb\nc", "a\nb", .anywhere),
      ("a\r\nb\r\nc\r\n", "a\r\nb\r\n", .behindLine), ("a\r\nb\r\nc\r\n", "a\r\nb\r", .anywhere),
      ("a\r\nb\r\nc\r\n", "a\r\nb\r\nc", nil), ("a\r\nb\r\nc", "a\r\nb", .behindLine),
      ("a\rb\rc\r", "a\rb\r", .behindLine), ("a\rb\rc\r", "a\rb", .anywhere), ("a\rb\rc", "a\rb", .behindLine),
      ("a\nb\nc\n", "a\nB\n", nil), ("a\nb\nc\n", "a\nb\nc\n", nil), ("a\nb\nc\n", "a\nb\nc\nd\n", nil),
    ] as [(String, String, KeptExtent.Beginning?)])
  func endings(_ input: String, _ part: String, expected: KeptExtent.Beginning?) {
    #expect(KeptExtent(Array(input.utf8)).beginning(Array(part.utf8)) == expected)
  }

  @Test("So it is in UTF-16", arguments: [false, true], ["\n", "\r\n"])
  func wideEndings(isBig: Bool, lineEnd: String) {
    func bytes(_ text: String) -> [UInt8] {
      text.replacing("\n", with: lineEnd).utf16.flatMap { unit in
        let pair = [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)]
        return isBig ? pair.reversed() : pair
      }
    }
    let extent = KeptExtent(bytes("a\nb\ncc\nd\n"))
    #expect(extent.beginning(bytes("a\nb\n")) == .behindLine)
    #expect(extent.beginning(bytes("a\nb\nc")) == .anywhere)
    #expect(extent.beginning(bytes("a\nb\ncc\n").dropLast()) == .anywhere)
    #expect(extent.beginning(bytes("a\nb\nc\nd\n")) == nil)
  }

  static func cells(_ roster: Roster) -> [[[String]]] {
    [roster.columns.map { [$0] }]
      + (0..<roster.count).map { row in roster.columns.indices.map { roster.texts(row, $0) } }
  }

  @Test("A roster that has lost a person elsewhere, or has changed and is shorter, is not one that was cut")
  func changed() {
    let rows = (0..<200).map { "\($0),Name \($0)\n" }
    let extent = KeptExtent(Array(("ID,Name\n" + rows.joined()).utf8))
    for gone in 0..<199 {
      let rest = rows.indices.filter { $0 != gone }.map { rows[$0] }.joined()
      #expect(extent.beginning(Array(("ID,Name\n" + rest).utf8)) == nil)
    }
    #expect(extent.beginning(Array(("ID,Nick\n" + rows.dropLast().joined()).utf8)) == nil)
    for left in 4..<200 {
      let beginning = extent.beginning(Array(("ID,Name\n" + rows.prefix(left).joined()).utf8))
      #expect(beginning != nil, "\(left) rows")
    }
  }

  @Test("What is remembered is read back from its text, and nonsense isn't")
  func text() {
    for length in [0, 1, 100, 100_000] {
      let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* $0 / 7) }
      let extent = KeptExtent(bytes)
      #expect(KeptExtent(text: extent.text) == extent)
      #expect(extent.length == length)
    }
    for text in ["", "1", "x y", "5 abc 1:2", "-1 \(String(repeating: "0", count: 64))"] {
      #expect(KeptExtent(text: text) == nil)
    }
  }
}
