/// Diagnostics as a person reads them in a terminal: place, finding, the line, and what to do under the mark.
///
///     content/mentors/ana-lopez.md:7:11: error: 'America/NewYork' is not a time zone
///       7 | timezone: America/NewYork
///         |           ^~~~~~~~~~~~~~~ did you mean 'America/New_York'?
public struct TerminalForm: Sendable {
  /// Whether to use colour.
  public var isColoured: Bool

  /// The form for a terminal, or, without colour, for a file or pipe.
  public init(isColoured: Bool) {
    self.isColoured = isColoured
  }

  /// One diagnostic with its excerpt, ending in a newline.
  public func text(of diagnostic: Diagnostic) -> String {
    var lines = [headline(of: diagnostic)]
    if let range = diagnostic.range, let excerpt = diagnostic.excerpt {
      lines += self.excerpt(excerpt, range: range, remedy: diagnostic.remedy, severity: diagnostic.severity)
    } else if let remedy = diagnostic.remedy {
      lines.append("  " + coloured(Self.printable(remedy.words), .green))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func headline(of diagnostic: Diagnostic) -> String {
    var place = Self.printable(diagnostic.path)
    if let start = diagnostic.range?.start { place += ":\(start.line):\(start.column)" }
    let severity = coloured(diagnostic.severity.rawValue + ":", diagnostic.severity == .error ? .red : .yellow)
    return "\(coloured(place + ":", .bold)) \(severity) \(Self.printable(diagnostic.message))"
  }

  private func excerpt(
    _ line: String, range: SourceRange, remedy: Diagnostic.Remedy?, severity: Diagnostic.Severity
  ) -> [String] {
    let number = String(range.start.line)
    let margin = String(repeating: " ", count: number.count)
    let window = ExcerptWindow(line: line, range: range)
    let mark = "^" + String(repeating: "~", count: max(0, window.markWidth - 1))
    var second = "  \(margin) | \(String(repeating: " ", count: window.markOffset))"
    second += coloured(mark, severity == .error ? .red : .yellow)
    if let remedy { second += " " + coloured(Self.printable(remedy.words), .green) }
    return ["  \(number) | \(window.text)", second]
  }

  /// Text without control characters, which a terminal would obey.
  static func printable(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { $0.isControl ? "\u{FFFD}" : $0 }))
  }

  private enum Colour: String {
    case bold = "1"
    case red = "1;31"
    case green = "32"
    case yellow = "1;33"
  }

  private func coloured(_ text: String, _ colour: Colour) -> String {
    isColoured ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : text
  }
}

extension Unicode.Scalar {
  fileprivate var isControl: Bool { properties.generalCategory == .control }
}
