/// Lengths of time as settings and profiles write them: `30m`, `24h`, `2d`, `2w`, `1h30m`, `45 minutes`.
public enum SpanText {
  /// The most that makes sense anywhere: ten years. What is longer is a slip of the finger.
  public static let longestMinutes = 3_660 * 1_440

  /// The length in minutes.
  ///
  /// A number needs its unit; the units are minutes, hours, days of 24 hours and weeks, each at most once, the
  /// largest first.
  /// - Returns: nil for anything else, and for more than `longestMinutes`.
  public static func minutes(_ written: String) -> Int? {
    var reading = TextReading(written)
    reading.skipSpaces()
    var total = 0
    var lastUnit = Int.max
    repeat {
      guard let number = reading.readNumber(digits: 1...7) else { return nil }
      reading.skipSpaces()
      guard let unit = minutesPerUnit[reading.readWord().lowercased()], unit < lastUnit else { return nil }
      lastUnit = unit
      total += number * unit
      reading.skipSpaces()
    } while !reading.isAtEnd
    return total <= longestMinutes ? total : nil
  }

  /// The length in whole days; nil also when it is not a whole number of them.
  public static func days(_ written: String) -> Int? {
    guard let minutes = minutes(written), minutes % 1_440 == 0 else { return nil }
    return minutes / 1_440
  }

  /// A length as `minutes(_:)` reads it, in the largest units that say it: `1h30m`, `28d`.
  public static func text(minutes: Int) -> String {
    let parts = [(minutes / 1_440, "d"), (minutes / 60 % 24, "h"), (minutes % 60, "m")]
    let written = parts.filter { $0.0 > 0 }.map { "\($0.0)\($0.1)" }.joined()
    return written.isEmpty ? "0m" : written
  }

  private static let minutesPerUnit: [String: Int] = {
    let spellings = [
      (1, ["m", "min", "mins", "minute", "minutes"]),
      (60, ["h", "hr", "hrs", "hour", "hours"]),
      (1_440, ["d", "day", "days"]),
      (10_080, ["w", "wk", "wks", "week", "weeks"]),
    ]
    return Dictionary(uniqueKeysWithValues: spellings.flatMap { unit, words in words.map { ($0, unit) } })
  }()
}
