import Hypertext

/// How a link carries text of several lines.
enum BodyForm: Hashable, Sendable {
  /// As mail does: a line break is CR LF (RFC 6068 §5).
  case mail
  /// As plain text: a line break is LF.
  case plain
  /// As HTML: what HTML gives a meaning is escaped, a line break is `<br>`.
  case html

  /// The text as it is before percent-encoding.
  func written(_ text: String) -> String {
    switch self {
    case .plain: text
    case .mail: Self.joiningLines(of: text[...], by: "\r\n")
    case .html: Self.joiningLines(of: String(decoding: HTMLEscaping.escaped(text), as: UTF8.self)[...], by: "<br>")
    }
  }

  /// How many bytes one character takes in the link.
  func encodedLength(_ character: Character) -> Int {
    if let byte = character.utf8.first, character.utf8.count == 1, PercentEncoding.isUnreserved(byte) { return 1 }
    return LinkText.encodedLength(written(String(character)))
  }

  private static func joiningLines(of text: Substring, by separator: String) -> String {
    text.utf8.contains(0x0A)
      ? text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: separator) : String(text)
  }
}
