/// A cell's text as a field can take it: one line, tidy spaces, nothing broken.
///
/// Over bytes: a roster of a hundred thousand people has two million cells, and nearly all of them need no change.
enum CellText {
  /// More than any field of a profile holds.
  static let longest = 1_000

  /// The text on one line, without space at its ends; empty where the cell says nothing (`N/A`, `-`).
  static func cleaned(_ text: String) throws(CellProblem) -> String {
    let text = isTidy(text) ? text : tidied(text)
    if text.utf8.count <= 9 {
      if isNothing(text) { return "" } else if isFormulaError(text) { throw .formulaError(text) }
    }
    if text.utf8.count > longest, text.unicodeScalars.count > longest { throw .tooLong(text.unicodeScalars.count) }
    try check(text)
    return text
  }

  /// Whether a text needs no change: no space at its ends, no two together, none but the plain one.
  private static func isTidy(_ text: String) -> Bool {
    var wasSpace = true
    for byte in text.utf8 {
      if byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xE2 || byte == 0xEF { return false }
      let isSpace = byte == 0x20
      if isSpace && wasSpace { return false }
      wasSpace = isSpace
    }
    return !wasSpace || text.isEmpty
  }

  private static func tidied(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var isWaiting = false
    for scalar in text.unicodeScalars {
      if isSpace(scalar) {
        isWaiting = !result.isEmpty
      } else if !isInvisible(scalar) {
        if isWaiting { result.append(" ") }
        isWaiting = false
        result.append(scalar)
      }
    }
    return String(result)
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// What copying from web pages and mails leaves behind: a zero-width space, a byte order mark, a soft hyphen.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0x200B || scalar.value == 0xFEFF || scalar.value == 0xAD
  }

  // MARK: - Nothing, or nonsense

  private static func isNothing(_ text: String) -> Bool {
    switch text {
    case "", "-", "--", "–", "—", "N/A", "n/a", "N/a", "#N/A": true
    default: false
    }
  }

  private static func isFormulaError(_ text: String) -> Bool {
    text.utf8.first == UInt8(ascii: "#")
      && ["#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!"].contains(text)
  }

  private static func check(_ text: String) throws(CellProblem) {
    var previous: UInt32 = 0
    for byte in text.utf8 where byte < 0x20 || byte >= 0x7F {
      // Something beyond plain ASCII: look at the characters.
      for scalar in text.unicodeScalars {
        if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) { throw .control }
        if scalar.value == 0xFFFD { throw .unreadableLetters(text) }
        // UTF-8 read as Latin-1: the first of two bytes is Â or Ã, the second lies from U+0080 to U+00BF or is what
        // Windows-1252 has there. No language has these side by side.
        if previous == 0xC2 || previous == 0xC3, isSecondByte(scalar) { throw .wrongEncoding(text) }
        previous = scalar.value
      }
      return
    }
  }

  private static func isSecondByte(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xA1...0xBF: true
    case 0x20AC, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x17D, 0x2DC,
      0x2122,
      0x161, 0x203A, 0x153, 0x17E, 0x178:
      true
    default: false
    }
  }
}
