/// A time on the wall clock, in minutes from midnight; 24:00 can be said, as the end of a day.
public struct ClockTime: Hashable, Sendable {
  /// Minutes from midnight, 0 to 1440.
  public let minutes: Int

  /// Midnight at a day's beginning.
  public static let startOfDay = ClockTime(trustedMinutes: 0)
  /// Midnight at a day's end.
  public static let endOfDay = ClockTime(trustedMinutes: 1440)

  /// A time by its minutes from midnight; nil outside 0 to 1440.
  public init?(minutes: Int) {
    guard (0...1440).contains(minutes) else { return nil }
    self.minutes = minutes
  }

  /// A time by hour and minute; nil when the clock has no such time.
  public init?(hour: Int, minute: Int) {
    guard (0...23).contains(hour) && (0...59).contains(minute) || hour == 24 && minute == 0 else { return nil }
    minutes = hour * 60 + minute
  }

  /// A time as people write it: `16:00`, `9:30`, `16:00:00`, `4pm`, `4:30 p.m.`, `noon`.
  ///
  /// A bare number is refused: nobody can tell whether `4` is the morning's or the afternoon's.
  public init?(_ written: String) {
    var reading = TextReading(written)
    reading.skipSpaces()
    guard let time = WrittenTime(&reading)?.clockTime else { return nil }
    reading.skipSpaces()
    guard reading.isAtEnd else { return nil }
    self = time
  }

  private init(trustedMinutes minutes: Int) {
    self.minutes = minutes
  }
}

// MARK: - Order and text

extension ClockTime: Comparable, CustomStringConvertible {
  public static func < (left: ClockTime, right: ClockTime) -> Bool { left.minutes < right.minutes }

  /// `16:00`.
  public var text: String {
    var text: [UInt8] = []
    DigitWriting.append(minutes / 60, width: 2, to: &text)
    text.append(UInt8(ascii: ":"))
    DigitWriting.append(minutes % 60, width: 2, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  public var description: String { text }
}
