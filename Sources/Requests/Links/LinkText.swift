import Hypertext

/// Text in a link: how long it is, and how it is cut when it is too long.
enum LinkText {
  /// The text, or as much of its beginning as fits `room`, with an ellipsis.
  ///
  /// It is cut between characters as a reader counts them, and between words when one ends near by.
  static func fitted(_ text: String, room: Int, form: BodyForm) -> String {
    var taken = form.encodedLength(ellipsis)
    guard taken <= room else { return "" }
    var cut = text.startIndex
    while cut < text.endIndex {
      taken += form.encodedLength(text[cut])
      if taken > room { break }
      cut = text.index(after: cut)
    }
    let beginning = text[..<cut]
    let space = beginning.suffix(40).lastIndex(where: \.isWhitespace) ?? cut
    return beginning[..<space].trimmingTrailingSpaces + String(ellipsis)
  }

  /// How many bytes a text takes when it is percent-encoded.
  static func encodedLength(_ bytes: some Sequence<UInt8>) -> Int {
    bytes.reduce(0) { $0 + (PercentEncoding.isUnreserved($1) ? 1 : 3) }
  }

  private static let ellipsis: Character = "…"
}

extension Substring {
  fileprivate var trimmingTrailingSpaces: Substring {
    self[..<(lastIndex { !$0.isWhitespace }.map { self.index(after: $0) } ?? startIndex)]
  }
}
