import Scheduling

extension WrittenZone {
  /// The latest time for which a described zone's rules are reckoned. Nobody is asked for a meeting beyond.
  private static let lastLocal: Int64 = 5_000_000_000

  /// The zone's rules, as the calendar describes them.
  ///
  /// Every change that a rule makes is reckoned once: a few hundred, also where a program lets them begin in 1601.
  /// - Returns: nil when the description says too little.
  func rules() throws(CalendarProblem) -> TimeZoneRules? {
    var changes: [(from: Instant, seconds: Int)] = []
    var before: (moment: Int64, seconds: Int)?
    var budget = WorkBudget()
    for observance in observances {
      guard let start = observance.start, let secondsBefore = observance.secondsBefore,
        let seconds = observance.seconds
      else { return nil }
      let shift = Int64(secondsBefore)
      let first = start.local - shift
      if before.map({ first < $0.moment }) ?? true { before = (first, secondsBefore) }
      for local in try observance.changes(from: start.local, to: Self.lastLocal, shift: shift, budget: &budget) {
        changes.append((Instant(secondsSinceEpoch: local - shift), seconds))
      }
    }
    guard let before else { return nil }
    return TimeZoneRules(name: name, before: before.seconds, changes: changes)
  }
}

extension WrittenZone.Observance {
  /// When clocks change, as those show it that have not changed yet.
  fileprivate func changes(
    from start: Int64, to end: Int64, shift: Int64, budget: inout WorkBudget
  ) throws(CalendarProblem) -> [Int64] {
    var found: Set<Int64> = [start]
    for date in dates { found.insert(date.clock == .utc ? date.local + shift : date.local) }
    for rule in rules {
      var expansion = RuleExpansion(rule, from: start, low: start, high: max(start, end)) { local in
        guard let until = rule.until else { return true }
        return until.clock == .utc ? local - shift <= until.local : local <= until.local
      }
      try expansion.forEach(budget: &budget) { found.insert($0) }
    }
    return found.sorted()
  }
}
