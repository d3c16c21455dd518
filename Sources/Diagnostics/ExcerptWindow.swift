/// The part of a line that is shown around a mark, and where the mark stands in terminal columns.
struct ExcerptWindow {
  /// The text to show: tabs as one space, control characters replaced, cut with … when the line is long.
  let text: String
  /// Terminal columns before the mark.
  let markOffset: Int
  /// Terminal columns that the mark covers, at least 1.
  let markWidth: Int

  private static let widest = 96
  private static let before = 40

  /// The part of `line` around `range`, whose columns count Unicode scalars from 1.
  init(line: String, range: SourceRange) {
    let scalars = Array(line.unicodeScalars)
    let start = min(max(0, range.start.column - 1), scalars.count)
    let sameLine = range.end.line == range.start.line
    let end = min(max(start, sameLine ? range.end.column - 1 : scalars.count), scalars.count)
    let from = scalars.count > Self.widest && start > Self.before ? start - Self.before : 0
    let to = min(scalars.count, from + Self.widest)
    let shown = String(String.UnicodeScalarView(scalars[from..<to].map { $0 == "\t" ? " " : $0 }))
    text = (from > 0 ? "…" : "") + TerminalForm.printable(shown) + (to < scalars.count ? "…" : "")
    markOffset = (from > 0 ? 1 : 0) + scalars[from..<start].reduce(0) { $0 + $1.terminalWidth }
    markWidth = max(1, scalars[start..<min(max(start, end), to)].reduce(0) { $0 + $1.terminalWidth })
  }
}

extension Unicode.Scalar {
  /// How many columns a terminal gives the character: 0 for marks that combine, 2 for wide East Asian ones and emoji.
  var terminalWidth: Int {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
