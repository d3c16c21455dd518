import Digests

/// What is kept of an input: how long it was, and keyed digests of its beginnings. With the key that is enough to tell
/// whether another is the same, or is its exact beginning and ends earlier; without, nobody can find out by guessing what
/// it said.
///
/// A CSV file that is cut off between two rows is a whole CSV file: only by what was there before can it be found out.
/// There is a digest at each of the last line ends, so that a cut there is known exactly, and at some places all along.
public struct KeptExtent: Hashable, Sendable {
  /// A place in the input, and a keyed digest of all before it.
  struct Mark: Hashable, Sendable {
    let offset: Int
    let digest: String
  }

  /// The bytes.
  public let length: Int
  /// The keyed digest of all of it.
  let digest: String
  let marks: [Mark]

  private static let size = 16

  /// What is to be kept of an input.
  init(_ input: InputExtent, by key: SyncKey) {
    length = input.length
    digest = SHA256.hexadecimal(key.input(input.digest).prefix(Self.size))
    marks = input.marks.map { Mark(offset: $0.offset, digest: Self.short($0.digest, by: key)) }
  }

  private static func short(_ digest: [UInt8], by key: SyncKey) -> String {
    SHA256.hexadecimal(key.input(digest).prefix(6))
  }
}

// MARK: - Ending earlier

extension KeptExtent {
  /// How bytes end that are the beginning of an input.
  public enum Beginning: Hashable, Sendable {
    /// Anywhere, it may be in the middle of a word.
    case anywhere
    /// Where a line of the input ended, and as the input ended: behind the line end, or before it where the input's last
    /// line has none.
    case behindLine
  }

  /// How bytes end that are exactly the beginning of this input and end earlier; nil where they aren't.
  ///
  /// That nothing but the last line end is missing, as some editors leave it out, doesn't count. What has lost its
  /// headers, or nearly everything, isn't compared: it has no rows, or too few.
  public func beginning(_ bytes: [UInt8], by key: SyncKey) -> Beginning? {
    guard bytes.count < length, let mark = marks.last(where: { $0.offset <= bytes.count }) else { return nil }
    var digest = SHA256()
    bytes.withUnsafeBytes { digest.update(UnsafeRawBufferPointer(rebasing: $0[..<mark.offset])) }
    guard Self.short(digest.finish(), by: key) == mark.digest else { return nil }
    bytes.withUnsafeBytes { digest.update(UnsafeRawBufferPointer(rebasing: $0[mark.offset...])) }
    let ends = Self.lineEnds.compactMap { self.mark(after: digest, bytes.count, $0, by: key) }
    if ends.contains(where: { $0.offset == length }) { return nil }
    // In UTF-16 with the little end first, a zero follows the last byte of a line end.
    let zero = bytes.suffix(2) == [0x0A, 0x00] ? 1 : 0
    if marks.last?.offset == length - zero {
      let end = bytes.count - 1 - zero
      return mark.offset == end + 1 && InputExtent.endsLine(bytes, end) ? .behindLine : .anywhere
    }
    return ends.isEmpty ? .anywhere : .behindLine
  }

  private static let lineEnds: [[UInt8]] = [[0x0A], [0x0D, 0x0A], [0x0D]]

  /// The mark of the input that bytes come to with a line end added to them.
  private func mark(after digest: SHA256, _ count: Int, _ lineEnd: [UInt8], by key: SyncKey) -> Mark? {
    var digest = digest
    lineEnd.withUnsafeBytes { digest.update($0) }
    let offset = count + lineEnd.count
    guard let mark = marks.last(where: { $0.offset == offset }) else { return nil }
    return Self.short(digest.finish(), by: key) == mark.digest ? mark : nil
  }
}

// MARK: - As one word

extension KeptExtent {
  /// The extent as text, to be kept: `LENGTH DIGEST OFFSET:DIGEST …`.
  public var text: String {
    (["\(length)", digest] + marks.map { "\($0.offset):\($0.digest)" }).joined(separator: " ")
  }

  /// The extent that a text was made of; nil where it is none.
  public init?(text: String) {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count >= 2, let length = Int(words[0]), length >= 0, words[1].utf8.count == 2 * Self.size else {
      return nil
    }
    var marks: [Mark] = []
    for word in words.dropFirst(2) {
      let parts = word.split(separator: ":")
      guard parts.count == 2, let offset = Int(parts[0]), offset > marks.last?.offset ?? 0, offset <= length else {
        return nil
      }
      marks.append(Mark(offset: offset, digest: String(parts[1])))
    }
    self.length = length
    digest = String(words[1])
    self.marks = marks
  }
}
