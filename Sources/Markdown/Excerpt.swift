/// The beginning of a text in a few words, for cards, feeds and previews.
enum Excerpt {
  /// The first paragraphs outside lists in at most `length` characters; the whole text where there is no paragraph.
  static func of(_ reading: TreeReading, length: Int) -> String {
    var bytes: [UInt8] = []
    for paragraph in reading.paragraphs where !paragraph.isEmpty {
      if !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
      bytes.append(contentsOf: reading.text[paragraph])
      // A character has at least one byte: where even the bytes exceed the length by far, the rest can't show.
      if bytes.count > max(0, length) * 32 { break }
    }
    if bytes.isEmpty { bytes = reading.plainText.utf8.map { $0 == UInt8(ascii: "\n") ? UInt8(ascii: " ") : $0 } }
    return cut(String(decoding: bytes, as: UTF8.self), to: length)
  }

  /// `text` in at most `length` characters, the `…` that marks a cut among them.
  ///
  /// It is cut between words. Where there is no space in the second half, as in Chinese, Japanese or Thai, it is cut
  /// between two characters; a letter is never parted from its combining marks.
  static func cut(_ text: String, to length: Int) -> String {
    if text.utf8.count <= length { return text }
    guard length > 0 else { return "" }
    guard let end = index(ofCharacter: length, in: text), end < text.endIndex else { return text }
    let room = text[..<text.index(before: end)]
    return String(wholeWords(of: room, before: text[room.endIndex]).trimmingLooseEnd) + "…"
  }

  /// The index of a character; nil when there are fewer. In ASCII a character is a byte and needs no counting.
  private static func index(ofCharacter count: Int, in text: String) -> String.Index? {
    if text.utf8.prefix(count + 1).allSatisfy({ $0 < 0x80 && $0 != UInt8(ascii: "\r") }) {
      return text.utf8.index(text.startIndex, offsetBy: count, limitedBy: text.endIndex)
    }
    return text.index(text.startIndex, offsetBy: count, limitedBy: text.endIndex)
  }

  /// `room` up to its last space; all of it when a word ends there anyway or no space is near.
  private static func wholeWords(of room: Substring, before next: Character) -> Substring {
    if next.isWhitespace { return room }
    guard let space = room.lastIndex(where: \.isWhitespace) else { return room }
    let words = room[..<space]
    return words.utf8.count * 2 >= room.utf8.count ? words : room
  }
}

extension Substring {
  /// Without the spaces and punctuation that look lost before `…`.
  fileprivate var trimmingLooseEnd: Substring {
    var end = endIndex
    while end > startIndex {
      let last = index(before: end)
      guard self[last].isLooseEnd else { break }
      end = last
    }
    return self[..<end]
  }
}

extension Character {
  fileprivate var isLooseEnd: Bool {
    switch self {
    case " ", ",", ";", ":", ".", "-", "–", "—", "、", "。", "，", "；", "：", "．", "،", "؛", "।": true
    default: isWhitespace
    }
  }
}
