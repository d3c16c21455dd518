/// Finds the first byte that keeps a text from being UTF-8 (RFC 3629 §4).
///
/// A plain loop over bytes: a roster of 100,000 people has 30 MB, nearly all of it ASCII.
enum UTF8Check {
  /// The offset of the character that is not UTF-8; nil where all are.
  static func firstInvalid(in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      var offset = 0
      while offset < bytes.count {
        if bytes[offset] < 0x80 {
          offset += 1
          continue
        }
        let length = length(of: bytes, at: offset)
        if length == 0 { return offset }
        offset += length
      }
      return nil
    }
  }

  /// The bytes of the character that begins at an offset; 0 where it is not UTF-8.
  private static func length(of bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
    let (length, second) = form(bytes[offset])
    guard length > 0, offset + length <= bytes.count, second ~= bytes[offset + 1] else { return 0 }
    for index in 2..<max(2, length) where bytes[offset + index] & 0xC0 != 0x80 { return 0 }
    return length
  }

  /// How many bytes a character of this first byte has, and what the second may be.
  private static func form(_ first: UInt8) -> (length: Int, second: ClosedRange<UInt8>) {
    switch first {
    case 0xC2...0xDF: (2, 0x80...0xBF)
    case 0xE0: (3, 0xA0...0xBF)
    case 0xED: (3, 0x80...0x9F)
    case 0xE1...0xEF: (3, 0x80...0xBF)
    case 0xF0: (4, 0x90...0xBF)
    case 0xF1...0xF3: (4, 0x80...0xBF)
    case 0xF4: (4, 0x80...0x8F)
    default: (0, 0x80...0xBF)
    }
  }

  /// Whether the bytes from an offset on are the beginning of a character whose rest is missing at the end.
  static func isCut(_ bytes: [UInt8], at offset: Int) -> Bool {
    let (length, second) = form(bytes[offset])
    guard length > bytes.count - offset else { return false }
    let rest = bytes[(offset + 1)...]
    return (rest.first.map { second ~= $0 } ?? true) && rest.dropFirst().allSatisfy { $0 & 0xC0 == 0x80 }
  }
}
