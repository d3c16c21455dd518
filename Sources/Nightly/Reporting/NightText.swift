/// A night in words, for a log.
public enum NightText {
  /// What a step did, in a line.
  public static func line(of step: NightStep) -> String {
    "\(step.line) (\(NightText.time(step.seconds)))"
  }

  /// Why a step ended the run, or why the run went on without the roster.
  public static func problem(of step: NightStep) -> String {
    guard step.exit != .done, step.exit != .withheld else { return "" }
    return "mentorbook: \(step.name.rawValue): \(step.line)\n" + (step.remedy.map { "  \($0)\n" } ?? "")
  }

  /// The closing lines: what somebody has to look at, and how the run ended.
  public static func closing(of report: NightReport) -> String {
    let items = Attention(report).items
    var text = ""
    for item in items.prefix(longest) {
      text += "  \(item.place): \(item.message)\n" + (item.remedy.map { "      \($0)\n" } ?? "")
    }
    if items.count > longest { text += "  … and \(items.count - longest) more, in the report\n" }
    return (items.isEmpty ? "" : "To look at:\n" + text) + "\(headline(report)).\n"
  }

  private static let longest = 25

  /// How it went, in a few words.
  static func headline(_ report: NightReport) -> String {
    if let refusal = report.refusal {
      return refusal.exit == .unknown
        ? "Publishing failed midway: what readers see may be partly old and partly new"
        : "Ended at the step '\(refusal.name.rawValue)'; the site stays as it was published last"
    }
    if case .withheld = report.steps.last(where: { $0.name == .publish })?.outcome {
      return "Published in part: who is not to be shown is off the site, and a limit holds the rest"
    }
    let what = report.isPublished ? "Published" : "Built"
    switch report.exit {
    case .done: return what
    case .withheld: return "\(what); something waits for a decision"
    default: return "\(what) without the roster's changes"
    }
  }

  static func time(_ seconds: Double) -> String {
    let hundredths = Int((seconds * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100) s"
  }
}
