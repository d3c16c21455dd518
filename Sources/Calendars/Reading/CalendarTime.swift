import Scheduling

/// A date, or a date with a time, as a calendar writes it: what clocks show, and whose clocks.
struct CalendarTime: Hashable {
  /// Whose clocks they are.
  enum Clock: Hashable {
    /// A whole day, wherever the calendar's owner is.
    case day
    /// A time of the owner's clocks, wherever they are.
    case floating
    /// UTC.
    case utc
    /// A zone, by its number among the names that the calendar uses.
    case zone(Int)
  }

  /// Seconds from 1970-01-01 00:00 of the same clocks.
  var local: Int64
  /// Whose clocks they are.
  var clock: Clock

  /// The same clocks so much later.
  func adding(_ seconds: Int64) -> CalendarTime { CalendarTime(local: local + seconds, clock: clock) }
}

/// A stretch of time as a calendar writes it.
struct CalendarPeriod: Hashable {
  /// When it ends.
  enum End: Hashable {
    case time(CalendarTime)
    case seconds(Int64)
  }

  let start: CalendarTime
  let end: End
}

extension CalendarTime {
  /// A time of RFC 5545 §3.3.5 (`20270316T170000`, with `Z` for UTC) or a date of §3.3.4 (`20270316`).
  ///
  /// - Parameter zone: the number of the zone that the property names.
  /// - Returns: nil for anything else. A leap second is the second before.
  init?(_ text: Substring, zone: Int?) {
    let bytes = Array(text.utf8)
    guard bytes.count == 8 || bytes.count == 15 || bytes.count == 16,
      let year = bytes[0..<4].number, let month = bytes[4..<6].number, let day = bytes[6..<8].number,
      let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    let midnight = Int64(date.daysSinceEpoch) * 86_400
    if bytes.count == 8 {
      self.init(local: midnight, clock: .day)
      return
    }
    guard bytes[8] | 0x20 == UInt8(ascii: "t"), let hour = bytes[9..<11].number, let minute = bytes[11..<13].number,
      let second = bytes[13..<15].number, hour < 24, minute < 60, second <= 60,
      bytes.count == 15 || bytes[15] | 0x20 == UInt8(ascii: "z")
    else { return nil }
    self.init(
      local: midnight + Int64(hour * 3600 + minute * 60 + min(second, 59)),
      clock: bytes.count == 16 ? .utc : zone.map { .zone($0) } ?? .floating)
  }
}

extension CalendarPeriod {
  /// A period of RFC 5545 §3.3.9: two times, or a time and how long it takes.
  init?(_ text: Substring, zone: Int?) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let start = CalendarTime(parts[0], zone: zone) else { return nil }
    if let end = CalendarTime(parts[1], zone: zone) {
      self.init(start: start, end: .time(end))
    } else if let seconds = CalendarDuration.seconds(parts[1]), seconds >= 0 {
      self.init(start: start, end: .seconds(seconds))
    } else {
      return nil
    }
  }
}

/// How long something takes, as RFC 5545 §3.3.6 writes it: `PT1H30M`, `P1D`, `P2W`, `-PT15M`.
enum CalendarDuration {
  /// The seconds, a day counted as 24 hours: as long on the clocks of the event.
  static func seconds(_ text: Substring) -> Int64? {
    var bytes = Array(text.utf8)[...]
    var sign: Int64 = 1
    if bytes.first == UInt8(ascii: "-") { sign = -1 }
    if bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
    guard bytes.popFirst() == UInt8(ascii: "P"), !bytes.isEmpty else { return nil }
    var total: Int64 = 0
    var isTime = false
    var lastUnit = Int64.max
    while !bytes.isEmpty {
      if bytes.first == UInt8(ascii: "T"), !isTime {
        isTime = true
        bytes.removeFirst()
        if bytes.isEmpty { return nil }
      }
      let digits = bytes.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      guard (1...9).contains(digits.count), let number = digits.number else { return nil }
      bytes = bytes[digits.endIndex...]
      guard let letter = bytes.popFirst(), let unit = unit(letter, isTime: isTime), unit < lastUnit else { return nil }
      lastUnit = unit
      total += Int64(number) * unit
    }
    return total <= longest ? total * sign : nil
  }

  /// More than a hundred years is no event.
  private static let longest: Int64 = 36_525 * 86_400

  private static func unit(_ letter: UInt8, isTime: Bool) -> Int64? {
    switch (letter, isTime) {
    case (UInt8(ascii: "W"), false): 604_800
    case (UInt8(ascii: "D"), false): 86_400
    case (UInt8(ascii: "H"), true): 3600
    case (UInt8(ascii: "M"), true): 60
    case (UInt8(ascii: "S"), true): 1
    default: nil
    }
  }
}

extension ArraySlice<UInt8> {
  /// The number that all these digits make; nil when any is none.
  var number: Int? {
    var value = 0
    for byte in self {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return isEmpty ? nil : value
  }
}
