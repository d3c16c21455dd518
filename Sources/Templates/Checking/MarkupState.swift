/// Where in HTML the next byte stands: the tokenizer of the HTML standard (§13.2.5), as far as it tells what a value
/// would become there.
struct MarkupState: Hashable {
  enum Place: Hashable {
    /// Between tags.
    case text
    /// Behind `<`, behind `</`.
    case tagOpen, closingTagOpen
    case tagName
    /// In a tag, where an attribute may begin.
    case betweenAttributes
    /// In a tag after a branch, where a name may or may not be going on.
    case afterBranch
    case attributeName, afterAttributeName
    case beforeValue
    case value(quote: UInt8)
    case unquotedValue
    case afterValue
    /// Behind `<!`, with what has been read of `--`.
    case declaration(dashes: Int)
    /// In a comment, with how much of `--` or `--!` came last.
    case comment(ending: Int)
    /// In `<!doctype …>`, `<?…>` and their like.
    case bogusComment
    /// In an element without markup, with how much of its closing tag came last.
    case rawText(matched: Int)
  }

  /// What a byte of literal text gave away.
  enum Event: Hashable {
    case startedTag
    case startedAttribute
    case finishedAttributeName
    case startedValue
    case unsafeScheme
  }

  private(set) var place = Place.text
  /// The tag's name, or that of the element without markup; lower case.
  private(set) var element = ""
  private(set) var isClosingTag = false
  /// The attribute's name, lower case; nil when a branch made it uncertain.
  private(set) var attribute: String? = ""
  private(set) var link = LinkStart.empty

  /// The beginning of a page.
  static let start = MarkupState()

  /// Whether this is within the quotes of an attribute's value.
  var isInQuotes: Bool {
    if case .value = place { true } else { false }
  }

  /// Whether the value being written is a URL, or a list of them.
  var isInLink: Bool {
    isInLinkList || attribute.map(MarkupNames.linkAttributes.contains) ?? false
  }

  /// Whether the value being written is a list of URLs.
  var isInLinkList: Bool { attribute.map(MarkupNames.linkListAttributes.contains) ?? false }
}

// MARK: - Literal text

extension MarkupState {
  /// Goes on with a byte of literal text.
  mutating func read(_ byte: UInt8) -> Event? {
    switch place {
    case .text:
      guard byte == UInt8(ascii: "<") else { return nil }
      place = .tagOpen
      return .startedTag
    case .tagOpen, .closingTagOpen, .declaration: return readOpening(byte)
    case .comment, .bogusComment: return readComment(byte)
    case .rawText(let matched): return readRawText(byte, matched: matched)
    case .beforeValue, .value, .unquotedValue: return readValue(byte)
    case .tagName, .betweenAttributes, .afterBranch, .attributeName, .afterAttributeName, .afterValue:
      return readInTag(byte)
    }
  }

  private mutating func readOpening(_ byte: UInt8) -> Event? {
    switch (place, byte) {
    case (.tagOpen, UInt8(ascii: "!")):
      place = .declaration(dashes: 0)
    case (.tagOpen, UInt8(ascii: "/")):
      place = .closingTagOpen
    case (.tagOpen, _) where byte.isLetter, (.closingTagOpen, _) where byte.isLetter:
      isClosingTag = place == .closingTagOpen
      place = .tagName
      element = byte.lowercaseText
    case (.tagOpen, UInt8(ascii: "?")):
      place = .bogusComment
    case (.tagOpen, UInt8(ascii: "<")):
      return .startedTag
    case (.tagOpen, _), (.closingTagOpen, UInt8(ascii: ">")):
      self = .start
    case (.declaration(let dashes), UInt8(ascii: "-")):
      place = dashes == 0 ? .declaration(dashes: 1) : .comment(ending: 2)
    default:
      place = .bogusComment
      return readComment(byte)
    }
    return nil
  }

  /// `-->` and `--!>` end a comment; `<!-->` is one that ends at once.
  private mutating func readComment(_ byte: UInt8) -> Event? {
    guard case .comment(let ending) = place else {
      if byte == UInt8(ascii: ">") { self = .start }
      return nil
    }
    switch byte {
    case UInt8(ascii: ">") where ending >= 2: self = .start
    case UInt8(ascii: "-"): place = .comment(ending: ending == 3 ? 1 : min(ending + 1, 2))
    case UInt8(ascii: "!") where ending == 2: place = .comment(ending: 3)
    default: place = .comment(ending: 0)
    }
    return nil
  }

  private mutating func readRawText(_ byte: UInt8, matched: Int) -> Event? {
    let closing = Array("</\(element)".utf8)
    if matched == closing.count, byte.endsTagName {
      isClosingTag = true
      place = .betweenAttributes
      return readInTag(byte)
    }
    if matched < closing.count, byte.lowercase == closing[matched] {
      place = .rawText(matched: matched + 1)
    } else {
      place = .rawText(matched: byte == UInt8(ascii: "<") ? 1 : 0)
    }
    return nil
  }

