import Compression
import SiteTesting
import Testing

@Suite("Compression")
struct DeflaterTests {
  static let texts: [[UInt8]] = {
    var random = SeededGenerator(seed: 44)
    let noise = (0..<70_000).map { _ in UInt8.random(in: 0...255, using: &random) }
    let words = (0..<9_000).flatMap { _ in Array("word\(Int.random(in: 0..<300, using: &random)) ".utf8) }
    return [[], [7], Array("short".utf8), [UInt8](repeating: 0, count: 200_000), noise, words]
  }()

  @Test("What is read back is what was written, at every level", arguments: [1, 6, 9] as [Int32])
  func roundTrip(_ level: Int32) {
    let deflater = Deflater(level: level)
    for text in Self.texts { #expect(Inflating.bytes(of: deflater.deflated(text)) == text) }
  }

  @Test("A text is compressed alike whatever the same compressor had before")
  func noMemory() {
    let deflater = Deflater(level: 9)
    for text in Self.texts + Self.texts.reversed() {
      #expect(deflater.deflated(text) == Deflater(level: 9).deflated(text))
    }
  }

  @Test("Texts with repetitions become much shorter, and noise hardly longer")
  func sizes() {
    let sizes = Self.texts.map { (before: $0.count, after: Deflater(level: 9).deflated($0).count) }
    #expect(sizes[3].after < 400)
    #expect(sizes[4].after <= sizes[4].before + 64)
    #expect(sizes[5].after * 3 < sizes[5].before)
  }
}
