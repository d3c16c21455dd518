/// A plan for a person to judge at a glance.
public struct PlanText {
  /// Whether values of fields are shown. They are personal: a terminal is private, a log may not be.
  public var showsValues: Bool
  /// How many people of a kind are listed.
  public var listed = 25

  /// - Parameter showsValues: whether values of fields are shown.
  public init(showsValues: Bool) {
    self.showsValues = showsValues
  }

  /// The plan and, where it was applied, what came of it.
  public func text(_ result: RosterSync.Result) -> String {
    let plan = result.plan
    var lines: [String] = []
    for action in PersonPlan.Action.reported { lines += people(action, in: plan) }
    lines += withheld(plan)
    lines += trips(plan)
    for failure in result.calendarFailures {
      lines.append("! \(showsValues ? "the calendar of \(failure.slug)" : "a calendar"): \(failure.reason)")
    }
    for path in result.skipped {
      lines.append("! \(showsValues ? path : "a profile") was saved during the run: it is looked at again in the next")
    }
    if plan.mode == .bootstrap, !result.isApplied {
      lines.append("This is the first import, which  mentorbook sync --bootstrap  makes.")
    }
    lines.append(closing(result))
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: - Sections

  private func people(_ action: PersonPlan.Action, in plan: SyncPlan) -> [String] {
    let people = plan.people.filter { $0.action == action }
    if people.isEmpty { return [] }
    var lines = ["\(action.sign) \(people.count) \(action.heading)"]
    for person in people.prefix(listed) {
      lines.append("    \(name(person))")
      lines += person.changes.map { "        " + change($0) }
    }
    if people.count > listed { lines.append("    … and \(people.count - listed) more") }
    return lines + [""]
  }

  private func name(_ person: PersonPlan) -> String {
    showsValues ? "\(person.slug) (\(person.reference))" : person.reference
  }

  private func change(_ change: PersonPlan.Change) -> String {
    let lost = change.isSetBack ? "   (an editor's word, set back)" : ""
    guard showsValues else { return change.field + lost }
    return "\(change.field): \(change.old.isEmpty ? "–" : change.old) → \(change.new.isEmpty ? "–" : change.new)\(lost)"
  }

  private func withheld(_ plan: SyncPlan) -> [String] {
    var lines: [String] = []
    if !plan.quarantined.isEmpty {
      lines.append("? \(plan.quarantined.count) quarantined: what can't be read changes no profile")
      for row in plan.quarantined.prefix(listed) {
        let id = row.id.map { " (\($0))" } ?? ""
        let reason = showsValues ? row.reason : row.publicReason
        lines.append("    \(row.row.source), line \(row.row.line)\(id), '\(row.column)': \(reason)")
        if let question = row.question, showsValues { lines.append("        \(question)") }
      }
      if plan.quarantined.count > listed { lines.append("    … and \(plan.quarantined.count - listed) more") }
      lines.append("")
    }
    let people = plan.people.filter { !$0.findings.isEmpty }
    if people.isEmpty { return lines }
    lines.append("? \(people.count) with questions that somebody has to decide")
    for person in people.prefix(listed) {
      for finding in person.findings {
        lines.append("    \(name(person)): \(finding.publicMessage)")
        if showsValues, let values = finding.values { lines.append("        \(values)") }
        lines.append("        \(finding.remedy)")
      }
    }
    if people.count > listed { lines.append("    … and \(people.count - listed) more") }
    return lines + [""]
  }

  private func trips(_ plan: SyncPlan) -> [String] {
    if plan.trips.isEmpty { return [] }
    var lines = [plan.isHeld ? "! held: nothing but opt-outs is applied" : "! applied past its limits, as approved"]
    for trip in plan.trips {
      lines.append("    \(trip.message)")
      if plan.isHeld { lines.append("        \(trip.remedy)") }
    }
    if plan.isHeld, plan.trips.allSatisfy(\.isApprovable) {
      lines.append("    mentorbook sync --approve \(plan.hash)")
    }
    return lines + [""]
  }

  private func closing(_ result: RosterSync.Result) -> String {
    let rows = result.rows.map { "\($0.count) rows in '\($0.name)'" }.joined(separator: ", ")
    let verb = result.isApplied ? (result.plan.isHeld ? "held" : "done") : "plan \(result.plan.hash.prefix(12))"
    return "\(verb): \(result.plan.closing) (\(rows))"
  }
}
