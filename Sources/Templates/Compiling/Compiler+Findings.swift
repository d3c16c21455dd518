import Diagnostics

// What is found wrong once all steps are there.

extension Compiler {
  /// Whether the syntax of every file is right; the markup of a tree that had to be mended is not worth checking.
  var isWellFormed: Bool { files.allSatisfy(\.findings.isEmpty) }

  /// Reports partials that would include themselves for ever.
  mutating func reportEndlessCalls() {
    for call in EndlessCalls.among(calls) {
      let name = routines[call.caller].name
      let through = call.routine == call.caller ? nil : routines[call.routine].name
      note([Finding(problem: .endless(name, through: through), range: call.place.range)], file: call.place.file)
    }
  }

  /// Reports what stands where it is not safe.
  mutating func checkMarkup() {
    for placed in MarkupChecker(routines).findings { note([placed.finding], file: placed.file) }
  }

  /// All that was found, sorted.
  var diagnostics: [Diagnostic] {
    findings.map { placed in
      placed.finding.problem.diagnostic(in: files[placed.file].file, at: placed.finding.range)
    }.sorted()
  }
}

/// A problem in one of the files that a template is made of.
struct PlacedFinding: Hashable {
  let file: Int
  let finding: Finding
}
