import Compression
import Foundation
import SiteTesting
import Testing

@Suite("Unpacking gzip")
struct UnpackerTests {
  /// What the program `gzip` makes of bytes.
  private func packed(_ bytes: [UInt8]) throws -> [UInt8] {
    let folder = try ScratchFolder()
    try folder.write(bytes, to: "file")
    let run = try CommandRun.run("/usr/bin/env", ["gzip", "file"], in: folder.path)
    #expect(run.exitCode == 0)
    return try #require(folder.files(in: ".").files["file.gz"])
  }

  @Test("What gzip packed comes out again", arguments: [0, 1, 1000, 262_143, 262_144, 262_145, 3_000_000])
  func whole(_ size: Int) throws {
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 8) }
    #expect(try Unpacker.unpacked(try packed(bytes), limit: size) == bytes)
  }

  @Test("Streams that follow each other are one")
  func several() throws {
    let packed = try packed(Array("one ".utf8)) + packed(Array("two".utf8))
    #expect(try Unpacker.unpacked(packed, limit: 100) == Array("one two".utf8))
  }

  @Test("Cut at any byte, or with any byte changed behind its header, it is damaged")
  func damaged() throws {
    let whole = try packed(Array("ID,Name\n1,Ana\n2,Bo\n3,Cy\n4,Di\n".utf8))
    for count in 0..<whole.count {
      #expect(throws: Unpacker.Problem.damaged) { try Unpacker.unpacked(Array(whole[..<count]), limit: 1000) }
    }
    for index in (whole.count - 8)..<whole.count {
      var changed = whole
      changed[index] ^= 0x10
      #expect(throws: Unpacker.Problem.damaged) { try Unpacker.unpacked(changed, limit: 1000) }
    }
    #expect(throws: Unpacker.Problem.damaged) { try Unpacker.unpacked(Array("ID,Name".utf8), limit: 1000) }
    #expect(throws: Unpacker.Problem.damaged) { try Unpacker.unpacked(whole + [0x41], limit: 1000) }
  }

  @Test("Beyond its limit nothing is unpacked")
  func limit() throws {
    let bomb = try packed([UInt8](repeating: 0, count: 50_000_000))
    #expect(throws: Unpacker.Problem.tooLarge) { try Unpacker.unpacked(bomb, limit: 1 << 20) }
    #expect(throws: Unpacker.Problem.tooLarge) { try Unpacker.unpacked(bomb, limit: 49_999_999) }
    #expect(try Unpacker.unpacked(bomb, limit: 50_000_000).count == 50_000_000)
  }
}
