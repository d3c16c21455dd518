import Diagnostics

/// A text with places to fill in, such as `{mentor}`, compiled once and filled for every mentor.
///
/// A placeholder is a name of letters, digits, `_` and `-` in braces. A brace that begins none stands for itself.
public struct MessageTemplate: Hashable, Sendable {
  private enum Piece: Hashable, Sendable {
    case text(String)
    case placeholder(String)
  }

  private let pieces: [Piece]

  /// A placeholder that nothing will fill.
  public struct UnknownPlaceholder: Hashable, Sendable {
    /// The name in the braces.
    public let name: String
    /// Where it stands, braces included, in bytes of UTF-8 from the text's beginning.
    public let range: Range<Int>
    /// The name that was probably meant.
    public let nearest: String?
  }

  /// Compiles a text.
  ///
  /// - Parameter known: the names that will be filled in.
  /// - Returns: the template, in which an unknown placeholder stays as it was written, and all such placeholders.
  public static func compile(
    _ text: String, known: Set<String>
  ) -> (template: MessageTemplate, unknown: [UnknownPlaceholder]) {
    let bytes = Array(text.utf8)
    var pieces: [Piece] = []
    var unknown: [UnknownPlaceholder] = []
    var textStart = 0
    var index = 0
    while index < bytes.count {
      guard let end = placeholderEnd(in: bytes, from: index) else {
        index += 1
        continue
      }
      let name = String(decoding: bytes[(index + 1)..<(end - 1)], as: UTF8.self)
      if known.contains(name) {
        if textStart < index { pieces.append(.text(String(decoding: bytes[textStart..<index], as: UTF8.self))) }
        pieces.append(.placeholder(name))
        textStart = end
      } else {
        let nearest = NearestName.of(name, among: known)
        unknown.append(UnknownPlaceholder(name: name, range: index..<end, nearest: nearest))
      }
      index = end
    }
    if textStart < bytes.count { pieces.append(.text(String(decoding: bytes[textStart...], as: UTF8.self))) }
    return (MessageTemplate(pieces: pieces), unknown)
  }

  /// The names that the text uses.
  public var placeholders: Set<String> {
    pieces.reduce(into: []) { names, piece in
      if case .placeholder(let name) = piece { names.insert(name) }
    }
  }

  /// The text with its places filled; a place for which there is no value is left empty.
  ///
  /// - Parameter value: what stands for a placeholder; asked for those alone that the text has.
  public func filled(with value: (_ placeholder: String) -> String?) -> String {
    pieces.reduce(into: "") { text, piece in
      switch piece {
      case .text(let plain): text += plain
      case .placeholder(let name): text += value(name) ?? ""
      }
    }
  }

  /// Where the placeholder that begins at `start` ends; nil when none begins there.
  private static func placeholderEnd(in bytes: [UInt8], from start: Int) -> Int? {
    guard bytes[start] == UInt8(ascii: "{") else { return nil }
    var end = start + 1
    while end < bytes.count, isNameByte(bytes[end]) { end += 1 }
    guard end > start + 1, end < bytes.count, bytes[end] == UInt8(ascii: "}") else { return nil }
    return end + 1
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
