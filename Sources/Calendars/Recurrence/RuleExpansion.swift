import Scheduling

/// Finds the times of a rule on the clocks of its event.
///
/// The rule's periods (years, months, weeks, days, or single hours, minutes and seconds) are taken in their order. Each
/// gives days, each day times, `BYSETPOS` picks some of them. Where nothing is counted, the walk begins shortly before
/// the time that is asked for; it ends with that time, the rule's own end, or its count.
struct RuleExpansion {
  private let rule: RecurrenceRule
  private let start: Int64
  private let filter: DayFilter
  /// The seconds of a day at which the rule lets something begin, for periods of a day or more.
  private let times: [Int64]
  private let low: Int64
  private let high: Int64
  private let isBeforeEnd: (Int64) -> Bool
  private var left: Int

  /// - Parameters:
  ///   - start: when the event begins first, in seconds of its own clocks, as are `low` and `high`.
  ///   - low: what is earlier is not asked for.
  ///   - high: what is later neither.
  ///   - isBeforeEnd: whether a time is not yet beyond the rule's `UNTIL`.
  init(
    _ rule: RecurrenceRule, from start: Int64, low: Int64, high: Int64, isBeforeEnd: @escaping (Int64) -> Bool
  ) {
    self.rule = rule
    self.start = start
    self.low = low
    self.high = high
    self.isBeforeEnd = isBeforeEnd
    left = rule.count ?? .max
    filter = DayFilter(rule, startingOn: Self.date(start))
    times = rule.frequency < .daily ? [] : Self.timesOfDay(rule, startingAt: Int(Self.dayAndSecond(start).second))
  }

  private static func timesOfDay(_ rule: RecurrenceRule, startingAt second: Int) -> [Int64] {
    let hours = rule.hours.isEmpty ? [second / 3600] : rule.hours
    let minutes = rule.minutes.isEmpty ? [second / 60 % 60] : rule.minutes
    let seconds = rule.seconds.isEmpty ? [second % 60] : rule.seconds
    var times: [Int64] = []
    for hour in hours {
      for minute in minutes {
        for second in seconds { times.append(Int64(hour * 3600 + minute * 60 + second)) }
      }
    }
    return times
  }

  /// The earliest time that has to be looked at: whoever counts must count from the beginning.
  private var earliest: Int64 { rule.count == nil ? max(start, low) : start }

  private typealias Found = (Int64) -> Void

  /// Calls `found` with every time, in order.
  mutating func forEach(budget: inout WorkBudget, _ found: (Int64) -> Void) throws(CalendarProblem) {
    guard start <= high else { return }
    switch rule.frequency {
    case .yearly: try years(&budget, found)
    case .monthly: try months(&budget, found)
    case .weekly: try weeks(&budget, found)
    case .daily: try days(&budget, found)
    case .hourly: try steps(of: 3600, &budget, found)
    case .minutely: try steps(of: 60, &budget, found)
    case .secondly: try steps(of: 1, &budget, found)
    }
  }

  // MARK: - Periods of days

  private mutating func years(_ budget: inout WorkBudget, _ found: Found) throws(CalendarProblem) {
    let first = Self.date(start).year
    var year = Self.skipped(first, to: Self.date(earliest).year, by: rule.interval)
    let last = min(Self.date(high).year, 9999)
    let months = filter.months.isEmpty ? Array(1...12) : filter.months
    while year <= last {
      var days: [Int] = []
      for month in months { try collect(month: month, year: year, into: &days, &budget) }
      guard try take(days, &budget, found) else { return }
      year += rule.interval
    }
  }

  private mutating func months(_ budget: inout WorkBudget, _ found: Found) throws(CalendarProblem) {
    func number(_ seconds: Int64) -> Int {
      let date = Self.date(seconds)
      return date.year * 12 + date.month - 1
    }
    var month = Self.skipped(number(start), to: number(earliest), by: rule.interval)
    let last = min(number(high), 9999 * 12 + 11)
    while month <= last {
      var days: [Int] = []
      if filter.months.isEmpty || filter.months.contains(month % 12 + 1) {
        try collect(month: month % 12 + 1, year: month / 12, into: &days, &budget)
      } else {
        try budget.spend()
      }
      guard try take(days, &budget, found) else { return }
      month += rule.interval
    }
  }

  private mutating func weeks(_ budget: inout WorkBudget, _ found: Found) throws(CalendarProblem) {
    func begin(_ seconds: Int64) -> Int {
      let day = Self.dayAndSecond(seconds).day
      return day - (Weekday(daysSinceEpoch: day).rawValue - rule.weekStart.rawValue + 7) % 7
    }
    var week = Self.skipped(begin(start), to: begin(earliest), by: 7 * rule.interval)
    let last = Self.dayAndSecond(high).day
    while week <= last {
      try budget.spend(7)
      let days = (week..<week + 7).filter { filter.admits(CivilDate(daysSinceEpoch: $0)) }
      guard try take(days, &budget, found) else { return }
      week += 7 * rule.interval
    }
  }

