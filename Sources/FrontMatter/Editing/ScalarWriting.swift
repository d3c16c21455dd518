/// Writes a text as a YAML scalar that reads back as that text, in any YAML reader.
enum ScalarWriting {
  /// The text without quotes where it can stand so, in quotes otherwise.
  ///
  /// - Parameters:
  ///   - isInBrackets: whether it stands in a list or fields in brackets, where commas and brackets part values.
  ///   - lookalike: what an unquoted text may look like to readers that tell numbers and dates from texts. A value
  ///     that was written `2013` without quotes may become `2014` without quotes.
  static func plainOrQuoted(_ text: String, isInBrackets: Bool, allowing lookalike: Lookalike = .text) -> String {
    canBePlain(text, isInBrackets: isInBrackets, allowing: lookalike) ? text : quoted(text)
  }

  /// The text in quotes: double ones, or single ones where that saves escapes.
  static func quoted(_ text: String) -> String {
    let hasEscapes = text.utf8.contains { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
    return hasEscapes && canBeSingleQuoted(text) ? singleQuoted(text) : doubleQuoted(text)
  }

  /// The text between single quotes, where the only escape is a doubled quote.
  static func singleQuoted(_ text: String) -> String {
    var result = "'"
    for scalar in text.unicodeScalars {
      if scalar == "'" { result += "''" } else { result.unicodeScalars.append(scalar) }
    }
    return result + "'"
  }

  /// The text between double quotes, where everything can be escaped (YAML 1.2.2 §5.7).
  static func doubleQuoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0}": result += "\\0"
      default:
        if CharacterCheck.isPrintable(scalar) {
          result.unicodeScalars.append(scalar)
        } else {
          result += scalar.value <= 0xFF ? escape("x", scalar, width: 2) : escape("u", scalar, width: 4)
        }
      }
    }
    return result + "\""
  }

  /// Whether a text can stand between single quotes: one line of printable characters.
  static func canBeSingleQuoted(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { CharacterCheck.isPrintable($0) && $0 != "\n" && $0 != "\r" && $0 != "\t" }
  }

  private static func escape(_ letter: String, _ scalar: Unicode.Scalar, width: Int) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "\\" + letter + String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

// MARK: - Without quotes

extension ScalarWriting {
  static func canBePlain(_ text: String, isInBrackets: Bool, allowing lookalike: Lookalike) -> Bool {
    if isPlainWords(text) { return true }
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last, canBeSingleQuoted(text)
    else { return false }
    let kind = Lookalike(text)
    guard kind == .text || kind == lookalike && kind != .nothing else { return false }
    // YAML 1.2.2 §7.3.3 lets some of these begin a plain scalar; most people would stumble over them all the same.
    let isSignedNumber = first == "-" && kind != .text
    if "-?:,[]{}#&*!|>'\"%@`=“„” \u{A0}".unicodeScalars.contains(first), !isSignedNumber { return false }
    if " :\u{A0}".unicodeScalars.contains(last) { return false }
    return !holdsIndicator(Array(text.utf8), isInBrackets: isInBrackets)
  }

  /// Whether a text is so plain that nothing of it needs a closer look, as most are: English words, none of which is
  /// short enough to be taken for `yes` or `null`.
  private static func isPlainWords(_ text: String) -> Bool {
    let bytes = text.utf8
    guard bytes.count > Lookalike.longestWord, let first = bytes.first, isLetter(first), bytes.last != 0x20 else {
      return false
    }
    return bytes.allSatisfy { byte in
      isLetter(byte) || (0x30...0x39).contains(byte) || byte == 0x20 || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// Whether what follows a character inside the text would be taken for something else.
  private static func holdsIndicator(_ bytes: [UInt8], isInBrackets: Bool) -> Bool {
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: ":") where index + 1 < bytes.count:
        let next = bytes[index + 1]
        if next == 0x20 || isInBrackets && ",[]{}".utf8.contains(next) { return true }
      case UInt8(ascii: "#") where index > 0:
        if bytes[index - 1] == 0x20 { return true }
      case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"):
        if isInBrackets { return true }
      default: break
      }
    }
    return false
  }
}

/// What an unquoted text may be taken for by readers of YAML 1.1 or 1.2 that guess kinds from spelling.
enum Lookalike: Hashable {
  case text, nothing, flag, number, time, date

  /// The bytes of the longest word that is no text.
  static let longestWord = 5

  init(_ text: String) {
    self = Self.kind(Array(text.utf8))
  }

  private static func kind(_ bytes: [UInt8]) -> Lookalike {
    if bytes.count <= longestWord {
      switch String(decoding: bytes.map(lowercased), as: UTF8.self) {
      case "", "~", "null", "<<", "=": return .nothing
      case "true", "false", "yes", "no", "on", "off", "y", "n": return .flag
      case ".inf", "+.inf", "-.inf", ".nan": return .number
      default: break
      }
    }
    let sign = bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+")
    let digits = bytes.dropFirst(sign ? 1 : 0)
    guard let first = digits.first, isDigit(first) || first == UInt8(ascii: ".") else { return .text }
    if digits.starts(with: [0x30, 0x78]) || digits.starts(with: [0x30, 0x6F]) || digits.starts(with: [0x30, 0x62]) {
      return .number
    }
    if isDate(digits) { return .date }
    if digits.contains(UInt8(ascii: ":")), digits.allSatisfy({ isDigit($0) || ":._".utf8.contains($0) }) {
      return .time
    }
    return digits.allSatisfy { isDigit($0) || "._,eE+-".utf8.contains($0) } ? .number : .text
  }

  /// Whether a text begins like `2024-01-02`; a time of day may follow.
  private static func isDate(_ text: ArraySlice<UInt8>) -> Bool {
    let parts = text.split(separator: UInt8(ascii: "-"), maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, (1...2).contains(parts[1].count) else { return false }
    return parts[0].allSatisfy(isDigit) && parts[1].allSatisfy(isDigit) && parts[2].first.map(isDigit) == true
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func lowercased(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
}
