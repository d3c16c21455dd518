import Diagnostics

/// Tells what a writer did wrong where libyaml says that a text is not YAML.
///
/// 1. Look for a quote or a bracket that never closes: libyaml notices these only far below, if at all.
/// 2. Otherwise go by libyaml's complaint, and by what the line looks like on which it gave up.
/// 3. Name the field that the mistake lies in, so that the text can be read on without it.
struct SyntaxMistake {
  let finding: Finding
  private let text: YAMLText
  private let lines: [MistakenLine]

  init(_ error: YAMLSyntaxError, in text: YAMLText, of original: SourceFile) {
    self.text = text
    let mistaken = MistakenText(error, in: text, of: original)
    lines = mistaken.lines
    finding = mistaken.finding()
  }

  /// The text with spaces in the place of the top-level field that the mistake lies in; nil when the mistake may
  /// concern other fields too.
  var textWithoutItsField: YAMLText? {
    guard finding.problem.isConfinedToField,
      let place = lines.firstIndex(where: { $0.number == finding.range.start.line })
    else { return nil }
    var first = place
    while first > 0, !lines[first].field.beginsField { first -= 1 }
    if first == place, finding.problem == .syntax(.unevenIndentation) { return nil }
    var last = place
    while last + 1 < lines.count, !lines[last + 1].field.beginsField { last += 1 }
    var bytes = text.file.bytes
    for line in lines[first...last] {
      for offset in line.field.range { bytes[offset] = UInt8(ascii: " ") }
    }
    return YAMLText(
      file: SourceFile(path: text.file.path, bytes: bytes), range: text.range, firstLine: text.firstLine)
  }
}

extension FieldLine {
  /// Whether a new top-level field begins here, or something that was meant as one.
  fileprivate var beginsField: Bool {
    guard indentation == 0, !isBlank, !isListItem, !isComment, let first = text(range).utf8.first else { return false }
    return first != UInt8(ascii: "]") && first != UInt8(ascii: "}")
  }
}

extension FrontMatterProblem {
  fileprivate var isConfinedToField: Bool {
    switch self {
    case .syntax(.directive), .syntax(.unreadable): false
    default: true
    }
  }
}
