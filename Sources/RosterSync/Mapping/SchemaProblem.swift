import Diagnostics

/// What is wrong with a roster's columns. Nothing is applied while there is one: every row would be misread.
public enum SchemaProblem: Hashable, Sendable {
  /// No roster has the column.
  case missing(column: String, aliases: [String], sources: [String], nearest: String?)
  /// A roster has the column twice, or under two of its names.
  case doubled(column: String, source: String, headers: [String])
  /// More than one roster has the column, and `sync.yaml` doesn't say which one counts.
  case inSeveralSources(column: String, sources: [String])

  /// What is wrong, in words. Headers are no personal values, so it may stand in a log.
  public var message: String {
    switch self {
    case .missing(let column, _, let sources, _):
      "\(Self.place(sources)) has no column '\(column)'"
    case .doubled(let column, let source, let headers):
      "'\(source)' has the column '\(column)' more than once: " + headers.map { "'\($0)'" }.joined(separator: ", ")
    case .inSeveralSources(let column, let sources):
      "several sources have a column '\(column)': " + sources.joined(separator: ", ")
    }
  }

  /// What to do about it.
  public var remedy: String {
    switch self {
    case .missing(let column, _, _, let nearest?):
      "if '\(nearest)' is its new name, write  {column: \(column), also: [\(nearest)]}  in sync.yaml"
    case .missing: "if it has a new name, add that under  also:  in sync.yaml"
    case .doubled: "rename one of them in the roster, or name one only in sync.yaml"
    case .inSeveralSources: "add  source: …  to the column in sync.yaml"
    }
  }

  private static func place(_ sources: [String]) -> String {
    sources.count == 1 ? "'\(sources[0])'" : "no source (\(sources.joined(separator: ", ")))"
  }
}
