import Addresses

/// Reads an iCalendar file once, from its first line to its last.
///
/// Only what tells of time is looked at, and only where it belongs: an alarm's duration is not the event's.
struct CalendarReading {
  private(set) var events: [CalendarEvent] = []
  /// Times of free/busy components that are not free.
  private(set) var busyPeriods: [CalendarPeriod] = []
  /// The zones that the calendar describes.
  private(set) var zones: [WrittenZone] = []
  /// The names of zones that times use, in the order of their numbers.
  private(set) var zoneNames: [String] = []

  private var lines: ContentLines
  private let owner: Set<String>
  private var zoneNumbers: [String: Int] = [:]
  private var open: [(name: String, line: Int)] = []
  private var event: CalendarEvent?
  private var zone: WrittenZone?
  private var isCalendarSeen = false

  /// - Parameter owner: the address under which the calendar's owner declines.
  init(_ bytes: [UInt8], owner: MailAddress?) {
    lines = ContentLines(bytes)
    self.owner = Set([owner?.text, owner?.ascii].compactMap { $0.map { "mailto:" + $0.lowercased() } })
  }

  /// Reads it all.
  mutating func readAll() throws(CalendarProblem) {
    while let line = lines.next() {
      switch line.name {
      case "BEGIN": try begin(line)
      case "END": try end(line)
      default:
        if open.isEmpty { try refuse(line) }
        try read(line)
      }
    }
    if let part = open.last { throw .endsEarly(line: part.line) }
    if !isCalendarSeen { throw .empty }
  }

  // MARK: - Parts

  private mutating func begin(_ line: ContentLine) throws(CalendarProblem) {
    let name = line.text.uppercased()
    if open.isEmpty, name != "VCALENDAR" { throw .notACalendar }
    isCalendarSeen = true
    open.append((name, line.number))
    switch (name, open.count) {
    case ("VEVENT", 2): event = CalendarEvent(identity: UInt64(line.number), line: line.number)
    case ("VTIMEZONE", 2): zone = WrittenZone()
    case ("STANDARD", 3), ("DAYLIGHT", 3): zone?.observances.append(WrittenZone.Observance())
    default: break
    }
  }

  private mutating func end(_ line: ContentLine) throws(CalendarProblem) {
    let name = line.text.uppercased()
    guard let part = open.popLast(), part.name == name else { throw .nesting(line: line.number) }
    guard open.count == 1 else { return }
    if name == "VEVENT", let event {
      // What is marked free and says no time can't be in anybody's way.
      if event.start != nil {
        events.append(event)
      } else if !event.isFree {
        throw .noStart(line: event.line)
      }
      self.event = nil
    } else if name == "VTIMEZONE", let zone {
      zones.append(zone)
      self.zone = nil
    }
  }

  /// What stands before any calendar.
  private func refuse(_ line: ContentLine) throws(CalendarProblem) {
    throw line.name.hasPrefix("<") ? .webPage : .notACalendar
  }

  private mutating func read(_ line: ContentLine) throws(CalendarProblem) {
    switch (open.last?.name, open.count) {
    case ("VEVENT", 2): try readEvent(line)
    case ("VFREEBUSY", 2) where line.name == "FREEBUSY": try readFreeBusy(line)
    case ("VTIMEZONE", 2): readZone(line)
    case ("STANDARD", 3), ("DAYLIGHT", 3): try readObservance(line)
    case ("VCALENDAR", 1) where line.name == "CALSCALE":
      if line.text.uppercased() != "GREGORIAN" { throw .calendarScale(line.excerpt) }
    default: break
    }
  }

  // MARK: - Events

  private mutating func readEvent(_ line: ContentLine) throws(CalendarProblem) {
    switch line.name {
    case "UID": event?.identity = Self.digest(line.value)
    case "DTSTART":
      let time = try time(line)
      event?.start = time
    case "DTEND":
      let time = try time(line)
      event?.end = time
    case "DURATION":
      guard let seconds = CalendarDuration.seconds(line.text[...]) else {
        throw .time(line.excerpt, line: line.number)
      }
      event?.duration = seconds
    case "SEQUENCE": event?.sequence = Int(line.text) ?? -1
    case "RECURRENCE-ID":
      let time = try time(line)
      event?.recurrenceID = time
      event?.isThisAndFuture = line.parameter("RANGE")?.uppercased() == "THISANDFUTURE"
    case "RRULE", "RDATE", "EXDATE": try readRepetition(line)
    case "STATUS": if line.text.uppercased() == "CANCELLED" { event?.isFree = true }
    case "TRANSP": if line.text.uppercased() == "TRANSPARENT" { event?.isFree = true }
    case "X-MICROSOFT-CDO-BUSYSTATUS": if line.text.uppercased() == "FREE" { event?.isFree = true }
    case "ATTENDEE": if isDeclined(line) { event?.isFree = true }
    default: break
    }
  }

