import Diagnostics
import RosterSync

/// What somebody has to look at, most urgent first; without what fields say, for a report may be public.
struct Attention {
  /// One thing.
  struct Item {
    /// What it is about: a step, an id, a file and line.
    let place: String
    let message: String
    let remedy: String?
  }

  let items: [Item]

  /// - Parameter showsNames: whether people of the roster are called by the names of their files, for a mail that stays in
  ///   the office, or by their ids alone.
  init(_ report: NightReport, showsNames: Bool = false) {
    var items: [Item] = []
    for step in report.steps where step.exit != .done && (step.isRefusal || report.sync == nil || step.name != .sync) {
      items.append(Item(place: step.name.rawValue, message: step.line, remedy: step.remedy))
    }
    if let plan = report.sync?.plan { items += Self.items(of: plan, showsNames: showsNames) }
    for path in report.sync?.skipped ?? [] {
      items.append(Item(place: path, message: "was saved during the run", remedy: "it is looked at again tomorrow"))
    }
    let findings = report.build?.diagnostics ?? []
    items += (findings.filter { $0.severity == .error } + findings.filter { $0.severity != .error }).map(Self.item)
    items += (report.publish?.diagnostics ?? []).map(Self.item)
    self.items = items
  }

  private static func items(of plan: SyncPlan, showsNames: Bool) -> [Item] {
    var items: [Item] = []
    if plan.isHeld {
      items += plan.trips.map { Item(place: "limit", message: $0.message, remedy: $0.remedy) }
      if plan.trips.allSatisfy(\.isApprovable) {
        items.append(
          Item(
            place: "limit", message: "this plan can be approved, once",
            remedy: "mentorbook nightly --approve \(plan.hash)"))
      }
    }
    items += plan.quarantined.map {
      let id = $0.id.map { " (\($0))" } ?? ""
      return Item(
        place: "\($0.row.source), line \($0.row.line)\(id)", message: "'\($0.column)': \($0.publicReason)",
        remedy: $0.question == nil ? nil : "mentorbook sync --plan  has the question to ask")
    }
    for person in plan.people {
      let place = showsNames ? "\(person.slug) (\(person.reference))" : person.reference
      items += person.findings.map { Item(place: place, message: $0.publicMessage, remedy: $0.remedy) }
    }
    return items
  }

  /// A finding. In a profile it may quote what the profile says, and of whoever is not published nobody should read the
  /// name here: that is left to `mentorbook build`.
  private static func item(_ diagnostic: Diagnostic) -> Item {
    let line = diagnostic.range.map { ":\($0.start.line)" } ?? ""
    let what = "\(diagnostic.severity): \(diagnostic.code)"
    if diagnostic.code.hasPrefix("privacy/") {
      return Item(place: "a profile", message: what, remedy: "mentorbook build  names it")
    }
    if diagnostic.path.contains("/mentors/") || diagnostic.code == "link/unpublished" {
      return Item(place: diagnostic.path + line, message: what, remedy: nil)
    }
    return Item(
      place: diagnostic.path + line, message: "\(diagnostic.severity): \(diagnostic.message)",
      remedy: diagnostic.remedy?.words)
  }
}
