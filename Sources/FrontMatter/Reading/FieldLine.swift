/// What one line of YAML looks like at a glance, for telling what its writer meant when YAML can't be read.
struct FieldLine {
  let range: Range<Int>
  /// How many spaces and tabs the line begins with.
  let indentation: Int
  /// Whether the text of the line begins with `- `, once or more.
  let isListItem: Bool
  /// Where the text begins, after indentation and list dashes.
  let textStart: Int
  /// Where the first colon lies that a space or the line's end follows and that no quote hides.
  let colon: Int?

  private let bytes: [UInt8]

  /// Looks at the line in a range that holds no line end.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    self.range = range
    var index = range.lowerBound
    func skipSpace() { while index < range.upperBound, Self.isSpace(bytes[index]) { index += 1 } }
    skipSpace()
    indentation = index - range.lowerBound
    var hasDash = false
    while index < range.upperBound, bytes[index] == UInt8(ascii: "-"),
      index + 1 == range.upperBound || Self.isSpace(bytes[index + 1])
    {
      hasDash = true
      index += 1
      skipSpace()
    }
    isListItem = hasDash
    textStart = index
    colon = Self.colon(in: bytes, index..<range.upperBound)
  }

  var isBlank: Bool { textStart == range.upperBound && !isListItem }
  var isComment: Bool { !isListItem && !isBlank && bytes[textStart] == UInt8(ascii: "#") }

  /// The name before the colon, without quotes.
  var key: String? {
    colon.map { Self.unquoted(String(decoding: bytes[textStart..<$0], as: UTF8.self)) }
  }

  /// Where the value on this line lies, without a trailing comment; empty when there is none.
  var value: Range<Int> {
    var start = colon.map { $0 + 1 } ?? textStart
    while start < range.upperBound, Self.isSpace(bytes[start]) { start += 1 }
    return start..<max(start, Self.endOfValue(in: bytes, start..<range.upperBound))
  }

  /// The text of a part of the line.
  func text(_ part: Range<Int>) -> String { String(decoding: bytes[part], as: UTF8.self) }

  // MARK: - Scanning

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private static func colon(in bytes: [UInt8], _ text: Range<Int>) -> Int? {
    var start = text.lowerBound
    if start < text.upperBound, bytes[start] == UInt8(ascii: "\"") || bytes[start] == UInt8(ascii: "'") {
      start = closingQuote(in: bytes, text).map { $0 + 1 } ?? start
    } else if start < text.upperBound, bytes[start] == UInt8(ascii: "#") {
      return nil
    }
    return (start..<text.upperBound).first { index in
      bytes[index] == UInt8(ascii: ":") && (index + 1 == text.upperBound || isSpace(bytes[index + 1]))
    }
  }

  /// Where the quote closes that the text begins with; nil when it does not close on its line.
  static func closingQuote(in bytes: [UInt8], _ text: Range<Int>) -> Int? {
    let quote = bytes[text.lowerBound]
    var index = text.lowerBound + 1
    while index < text.upperBound {
      if bytes[index] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        index += 2
      } else if bytes[index] == quote {
        guard quote == UInt8(ascii: "'"), index + 1 < text.upperBound, bytes[index + 1] == quote else { return index }
        index += 2
      } else {
        index += 1
      }
    }
    return nil
  }

  /// Where a value ends: before a comment and the spaces that lead to it.
  private static func endOfValue(in bytes: [UInt8], _ text: Range<Int>) -> Int {
    var end = text.upperBound
    var index = text.lowerBound
    if index < end, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") {
      index = closingQuote(in: bytes, text) ?? index
    }
    while index < text.upperBound {
      if bytes[index] == UInt8(ascii: "#"), index > text.lowerBound, isSpace(bytes[index - 1]) {
        end = index
        break
      }
      index += 1
    }
    while end > text.lowerBound, isSpace(bytes[end - 1]) { end -= 1 }
    return end
  }

  private static func unquoted(_ key: String) -> String {
    let text = key.trimming { $0 == " " || $0 == "\t" }
    guard let first = text.first, first == "\"" || first == "'", text.count > 1, text.last == first else { return text }
    return String(text.dropFirst().dropLast())
  }
}

extension String {
  /// The text without the characters at both ends that a test picks out.
  func trimming(_ isOuter: (Unicode.Scalar) -> Bool) -> String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !isOuter($0) }), let last = scalars.lastIndex(where: { !isOuter($0) })
    else { return "" }
    return String(scalars[first...last])
  }
}
