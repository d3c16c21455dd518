/// Measures a plan against the last run that passed.
///
/// A share of few people says little: two of a kind never trip a guard.
struct Guards {
  /// So many of a kind never trip a guard.
  static let few = 2

  let settings: GuardSettings
  let state: SyncState

  /// What is measured.
  struct Measures {
    /// How many of the state's people were there in the last run.
    var present = 0
    var added = 0
    var newlyMissing = 0
    /// By field: how many of those who were there have it empty.
    var empty: [String: Int] = [:]
    /// By field: for how many the roster says something else than before.
    var changed: [String: Int] = [:]
    var rows = 0
    var quarantinedRows = 0
    var optOuts = 0
  }

  func trips(_ measures: Measures) -> [GuardTrip] {
    var trips: [GuardTrip] = []
    if let trip = over(measures.quarantinedRows, of: measures.rows, settings.quarantinedShare, floor: Self.few),
      measures.quarantinedRows > state.quarantined
    {
      trips.append(.quarantined(trip))
    }
    let all = measures.present
    guard all > 0 else { return trips }
    if let trip = over(measures.newlyMissing, of: all, settings.absenceShare, floor: settings.absences) {
      trips.append(.absences(trip))
    }
    let recent = state.runs.suffix(SyncState.rememberedRuns - 1)
    let overRuns = recent.reduce(measures.newlyMissing) { $0 + $1.absences }
    if let trip = over(
      overRuns, of: max(all, recent.first?.people ?? 0), settings.absenceShareOverSevenRuns, floor: settings.absences),
      measures.newlyMissing > 0
    {
      trips.append(.absencesOverRuns(trip))
    }
    if over(measures.newlyMissing, of: all, settings.replacedShare, floor: Self.few) != nil,
      over(measures.added, of: all, settings.replacedShare, floor: Self.few) != nil
    {
      trips.append(.replaced(added: measures.added, missing: measures.newlyMissing, of: all))
    }
    for (field, count) in measures.empty.sorted(by: { $0.key < $1.key }) {
      guard state.fields.contains(field) else { continue }
      let newly = count - (state.emptyCounts[field] ?? 0)
      if let trip = over(newly, of: all, settings.blankedShare, floor: Self.few) {
        trips.append(.blanked(field: field, trip))
      }
    }
    for (field, count) in measures.changed.sorted(by: { $0.key < $1.key }) {
      if let trip = over(count, of: all, settings.changedShare, floor: Self.few) {
        trips.append(.changed(field: field, trip))
      }
    }
    if let trip = over(measures.optOuts, of: all, settings.optOutShare, floor: Self.few) {
      trips.append(.optOuts(trip))
    }
    return trips
  }

  private func over(_ count: Int, of all: Int, _ share: Double, floor: Int) -> GuardTrip.Measure? {
    let limit = max(floor, Int((Double(all) * share).rounded(.down)))
    return count > limit ? GuardTrip.Measure(count: count, of: all, limit: limit) : nil
  }
}
