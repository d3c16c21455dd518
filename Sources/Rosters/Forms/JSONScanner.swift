/// Goes through JSON (RFC 8259) value by value, without making a tree of it.
struct JSONScanner {
  private let text: [UInt8]
  private var offset = 0
  private var depth = 0
  /// The line that the scanner is on, counted from 1.
  private(set) var line = 1

  private static let deepest = 64

  init(_ text: [UInt8]) {
    self.text = text
  }

  /// The first byte of the next value.
  mutating func peek() throws(RosterProblem) -> UInt8 {
    while offset < text.count {
      switch text[offset] {
      case 0x0A: line += 1
      case 0x20, 0x09, 0x0D: break
      default: return text[offset]
      }
      offset += 1
    }
    throw .jsonCut(line: line)
  }

  private mutating func expect(_ byte: UInt8) throws(RosterProblem) {
    guard try peek() == byte else { throw syntax }
    offset += 1
  }

  private var syntax: RosterProblem { .jsonSyntax(line: line, offset: offset) }

  /// That nothing follows.
  mutating func finish() throws(RosterProblem) {
    if (try? peek()) != nil { throw syntax }
  }

  // MARK: - Lists and objects

  /// Goes through a list; the body reads each value.
  mutating func list(
    _ body: (inout JSONScanner) throws(RosterProblem) -> Void
  ) throws(RosterProblem) {
    try expect(UInt8(ascii: "["))
    try deepen()
    if try peek() == UInt8(ascii: "]") {
      offset += 1
    } else {
      repeat { try body(&self) } while try goesOn(until: UInt8(ascii: "]"))
    }
    depth -= 1
  }

  /// Goes through an object; the body is given each name and reads its value.
  mutating func object(
    _ body: (_ name: [UInt8], inout JSONScanner) throws(RosterProblem) -> Void
  ) throws(RosterProblem) {
    try expect(UInt8(ascii: "{"))
    try deepen()
    if try peek() == UInt8(ascii: "}") {
      offset += 1
    } else {
      var names: Set<[UInt8]> = []
      repeat {
        let start = line
        let name = try name()
        guard names.insert(name).inserted else {
          throw .jsonDoubled(name: String(decoding: name.prefix(100), as: UTF8.self), line: start)
        }
        try body(name, &self)
      } while try goesOn(until: UInt8(ascii: "}"))
    }
    depth -= 1
  }

  private mutating func deepen() throws(RosterProblem) {
    depth += 1
    if depth > Self.deepest { throw .jsonDepth(line: line) }
  }

  /// Reads a comma, or the end.
  private mutating func goesOn(until end: UInt8) throws(RosterProblem) -> Bool {
    let byte = try peek()
    guard byte == end || byte == UInt8(ascii: ",") else { throw syntax }
    offset += 1
    return byte != end
  }

  private mutating func name() throws(RosterProblem) -> [UInt8] {
    guard try peek() == UInt8(ascii: "\"") else { throw syntax }
    let name = try string()
    try expect(UInt8(ascii: ":"))
    return name
  }

  /// Enters an object up to the value of a name.
  ///
  /// - Returns: whether the object has it.
  mutating func enter(_ wanted: String) throws(RosterProblem) -> Bool {
    try expect(UInt8(ascii: "{"))
    if try peek() == UInt8(ascii: "}") { return false }
    repeat {
      if try name() == Array(wanted.utf8) { return true }
      try skip()
    } while try goesOn(until: UInt8(ascii: "}"))
    return false
  }

  /// Reads the rest of an object that was entered.
  mutating func leave() throws(RosterProblem) {
    while try goesOn(until: UInt8(ascii: "}")) {
      _ = try name()
      try skip()
    }
  }

  /// Reads a value and forgets it.
  mutating func skip() throws(RosterProblem) {
    switch try peek() {
    case UInt8(ascii: "{"): try object { (_, scanner) throws(RosterProblem) in try scanner.skip() }
    case UInt8(ascii: "["): try list { (scanner) throws(RosterProblem) in try scanner.skip() }
    default: _ = try scalar()
    }
  }

  // MARK: - Scalars

