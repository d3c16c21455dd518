/// A window that opens every week: a weekday and two wall-clock times of it.
public struct WeeklyRule: Hashable, Sendable {
  /// The day.
  public let weekday: Weekday
  /// When the window opens.
  public let start: ClockTime
  /// When it closes.
  public let end: ClockTime

  /// A weekly window; nil when it closes before it opens.
  public init?(weekday: Weekday, start: ClockTime, end: ClockTime) {
    guard start < end else { return nil }
    self.weekday = weekday
    self.start = start
    self.end = end
  }
}

/// A window on one date.
public struct DatedWindow: Hashable, Sendable {
  /// The date.
  public let date: CivilDate
  /// When the window opens.
  public let start: ClockTime
  /// When it closes.
  public let end: ClockTime

  /// A window on one date; nil when it closes before it opens.
  public init?(date: CivilDate, start: ClockTime, end: ClockTime) {
    guard start < end else { return nil }
    self.date = date
    self.start = start
    self.end = end
  }
}

// MARK: - Short text

extension WeeklyRule {
  /// A window in short form: `tue 16:00-17:30`, `Tuesdays 4–5:30pm`, `Tue, 16:00 to 17:30`.
  ///
  /// One `am` or `pm` at the end serves the beginning too, as in `4–5:30pm`; where that would turn the window around,
  /// as in `11–1pm`, the beginning is in the other half of the day.
  /// - Returns: nil when it says something else, or could mean two things, as `tue 4-5` could.
  public init?(_ written: String) {
    guard let window = WrittenWindow(written) else { return nil }
    self.init(weekday: window.weekday, start: window.start, end: window.end)
  }
}

/// What a weekly window's short form says, also where it closes before it opens.
public struct WrittenWindow: Hashable, Sendable {
  /// The day.
  public let weekday: Weekday
  /// When the window opens.
  public let start: ClockTime
  /// When it closes.
  public let end: ClockTime

  /// Reads the short form that `WeeklyRule` takes.
  public init?(_ written: String) {
    var reading = TextReading(written)
    reading.skipSpaces()
    guard let weekday = Weekday(reading.readWord()) else { return nil }
    reading.skipSpaces()
    _ = reading.skip(UInt8(ascii: ",")) || reading.skip(UInt8(ascii: ":"))
    reading.skipSpaces()
    guard let (start, end) = reading.readWindow() else { return nil }
    reading.skipSpaces()
    guard reading.isAtEnd else { return nil }
    self.weekday = weekday
    self.start = start
    self.end = end
  }
}

extension TextReading {
  /// Reads two times with a dash or `to` between them.
  fileprivate mutating func readWindow() -> (start: ClockTime, end: ClockTime)? {
    _ = skipWord("from")
    skipSpaces()
    guard let start = WrittenTime(&self) else { return nil }
    skipSpaces()
    guard ["-", "–", "—"].contains(where: { skip($0) }) || skipWord("to") || skipWord("until") else { return nil }
    skipSpaces()
    guard let end = WrittenTime(&self) else { return nil }
    return Self.settle(start, end)
  }

  /// Decides what two times mean together.
  private static func settle(_ start: WrittenTime, _ end: WrittenTime) -> (start: ClockTime, end: ClockTime)? {
    if start.half == nil, let half = end.half, let close = end.clockTime(in: half) {
      let readings = [start.clockTime(in: half), start.clockTime(in: half.other), start.byFullClock]
      return readings.lazy.compactMap { $0 }.first { $0 < close }.map { ($0, close) }
    }
    if start.half == nil, end.half == nil, end.hour > 12,
      let open = start.byFullClock, let close = end.byFullClock
    {
      return (open, close)
    }
    guard let open = start.clockTime, let close = end.clockTime else { return nil }
    return (open, close)
  }
}
