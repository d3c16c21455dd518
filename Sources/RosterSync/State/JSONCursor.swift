/// A text that is no JSON, or not that which is expected.
struct JSONMistake: Error {
  /// The offset of the byte that is wrong.
  let offset: Int
}

/// Reads JSON (RFC 8259) from front to back, without building a tree: the state of 100,000 people has millions of
/// values.
struct JSONCursor {
  private let bytes: [UInt8]
  private(set) var offset = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var mistake: JSONMistake { JSONMistake(offset: offset) }

  private mutating func skipSpace() {
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x0A, 0x0D, 0x09: offset += 1
      default: return
      }
    }
  }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: character) else { return false }
    offset += 1
    return true
  }

  private mutating func expect(_ character: Unicode.Scalar) throws(JSONMistake) {
    guard skip(character) else { throw mistake }
  }

  /// Sees that nothing follows.
  mutating func end() throws(JSONMistake) {
    skipSpace()
    guard offset == bytes.count else { throw mistake }
  }

  /// Reads an object; `body` has to read the value of each name.
  mutating func object(_ body: (String, inout JSONCursor) throws(JSONMistake) -> Void) throws(JSONMistake) {
    try expect("{")
    if skip("}") { return }
    repeat {
      let name = try string()
      try expect(":")
      try body(name, &self)
    } while skip(",")
    try expect("}")
  }

  /// Reads an array; `body` has to read each value.
  mutating func array(_ body: (inout JSONCursor) throws(JSONMistake) -> Void) throws(JSONMistake) {
    try expect("[")
    if skip("]") { return }
    repeat { try body(&self) } while skip(",")
    try expect("]")
  }

  /// Reads a whole number.
  mutating func integer() throws(JSONMistake) -> Int {
    skipSpace()
    let start = offset
    while offset < bytes.count, (0x30...0x39).contains(bytes[offset]) || bytes[offset] == 0x2D { offset += 1 }
    guard let number = Int(String(decoding: bytes[start..<offset], as: UTF8.self)) else { throw mistake }
    return number
  }

  /// Reads a text.
  mutating func string() throws(JSONMistake) -> String {
    try expect("\"")
    let start = offset
    while offset < bytes.count, bytes[offset] != 0x22, bytes[offset] != 0x5C, bytes[offset] >= 0x20 { offset += 1 }
    guard offset < bytes.count, bytes[offset] >= 0x20 else { throw mistake }
    if bytes[offset] == 0x22 {
      offset += 1
      return String(decoding: bytes[start..<offset - 1], as: UTF8.self)
    }
    offset = start
    return try stringWithEscapes()
  }

  /// Reads a text that has no escapes, of which `read` makes something.
  mutating func plainText<Value>(_ read: (Span<UInt8>) -> Value?) throws(JSONMistake) -> Value {
    try expect("\"")
    let start = offset
    while offset < bytes.count, bytes[offset] != 0x22, bytes[offset] != 0x5C, bytes[offset] >= 0x20 { offset += 1 }
    guard offset < bytes.count, bytes[offset] == 0x22, let value = read(bytes.span.extracting(start..<offset)) else {
      throw mistake
    }
    offset += 1
    return value
  }

  private mutating func stringWithEscapes() throws(JSONMistake) -> String {
    var text: [UInt8] = []
    while offset < bytes.count, bytes[offset] >= 0x20 {
      let byte = bytes[offset]
      offset += 1
      if byte == 0x22 { return String(decoding: text, as: UTF8.self) }
      guard byte == 0x5C else {
        text.append(byte)
        continue
      }
      guard offset < bytes.count else { break }
      let escape = bytes[offset]
      offset += 1
      switch escape {
      case 0x22, 0x5C, 0x2F: text.append(escape)
      case UInt8(ascii: "u"):
        // We write such escapes for control characters alone.
        guard offset + 4 <= bytes.count,
          let code = UInt8(String(decoding: bytes[offset..<offset + 4], as: UTF8.self), radix: 16), code < 0x80
        else { throw mistake }
        text.append(code)
        offset += 4
      default: throw mistake
      }
    }
    throw mistake
  }
}

/// Numbers as the state writes them: without their leading zeros, and a state of 100,000 people has two million.
enum StateNumber {
  /// What one to sixteen hexadecimal digits say.
  static func hexadecimal(_ text: Span<UInt8>) -> UInt64? {
    guard (1...16).contains(text.count) else { return nil }
    var number: UInt64 = 0
    for index in text.indices {
      let digit: UInt8
      switch text[index] {
      case 0x30...0x39: digit = text[index] - 0x30
      case 0x61...0x66: digit = text[index] - 0x57
      default: return nil
      }
      number = number << 4 | UInt64(digit)
    }
    return number
  }

  /// What one to nine digits say.
  static func decimal(_ text: Span<UInt8>) -> Int32? {
    guard (1...9).contains(text.count) else { return nil }
    var number: Int32 = 0
    for index in text.indices {
      guard (0x30...0x39).contains(text[index]) else { return nil }
      number = number * 10 + Int32(text[index] - 0x30)
    }
    return number
  }
}
