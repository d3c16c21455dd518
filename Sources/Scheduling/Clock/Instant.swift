#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A moment, the same everywhere: seconds since 1970-01-01 00:00 UTC, leap seconds not counted.
public struct Instant: Hashable, Sendable {
  /// Seconds since the epoch.
  public let secondsSinceEpoch: Int64

  /// The moment so many seconds after the epoch.
  ///
  /// Time ends some three million years from the epoch, either way: a moment beyond is the last one. So no reckoning
  /// with moments can overflow, whatever a file says.
  public init(secondsSinceEpoch: Int64) {
    self.secondsSinceEpoch = min(max(secondsSinceEpoch, -Self.endOfTime), Self.endOfTime)
  }

  private static let endOfTime: Int64 = 100_000_000_000_000

  /// The moment at which a date begins, or a time of it comes, in UTC.
  public init(utc date: CivilDate, _ time: ClockTime = .startOfDay) {
    self.init(secondsSinceEpoch: Int64(date.daysSinceEpoch) * 86_400 + Int64(time.minutes) * 60)
  }

  /// The moment it is, by the machine's clock.
  public static func now() -> Instant {
    Instant(secondsSinceEpoch: Int64(time(nil)))
  }

  /// The moment so many seconds later, or earlier when `seconds` is negative.
  public func adding(seconds: Int64) -> Instant {
    let (sum, isOverflow) = secondsSinceEpoch.addingReportingOverflow(seconds)
    return Instant(secondsSinceEpoch: isOverflow ? (seconds < 0 ? .min : .max) : sum)
  }

  /// Seconds from `other` to this moment.
  public func seconds(since other: Instant) -> Int64 { secondsSinceEpoch - other.secondsSinceEpoch }
}

// MARK: - Order

extension Instant: Comparable {
  public static func < (left: Instant, right: Instant) -> Bool { left.secondsSinceEpoch < right.secondsSinceEpoch }
}

// MARK: - Text

extension Instant: CustomStringConvertible {
  /// A moment written as RFC 3339 has it, `2027-03-16T21:00:00Z` or `2027-03-16T17:00:00-04:00`, or a bare date,
  /// which is its midnight in UTC.
  ///
  /// Seconds may be left out. Parts of a second are read and dropped: nothing here is finer than a second.
  public init?(_ iso: String) {
    var reading = TextReading(iso)
    guard let date = reading.readDate() else { return nil }
    if reading.isAtEnd {
      self.init(utc: date)
      return
    }
    guard reading.skip(UInt8(ascii: "T")) || reading.skip(UInt8(ascii: "t")) || reading.skip(UInt8(ascii: " ")),
      let seconds = reading.readSecondsOfDay(), let offset = reading.readOffset(), reading.isAtEnd
    else { return nil }
    self.init(secondsSinceEpoch: Int64(date.daysSinceEpoch) * 86_400 + Int64(seconds - offset))
  }

  /// The form of iCalendar: `20270316T210000Z`.
  public var utcBasic: String { written(dateSeparator: "", timeSeparator: "") }

  /// The form of RFC 3339: `2027-03-16T21:00:00Z`.
  public var utcExtended: String { written(dateSeparator: "-", timeSeparator: ":") }

  /// The date on which the moment falls in UTC.
  public var utcDate: CivilDate { dayAndSecond.date }

  public var description: String { utcExtended }

  /// The UTC date, and the seconds gone since its midnight.
  var dayAndSecond: (date: CivilDate, second: Int) {
    let (days, second) = Self.dayAndSecond(secondsSinceEpoch)
    return (CivilDate(daysSinceEpoch: days), second)
  }

  /// Whole days since the epoch and the seconds left over, never negative.
  static func dayAndSecond(_ seconds: Int64) -> (days: Int, second: Int) {
    var (days, second) = Int(seconds).quotientAndRemainder(dividingBy: 86_400)
    if second < 0 { (days, second) = (days - 1, second + 86_400) }
    return (days, second)
  }

  private func written(dateSeparator: String, timeSeparator: String) -> String {
    let (date, second) = dayAndSecond
    var text: [UInt8] = []
    text.reserveCapacity(20)
    DigitWriting.append(date.year, width: 4, to: &text)
    text.append(contentsOf: dateSeparator.utf8)
    DigitWriting.append(date.month, width: 2, to: &text)
    text.append(contentsOf: dateSeparator.utf8)
    DigitWriting.append(date.day, width: 2, to: &text)
    text.append(UInt8(ascii: "T"))
    DigitWriting.append(second / 3600, width: 2, to: &text)
    text.append(contentsOf: timeSeparator.utf8)
    DigitWriting.append(second / 60 % 60, width: 2, to: &text)
    text.append(contentsOf: timeSeparator.utf8)
    DigitWriting.append(second % 60, width: 2, to: &text)
    text.append(UInt8(ascii: "Z"))
    return String(decoding: text, as: UTF8.self)
  }
}

extension TextReading {
  /// Reads `HH:MM`, `HH:MM:SS` or `HH:MM:SS.fff`; second 60, a leap second, is the next minute's first.
  fileprivate mutating func readSecondsOfDay() -> Int? {
    guard let hour = readNumber(digits: 2...2), hour < 24, skip(UInt8(ascii: ":")),
      let minute = readNumber(digits: 2...2), minute < 60
    else { return nil }
    var second = 0
    if skip(UInt8(ascii: ":")) {
      guard let written = readNumber(digits: 2...2), written <= 60 else { return nil }
      second = written
      if skip(UInt8(ascii: ".")), readNumber(digits: 1...18) == nil { return nil }
    }
    return hour * 3600 + minute * 60 + second
  }

  /// Reads `Z`, `+HH:MM` or `-HH:MM`, in seconds east of UTC.
  fileprivate mutating func readOffset() -> Int? {
    if skip(UInt8(ascii: "Z")) || skip(UInt8(ascii: "z")) { return 0 }
    let isWest = skip(UInt8(ascii: "-"))
    guard isWest || skip(UInt8(ascii: "+")), let hour = readNumber(digits: 2...2), hour < 24,
      skip(UInt8(ascii: ":")), let minute = readNumber(digits: 2...2), minute < 60
    else { return nil }
    return (hour * 3600 + minute * 60) * (isWest ? -1 : 1)
  }
}
