import Digests

/// How long an input is, and digests of its beginnings: at each of the last line ends, and at some places all along.
///
/// It has no key, so it is never written down: who knows the rows of others, or the most of a first row, could find out
/// the rest of it by guessing. What is kept of it is a `KeptExtent`.
struct InputExtent {
  /// A place in the input, and a digest of all before it.
  struct Mark {
    let offset: Int
    let digest: [UInt8]
  }

  /// The bytes.
  let length: Int
  /// The SHA-256 digest of all of it.
  let digest: [UInt8]
  let marks: [Mark]

  /// The extent of an input.
  init(_ bytes: [UInt8]) {
    length = bytes.count
    var digest = SHA256()
    var start = 0
    var marks: [Mark] = []
    for offset in Self.places(in: bytes) {
      bytes.withUnsafeBytes { digest.update(UnsafeRawBufferPointer(rebasing: $0[start..<offset])) }
      start = offset
      marks.append(Mark(offset: offset, digest: digest.finish()))
    }
    bytes.withUnsafeBytes { digest.update(UnsafeRawBufferPointer(rebasing: $0[start...])) }
    self.marks = marks
    self.digest = digest.finish()
  }

  private static let lines = 64
  private static let steps = 64

  /// SHA-256 of all of it, in hexadecimal digits.
  var fingerprint: String { SHA256.hexadecimal(digest) }

  /// The last line ends, and places at even distances before them, in their order.
  private static func places(in bytes: [UInt8]) -> [Int] {
    var ends: [Int] = []
    var index = bytes.count
    while index > 0, ends.count < lines {
      index -= 1
      if endsLine(bytes, index) { ends.append(index + 1) }
    }
    guard ends.count == lines, let first = ends.last else { return ends.reversed() }
    return (1..<steps).map { bytes.count / steps * $0 }.filter { $0 > 0 && $0 < first } + ends.reversed()
  }

  /// Whether a byte is the last of a line end: LF, CR LF or CR.
  static func endsLine(_ bytes: [UInt8], _ index: Int) -> Bool {
    switch bytes[index] {
    case 0x0A: true
    case 0x0D: index + 1 == bytes.count || bytes[index + 1] != 0x0A
    default: false
    }
  }
}
