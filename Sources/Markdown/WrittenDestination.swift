import Hypertext

/// What can be told of a destination from its letters alone.
enum WrittenDestination {
  /// Whether the text can stand in `href` or `src`: no control characters, and no scheme but those of `SafeURL`.
  static func isSafe(_ text: String) -> Bool {
    if text.utf8.contains(where: isControl) { return false }
    guard let scheme = scheme(of: text) else { return true }
    return SafeURL.schemes.contains(scheme.lowercased())
  }

  /// What a browser would read as a scheme, or what might be taken for one.
  ///
  /// A relative reference has no colon in its first part (RFC 3986 §4.2), so all before a colon counts that has no `/`,
  /// `?` or `#` before it, whatever odd characters are in it.
  static func scheme(of text: String) -> Substring? {
    let end = text.utf8.firstIndex { byte in
      switch byte {
      case UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): true
      default: false
      }
    }
    guard let end, text.utf8[end] == UInt8(ascii: ":") else { return nil }
    return text[..<end]
  }

  /// Browsers drop tabs and line ends inside a URL and control characters before it, so `java<TAB>script:` would run.
  static func isControl(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x7F }

  /// The text with the bytes percent-encoded that no URL may hold; escapes that are there stay.
  static func encoded(_ text: String) -> String {
    if text.utf8.allSatisfy({ isAllowed($0) }) { return text }
    var output: [UInt8] = []
    output.reserveCapacity(text.utf8.count * 2)
    for byte in text.utf8 {
      if isAllowed(byte) {
        output.append(byte)
      } else {
        PercentEncoding.append(CollectionOfOne(byte), to: &output)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"), UInt8(ascii: "^"),
      UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"):
      false
    default:
      byte > 0x20 && byte < 0x7F
    }
  }
}
