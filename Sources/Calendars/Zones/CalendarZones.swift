import Scheduling

/// Turns what a calendar's clocks show into moments.
struct CalendarZones {
  private let owner: TimeZoneRules
  /// The zones of the calendar, by their numbers.
  private let rules: [TimeZoneRules]

  /// Finds the rules of every zone that the calendar uses.
  ///
  /// The tz database comes first: it knows of changes that a description of years ago doesn't.
  /// - Throws: when a zone is known nowhere.
  init(_ reading: CalendarReading, owner: TimeZoneRules, database: TimeZoneDatabase) throws(CalendarProblem) {
    self.owner = owner
    var rules: [TimeZoneRules] = []
    for name in reading.zoneNames {
      let described = reading.zones.first { $0.name == name }
      if let zone = Self.known(name, described: described, in: database) {
        rules.append(zone)
      } else if let zone = try described?.rules() {
        rules.append(zone)
      } else {
        throw .zone(String(name.prefix(60)))
      }
    }
    self.rules = rules
  }

  /// Seconds since the epoch at which clocks show a time.
  func seconds(_ time: CalendarTime) -> Int64 {
    switch time.clock {
    case .utc: time.local
    case .day, .floating: owner.instant(ofLocalSeconds: time.local).secondsSinceEpoch
    case .zone(let number): rules[number].instant(ofLocalSeconds: time.local).secondsSinceEpoch
    }
  }

  /// When a period ends.
  func end(of period: CalendarPeriod) -> Int64 {
    switch period.end {
    case .time(let end): seconds(end)
    case .seconds(let length): seconds(period.start.adding(length))
    }
  }

  /// When an event begins and ends, and how long it takes on its own clocks. What begins after its end is taken the
  /// other way round.
  func span(_ event: CalendarEvent) -> (start: CalendarTime, end: Int64, length: Int64)? {
    guard var start = event.start else { return nil }
    let usual: Int64 = start.clock == .day ? 86_400 : 0
    var end = event.end ?? start.adding(event.duration ?? usual)
    if seconds(end) < seconds(start) { swap(&start, &end) }
    let moment = seconds(end)
    let areOneClock = start.clock == end.clock
    return (start, moment, areOneClock ? end.local - start.local : moment - seconds(start))
  }

  /// Whether a time of a series is not behind a rule's `UNTIL`, which counts in.
  ///
  /// An end that is a mere date means the whole of it, as those who write it so mean it.
  func isTime(_ time: CalendarTime, notBeyond until: CalendarTime) -> Bool {
    switch until.clock {
    case .day: time.local < until.local + 86_400
    case .utc where time.clock != .day && time.clock != .floating: seconds(time) <= until.local
    case .utc where time.clock == .day, .floating where time.clock == .day: time.local <= until.local
    default: time.local <= until.local
    }
  }
}

// MARK: - Names

extension CalendarZones {
  private static func known(
    _ name: String, described: WrittenZone?, in database: TimeZoneDatabase
  ) -> TimeZoneRules? {
    var names = [name]
    if let windows = WindowsZones.names[name] { names.append(windows) }
    // Some programs put their own name in front: /mozilla.org/20050126_1/Europe/Berlin.
    if name.hasPrefix("/") {
      let parts = name.split(separator: "/")
      names += parts.indices.map { parts[$0...].joined(separator: "/") }
    }
    if let location = described?.location { names.append(location) }
    if name.lowercased().hasPrefix("tzone://microsoft/utc") { names.append("Etc/UTC") }
    for name in names {
      if let zone = database.zone(name) { return zone }
    }
    return nil
  }
}
