/// A stretch of time, its end exclusive, in which a zone's offset is one and the same.
struct ZonePeriod: Equatable {
  var start: Int64
  var end: Int64
  var offset: ZoneOffset
}

/// The rules of one time zone: what its clocks show at a moment, and which moment its clocks mean.
public struct TimeZoneRules: Sendable {
  /// The zone's name in the tz database, as it was asked for.
  public let name: String
  private let file: TimeZoneFile

  init(name: String, file: TimeZoneFile) {
    self.name = name
    self.file = file
  }

  /// A zone that a calendar describes itself, because the tz database has none of that name.
  ///
  /// - Parameters:
  ///   - before: seconds east of UTC before the first change.
  ///   - changes: from when on clocks are so many seconds east of UTC, in any order.
  /// - Returns: nil when an offset is none that a zone can have.
  public init?(name: String, before: Int, changes: [(from: Instant, seconds: Int)]) {
    guard let file = TimeZoneFile(before: before, changes: changes) else { return nil }
    self.init(name: name, file: file)
  }

  /// What holds behind the last transition of the file.
  var footer: ZoneRule? { file.footer }

  /// The last transition that the file lists.
  var lastTransition: Int64? { file.transitions.last }

  /// The offset from UTC at a moment.
  public func offset(at instant: Instant) -> ZoneOffset {
    period(at: instant.secondsSinceEpoch).offset
  }

  /// The date and the seconds since its midnight that the zone's clocks show at a moment.
  public func local(_ instant: Instant) -> (date: CivilDate, secondOfDay: Int) {
    let seconds = instant.secondsSinceEpoch
    let (days, second) = Instant.dayAndSecond(seconds &+ Int64(period(at: seconds).offset.seconds))
    return (CivilDate(daysSinceEpoch: days), second)
  }

  /// The date that the zone's clocks show at a moment, counted in days from 1970-01-01.
  func day(_ instant: Instant) -> Int {
    let seconds = instant.secondsSinceEpoch
    return Instant.dayAndSecond(seconds &+ Int64(period(at: seconds).offset.seconds)).days
  }

  /// The moment at which the zone's clocks show a date and time.
  ///
  /// A time that clocks leap over is moved forward by the leap, a time that they show twice is the first of the two
  /// (RFC 5545 §3.3.5).
  public func instant(of date: CivilDate, _ time: ClockTime) -> Instant {
    instant(ofDay: date.daysSinceEpoch, time)
  }

  /// The moment of a time on a day counted from 1970-01-01.
  func instant(ofDay day: Int, _ time: ClockTime) -> Instant {
    instant(ofLocalSeconds: Int64(day) * 86_400 + Int64(time.minutes) * 60)
  }

  /// The moment at which clocks show a date and time, both told in seconds from 1970-01-01 00:00 of the same clocks.
  ///
  /// The periods are tried from the earliest that could hold the time: no zone is further than 26 hours from UTC.
  /// The first whose clocks reach it has it, which settles times shown twice. Where clocks leap, the period before
  /// has ended and the one behind has not begun when it is reckoned by its own offset: then the offset of the period
  /// before is the one that moves the time forward by the leap.
  public func instant(ofLocalSeconds local: Int64) -> Instant {
    var period = period(at: local - 93_600)
    var moment = local - Int64(period.offset.seconds)
    while moment >= period.end {
      period = self.period(at: period.end)
      let here = local - Int64(period.offset.seconds)
      if here < period.start { break }
      moment = here
    }
    return Instant(secondsSinceEpoch: moment)
  }

  /// The period that holds a moment: a binary search among the file's transitions, or the footer's rule behind them.
  func period(at moment: Int64) -> ZonePeriod {
    let transitions = file.transitions
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle] <= moment { low = middle + 1 } else { high = middle }
    }
    let start = low > 0 ? transitions[low - 1] : Int64.min
    if low == transitions.count, let footer = file.footer {
      var period = footer.period(at: moment)
      period.start = max(period.start, start)
      return period
    }
    let offset = low > 0 ? file.offsets[Int(file.offsetIndices[low - 1])] : file.offsets[0]
    return ZonePeriod(start: start, end: low < transitions.count ? transitions[low] : .max, offset: offset)
  }
}
