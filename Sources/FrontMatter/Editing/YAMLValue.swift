/// A value to write into a file's front matter.
public enum YAMLValue: Hashable, Sendable {
  case text(String)
  case flag(Bool)
  case integer(Int)
  case texts([String])
}

extension YAMLValue {
  /// Whether a value in a file already says this, in whatever way it is written: `yes` says true, `012` says 12, and
  /// a text alone says a list of one.
  func isSaid(by node: YAMLNode) -> Bool {
    switch (self, node.content) {
    case (.text(let text), .scalar(let scalar)): !scalar.isNull && scalar.text.isExactly(text)
    case (.flag(let flag), .scalar(let scalar)): scalar.text.asFlag == flag
    case (.integer(let number), .scalar(let scalar)): Int(scalar.text) == number
    case (.texts(let texts), .sequence(let items)):
      texts.count == items.count && zip(texts, items).allSatisfy { YAMLValue.text($0).isSaid(by: $1) }
    case (.texts(let texts), .scalar): texts.count == 1 && YAMLValue.text(texts[0]).isSaid(by: node)
    default: false
    }
  }
}

extension String {
  /// Whether two texts are the same bytes. (`==` also holds for different spellings of one character.)
  func isExactly(_ other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}
