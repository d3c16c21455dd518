import Diagnostics

/// A value in a YAML text with the place where it stands.
public struct YAMLNode: Sendable {
  /// What a value is made of.
  public enum Content: Sendable {
    case scalar(YAMLScalar)
    case sequence([YAMLNode])
    case mapping(YAMLMapping)
  }

  /// The value.
  public let content: Content
  /// Where it stands: quotes and brackets included, comments and trailing blank lines not.
  public let range: SourceRange

  /// A value at a place.
  public init(_ content: Content, at range: SourceRange) {
    self.content = content
    self.range = range
  }

  /// Whether nothing is written there: no value, `~` or `null`.
  public var isNull: Bool {
    if case .scalar(let scalar) = content { scalar.isNull } else { false }
  }
}

/// A single value, as the text that YAML's presentation yields: quotes removed, escapes and folding resolved.
///
/// The text is never read as a number, a flag or a date: `012`, `NO` and `1:30` stay as written, and the kind of the
/// field decides what they mean.
public struct YAMLScalar: Hashable, Sendable {
  /// How the value is written.
  public enum Style: Hashable, Sendable {
    case plain, singleQuoted, doubleQuoted, literal, folded
  }

  /// The text.
  public let text: String
  /// How it is written.
  public let style: Style
  /// Whether it stands for no value: unquoted and empty, `~` or `null` (YAML 1.2.2 §10.3.2).
  public let isNull: Bool

  /// A scalar; `isExplicitText` is set where a `!!str` tag says that even `null` is text.
  public init(_ text: String, style: Style, isExplicitText: Bool = false) {
    self.text = text
    self.style = style
    isNull = style == .plain && !isExplicitText && Self.spellsNull(text)
  }

  static func spellsNull(_ text: String) -> Bool {
    switch text.utf8.count {
    case 0: true
    case 1: text == "~"
    case 4: text == "null" || text == "Null" || text == "NULL"
    default: false
    }
  }
}

/// Named values in the order in which they are written. No key occurs twice.
public struct YAMLMapping: Sendable {
  /// One name and its value.
  public struct Entry: Sendable {
    /// The name, exactly as YAML yields it.
    public let key: String
    /// Where the name stands.
    public let keyRange: SourceRange
    /// The value.
    public let value: YAMLNode

    /// A name with its value.
    public init(key: String, keyRange: SourceRange, value: YAMLNode) {
      self.key = key
      self.keyRange = keyRange
      self.value = value
    }
  }

  /// The entries in the order of the file.
  public let entries: [Entry]
  /// From the first name to the end of the last value, or the brackets where there are some.
  public let range: SourceRange

  /// A mapping of entries with distinct keys.
  public init(_ entries: [Entry], at range: SourceRange) {
    self.entries = entries
    self.range = range
  }

  /// The value of a key; nil when the mapping lacks it. Mappings are short, so this is a linear search.
  public subscript(key: String) -> YAMLNode? {
    entries.first { $0.key == key }?.value
  }
}
