import Diagnostics
import Rosters

/// Finds the columns that the settings name in the rosters: by their headers, never by their place.
struct HeaderBinding {
  /// A column of a roster.
  struct Place: Hashable, Sendable {
    let source: Int
    let column: Int
  }

  /// The source's name and, for each header's key, the columns that have it.
  private let sources: [(name: String, columns: [String: [Int]], headers: [String])]
  private(set) var problems: [SchemaProblem] = []

  init(_ rosters: [(source: SourceSettings, roster: Roster)]) {
    sources = rosters.map { source, roster in
      var columns: [String: [Int]] = [:]
      for (index, header) in roster.columns.enumerated() { columns[Self.key(header), default: []].append(index) }
      return (source.name, columns, roster.columns)
    }
  }

  /// The place of a column; nil, and a problem, where there is none or more than one.
  /// - Parameter only: the one source in which to look.
  mutating func place(of name: ColumnName, only: Int? = nil) -> Place? {
    let candidates = sources.indices.filter { index in
      only.map { $0 == index } ?? (name.source.map { $0 == sources[index].name } ?? true)
    }
    var found: [Place] = []
    for index in candidates {
      let columns = Set(([name.header] + name.aliases).map(Self.key)).flatMap { sources[index].columns[$0] ?? [] }
      if columns.count > 1 {
        note(
          .doubled(
            column: name.header, source: sources[index].name,
            headers: columns.sorted().map { sources[index].headers[$0] }))
        return nil
      }
      found += columns.map { Place(source: index, column: $0) }
    }
    if found.count == 1 { return found[0] }
    if found.isEmpty {
      let headers = candidates.flatMap { sources[$0].headers }
      note(
        .missing(
          column: name.header, aliases: name.aliases, sources: candidates.map { sources[$0].name },
          nearest: NearestName.of(name.header, among: headers)))
    } else {
      note(.inSeveralSources(column: name.header, sources: found.map { sources[$0.source].name }))
    }
    return nil
  }

  private mutating func note(_ problem: SchemaProblem) {
    if !problems.contains(problem) { problems.append(problem) }
  }

  /// What makes two headers the same: case, and how many spaces, `_` or `-` stand between words, don't matter.
  /// Punctuation does: `Address 1` and `Address (1)` may be two columns.
  static func key(_ header: String) -> String {
    header.lowercased().split { $0.isWhitespace || $0 == "_" || $0 == "-" || $0 == "\u{FEFF}" }.joined(separator: " ")
  }
}
