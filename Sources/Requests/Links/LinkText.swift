import Addresses
import Hypertext

/// Text on its way into a link: what must not travel is taken out, and what is too long is cut.
enum LinkText {
  /// Text for a place that holds one line, such as a mail's subject or an event's title.
  ///
  /// Line breaks and other control characters become one space, and the spaces around it all are dropped: whatever a
  /// profile says, it can't begin another mail header.
  static func oneLine(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text.trimmingSpaces }
    var line = String.UnicodeScalarView()
    var isInControls = false
    for scalar in text.unicodeScalars {
      let isControl = isControl(scalar)
      if !isControl { line.append(scalar) } else if !isInControls { line.append(" ") }
      isInControls = isControl
    }
    return String(line).trimmingSpaces
  }

  /// Text of several lines: every kind of line break becomes a line feed, a tab a space; other control characters go.
  static func lines(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { isControl($0) && $0 != "\n" }) else { return text }
    var lines = String.UnicodeScalarView()
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": if last != "\r" { lines.append("\n") }
      case "\r", "\u{85}", "\u{2028}", "\u{2029}": lines.append("\n")
      case "\t": lines.append(" ")
      default: if !isControl(scalar) { lines.append(scalar) }
      }
      last = scalar
    }
    return String(lines)
  }

  /// The text, or as much of its beginning as fits `room`, with an ellipsis.
  ///
  /// It is cut between characters as a reader counts them, and between words when one ends near by.
  /// - Parameter length: what one character takes in the finished link.
  static func fitted(_ text: String, room: Int, length: (Character) -> Int) -> (text: String, isShortened: Bool) {
    var taken = 0
    var cut = text.startIndex
    for index in text.indices {
      taken += length(text[index])
      if taken + length(ellipsis) <= room { cut = text.index(after: index) }
      if taken > room { return (shortened(text[..<cut], mayHoldEllipsis: room >= length(ellipsis)), true) }
    }
    return (text, false)
  }

  /// How many bytes a text takes when it is percent-encoded.
  static func encodedLength(_ text: some StringProtocol) -> Int {
    text.utf8.reduce(0) { $0 + (PercentEncoding.isUnreserved($1) ? 1 : 3) }
  }

  private static let ellipsis: Character = "…"

  private static func shortened(_ text: Substring, mayHoldEllipsis: Bool) -> String {
    guard mayHoldEllipsis else { return "" }
    let nearEnd = text.suffix(40)
    let space = nearEnd.lastIndex(where: \.isWhitespace) ?? text.endIndex
    return String(text[..<space]).trimmingSpaces + String(ellipsis)
  }

  /// Whether Unicode calls it a control character or a separator of lines.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar == "\u{2028}" || scalar == "\u{2029}"
  }
}
