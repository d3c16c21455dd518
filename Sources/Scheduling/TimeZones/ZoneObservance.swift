/// A change of a zone's clocks as iCalendar tells of it (RFC 5545 §3.6.5): once, or every year.
public struct ZoneObservance: Hashable, Sendable {
  /// What holds from then on.
  public let offset: ZoneOffset
  /// Seconds east of UTC before.
  public let secondsBefore: Int
  /// The date of the first change, as clocks show it that have not changed yet.
  public let date: CivilDate
  /// The time of that date, in seconds since midnight.
  public let secondOfDay: Int
  /// When it comes back; nil for a single change.
  public let rule: YearlyRule?

  /// A day of every year.
  public enum YearlyRule: Hashable, Sendable {
    /// The nth weekday of a month; −1 is the last.
    case week(Int, Weekday, month: Int)
    /// The weekday that falls among some days of a month.
    case days(ClosedRange<Int>, Weekday, month: Int)
    /// The weekday that falls among some days counted from the year's end, −1 being its last.
    case daysToYearEnd(ClosedRange<Int>, Weekday)
  }
}

extension TimeZoneRules {
  /// The changes that tell a calendar program all about a zone from a moment on: what holds at that moment, each change
  /// that follows no rule, and for each rule the first change that follows it.
  ///
  /// - Parameter end: up to when changes without a rule are told; Morocco's and Gaza's, which follow the moon, are known
  ///   for sixty years.
  /// - Returns: one at least, in their order.
  public func observances(from start: Instant, to end: Instant) -> [ZoneObservance] {
    let changes = changes(from: start.secondsSinceEpoch, to: end.secondsSinceEpoch)
    let ruled = firstRuled(changes)
    let isTold = { (change: ZonePeriod) in change.start < end.secondsSinceEpoch }
    var observances = changes[..<ruled].filter(isTold).map { observance($0, rule: nil) }
    if ruled < changes.count, isTold(changes[ruled]), let daylight = footer?.daylight {
      for change in changes[ruled...].prefix(2) {
        let moment = change.offset == daylight.offset ? daylight.begin : daylight.end
        observances.append(observance(change, rule: moment.yearlyRule))
      }
    }
    return observances
  }

  /// The period that a moment lies in, and those that follow while the file lists them, or their rule is not seen yet.
  private func changes(from start: Int64, to end: Int64) -> [ZonePeriod] {
    var changes = [period(at: start)]
    // Two years behind the last change that is listed, the footer's rule has been seen twice.
    let last = max(lastTransition ?? start, start) + 3 * 366 * 86_400
    let hasRule = footer?.daylight.map { $0.begin.yearlyRule != nil && $0.end.yearlyRule != nil } ?? false
    while let period = changes.last, period.end < (hasRule ? last : end) {
      let next = self.period(at: period.end)
      // Files list changes that change nothing, one of them in 2038, where 32 bits end.
      if next.offset == period.offset {
        changes[changes.count - 1].end = next.end
      } else {
        changes.append(next)
      }
    }
    return changes
  }

  /// The index of the first change from which on all are those of the footer's yearly rule.
  private func firstRuled(_ changes: [ZonePeriod]) -> Int {
    guard let footer, let daylight = footer.daylight, daylight.begin.yearlyRule != nil, daylight.end.yearlyRule != nil
    else { return changes.count }
    var first = changes.count
    while first > 0, changes[first - 1].start > .min, changes[first - 1] == footer.period(at: changes[first - 1].start)
    {
      first -= 1
    }
    return changes.count - first < 2 ? changes.count : first
  }

  private func observance(_ period: ZonePeriod, rule: ZoneObservance.YearlyRule?) -> ZoneObservance {
    // What has held for ever begins nowhere: a day before any that a calendar shows serves as well as another.
    let isFirst = period.start == .min
    let before = isFirst ? period.offset.seconds : self.period(at: period.start - 1).offset.seconds
    let (day, second) = Instant.dayAndSecond(isFirst ? 0 : period.start + Int64(before))
    return ZoneObservance(
      offset: period.offset, secondsBefore: before, date: CivilDate(daysSinceEpoch: day), secondOfDay: second,
      rule: rule)
  }
}

// MARK: - Rules

extension ZoneRule.YearlyMoment {
  /// The rule in iCalendar's terms, which know no time outside a day: Thursday at 26:00 is Friday at 02:00, and a
  /// Friday that follows a fourth Thursday is one of seven days of its month. nil for what can't be said so, which no
  /// zone of today needs.
  fileprivate var yearlyRule: ZoneObservance.YearlyRule? {
    guard case .ofWeek(let month, let week, let weekday) = day else { return nil }
    let shift = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    guard let shifted = Weekday(rawValue: (weekday + shift + 13) % 7 + 1) else { return nil }
    if shift == 0 { return .week(week == 5 ? -1 : week, shifted, month: month) }
    guard month > 2 else { return nil }
    let length = CivilDate.length(ofMonth: month, year: 2001)
    let first = (week == 5 ? length - 6 : week * 7 - 6) + shift
    if first >= 1, first + 6 <= length { return .days(first...first + 6, shifted, month: month) }
    // From March on, every day is as far from the year's end in all years.
    let toEnd = CivilDate.daysBefore(month: month, year: 2001) + first - 366
    guard toEnd >= 59 - 365, toEnd + 6 <= -1 else { return nil }
    return .daysToYearEnd(toEnd...toEnd + 6, shifted)
  }
}