  private mutating func readInTag(_ byte: UInt8) -> Event? {
    let finished: Event? = place == .attributeName && byte.endsAttributeName ? .finishedAttributeName : nil
    switch byte {
    case UInt8(ascii: ">"):
      endTag()
    case UInt8(ascii: "/"):
      place = .betweenAttributes
    case UInt8(ascii: "=") where place == .attributeName || place == .afterAttributeName || place == .afterBranch:
      if place == .afterBranch { attribute = nil }
      place = .beforeValue
    case _ where byte.isMarkupSpace:
      place = place == .attributeName || place == .afterAttributeName ? .afterAttributeName : .betweenAttributes
    default:
      return readName(byte)
    }
    return finished
  }

  private mutating func readName(_ byte: UInt8) -> Event? {
    switch place {
    case .tagName:
      element += byte.lowercaseText
      return nil
    case .attributeName:
      attribute? += byte.lowercaseText
      return nil
    case .afterBranch:
      attribute = nil
    default:
      attribute = byte.lowercaseText
    }
    place = .attributeName
    return .startedAttribute
  }

  private mutating func readValue(_ byte: UInt8) -> Event? {
    switch place {
    case .beforeValue where byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"):
      place = .value(quote: byte)
      link = .empty
      return .startedValue
    case .beforeValue where byte.isMarkupSpace:
      return nil
    case .value(let quote) where byte == quote:
      endValue(.afterValue)
      return nil
    case .beforeValue where byte == UInt8(ascii: ">"), .unquotedValue where byte == UInt8(ascii: ">"):
      endTag()
      return nil
    case .unquotedValue where byte.isMarkupSpace:
      endValue(.betweenAttributes)
      return nil
    case .beforeValue:
      place = .unquotedValue
      link = .empty
      return readLink(byte) ?? .startedValue
    default:
      return readLink(byte)
    }
  }

  private mutating func readLink(_ byte: UInt8) -> Event? {
    guard isInLink else { return nil }
    if isInLinkList, byte == UInt8(ascii: ",") {
      link = .empty
      return nil
    }
    return link.read(byte) ? nil : .unsafeScheme
  }

  private mutating func endValue(_ next: Place) {
    place = next
    attribute = ""
    link = .empty
  }

  private mutating func endTag() {
    guard !isClosingTag, MarkupNames.rawElements.contains(element) else {
      self = .start
      return
    }
    let name = element
    self = .start
    element = name
    place = .rawText(matched: 0)
  }
}

// MARK: - Values and branches

extension MarkupState {
  /// Goes on behind a value that was written here.
  mutating func passValue(isLink: Bool) {
    switch place {
    case .value: if isInLink { link = isLink && link != .unsafe ? .safe : link }
    case .comment: place = .comment(ending: 0)
    case .rawText: place = .rawText(matched: 0)
    case .tagOpen, .closingTagOpen: place = .tagName
    case .beforeValue: place = .unquotedValue
    default: break
    }
  }

  /// Where the page goes on when one branch ended here and another there; nil when nothing can be right for both.
  func joined(with other: MarkupState) -> MarkupState? {
    if self == other { return self }
    if isInQuotes, place == other.place, attribute == other.attribute, element == other.element {
      var both = self
      both.link = link.joined(with: other.link)
      return both
    }
    guard isBetweenNames, other.isBetweenNames, isClosingTag == other.isClosingTag else { return nil }
    guard element == other.element || !(isRawTag || other.isRawTag) else { return nil }
    var both = MarkupState.start
    both.place = .afterBranch
    both.element = element == other.element ? element : "*"
    both.isClosingTag = isClosingTag
    return both
  }

  /// Whether this is in a tag, where it makes no difference for a space, `/` or `>` what came before.
  private var isBetweenNames: Bool {
    switch place {
    case .tagName, .betweenAttributes, .afterBranch, .attributeName, .afterAttributeName, .afterValue, .unquotedValue:
      true
    default: false
    }
  }

  private var isRawTag: Bool { MarkupNames.rawElements.contains(element) }
}

// MARK: - Bytes

extension UInt8 {
  fileprivate var isLetter: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lowercase)
  }

  fileprivate var lowercase: UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self
  }

  fileprivate var lowercaseText: String { String(decoding: CollectionOfOne(lowercase), as: UTF8.self) }

  /// White space as HTML counts it: as Mustache does, and form feed.
  fileprivate var isMarkupSpace: Bool { isTemplateSpace || self == 0x0C }

  fileprivate var endsTagName: Bool { isMarkupSpace || self == UInt8(ascii: "/") || self == UInt8(ascii: ">") }

  fileprivate var endsAttributeName: Bool { endsTagName || self == UInt8(ascii: "=") }
}
