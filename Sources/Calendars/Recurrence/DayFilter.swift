import Scheduling

/// Which days a rule lets through.
///
/// RFC 5545 speaks of parts that expand and parts that limit. Both come to the same: of all days of a period, those stay
/// that no part rules out. What the rule doesn't say is that of the event's beginning.
struct DayFilter {
  /// The months in which any day can be.
  let months: [Int]
  private let weekNumbers: [Int]
  private let yearDays: [Int]
  private let monthDays: [Int]
  private let days: [RecurrenceRule.Day]
  private let weekStart: Weekday
  private let ordinalsCountIn: OrdinalSpan

  /// In what the nth weekday is counted.
  private enum OrdinalSpan { case month, year, nothing }

  init(_ rule: RecurrenceRule, startingOn start: CivilDate) {
    var months = rule.months
    var monthDays = rule.monthDays
    var days = rule.days
    let saysDay = !(rule.weekNumbers.isEmpty && rule.yearDays.isEmpty && monthDays.isEmpty && days.isEmpty)
    switch rule.frequency {
    case .yearly where !saysDay:
      if months.isEmpty { months = [start.month] }
      monthDays = [start.day]
    case .yearly where !rule.weekNumbers.isEmpty && rule.yearDays.isEmpty && monthDays.isEmpty && days.isEmpty:
      days = [RecurrenceRule.Day(weekday: start.weekday, ordinal: 0)]
    case .monthly where !saysDay: monthDays = [start.day]
    case .weekly where !saysDay: days = [RecurrenceRule.Day(weekday: start.weekday, ordinal: 0)]
    default: break
    }
    switch rule.frequency {
    case .monthly: ordinalsCountIn = .month
    case .yearly: ordinalsCountIn = !rule.weekNumbers.isEmpty ? .nothing : months.isEmpty ? .year : .month
    default: ordinalsCountIn = .nothing
    }
    (self.months, self.monthDays, self.days) = (months, monthDays, days)
    (weekNumbers, yearDays, weekStart) = (rule.weekNumbers, rule.yearDays, rule.weekStart)
  }

  /// Whether the rule lets every day through.
  var admitsAll: Bool {
    months.isEmpty && weekNumbers.isEmpty && yearDays.isEmpty && monthDays.isEmpty && days.isEmpty
  }

  /// Whether the rule lets a day through.
  func admits(_ date: CivilDate) -> Bool {
    if !months.isEmpty, !months.contains(date.month) { return false }
    if !monthDays.isEmpty {
      let fromEnd = date.day - CivilDate.length(ofMonth: date.month, year: date.year) - 1
      if !monthDays.contains(date.day), !monthDays.contains(fromEnd) { return false }
    }
    if !days.isEmpty, !admitsWeekday(of: date) { return false }
    if !yearDays.isEmpty {
      let day = date.dayOfYear
      if !yearDays.contains(day), !yearDays.contains(day - date.daysInYear - 1) { return false }
    }
    return weekNumbers.isEmpty || admitsWeek(of: date)
  }

  private func admitsWeekday(of date: CivilDate) -> Bool {
    let weekday = date.weekday
    return days.contains { day in
      guard day.weekday == weekday else { return false }
      if day.ordinal == 0 { return true }
      switch ordinalsCountIn {
      case .nothing: return true
      case .month:
        let length = CivilDate.length(ofMonth: date.month, year: date.year)
        return day.ordinal == (day.ordinal > 0 ? (date.day - 1) / 7 + 1 : -((length - date.day) / 7 + 1))
      case .year:
        let number = date.dayOfYear
        return day.ordinal == (day.ordinal > 0 ? (number - 1) / 7 + 1 : -((date.daysInYear - number) / 7 + 1))
      }
    }
  }

  /// Weeks belong to the year that has four of their days at least (ISO 8601, with any first day of the week).
  private func admitsWeek(of date: CivilDate) -> Bool {
    let day = date.daysSinceEpoch
    let weekBegins = day - (date.weekday.rawValue - weekStart.rawValue + 7) % 7
    // The fourth day of a week is in the year to which the week belongs.
    let year = CivilDate(daysSinceEpoch: weekBegins + 3).year
    let number = (weekBegins - firstWeek(of: year)) / 7 + 1
    let weeks = (firstWeek(of: year + 1) - firstWeek(of: year)) / 7
    return weekNumbers.contains(number) || weekNumbers.contains(number - weeks - 1)
  }

  /// The day on which the first week of a year begins.
  private func firstWeek(of year: Int) -> Int {
    let newYear = CivilDate.daysSinceEpoch(ofNewYear: year)
    let shift = (Weekday(daysSinceEpoch: newYear).rawValue - weekStart.rawValue + 7) % 7
    return shift <= 3 ? newYear - shift : newYear + 7 - shift
  }
}

extension CivilDate {
  fileprivate var dayOfYear: Int { daysSinceEpoch - CivilDate.daysSinceEpoch(ofNewYear: year) + 1 }
  fileprivate var daysInYear: Int { CivilDate.isLeap(year) ? 366 : 365 }
}
