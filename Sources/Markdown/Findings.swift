import Diagnostics

/// What is wrong with a text so far, and the means to say where.
struct Findings {
  private(set) var diagnostics: [Diagnostic] = []
  var locator: SourceLocator
  private let file: SourceFile

  init(source: MarkdownSource) {
    file = source.file
    locator = SourceLocator(source)
  }

  mutating func report(_ problem: MarkdownProblem, at range: SourceRange) {
    diagnostics.append(problem.diagnostic(in: file, at: range))
  }
}
