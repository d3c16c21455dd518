/// Scheduling turns a mentor's availability into slots: concrete moments at which a meeting can begin.
///
/// 1. `TimeZoneDatabase` reads the system's zone files; a zone's `TimeZoneRules` tell which moment a wall clock means.
/// 2. `Availability` holds what a profile says: windows on the mentor's own wall clock, exceptions, terms of meeting.
/// 3. `Availability.slots(in:from:defaults:busy:away:)` walks the days from the first on which a meeting could still be
///    asked for. `DayPlan` opens each day's windows and cuts them; what falls to notice, horizon, busy times
///    and the week's limit is left out. The walk ends with the last slot wanted, or at the horizon.
extension Availability {
  /// The next slots, in order of time.
  ///
  /// - Parameters:
  ///   - zone: the mentor's time zone.
  ///   - asOf: the moment from which notice and horizon count: slots begin at `asOf + notice` or later, and before
  ///     `asOf + horizon`.
  ///   - defaults: the site's terms, and how many slots to find.
  ///   - busy: what else is in the mentor's calendar.
  ///   - away: dates on which the mentor is away, beside the exceptions of the profile.
  public func slots(
    in zone: TimeZoneRules, from asOf: Instant, defaults: SchedulingDefaults, busy: [Range<Instant>] = [],
    away: [DateSpan] = []
  ) -> [Slot] {
    guard !isEmpty, defaults.slots > 0, maxPerWeek.map({ $0 > 0 }) ?? true else { return [] }
    let terms = MeetingTerms(self, defaults, from: asOf)
    guard let terms else { return [] }
    let plan = DayPlan(self, zone: zone, holidays: defaults.holidays, away: away, slotSeconds: terms.slotSeconds)
    let busyTimes = BusyTimes(busy, widenedBy: terms.bufferSeconds)
    var found: [Slot] = []
    var week = WeekCount(limit: maxPerWeek ?? .max)
    // A day more at either end: where clocks are set back past midnight, a moment shown as one date may belong to the next.
    let days = zone.day(terms.earliest) - 1...zone.day(terms.latest) + 1
    for day in days {
      for slot in plan.slots(on: day) {
        guard terms.earliest <= slot.start, slot.start < terms.latest, busyTimes.leavesFree(slot) else { continue }
        guard week.admits(day) else { break }
        found.append(slot)
        if found.count == defaults.slots { return found }
      }
    }
    return found
  }
}

/// The terms that hold for one mentor, in seconds.
private struct MeetingTerms {
  let slotSeconds: Int64
  let bufferSeconds: Int64
  let earliest: Instant
  let latest: Instant

  /// nil when a meeting would take no time or more than a day, or the horizon comes before the notice.
  init?(_ availability: Availability, _ defaults: SchedulingDefaults, from asOf: Instant) {
    let length = availability.meetingLengthMinutes ?? defaults.meetingLengthMinutes
    let notice = Self.clamped(availability.noticeMinutes ?? defaults.noticeMinutes)
    let horizon = Self.clamped((availability.horizonDays ?? defaults.horizonDays).multipliedOrMost(by: 1_440))
    guard (1...1_440).contains(length), notice < horizon else { return nil }
    slotSeconds = Int64(length) * 60
    bufferSeconds = Self.clamped(availability.bufferMinutes ?? defaults.bufferMinutes) * 60
    earliest = asOf.adding(seconds: notice * 60)
    latest = asOf.adding(seconds: horizon * 60)
  }

  private static func clamped(_ minutes: Int) -> Int64 { Int64(min(max(0, minutes), SpanText.longestMinutes)) }
}

extension Int {
  fileprivate func multipliedOrMost(by factor: Int) -> Int {
    let (product, isOverflow) = multipliedReportingOverflow(by: factor)
    return isOverflow ? .max : product
  }
}

/// Counts slots by the week that began last Monday.
private struct WeekCount {
  let limit: Int
  private var monday = Int.min
  private var count = 0

  init(limit: Int) {
    self.limit = limit
  }

  /// Counts one more slot on a day; false when its week has had its share.
  mutating func admits(_ day: Int) -> Bool {
    let itsMonday = day - (Weekday(daysSinceEpoch: day).rawValue - 1)
    if itsMonday != monday { (monday, count) = (itsMonday, 0) }
    count += 1
    return count <= limit
  }
}
