import ArgumentParser
import Diagnostics

/// How findings are printed.
struct ReportOptions: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case terminal
    case json
    case github
  }

  @Option(help: "How to print findings: for a person, as JSON, or as annotations of GitHub's CI.")
  var format = Format.terminal

  @Flag(help: "Print findings only, no closing line.")
  var quiet = false

  /// Prints the findings: JSON to standard output, the other forms to where a person or CI reads them.
  func print(_ diagnostics: [Diagnostic]) throws {
    switch format {
    case .terminal: Terminal.write(Self.text(of: diagnostics), to: .error)
    case .json: Terminal.write(try JSONForm.text(of: diagnostics), to: .output)
    case .github: Terminal.write(diagnostics.map(GitHubForm.text).joined(), to: .output)
    }
  }

  /// Findings as a person reads them on standard error.
  static func text(of diagnostics: [Diagnostic]) -> String {
    let form = TerminalForm(isColoured: Terminal.Stream.error.showsColour)
    return diagnostics.map(form.text).joined()
  }

  /// Prints the closing line.
  func close(_ summary: some Summary) {
    if !summary.problem.isEmpty { Terminal.write(summary.problem + "\n", to: .error) }
    guard !quiet, !summary.text.isEmpty else { return }
    Terminal.write(summary.text + "\n", to: format == .terminal ? .output : .error)
  }
}

/// What a command says at its end.
protocol Summary {
  /// What was done.
  var text: String { get }
  /// Why it was not done, if it was not.
  var problem: String { get }
}
