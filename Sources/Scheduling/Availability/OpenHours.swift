/// A mentor's open hours as a calendar tells of them: windows that come back every week, dates on which they don't, and
/// windows on single dates.
///
/// It says the same as `DayPlan`, without end and before notice, horizon, busy times and the week's limit: those depend
/// on the day on which one looks.
public struct OpenHours: Hashable, Sendable {
  /// A window that opens every week.
  public struct Weekly: Hashable, Sendable {
    /// The date on which it opens first.
    public let first: CivilDate
    /// When it opens.
    public let start: ClockTime
    /// When it closes.
    public let end: ClockTime
    /// Later dates of that weekday on which it stays closed, in their order.
    public let except: [CivilDate]
  }

  /// The windows of every week, from Monday on.
  public let weekly: [Weekly]
  /// The windows of single dates, those of the week that open on the same date among them.
  public let single: [DatedWindow]

  /// The hours of a mentor.
  ///
  /// - Parameters:
  ///   - holidays: dates on which no weekly window opens.
  ///   - first: the date from which on the hours are told.
  public init(_ availability: Availability, holidays: [CivilDate], from first: CivilDate) {
    let dates = Set(availability.dates.map(\.date)).filter { $0 >= first }.sorted()
    let closed = availability.except
    let isHoliday = Set(holidays)
    let skipped = Set(holidays + dates + closed.flatMap { $0.dates(from: first) })
    var weekly: [Weekly] = []
    for number in 1...7 {
      guard let weekday = Weekday(rawValue: number) else { continue }
      let opening = first.next(weekday)
      let except = skipped.filter { $0.weekday == weekday && $0 >= opening }.sorted()
      weekly += Self.merged(availability.windows(on: weekday)).map {
        Weekly(first: opening, start: $0.start, end: $0.end, except: except)
      }
    }
    self.weekly = weekly
    single = dates.filter { date in !closed.contains { $0.contains(date) } }.flatMap { date in
      let usual = isHoliday.contains(date) ? [] : availability.windows(on: date.weekday)
      let extra = availability.dates.filter { $0.date == date }.map { ($0.start, $0.end) }
      return Self.merged(usual + extra).compactMap { DatedWindow(date: date, start: $0.start, end: $0.end) }
    }
  }

  fileprivate typealias Window = (start: ClockTime, end: ClockTime)

  /// Windows that overlap are one, as they are when slots are cut from them.
  private static func merged(_ windows: [Window]) -> [Window] {
    windows.sorted { ($0.start, $0.end) < ($1.start, $1.end) }.reduce(into: []) { merged, next in
      if let last = merged.last, next.start < last.end {
        merged[merged.count - 1].end = max(last.end, next.end)
      } else {
        merged.append(next)
      }
    }
  }
}

extension Availability {
  fileprivate func windows(on weekday: Weekday) -> [OpenHours.Window] {
    weekly.filter { $0.weekday == weekday }.map { ($0.start, $0.end) }
  }
}

extension CivilDate {
  /// This date or the first one after it that falls on a weekday.
  fileprivate func next(_ weekday: Weekday) -> CivilDate {
    adding(days: (weekday.rawValue - self.weekday.rawValue + 7) % 7)
  }
}

extension DateSpan {
  fileprivate func dates(from earliest: CivilDate) -> [CivilDate] {
    let start = max(first, earliest)
    guard start <= last else { return [] }
    return (start.daysSinceEpoch...last.daysSinceEpoch).map { CivilDate(daysSinceEpoch: $0) }
  }
}
