import FoundationEssentials

/// All diagnostics of a run as one JSON document, for editors and scripts.
///
///     {"diagnostics": [{"severity": "error", "code": …, "path": …, "line": 7, "column": 11,
///       "endLine": 7, "endColumn": 26, "message": …, "remedy": …, "replacement": …}], "errors": 1, "warnings": 0}
public enum JSONForm {
  /// The document, ending in a newline; keys are sorted, so that equal runs give equal text.
  public static func text(of diagnostics: [Diagnostic]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let report = Report(
      diagnostics: diagnostics.map(Finding.init),
      errors: diagnostics.count { $0.severity == .error },
      warnings: diagnostics.count { $0.severity == .warning })
    return String(decoding: try encoder.encode(report), as: UTF8.self) + "\n"
  }

  private struct Report: Encodable {
    let diagnostics: [Finding]
    let errors: Int
    let warnings: Int
  }

  private struct Finding: Encodable {
    let severity: String
    let code: String
    let path: String
    let line: Int?
    let column: Int?
    let endLine: Int?
    let endColumn: Int?
    let message: String
    let remedy: String?
    let replacement: String?

    init(_ diagnostic: Diagnostic) {
      severity = diagnostic.severity.rawValue
      code = diagnostic.code
      path = diagnostic.path
      line = diagnostic.range?.start.line
      column = diagnostic.range?.start.column
      endLine = diagnostic.range?.end.line
      endColumn = diagnostic.range?.end.column
      message = diagnostic.message
      remedy = diagnostic.remedy?.words
      replacement = diagnostic.remedy?.replacement
    }
  }
}
