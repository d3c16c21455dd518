import Addresses
import Scheduling

/// Calendars turns what a mentor's calendar program publishes, an iCalendar file (RFC 5545), into busy times.
///
/// 1. `CalendarReading` takes the file line by line: events, free/busy times, and the zones that it describes. Titles,
///    places and people are passed over: they are never kept.
/// 2. `CalendarZones` finds the rules of each zone: in the tz database, by its Windows name, or as described.
/// 3. `EventSeries` puts together what belongs to one event: its rules, what they leave out, what was moved.
/// 4. `RuleExpansion` finds the times of a rule, over the time that is asked for only.
/// 5. `BusyCollection` cuts all to that time and merges what touches.
///
/// Busy is whatever the calendar doesn't call free: an event of today that is tentative, too. Free are events that are
/// marked so (`TRANSP`, Microsoft's `BUSYSTATUS`), cancelled, or declined by the calendar's owner.
public enum BusyFeed {
  /// The times at which a calendar's owner is busy, in their order, none touching the next.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - zone: the owner's time zone, in which whole days and times without a zone are meant.
  ///   - start: from when on.
  ///   - end: until when.
  ///   - owner: the address under which the owner accepts and declines.
  ///   - zones: where zones are looked up.
  /// - Throws: `CalendarProblem` when any part can't be understood.
  public static func read(
    _ bytes: [UInt8], zone: TimeZoneRules, from start: Instant, to end: Instant, owner: MailAddress?,
    zones: TimeZoneDatabase
  ) throws(CalendarProblem) -> [Range<Instant>] {
    var reading = CalendarReading(bytes, owner: owner)
    try reading.readAll()
    let clocks = try CalendarZones(reading, owner: zone, database: zones)
    var busy = BusyCollection(from: start.secondsSinceEpoch, to: end.secondsSinceEpoch)
    for period in reading.busyPeriods { busy.add(clocks.seconds(period.start), clocks.end(of: period)) }
    var budget = WorkBudget()
    try EventSeries.forEach(reading.events) { series throws(CalendarProblem) in
      try series.collect(into: &busy, clocks: clocks, budget: &budget)
    }
    return busy.ranges
  }
}
