/// A compiled zone file, read: RFC 8536 (TZif), versions 1 to 4.
///
/// 1. The header tells the version and how many entries of each kind the first block has.
/// 2. From version 2 on that block, with its 32-bit times, is passed over: a second header and block follow, with
///    64-bit times, and behind them the footer, a rule for all time after the last transition.
/// 3. Every index and offset is checked. A file that is cut short or contradicts itself is no zone.
struct TimeZoneFile {
  /// When the offset changes, in seconds since the epoch, ascending.
  let transitions: [Int64]
  /// For each transition, which of `offsets` holds from it on.
  let offsetIndices: [UInt8]
  /// The offsets that the zone has had; the first one holds before the first transition (RFC 8536 §3.2).
  let offsets: [ZoneOffset]
  /// What holds after the last transition; nil when the file does not say.
  let footer: ZoneRule?

  /// Reads a file's bytes; nil when they are no TZif file.
  init?(_ bytes: [UInt8]) {
    var reading = BinaryReading(bytes)
    guard let first = Counts(&reading) else { return nil }
    if first.version == 0 {
      guard let block = Block(first, timeSize: 4, &reading) else { return nil }
      self.init(block, footer: nil)
    } else {
      guard reading.skip(first.blockSize(timeSize: 4)), let second = Counts(&reading),
        let block = Block(second, timeSize: 8, &reading)
      else { return nil }
      self.init(block, footer: reading.readLine().flatMap(ZoneRule.init))
    }
  }

  /// A zone by its changes; nil when an offset is none that a zone can have, or there are more than a file can tell.
  init?(before: Int, changes: [(from: Instant, seconds: Int)]) {
    var changes = changes.sorted { $0.from < $1.from }
    changes = changes.indices.filter { $0 + 1 == changes.count || changes[$0].from < changes[$0 + 1].from }
      .map { changes[$0] }
    let seconds = Set(changes.map(\.seconds)).subtracting([before]).sorted()
    let all = [before] + seconds
    guard all.count <= 255, all.allSatisfy(ZoneOffset.possible.contains) else { return nil }
    transitions = changes.map(\.from.secondsSinceEpoch)
    offsetIndices = changes.map { UInt8(all.firstIndex(of: $0.seconds) ?? 0) }
    offsets = all.map { ZoneOffset(seconds: $0, abbreviation: "", isDaylightSaving: false) }
    footer = nil
  }

  private init(_ block: Block, footer: ZoneRule?) {
    transitions = block.transitions
    offsetIndices = block.offsetIndices
    offsets = block.offsets
    self.footer = footer
  }
}

// MARK: - Header and block

extension TimeZoneFile {
  /// A header: the version and the six counts.
  private struct Counts {
    let version: UInt8
    let utcIndicators: Int
    let standardIndicators: Int
    let leapSeconds: Int
    let transitions: Int
    let offsets: Int
    let abbreviationBytes: Int

    init?(_ reading: inout BinaryReading) {
      guard reading.skip("TZif"), let version = reading.readByte(), reading.skip(15) else { return nil }
      var counts: [Int] = []
      for _ in 0..<6 {
        guard let count = reading.readInteger(size: 4), (0...65_536).contains(count) else { return nil }
        counts.append(Int(count))
      }
      self.version = version
      (utcIndicators, standardIndicators, leapSeconds) = (counts[0], counts[1], counts[2])
      (transitions, offsets, abbreviationBytes) = (counts[3], counts[4], counts[5])
    }

    func blockSize(timeSize: Int) -> Int {
      transitions * (timeSize + 1) + offsets * 6 + abbreviationBytes + sizeAfterAbbreviations(timeSize: timeSize)
    }

    func sizeAfterAbbreviations(timeSize: Int) -> Int {
      leapSeconds * (timeSize + 4) + standardIndicators + utcIndicators
    }
  }

  /// The tables of one block.
  private struct Block {
    var transitions: [Int64] = []
    var offsetIndices: [UInt8] = []
    var offsets: [ZoneOffset] = []

    init?(_ counts: Counts, timeSize: Int, _ reading: inout BinaryReading) {
      for _ in 0..<counts.transitions {
        guard let time = reading.readInteger(size: timeSize), transitions.last.map({ $0 < time }) ?? true else {
          return nil
        }
        transitions.append(time)
      }
      for _ in 0..<counts.transitions {
        guard let index = reading.readByte(), index < counts.offsets else { return nil }
        offsetIndices.append(index)
      }
      var written: [(seconds: Int, isDaylightSaving: Bool, abbreviation: Int)] = []
      for _ in 0..<counts.offsets {
        guard let seconds = reading.readInteger(size: 4), ZoneOffset.possible.contains(Int(seconds)),
          let daylight = reading.readByte(), let abbreviation = reading.readByte()
        else { return nil }
        written.append((Int(seconds), daylight != 0, Int(abbreviation)))
      }
      guard !written.isEmpty, let names = reading.read(counts.abbreviationBytes),
        reading.skip(counts.sizeAfterAbbreviations(timeSize: timeSize))
      else { return nil }
      for offset in written {
        guard offset.abbreviation < names.count else { return nil }
        let name = names[(names.startIndex + offset.abbreviation)...].prefix { $0 != 0 }
        offsets.append(
          ZoneOffset(
            seconds: offset.seconds, abbreviation: String(decoding: name, as: UTF8.self),
            isDaylightSaving: offset.isDaylightSaving))
      }
    }
  }
}

/// Reads big-endian numbers and stretches of bytes; nothing is read past the end.
private struct BinaryReading {
  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func read(_ count: Int) -> ArraySlice<UInt8>? {
    guard count >= 0, count <= bytes.count - index else { return nil }
    index += count
    return bytes[(index - count)..<index]
  }

  mutating func skip(_ count: Int) -> Bool { read(count) != nil }

  mutating func skip(_ magic: String) -> Bool { read(magic.utf8.count)?.elementsEqual(magic.utf8) == true }

  mutating func readByte() -> UInt8? { read(1)?.first }

  /// A signed number of 4 or 8 bytes.
  mutating func readInteger(size: Int) -> Int64? {
    guard let bytes = read(size) else { return nil }
    let value = bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return size == 4 ? Int64(Int32(truncatingIfNeeded: value)) : Int64(bitPattern: value)
  }

  /// The text between two line feeds.
  mutating func readLine() -> String? {
    guard readByte() == 0x0A, let end = bytes[index...].firstIndex(of: 0x0A) else { return nil }
    return read(end - index).map { String(decoding: $0, as: UTF8.self) }
  }
}
