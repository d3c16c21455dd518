/// Opens a mentor's windows on one day and cuts them into slots.
///
/// 1. The windows of the day are gathered, unless the day is an exception. A holiday closes the weekly ones only.
/// 2. Both ends of a window become moments. A window never leaves its day: where a zone leaps over a whole day, that
///    day's windows are closed and don't land on the next.
/// 3. Windows that overlap are one, so that no two slots of a day overlap.
/// 4. Each is cut from its beginning into slots of elapsed time, as many as fit.
struct DayPlan {
  private let availability: Availability
  private let zone: TimeZoneRules
  private let holidays: [CivilDate]
  private let away: [DateSpan]
  private let slotSeconds: Int64

  init(
    _ availability: Availability, zone: TimeZoneRules, holidays: [CivilDate], away: [DateSpan], slotSeconds: Int64
  ) {
    self.availability = availability
    self.zone = zone
    self.holidays = holidays
    self.away = away
    self.slotSeconds = slotSeconds
  }

  /// The slots of a day, counted from 1970-01-01, in order.
  func slots(on day: Int) -> [Slot] {
    let windows = windows(on: day)
    if windows.isEmpty { return [] }
    var slots: [Slot] = []
    for opening in Self.merged(moments(of: windows, on: day)) { cut(opening, into: &slots) }
    return slots
  }

  // MARK: - Steps

  private typealias Window = (start: ClockTime, end: ClockTime)
  private typealias Opening = (start: Instant, end: Instant)

  private func windows(on day: Int) -> [Window] {
    let weekday = Weekday(daysSinceEpoch: day)
    let weekly = availability.weekly.contains { $0.weekday == weekday }
    guard weekly || !availability.dates.isEmpty else { return [] }
    let date = CivilDate(daysSinceEpoch: day)
    let isClosed = { (span: DateSpan) in span.contains(date) }
    if availability.except.contains(where: isClosed) || away.contains(where: isClosed) { return [] }
    var windows: [Window] = []
    if weekly, !holidays.contains(date) {
      for rule in availability.weekly where rule.weekday == weekday { windows.append((rule.start, rule.end)) }
    }
    for window in availability.dates where window.date == date { windows.append((window.start, window.end)) }
    return windows
  }

  private func moments(of windows: [Window], on day: Int) -> [Opening] {
    let endOfDay = zone.instant(ofDay: day + 1, .startOfDay)
    return windows.compactMap { window in
      let start = zone.instant(ofDay: day, window.start)
      let end = min(zone.instant(ofDay: day, window.end), endOfDay)
      return start < end ? (start, end) : nil
    }
  }

  private static func merged(_ openings: [Opening]) -> [Opening] {
    if openings.count < 2 { return openings }
    return openings.sorted { $0.start < $1.start }.reduce(into: []) { merged, next in
      if let last = merged.last, next.start < last.end {
        merged[merged.count - 1].end = max(last.end, next.end)
      } else {
        merged.append(next)
      }
    }
  }

  private func cut(_ opening: Opening, into slots: inout [Slot]) {
    var start = opening.start
    while case let end = start.adding(seconds: slotSeconds), end <= opening.end {
      slots.append(Slot(start: start, end: end))
      start = end
    }
  }
}
