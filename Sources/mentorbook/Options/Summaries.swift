import Diagnostics
import SiteBuilder

/// The closing line of a build: `built 36 mentors, 14 guide pages → 142 files (3 changed) in 0.04 s`.
struct BuildSummary: Summary {
  let text: String
  let problem: String

  init(_ report: BuildReport, seconds: Double, isStrict: Bool, showsTimings: Bool) {
    switch report.outcome {
    case .written:
      var line = "built \(Self.count(report.mentors, "mentor")), \(Self.count(report.guidePages, "guide page")) → "
      line += "\(Self.count(report.files, "file")) (\(report.changed) changed"
      line += report.removed > 0 ? ", \(report.removed) removed) " : ") "
      line += "in \(Self.decimal(seconds)) s"
      var notes: [String] = []
      if report.broken > 0 { notes.append("\(Self.count(report.broken, "profile")) left out because of errors") }
      if report.withheld > 0 { notes.append("\(Self.count(report.withheld, "profile")) not published") }
      if let version = report.timeZoneVersion { notes.append("time zones \(version)") }
      if !notes.isEmpty { line += "; " + notes.joined(separator: ", ") }
      text = line + (showsTimings ? Self.timings(report) : "")
      problem = ""
    case .refused:
      text = ""
      let isOnlyStrict = isStrict && !report.diagnostics.hasErrors
      problem =
        "mentorbook: nothing was written: "
        + (isOnlyStrict ? "--strict allows no warnings" : Findings.count(report.diagnostics))
    case .failed(let reason, let remedy):
      text = ""
      problem = "mentorbook: \(reason)" + (remedy.map { "\n  \($0)" } ?? "")
    }
  }

  /// The exit code that tells how the build ended.
  static func exitCode(_ report: BuildReport) -> Int32 {
    switch report.outcome {
    case .written: report.diagnostics.hasErrors ? 1 : 0
    case .refused: 2
    case .failed: 3
    }
  }

  static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

  static func decimal(_ seconds: Double) -> String {
    let hundredths = Int((seconds * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  private static func timings(_ report: BuildReport) -> String {
    report.steps.map { "\n  \(decimal($0.seconds)) s  \($0.name)" }.joined()
  }
}

/// The closing line of a check.
struct CheckSummary: Summary {
  let text: String
  let problem: String

  init(_ report: BuildReport) {
    let read =
      "checked \(BuildSummary.count(report.mentors, "mentor")), "
      + "\(BuildSummary.count(report.guidePages, "guide page")), \(BuildSummary.count(report.files, "file")) to write: "
    text = read + Findings.count(report.diagnostics)
    problem = ""
  }
}

/// Findings in words.
enum Findings {
  static func count(_ diagnostics: [Diagnostic]) -> String {
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count - errors
    if diagnostics.isEmpty { return "nothing wrong" }
    return "\(BuildSummary.count(errors, "error")), \(BuildSummary.count(warnings, "warning"))"
  }
}
