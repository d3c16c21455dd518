/// A roster that a program prints: `psql --csv -c …`, `ldapsearch …`, `sf data query …`.
struct CommandSource {
  /// The program and its arguments.
  let words: [String]
  let folder: String
  let environment: [String: String]

  /// What it printed, if it ended well. A program that failed may have printed half of its rows.
  func output(within limits: FetchLimits) async throws(FetchProblem) -> [UInt8] {
    let run = try await ProgramRun(words, in: folder, within: limits)
    let name = words.first?.split(separator: "/").last.map(String.init) ?? ""
    let lines = Redaction(environment: environment).lastLines(run.errors)
    switch run.ending {
    case .exited(0): return run.output
    case .exited(let code): throw .exited(program: name, code: code, lines: lines)
    case .signalled(let signal): throw .signalled(program: name, signal: signal, lines: lines)
    }
  }
}
