import Digests

/// How long an input was, and digests of its beginnings: enough to tell whether another is the same, or is its exact
/// beginning and ends earlier.
///
/// A CSV file that is cut off between two rows is a whole CSV file: only by what was there before can it be found out.
/// There is a digest at each of the last line ends, so that a cut there is known exactly, and at some places all along.
public struct InputExtent: Hashable, Sendable {
  /// A place in the input, and a digest of all before it.
  struct Mark: Hashable, Sendable {
    let offset: Int
    let digest: String
  }

  /// The bytes.
  public let length: Int
  /// The SHA-256 digest of all of it, in hexadecimal digits.
  public let fingerprint: String
  let marks: [Mark]

  /// The extent of an input.
  public init(_ bytes: [UInt8]) {
    length = bytes.count
    var digest = SHA256()
    var start = 0
    var marks: [Mark] = []
    for offset in Self.places(in: bytes) {
      bytes.withUnsafeBytes { digest.update(UnsafeRawBufferPointer(rebasing: $0[start..<offset])) }
      start = offset
      marks.append(Mark(offset: offset, digest: Self.short(digest)))
    }
    bytes.withUnsafeBytes { digest.update(UnsafeRawBufferPointer(rebasing: $0[start...])) }
    self.marks = marks
    fingerprint = SHA256.hexadecimal(digest.finish())
  }

  private static let lines = 64
  private static let steps = 64
  private static let lineEnd = UInt8(ascii: "\n")

  /// The last line ends, and places at even distances before them, in their order.
  private static func places(in bytes: [UInt8]) -> [Int] {
    var ends: [Int] = []
    var index = bytes.count
    while index > 0, ends.count < lines {
      index -= 1
      if bytes[index] == lineEnd { ends.append(index + 1) }
    }
    guard ends.count == lines, let first = ends.last else { return ends.reversed() }
    return (1..<steps).map { bytes.count / steps * $0 }.filter { $0 > 0 && $0 < first } + ends.reversed()
  }

  private static func short(_ digest: SHA256) -> String {
    SHA256.hexadecimal(digest.finish().prefix(6))
  }

  /// Whether bytes are exactly the beginning of this input, and end earlier.
  ///
  /// That nothing but the last line end is missing, as some editors leave it out, doesn't count. What has lost its
  /// headers, or nearly everything, isn't compared: it has no rows, or too few.
  public func hasBeginning(_ bytes: [UInt8]) -> Bool {
    guard bytes.count < length, let mark = marks.last(where: { $0.offset <= bytes.count }) else { return false }
    let endedInLine = marks.last?.offset == length
    if endedInLine && bytes.count == length - 1 { return false }
    var digest = SHA256()
    bytes.withUnsafeBytes { digest.update(UnsafeRawBufferPointer(rebasing: $0[..<mark.offset])) }
    return Self.short(digest) == mark.digest
  }
}

// MARK: - As one word

extension InputExtent {
  /// The extent as text, to be kept: `LENGTH FINGERPRINT OFFSET:DIGEST …`.
  public var text: String {
    (["\(length)", fingerprint] + marks.map { "\($0.offset):\($0.digest)" }).joined(separator: " ")
  }

  /// The extent that a text was made of; nil where it is none.
  public init?(text: String) {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count >= 2, let length = Int(words[0]), length >= 0, words[1].utf8.count == 2 * SHA256.size else {
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
    fingerprint = String(words[1])
    self.marks = marks
  }
}
