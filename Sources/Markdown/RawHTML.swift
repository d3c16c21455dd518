/// What kind of raw HTML a text holds; only to say what to write instead.
enum RawHTML {
  /// Whether the whole is one comment.
  static func isComment(_ literal: String) -> Bool {
    let bytes = Array(literal.utf8)
    guard bytes.starts(with: "<!--".utf8) else { return false }
    var index = 4
    while index + 2 < bytes.count {
      if bytes[index...].starts(with: "-->".utf8) {
        return bytes[(index + 3)...].allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
      }
      index += 1
    }
    return false
  }

  /// The name of the tag that opens here, lower-case; empty for a declaration; nil for a closing tag.
  static func openingTag(of literal: String) -> String? {
    let afterBracket = literal.utf8.drop { $0 != UInt8(ascii: "<") }.dropFirst()
    if afterBracket.first == UInt8(ascii: "/") { return nil }
    let name = afterBracket.prefix { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || (0x30...0x39).contains(byte)
    }
    return String(Substring(name)).lowercased()
  }
}
