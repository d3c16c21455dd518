import Digests
import Hypertext
import Scheduling

/// A mentor's open hours as a calendar that others subscribe to (RFC 5545, RFC 7986).
///
/// The times are those of the mentor's wall clock, with the rules of the zone beside them: a window on Tuesdays at 17:00
/// stays there when clocks change. Nothing in the file tells of the day on which it was made, so a program that looks
/// for news finds the same bytes until the mentor's hours change.
///
/// All members of a series last as long as the first (RFC 5545 §3.8.5.3), so a window in the night in which clocks
/// change ends an hour off. Slots, which are cut from windows day by day, don't.
public struct OpenHoursFeed {
  /// The mentor's name in addresses, part of every UID.
  public var slug: String
  /// The site's host, which makes the UIDs its own.
  public var uidHost: String
  /// The mentor's zone by its name in the tz database.
  public var zone: String
  /// How the zone's clocks change.
  public var observances: [ZoneObservance]
  /// When the mentor has time.
  public var hours: OpenHours
  /// What the calendar and each window in it are called.
  public var title: String
  /// What each window says.
  public var details: String
  /// The profile.
  public var page: SafeURL?
  /// When the profile last changed.
  public var stamp: Instant
  /// What made the file, `-//Name//EN`.
  public var productID: String

  /// A feed with all that it says.
  public init(
    slug: String, uidHost: String, zone: String, observances: [ZoneObservance], hours: OpenHours, title: String,
    details: String, page: SafeURL?, stamp: Instant, productID: String
  ) {
    self.slug = slug
    self.uidHost = uidHost
    self.zone = zone
    self.observances = observances
    self.hours = hours
    self.title = title
    self.details = details
    self.page = page
    self.stamp = stamp
    self.productID = productID
  }

  /// The file.
  public var bytes: [UInt8] {
    var file = ContentFile()
    file.write("BEGIN", raw: "VCALENDAR")
    file.write("VERSION", raw: "2.0")
    file.write("PRODID", text: productID)
    file.write("CALSCALE", raw: "GREGORIAN")
    // RFC 7986 has the first of each pair, programs from before it know the second.
    file.write("NAME", text: title)
    file.write("X-WR-CALNAME", text: title)
    file.write("REFRESH-INTERVAL", [("VALUE", "DURATION")], raw: "P1D")
    file.write("X-PUBLISHED-TTL", raw: "P1D")
    writeZone(to: &file)
    for window in hours.weekly { write(window, to: &file) }
    for window in hours.single { write(window, to: &file) }
    file.write("END", raw: "VCALENDAR")
    return file.bytes
  }
}

// MARK: - Windows

extension OpenHoursFeed {
  private func write(_ window: OpenHours.Weekly, to file: inout ContentFile) {
    let day = ICalendarText.day(window.first.weekday)
    write(window.first, window.start, window.end, identifier: "weekly|\(day)", to: &file) { file in
      file.write("RRULE", raw: "FREQ=WEEKLY;BYDAY=\(day)")
      for date in window.except {
        file.write("EXDATE", [("TZID", zone)], raw: ICalendarText.local(date, minutes: window.start.minutes))
      }
    }
  }

  private func write(_ window: DatedWindow, to file: inout ContentFile) {
    write(window.date, window.start, window.end, identifier: "date|\(window.date.iso)", to: &file) { _ in }
  }

  private func write(
    _ date: CivilDate, _ start: ClockTime, _ end: ClockTime, identifier: String, to file: inout ContentFile,
    recurrence: (inout ContentFile) -> Void
  ) {
    let digest = SHA256.digest(of: Array("\(slug)|\(identifier)|\(start.text)|\(end.text)".utf8))
    file.write("BEGIN", raw: "VEVENT")
    file.write("UID", text: "\(SHA256.hexadecimal(digest.prefix(16)))@\(uidHost)")
    file.write("DTSTAMP", raw: stamp.utcBasic)
    file.write("DTSTART", [("TZID", zone)], raw: ICalendarText.local(date, minutes: start.minutes))
    file.write("DTEND", [("TZID", zone)], raw: ICalendarText.local(date, minutes: end.minutes))
    recurrence(&file)
    file.write("SUMMARY", text: title)
    file.write("DESCRIPTION", text: details)
    if let page { file.write("URL", raw: page.text) }
    // Whoever subscribes is not busy at these times.
    file.write("TRANSP", raw: "TRANSPARENT")
    file.write("END", raw: "VEVENT")
  }
}

// MARK: - The zone

extension OpenHoursFeed {
  private func writeZone(to file: inout ContentFile) {
    file.write("BEGIN", raw: "VTIMEZONE")
    file.write("TZID", text: zone)
    for observance in observances {
      let name = observance.offset.isDaylightSaving ? "DAYLIGHT" : "STANDARD"
      file.write("BEGIN", raw: name)
      file.write("DTSTART", raw: ICalendarText.local(observance.date, seconds: observance.secondOfDay))
      file.write("TZOFFSETFROM", raw: ICalendarText.offset(observance.secondsBefore))
      file.write("TZOFFSETTO", raw: ICalendarText.offset(observance.offset.seconds))
      file.write("TZNAME", text: observance.offset.abbreviation)
      if let rule = observance.rule { file.write("RRULE", raw: "FREQ=YEARLY;\(ICalendarText.rule(rule))") }
      file.write("END", raw: name)
    }
    file.write("END", raw: "VTIMEZONE")
  }
}

/// Dates, offsets and rules as iCalendar writes them.
private enum ICalendarText {
  static func day(_ weekday: Weekday) -> String { weekday.name.prefix(2).uppercased() }

  /// A moment on some zone's clocks. A day's end is the next day's beginning.
  static func local(_ date: CivilDate, minutes: Int) -> String { local(date, seconds: minutes * 60) }

  static func local(_ date: CivilDate, seconds: Int) -> String {
    // UTC stands in for the zone's clocks, whose reading is all that is written.
    let moment = Instant(utc: date).adding(seconds: Int64(seconds))
    return String(moment.utcBasic.dropLast())
  }

  /// `+0530`; seconds only where there are some, as before clocks had zones.
  static func offset(_ seconds: Int) -> String {
    let parts = [abs(seconds) / 3600, abs(seconds) / 60 % 60, abs(seconds) % 60]
    return (seconds < 0 ? "-" : "+")
      + parts.prefix(parts[2] == 0 ? 2 : 3).map { ($0 < 10 ? "0" : "") + String($0) }.joined()
  }

  static func rule(_ rule: ZoneObservance.YearlyRule) -> String {
    switch rule {
    case .week(let number, let weekday, let month): "BYMONTH=\(month);BYDAY=\(number)\(day(weekday))"
    case .days(let days, let weekday, let month):
      "BYMONTH=\(month);BYMONTHDAY=\(list(days));BYDAY=\(day(weekday))"
    case .daysToYearEnd(let days, let weekday): "BYYEARDAY=\(list(days));BYDAY=\(day(weekday))"
    }
  }

  private static func list(_ numbers: ClosedRange<Int>) -> String { numbers.map(String.init).joined(separator: ",") }
}
