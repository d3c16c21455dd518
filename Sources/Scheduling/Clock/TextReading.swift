/// Reads short ASCII texts such as dates and times from left to right.
struct TextReading {
  private let bytes: [UInt8]
  private var index = 0

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// Whether everything has been read.
  var isAtEnd: Bool { index == bytes.count }

  /// The next byte, not yet read.
  var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  /// Reads `byte` when it is next.
  mutating func skip(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    index += 1
    return true
  }

  /// Reads `text`, exactly, when it is next.
  mutating func skip(_ text: String) -> Bool {
    guard bytes[index...].starts(with: text.utf8) else { return false }
    index += text.utf8.count
    return true
  }

  /// Reads `word`, given in lower case, in any case, when it is next and no letter follows.
  mutating func skipWord(_ word: String) -> Bool {
    let end = index + word.utf8.count
    guard end <= bytes.count, zip(bytes[index..<end], word.utf8).allSatisfy({ Self.lowerCased($0) == $1 }) else {
      return false
    }
    if end < bytes.count, Self.isLetter(bytes[end]) { return false }
    index = end
    return true
  }

  /// Reads letters, and the full stop of an abbreviation behind them.
  mutating func readWord() -> String {
    let start = index
    while let byte = next, Self.isLetter(byte) { index += 1 }
    if index > start { _ = skip(UInt8(ascii: ".")) }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  /// Reads spaces and tabs, the no-break space included.
  mutating func skipSpaces() {
    while skip(UInt8(ascii: " ")) || skip(UInt8(ascii: "\t")) || skip("\u{A0}") || skip("\u{202F}") {}
  }

  /// Reads a number of so many digits; reads nothing and returns nil when there are fewer or more.
  mutating func readNumber(digits: ClosedRange<Int>) -> Int? {
    var value = 0
    var end = index
    while end < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[end]) {
      guard end - index < digits.upperBound else { return nil }
      value = value * 10 + Int(bytes[end] - UInt8(ascii: "0"))
      end += 1
    }
    guard end - index >= digits.lowerBound else { return nil }
    index = end
    return value
  }

  /// Reads `YYYY-MM-DD`.
  mutating func readDate() -> CivilDate? {
    guard let year = readNumber(digits: 4...4), skip(UInt8(ascii: "-")),
      let month = readNumber(digits: 2...2), skip(UInt8(ascii: "-")),
      let day = readNumber(digits: 2...2)
    else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }

  private static func lowerCased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lowerCased(byte))
  }
}

/// Writes numbers as dates and times have them: with leading zeros.
enum DigitWriting {
  /// Appends `value` with at least `width` digits.
  static func append(_ value: Int, width: Int, to text: inout [UInt8]) {
    if value < 0 {
      text.append(UInt8(ascii: "-"))
      append(-value, width: width, to: &text)
      return
    }
    if value >= 10 || width > 1 { append(value / 10, width: width - 1, to: &text) }
    text.append(UInt8(ascii: "0") + UInt8(value % 10))
  }
}
