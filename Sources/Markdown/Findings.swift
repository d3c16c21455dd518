import Diagnostics

/// What is wrong with a text so far, and the means to say where.
struct Findings {
  /// The findings in the order of the text.
  var diagnostics: [Diagnostic] { (listed + unlisted).sorted() }
  var locator: SourceLocator

  /// So many findings are reported one by one. A text of ten thousand tags on one line has one cause, and each
  /// diagnostic carries its line.
  private static let limit = 100
  private var listed: [Diagnostic] = []
  private var unlistedCount = 0
  private var firstUnlisted: SourceRange?
  private let file: SourceFile

  init(source: MarkdownSource) {
    file = source.file
    locator = SourceLocator(source)
  }

  mutating func report(_ problem: MarkdownProblem, at range: SourceRange) {
    if listed.count < Self.limit {
      listed.append(problem.diagnostic(in: file, at: range))
    } else {
      unlistedCount += 1
      firstUnlisted = min(firstUnlisted ?? range, range)
    }
  }

  private var unlisted: [Diagnostic] {
    firstUnlisted.map { [MarkdownProblem.more(unlistedCount).diagnostic(in: file, at: $0)] } ?? []
  }
}