  /// Reads a string, a number, `true`, `false`, or `null`, which is nothing.
  mutating func scalar() throws(RosterProblem) -> [UInt8] {
    if try peek() == UInt8(ascii: "\"") { return try string() }
    let start = offset
    while offset < text.count, Self.isInWord(text[offset]) { offset += 1 }
    let word = Array(text[start..<offset])
    switch word {
    case Self.null: return []
    case Self.true, Self.false: return word
    default:
      guard Self.isNumber(word) else {
        // A number or a word whose end is the file's may go on.
        if offset == text.count { throw .jsonCut(line: line) }
        offset = start
        throw syntax
      }
      return word
    }
  }

  private static let null = Array("null".utf8)
  private static let `true` = Array("true".utf8)
  private static let `false` = Array("false".utf8)

  private static func isInWord(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
      || byte == UInt8(ascii: ".")
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// `-12.5e+3` (RFC 8259 §6).
  private static func isNumber(_ word: [UInt8]) -> Bool {
    var rest = word[...]
    func digits() -> Int {
      let count = rest.prefix(while: isDigit).count
      rest = rest.dropFirst(count)
      return count
    }
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    let hasZero = rest.first == UInt8(ascii: "0")
    let whole = digits()
    guard whole > 0, whole == 1 || !hasZero else { return false }
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      guard digits() > 0 else { return false }
    }
    if let byte = rest.first, byte | 0x20 == UInt8(ascii: "e") {
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
      guard digits() > 0 else { return false }
    }
    return rest.isEmpty
  }

  // MARK: - Strings

  private mutating func string() throws(RosterProblem) -> [UInt8] {
    offset += 1
    var value: [UInt8] = []
    var start = offset
    while offset < text.count {
      let byte = text[offset]
      if byte == UInt8(ascii: "\"") {
        value.append(contentsOf: text[start..<offset])
        offset += 1
        return value
      }
      guard byte >= 0x20 else { throw syntax }
      offset += 1
      if byte == UInt8(ascii: "\\") {
        value.append(contentsOf: text[start..<(offset - 1)])
        try appendEscape(to: &value)
        start = offset
      }
    }
    throw .jsonCut(line: line)
  }

  private mutating func appendEscape(to value: inout [UInt8]) throws(RosterProblem) {
    guard offset < text.count else { throw .jsonCut(line: line) }
    let byte = text[offset]
    offset += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): value.append(byte)
    case UInt8(ascii: "b"): value.append(0x08)
    case UInt8(ascii: "f"): value.append(0x0C)
    case UInt8(ascii: "n"): value.append(0x0A)
    case UInt8(ascii: "r"): value.append(0x0D)
    case UInt8(ascii: "t"): value.append(0x09)
    case UInt8(ascii: "u"): value.append(contentsOf: try escapedCharacter())
    default: throw .jsonEscape(line: line)
    }
  }

  /// The character of `\u` and four digits, or of two such escapes that belong together.
  private mutating func escapedCharacter() throws(RosterProblem) -> [UInt8] {
    var number = try fourDigits()
    if 0xD800...0xDBFF ~= number {
      guard offset + 1 < text.count else { throw .jsonCut(line: line) }
      guard text[offset] == UInt8(ascii: "\\"), text[offset + 1] == UInt8(ascii: "u") else {
        throw .jsonEscape(line: line)
      }
      offset += 2
      let second = try fourDigits()
      guard 0xDC00...0xDFFF ~= second else { throw .jsonEscape(line: line) }
      number = 0x10000 + (number - 0xD800) << 10 + (second - 0xDC00)
    }
    guard number != 0, let scalar = Unicode.Scalar(number), let bytes = UTF8.encode(scalar) else {
      throw .jsonEscape(line: line)
    }
    return Array(bytes)
  }

  private mutating func fourDigits() throws(RosterProblem) -> UInt32 {
    guard offset + 4 <= text.count else { throw .jsonCut(line: line) }
    var number: UInt32 = 0
    for byte in text[offset..<(offset + 4)] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { throw .jsonEscape(line: line) }
      number = number << 4 | UInt32(digit)
    }
    offset += 4
    return number
  }
}