  private mutating func days(_ budget: inout WorkBudget, _ found: Found) throws(CalendarProblem) {
    let first = Self.dayAndSecond(start).day
    var day = Self.skipped(first, to: Self.dayAndSecond(earliest).day, by: rule.interval)
    let last = Self.dayAndSecond(high).day
    while day <= last {
      try budget.spend()
      if filter.admits(CivilDate(daysSinceEpoch: day)) {
        guard try take([day], &budget, found) else { return }
      }
      day += rule.interval
    }
  }

  private func collect(
    month: Int, year: Int, into days: inout [Int], _ budget: inout WorkBudget
  ) throws(CalendarProblem) {
    let length = CivilDate.length(ofMonth: month, year: year)
    try budget.spend(length)
    for day in 1...length {
      if let date = CivilDate(year: year, month: month, day: day), filter.admits(date) {
        days.append(date.daysSinceEpoch)
      }
    }
  }

  /// Takes what one period gives; false at the end of the rule.
  private mutating func take(_ days: [Int], _ budget: inout WorkBudget, _ found: Found) throws(CalendarProblem) -> Bool
  {
    func time(_ position: Int) -> Int64 { Int64(days[position / times.count]) * 86_400 + times[position % times.count] }
    let total = days.count * times.count
    try budget.spend(rule.positions.isEmpty ? total : rule.positions.count)
    if rule.positions.isEmpty {
      for position in 0..<total where !(try take(time(position), found)) { return false }
    } else {
      let picked = Set(rule.positions.map { $0 > 0 ? $0 - 1 : total + $0 }.filter { (0..<total).contains($0) })
      for position in picked.sorted() where !(try take(time(position), found)) { return false }
    }
    return true
  }

  // MARK: - Periods of less than a day

  private mutating func steps(of unit: Int64, _ budget: inout WorkBudget, _ found: Found) throws(CalendarProblem) {
    let interval = unit * Int64(rule.interval)
    let base = start - Self.dayAndSecond(start).second % unit
    let second = Int(Self.dayAndSecond(start).second)
    let minutes = unit < 3600 ? [0] : rule.minutes.isEmpty ? [second / 60 % 60] : rule.minutes
    let seconds = unit < 60 ? [0] : rule.seconds.isEmpty ? [second % 60] : rule.seconds
    let times = minutes.flatMap { minute in seconds.map { second in Int64(minute * 60 + second) } }
    let picked =
      rule.positions.isEmpty
      ? times
      : Set(rule.positions.map { $0 > 0 ? $0 - 1 : times.count + $0 }).filter(times.indices.contains).sorted()
        .map { times[$0] }
    var time = Self.skipped(base, to: earliest, by: interval)
    while time <= high {
      try budget.spend(1 + picked.count)
      guard let next = nextAdmitted(time, unit: unit) else {
        for offset in picked where !(try take(time + offset, found)) { return }
        time += interval
        continue
      }
      time += max(1, (next - time + interval - 1) / interval) * interval
    }
  }

  /// Where the next period is that could be let through; nil where this one is.
  private func nextAdmitted(_ time: Int64, unit: Int64) -> Int64? {
    let (day, second) = Self.dayAndSecond(time)
    if !filter.admitsAll, !filter.admits(CivilDate(daysSinceEpoch: day)) { return Int64(day + 1) * 86_400 }
    if !rule.hours.isEmpty, !rule.hours.contains(Int(second / 3600)) { return time - second % 3600 + 3600 }
    if unit < 3600, !rule.minutes.isEmpty, !rule.minutes.contains(Int(second / 60 % 60)) {
      return time - second % 60 + 60
    }
    if unit < 60, !rule.seconds.isEmpty, !rule.seconds.contains(Int(second % 60)) { return time + 1 }
    return nil
  }

  // MARK: - One time

  /// Takes a time; false when it and all that follow are beyond the end.
  private mutating func take(_ time: Int64, _ found: Found) throws(CalendarProblem) -> Bool {
    if time < start { return true }
    guard left > 0, time <= high, isBeforeEnd(time) else { return false }
    left -= 1
    if time >= low { found(time) }
    return true
  }

  // MARK: - Reckoning

  /// The last of `first`, `first + step`, … that is not behind `wanted`.
  private static func skipped<Number: BinaryInteger>(_ first: Number, to wanted: Number, by step: Number) -> Number {
    wanted <= first ? first : first + (wanted - first) / step * step
  }

  private static func dayAndSecond(_ seconds: Int64) -> (day: Int, second: Int64) {
    let day = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    return (Int(day), seconds - day * 86_400)
  }

  private static func date(_ seconds: Int64) -> CivilDate { CivilDate(daysSinceEpoch: dayAndSecond(seconds).day) }
}
