import Digests

/// A plan while it is made.
struct Draft {
  var state: SyncState
  var people: [PersonPlan] = []
  var files: [FileChange] = []
  var trips: [GuardTrip] = []
  var counts = SyncPlan.Counts()
  var measures = Guards.Measures()
  /// By person: what is to be remembered.
  private var remembered: [PersonID: PersonState?] = [:]
  private let before: SyncState
  private let fields: [String]
  private var moved: [Int]

  init(_ input: Planner.Input, state: SyncState, fields: [String]) {
    (self.state, before, self.fields) = (state, state, fields)
    counts.people = input.mapped.records.count
    counts.before = state.people.count { $0.missingSince == nil }
    moved = Array(repeating: 0, count: fields.count)
  }

  /// Takes in what becomes of people; nil is somebody to whom nothing happens.
  mutating func add(_ outcomes: [PersonMerge.Outcome?]) {
    remembered.reserveCapacity(remembered.count + outcomes.count)
    for outcome in outcomes {
      guard let outcome else {
        counts.unchanged += 1
        continue
      }
      if outcome.plan.action != .none || !outcome.plan.findings.isEmpty {
        people.append(outcome.plan)
      } else {
        counts.unchanged += 1
      }
      if let change = outcome.file { files.append(change) }
      remembered[outcome.id] = .some(outcome.state)
      for field in outcome.moved { moved[field] += 1 }
    }
  }

  /// Counts what the guards look at.
  mutating func measure(
    _ fields: [String], _ sorted: Planner.SortedOut, records: MappingResult, presentBefore: Set<PersonID>?
  ) {
    if let presentBefore { counts.before = presentBefore.count }
    measures.present = counts.before
    measures.added = sorted.new.count
    measures.newlyMissing = sorted.missing.count { index in
      let person = before.people[index]
      return presentBefore?.contains(person.id) ?? (person.missingSince == nil)
    }
    measures.rows = records.rowCounts.first ?? 0
    measures.quarantinedRows = records.quarantinedRowCount
    measures.optOuts = people.count { $0.action == .unpublished }
    for (index, count) in moved.enumerated() where count > 0 { measures.changed[fields[index]] = count }
    measures.empty = EmptyFields(of: sorted.known.lazy.map { records.records[$0.record] }).counts
  }

  /// The state's people as they will be, in the order of their ids.
  mutating func settlePeople() {
    state.fields = fields
    if remembered.isEmpty { return }
    var people: [PersonState] = []
    people.reserveCapacity(before.people.count + remembered.count)
    for person in before.people {
      guard let change = remembered.removeValue(forKey: person.id) else {
        people.append(person)
        continue
      }
      if let change { people.append(change) }
    }
    people += remembered.values.compactMap(\.self)
    state.people = people.sorted { $0.id < $1.id }
  }
}

extension Planner {
  /// The whole plan, as it is applied where no guard trips.
  func complete(_ draft: Draft) -> SyncPlan {
    var draft = draft
    draft.settlePeople()
    let sources = input.sources.map(\.memory)
    if draft.state.sources.map(\.extent) != sources.map(\.extent) {
      draft.state.runs.append(
        RunMemory(
          day: input.today, people: draft.counts.people, absences: draft.measures.newlyMissing))
      draft.state.runs = draft.state.runs.suffix(SyncState.rememberedRuns)
    }
    draft.state.sources = sources
    draft.state.quarantined = draft.measures.quarantinedRows
    draft.state.emptyCounts = EmptyFields(of: input.mapped.records).counts
    return made(draft, isHeld: false, hash: nil)
  }

  /// The plan of which a guard lets nothing through but these.
  func held(_ draft: Draft, _ outcomes: [PersonMerge.Outcome], hash: String? = nil) -> SyncPlan {
    var held = Draft(input, state: known.state, fields: merge.fields)
    let isLetThrough = !draft.trips.contains(where: \.holdsOptOuts)
    if isLetThrough, !outcomes.isEmpty {
      held.add(outcomes)
      held.settlePeople()
    }
    held.trips = draft.trips
    var plan = made(held, isHeld: true, hash: hash)
    // What the plan would have done is what a person has to judge.
    plan.people = draft.people.isEmpty ? plan.people : Self.ordered(draft.people)
    plan.counts = draft.counts
    return plan
  }

  private func made(_ draft: Draft, isHeld: Bool, hash: String?) -> SyncPlan {
    let files = draft.files.sorted { $0.contentPath < $1.contentPath }
    return SyncPlan(
      mode: mode, people: Self.ordered(draft.people), quarantined: input.mapped.quarantined, trips: draft.trips,
      isHeld: isHeld, counts: draft.counts,
      hash: hash
        ?? SyncPlan.hash(
          mode: mode, sources: input.sources, settings: input.settingsDigest, stateMark: known.mark, files: files),
      files: files, state: draft.state, isStateSame: files.isEmpty && draft.state == known.state && known.isThere)
  }

  private static func ordered(_ people: [PersonPlan]) -> [PersonPlan] {
    people.sorted { ($0.slug, $0.hash) < ($1.slug, $1.hash) }
  }
}
