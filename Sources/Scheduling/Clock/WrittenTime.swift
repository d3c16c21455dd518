/// A time as it was written, before it is known which half of the day an hour up to 12 belongs to.
struct WrittenTime {
  /// The two halves of a twelve-hour clock.
  enum Half {
    case morning, afternoon

    var other: Half { self == .morning ? .afternoon : .morning }
  }

  /// The hour as written.
  let hour: Int
  /// The minutes as written; nil when there was only an hour.
  let minute: Int?
  /// `am` or `pm`, when written.
  let half: Half?

  /// Reads one time and leaves `reading` behind it; nil when there is none.
  init?(_ reading: inout TextReading) {
    if reading.skipWord("noon") {
      (hour, minute, half) = (12, 0, nil)
      return
    }
    guard let hour = reading.readNumber(digits: 1...2) else { return nil }
    var minute: Int?
    if reading.skip(UInt8(ascii: ":")) {
      guard let written = reading.readNumber(digits: 2...2) else { return nil }
      minute = written
      // A spreadsheet exports 16:00 as 16:00:00; seconds that say something are nothing that a rule can hold.
      if reading.skip(UInt8(ascii: ":")) {
        guard reading.readNumber(digits: 2...2) == 0 else { return nil }
      }
    }
    let beforeHalf = reading
    reading.skipSpaces()
    if reading.skipWord("am") || reading.skipWord("a.m.") || reading.skipWord("a.m") {
      half = .morning
    } else if reading.skipWord("pm") || reading.skipWord("p.m.") || reading.skipWord("p.m") {
      half = .afternoon
    } else {
      half = nil
      reading = beforeHalf
    }
    (self.hour, self.minute) = (hour, minute)
  }

  /// The time when it says by itself which it is: with minutes, or with `am` or `pm`.
  var clockTime: ClockTime? {
    if let half { return clockTime(in: half) }
    return minute.flatMap { ClockTime(hour: hour, minute: $0) }
  }

  /// The time read by a twelve-hour clock; nil when its hour is not 1 to 12.
  func clockTime(in half: Half) -> ClockTime? {
    guard (1...12).contains(hour) else { return nil }
    return ClockTime(hour: hour % 12 + (half == .afternoon ? 12 : 0), minute: minute ?? 0)
  }

  /// The time read by a twenty-four-hour clock.
  var byFullClock: ClockTime? { half == nil ? ClockTime(hour: hour, minute: minute ?? 0) : nil }
}
