/// The tokens of a text, taken from left to right.
struct TextTokens {
  private let tokens: [TextToken]
  private var index = 0

  init(_ tokens: [TextToken]) {
    self.tokens = tokens
  }

  /// The next token, not yet taken.
  var next: TextToken? { peek(0) }

  /// The token so many behind the next one.
  func peek(_ offset: Int) -> TextToken? { index + offset < tokens.count ? tokens[index + offset] : nil }

  /// Takes tokens.
  mutating func skip(_ count: Int = 1) { index += count }

  /// Whether a time stands so many behind the next token, signs and noise between them left out.
  func isTime(_ offset: Int) -> Bool {
    var offset = offset
    while let token = peek(offset) {
      if case .time = token { return true }
      guard token == .dash || token == .word("at") || token == .word("from") else { return false }
      offset += 1
    }
    return false
  }

  /// How many of some tokens follow in a row.
  func count(of wanted: Set<TextToken>) -> Int {
    var count = 0
    while let token = peek(count), wanted.contains(token) { count += 1 }
    return count
  }

  /// Whether the time that was just taken stood behind `between`.
  var isBetween: Bool { index >= 2 && tokens[index - 2] == .word("between") }

  /// Takes the first of some phrases that is next.
  @discardableResult
  mutating func skip(anyOf phrases: [[String]]) -> Bool {
    let found: [String]? = skip(anyOf: phrases)
    return found != nil
  }

  /// Takes the first of some phrases that is next.
  mutating func skip(anyOf phrases: [[String]]) -> [String]? {
    for phrase in phrases where phrase.indices.allSatisfy({ peek($0) == .word(phrase[$0]) }) {
      index += phrase.count
      return phrase
    }
    return nil
  }
}
