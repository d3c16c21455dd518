/// Text of any script in a mail of ASCII: RFC 2045 §6.7 for bodies, RFC 2047 for header fields.
enum QuotedPrintable {
  /// Lines of 76 characters at most, `CRLF` between.
  static func text(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(line).joined(separator: "\r\n")
  }

  private static func line(_ text: Substring) -> String {
    var output = ""
    var width = 0
    let bytes = Array(text.utf8)
    for (index, byte) in bytes.enumerated() {
      // A space at the end of a line would be lost, and a dot at its beginning end the mail on the way.
      let isPlain =
        byte == 0x20
        ? index + 1 < bytes.count : (0x21...0x7E).contains(byte) && byte != 0x3D && !(byte == 0x2E && width == 0)
      let piece = isPlain ? String(UnicodeScalar(byte)) : "=" + hexadecimal(byte)
      if width + piece.utf8.count > 75 {
        output += "=\r\n"
        width = 0
      }
      output += piece
      width += piece.utf8.count
    }
    return output
  }

  /// The words of a header field: as they are when that is safe, else as encoded words of whole characters.
  ///
  /// - Parameter isFree: whether the field is one in which punctuation means nothing, such as `Subject`.
  static func phrase(_ text: String, isFree: Bool = false) -> String {
    let words = text.map { $0.isNewline ? " " : $0 }
    let isPlain =
      text.utf8.count < (isFree ? 900 : 60) && !text.contains("=?")
      && text.utf8.allSatisfy { $0 == 0x20 || isSafe($0) || isFree && (0x21...0x7E).contains($0) }
    if isPlain { return text }
    var encoded: [String] = []
    var current = ""
    for character in words {
      let piece = String(character).utf8.map {
        isSafe($0) ? String(UnicodeScalar($0)) : $0 == 0x20 ? "_" : "=" + hexadecimal($0)
      }
      .joined()
      if current.utf8.count + piece.utf8.count > 45 {
        encoded.append(current)
        current = ""
      }
      current += piece
    }
    encoded.append(current)
    return encoded.map { "=?utf-8?Q?\($0)?=" }.joined(separator: " ")
  }

  /// A header field in lines of 76 characters where it has spaces to break at.
  static func folded(_ field: String) -> String {
    var lines = [""]
    for word in field.split(separator: " ", omittingEmptySubsequences: false) {
      let line = lines[lines.count - 1]
      if !line.isEmpty, line.utf8.count + word.utf8.count > 75 {
        lines.append(" " + word)
      } else {
        lines[lines.count - 1] = line.isEmpty ? String(word) : "\(line) \(word)"
      }
    }
    return lines.joined(separator: "\r\n")
  }

  /// Letters and digits: what may stand anywhere in a header field.
  private static func isSafe(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = Array("0123456789ABCDEF")
    return "\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
  }
}
