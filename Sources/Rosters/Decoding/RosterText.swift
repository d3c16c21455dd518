/// Makes UTF-8 of a roster's bytes. Nothing is replaced: what has no place in the encoding is a problem.
enum RosterText {
  /// The text as UTF-8 without a byte order mark.
  static func utf8(of bytes: [UInt8], encoding: RosterEncoding?) throws(RosterProblem) -> [UInt8] {
    let text: [UInt8]
    switch encoding ?? marked(bytes) {
    case .utf8: text = try checkedUTF8(bytes)
    case .utf16: text = try fromUTF16(bytes, bigEndian: bytes.starts(with: [0xFE, 0xFF]))
    case .utf16LE: text = try fromUTF16(bytes, bigEndian: false)
    case .utf16BE: text = try fromUTF16(bytes, bigEndian: true)
    case .latin1: text = fromLatin1(bytes)
    case .windows1252: text = try fromWindows1252(bytes)
    }
    if let zero = text.firstIndex(of: 0) { throw .zeroByte(offset: zero, line: line(of: zero, in: text)) }
    return text
  }

  /// What a byte order mark says; UTF-8 without one.
  private static func marked(_ bytes: [UInt8]) -> RosterEncoding {
    bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) ? .utf16 : .utf8
  }

  /// The line that a byte is on, counted from 1.
  static func line(of offset: Int, in bytes: [UInt8]) -> Int {
    bytes[..<offset].reduce(into: 1) { if $1 == UInt8(ascii: "\n") { $0 += 1 } }
  }

  // MARK: - UTF-8

  private static func checkedUTF8(_ bytes: [UInt8]) throws(RosterProblem) -> [UInt8] {
    if let offset = UTF8Check.firstInvalid(in: bytes) {
      throw offset == bytes.count || UTF8Check.isCut(bytes, at: offset)
        ? .cutCharacter(offset: offset, .utf8)
        : .invalidByte(bytes[offset], offset: offset, line: line(of: offset, in: bytes), .utf8)
    }
    return bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes[3...]) : bytes
  }

  // MARK: - UTF-16

  private static func fromUTF16(_ bytes: [UInt8], bigEndian: Bool) throws(RosterProblem) -> [UInt8] {
    func unit(at offset: Int) -> UInt32 {
      let pair = (UInt32(bytes[offset]), UInt32(bytes[offset + 1]))
      return bigEndian ? pair.0 << 8 | pair.1 : pair.1 << 8 | pair.0
    }
    let whole = bytes.count & ~1
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count / 2 + bytes.count / 16)
    var offset = whole >= 2 && unit(at: 0) == 0xFEFF ? 2 : 0
    while offset < whole {
      let start = offset
      var value = unit(at: offset)
      offset += 2
      if 0xD800...0xDBFF ~= value {
        guard offset < whole else { throw .cutCharacter(offset: start, .utf16) }
        let second = unit(at: offset)
        offset += 2
        guard 0xDC00...0xDFFF ~= second else {
          throw .invalidByte(bytes[start], offset: start, line: line(of: text.count, in: text), .utf16)
        }
        value = 0x10000 + (value - 0xD800) << 10 + (second - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(value) else {
        throw .invalidByte(bytes[start], offset: start, line: line(of: text.count, in: text), .utf16)
      }
      append(scalar, to: &text)
    }
    if whole < bytes.count { throw .cutCharacter(offset: whole, .utf16) }
    return text
  }

  private static func append(_ scalar: Unicode.Scalar, to text: inout [UInt8]) {
    if scalar.value < 0x80 {
      text.append(UInt8(truncatingIfNeeded: scalar.value))
    } else {
      text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }

  // MARK: - One byte a character

  private static func fromLatin1(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 16)
    for byte in bytes { append(Unicode.Scalar(byte), to: &text) }
    return text
  }

  private static func fromWindows1252(_ bytes: [UInt8]) throws(RosterProblem) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 16)
    for (offset, byte) in bytes.enumerated() {
      let value = 0x80...0x9F ~= byte ? windows1252[Int(byte - 0x80)] : UInt16(byte)
      guard value != 0, let scalar = Unicode.Scalar(value) else {
        if byte == 0 { throw .zeroByte(offset: offset, line: line(of: offset, in: bytes)) }
        throw .invalidByte(byte, offset: offset, line: line(of: offset, in: bytes), .windows1252)
      }
      append(scalar, to: &text)
    }
    return text
  }

  /// What Windows has at 0x80 to 0x9F; 0 where it has nothing.
  private static let windows1252: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
    0x0178,
  ]
}
