/// A date of the Gregorian calendar as a person writes it: no time of day, no zone.
public struct CivilDate: Hashable, Sendable {
  /// The year, 1 to 9999 in what people write.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, counted from 1.
  public let day: Int

  /// A date by its numbers.
  /// - Returns: nil when the calendar has no such day, or the year is not between 1 and 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    self.init(trustedYear: year, month: month, day: day)
  }

  /// A date written `YYYY-MM-DD`.
  public init?(_ iso: String) {
    var reading = TextReading(iso)
    guard let date = reading.readDate(), reading.isAtEnd else { return nil }
    self = date
  }

  private init(trustedYear year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// How many days the month has.
  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Whether the year has a 29 February.
  public static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }
}

// MARK: - Counting days

extension CivilDate {
  /// Days from 1970-01-01 to this date; negative before.
  ///
  /// Years are counted from 1 March, so that the leap day is a year's last and every month's first day follows
  /// from one linear formula: the months from March on are 31, 30, 31, 30, 31 days long, again and again.
  public var daysSinceEpoch: Int {
    let marchYear = month > 2 ? year : year - 1
    let marchMonth = month > 2 ? month - 3 : month + 9
    let dayOfYear = (153 * marchMonth + 2) / 5 + day - 1
    let leapDays = Self.floor(marchYear, 4) - Self.floor(marchYear, 100) + Self.floor(marchYear, 400)
    return marchYear * 365 + leapDays + dayOfYear - Self.daysToEpoch
  }

  /// The date so many days after 1970-01-01; at most a thousand million, as `Instant` too has an end.
  public init(daysSinceEpoch: Int) {
    let days = min(max(daysSinceEpoch, -1_000_000_000), 1_000_000_000) + Self.daysToEpoch
    let cycle = Self.floor(days, Self.daysInCycle)
    let dayOfCycle = days - cycle * Self.daysInCycle
    let yearOfCycle =
      (dayOfCycle - dayOfCycle / 1460 + dayOfCycle / 36_524 - dayOfCycle / (Self.daysInCycle - 1)) / 365
    let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    self.init(
      trustedYear: cycle * 400 + yearOfCycle + (month > 2 ? 0 : 1), month: month,
      day: dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }

  /// The date so many days later, or earlier when `days` is negative.
  public func adding(days: Int) -> CivilDate {
    let (sum, isOverflow) = daysSinceEpoch.addingReportingOverflow(days)
    return CivilDate(daysSinceEpoch: isOverflow ? (days < 0 ? .min : .max) : sum)
  }

  /// Days from 1970-01-01 to the first day of a year.
  public static func daysSinceEpoch(ofNewYear year: Int) -> Int {
    CivilDate(trustedYear: year, month: 1, day: 1).daysSinceEpoch
  }

  /// Days of a year before a month of it begins.
  static func daysBefore(month: Int, year: Int) -> Int {
    (1..<month).reduce(0) { $0 + length(ofMonth: $1, year: year) }
  }

  /// The day of the week.
  public var weekday: Weekday { Weekday(daysSinceEpoch: daysSinceEpoch) }

  /// From 0000-03-01, where the cycle of 400 years begins, to 1970-01-01.
  private static let daysToEpoch = 719_468
  private static let daysInCycle = 146_097

  private static func floor(_ value: Int, _ divisor: Int) -> Int {
    value >= 0 ? value / divisor : (value - divisor + 1) / divisor
  }
}

// MARK: - Order and text

extension CivilDate: Comparable, CustomStringConvertible {
  public static func < (left: CivilDate, right: CivilDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// `YYYY-MM-DD`.
  public var iso: String {
    var text: [UInt8] = []
    DigitWriting.append(year, width: 4, to: &text)
    text.append(UInt8(ascii: "-"))
    DigitWriting.append(month, width: 2, to: &text)
    text.append(UInt8(ascii: "-"))
    DigitWriting.append(day, width: 2, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  public var description: String { iso }
}