  private mutating func readRepetition(_ line: ContentLine) throws(CalendarProblem) {
    var repetition = event?.repetition ?? CalendarEvent.Repetition()
    switch line.name {
    case "RRULE": repetition.rules.append(try RecurrenceRule(line))
    case "EXDATE": repetition.exceptions += try times(line)
    default:
      if line.parameter("VALUE")?.uppercased() == "PERIOD" {
        repetition.periods += try periods(line)
      } else {
        repetition.dates += try times(line)
      }
    }
    event?.repetition = repetition
  }

  private func isDeclined(_ line: ContentLine) -> Bool {
    !owner.isEmpty && line.parameter("PARTSTAT")?.uppercased() == "DECLINED" && owner.contains(line.text.lowercased())
  }

  private mutating func readFreeBusy(_ line: ContentLine) throws(CalendarProblem) {
    if line.parameter("FBTYPE")?.uppercased() == "FREE" { return }
    busyPeriods += try periods(line)
  }

  // MARK: - Zones

  private mutating func readZone(_ line: ContentLine) {
    switch line.name {
    case "TZID": zone?.name = line.text
    case "X-LIC-LOCATION": zone?.location = line.text
    default: break
    }
  }

  private mutating func readObservance(_ line: ContentLine) throws(CalendarProblem) {
    guard var zone, var observance = zone.observances.popLast() else { return }
    switch line.name {
    case "DTSTART": observance.start = try time(line)
    case "TZOFFSETFROM": observance.secondsBefore = try offset(line)
    case "TZOFFSETTO": observance.seconds = try offset(line)
    case "RRULE": observance.rules.append(try RecurrenceRule(line))
    case "RDATE": observance.dates += try times(line)
    default: break
    }
    zone.observances.append(observance)
    self.zone = zone
  }

  /// An offset of RFC 5545 §3.3.14: `+0100`, `-043015`.
  private func offset(_ line: ContentLine) throws(CalendarProblem) -> Int {
    let bytes = Array(line.text.utf8)
    guard bytes.count == 5 || bytes.count == 7, bytes[0] == UInt8(ascii: "+") || bytes[0] == UInt8(ascii: "-"),
      let hours = bytes[1..<3].number, let minutes = bytes[3..<5].number,
      let seconds = bytes.count == 7 ? bytes[5..<7].number : 0
    else { throw .time(line.excerpt, line: line.number) }
    return (hours * 3600 + minutes * 60 + seconds) * (bytes[0] == UInt8(ascii: "-") ? -1 : 1)
  }

  // MARK: - Values

  private mutating func time(_ line: ContentLine) throws(CalendarProblem) -> CalendarTime {
    guard let time = CalendarTime(line.text[...], zone: zoneNumber(line)) else {
      throw .time(line.excerpt, line: line.number)
    }
    return time
  }

  private mutating func times(_ line: ContentLine) throws(CalendarProblem) -> [CalendarTime] {
    let zone = zoneNumber(line)
    var times: [CalendarTime] = []
    for part in line.text.split(separator: ",") {
      guard let time = CalendarTime(part.drop { $0 == " " }, zone: zone) else {
        throw .time(line.excerpt, line: line.number)
      }
      times.append(time)
    }
    return times
  }

  private mutating func periods(_ line: ContentLine) throws(CalendarProblem) -> [CalendarPeriod] {
    let zone = zoneNumber(line)
    var periods: [CalendarPeriod] = []
    for part in line.text.split(separator: ",") {
      guard let period = CalendarPeriod(part.drop { $0 == " " }, zone: zone) else {
        throw .time(line.excerpt, line: line.number)
      }
      periods.append(period)
    }
    return periods
  }

  private mutating func zoneNumber(_ line: ContentLine) -> Int? {
    guard let name = line.parameter("TZID"), !name.isEmpty else { return nil }
    if let number = zoneNumbers[name] { return number }
    zoneNumbers[name] = zoneNames.count
    zoneNames.append(name)
    return zoneNames.count - 1
  }

  /// FNV-1a in 64 bits, the highest always set: a UID is never taken for the line number of an event without one.
  private static func digest(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 } | 1 << 63
  }
}

extension ContentLine {
  /// The value's beginning, for a message.
  var excerpt: String {
    let text = text
    return text.count <= 60 ? text : text.prefix(59) + "…"
  }
}
