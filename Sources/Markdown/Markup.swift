import Hypertext

/// A piece of markup that this target writes: literal tags, and values that were escaped on their way in.
struct Markup: ExpressibleByStringLiteral {
  private(set) var text: String

  init(stringLiteral text: StaticString) {
    self.text = text.description
  }

  private init(text: String) {
    self.text = text
  }

  static func + (left: consuming Markup, right: Markup) -> Markup {
    left.text += right.text
    return left
  }

  /// Text for the reader, escaped.
  static func escaped(_ text: String) -> Markup {
    if !text.utf8.contains(where: needsEscaping) { return Markup(text: text) }
    return Markup(text: String(decoding: HTMLEscaping.escaped(text.withoutNUL), as: UTF8.self))
  }

  private static func needsEscaping(_ byte: UInt8) -> Bool {
    switch byte {
    case 0, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
    default: false
    }
  }

  /// A number.
  static func number(_ number: Int) -> Markup { Markup(text: String(number)) }

  /// ` name="value"`.
  static func attribute(_ name: Markup, _ value: String) -> Markup { " " + name + "=\"" + escaped(value) + "\"" }

  /// ` name="url"`, with the bytes percent-encoded that no URL may hold.
  static func attribute(_ name: Markup, url: String) -> Markup { attribute(name, WrittenDestination.encoded(url)) }
}

extension String {
  /// cmark's strings end at a NUL, which would cut off a tag.
  fileprivate var withoutNUL: String {
    utf8.contains(0) ? String(String.UnicodeScalarView(unicodeScalars.filter { $0 != "\0" })) : self
  }
}
