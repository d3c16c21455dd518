/// A piece of a template as the tokenizer cuts it: a tag, or text of at most one line.
struct Token: Sendable {
  enum Kind: Equatable, Sendable {
    /// Literal text; the flag tells whether it is white space only.
    case text(isBlank: Bool)
    case tag(Tag)
  }

  let kind: Kind
  /// The bytes of the text, or of the tag with its delimiters.
  let range: Range<Int>
  /// The bytes of a tag's name.
  var name = 0..<0

  // What `StandaloneLines` finds out.

  /// Whether the text went because a tag had the line for itself.
  var isDropped = false
  /// Whether this is the first thing left of its line.
  var startsLine = false
  /// The white space before a tag, when there is nothing else before it on its line.
  var leading: Range<Int>?
  /// Whether there is nothing but white space behind a tag on its line.
  var endsLine = false
  /// Whether the tag counts as alone on its line.
  var isStandalone = false

  /// The tag, unless this is text.
  var tag: Tag? {
    if case .tag(let tag) = kind { tag } else { nil }
  }

  /// Whether this is text of white space only.
  var isBlank: Bool { kind == .text(isBlank: true) }
}

/// The kinds of Mustache tag.
enum Tag: Equatable, Sendable {
  case variable
  case rawVariable
  case section
  case inverted
  case partial
  case parent
  case block
  case close
  case comment
  case delimiters

  /// The kind that begins with this byte behind the opening delimiter.
  init(sigil: UInt8) {
    self =
      switch sigil {
      case UInt8(ascii: "{"), UInt8(ascii: "&"): .rawVariable
      case UInt8(ascii: "#"): .section
      case UInt8(ascii: "^"): .inverted
      case UInt8(ascii: ">"): .partial
      case UInt8(ascii: "<"): .parent
      case UInt8(ascii: "$"): .block
      case UInt8(ascii: "/"): .close
      case UInt8(ascii: "!"): .comment
      case UInt8(ascii: "="): .delimiters
      default: .variable
      }
  }

  /// What stands behind the opening delimiter, as messages show it.
  var sigil: String {
    switch self {
    case .variable: ""
    case .rawVariable: "&"
    case .section: "#"
    case .inverted: "^"
    case .partial: ">"
    case .parent: "<"
    case .block: "$"
    case .close: "/"
    case .comment: "!"
    case .delimiters: "="
    }
  }
}
