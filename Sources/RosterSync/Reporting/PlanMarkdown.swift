/// A report for a log or a page of CI, which may be public: counts and ids, no values.
public enum PlanMarkdown {
  /// The report.
  public static func text(_ result: RosterSync.Result) -> String {
    let plan = result.plan
    var text = "# Sync\n\n\(headline(result))\n\n| what | how many |\n|---|---:|\n"
    for source in result.rows { text += "| rows in \(escaped(source.name)) | \(source.count) |\n" }
    text += "| people in the roster | \(plan.counts.people) |\n| unchanged | \(plan.counts.unchanged) |\n"
    for (name, count) in plan.figures { text += "| \(name) | \(count) |\n" }
    if result.calendarsRead > 0 { text += "| calendars read | \(result.calendarsRead) |\n" }
    if !result.calendarFailures.isEmpty {
      text += "| calendars that can't be read | \(result.calendarFailures.count) |\n"
    }
    if !plan.trips.isEmpty {
      text += "\n## Limits\n\n" + plan.trips.map { "- \(escaped($0.message)). \(escaped($0.remedy))\n" }.joined()
      if plan.isHeld, plan.trips.allSatisfy(\.isApprovable) {
        text += "\n    mentorbook sync --approve \(plan.hash)\n"
      }
    }
    for action in PersonPlan.Action.reported {
      let people = plan.people.filter { $0.action == action }
      if people.isEmpty { continue }
      text += "\n## \(people.count) \(action.heading)\n\n"
      for person in people {
        let fields = person.changes.map { $0.field + ($0.isSetBack ? " (set back)" : "") }
          .joined(separator: ", ")
        text += "- \(escaped(person.reference))" + (fields.isEmpty ? "\n" : ": \(fields)\n")
      }
    }
    if !plan.quarantined.isEmpty {
      text += "\n## Quarantined\n\n| source | line | id | column | reason |\n|---|---:|---|---|---|\n"
      for row in plan.quarantined {
        text += "| \(escaped(row.row.source)) | \(row.row.line) | \(escaped(row.id ?? "")) | \(escaped(row.column)) | "
        text += "\(escaped(row.publicReason)) |\n"
      }
    }
    let asked = plan.people.filter { !$0.findings.isEmpty }
    if !asked.isEmpty {
      text += "\n## To decide\n\n"
      for person in asked {
        for finding in person.findings {
          text += "- \(escaped(person.reference)): \(escaped(finding.publicMessage)). \(escaped(finding.remedy))\n"
        }
      }
    }
    return text
  }

  private static func headline(_ result: RosterSync.Result) -> String {
    if result.plan.isHeld { return "**Held**: a limit was passed, and nothing but opt-outs was applied." }
    if !result.isApplied { return "A plan; nothing was changed." }
    return result.exit == .withheld ? "Done, but not all of it: see below." : "Done."
  }

  static func escaped(_ text: String) -> String {
    text.reduce(into: "") { output, character in
      if "\\`*_[]<>|".contains(character) { output.append("\\") }
      output.append(character.isNewline ? " " : character)
    }
  }
}
