/// By what a time of a series is known: the moment, or what clocks show where no zone is said.
private enum TimeKey: Hashable {
  case moment(Int64)
  case local(Int64)
  /// What clocks show, of a time whose zone is said, for events that have none.
  case localOfZone(Int64)
}

extension CalendarTime {
  /// The keys under which a time that is written beside a series is found.
  fileprivate func keys(_ clocks: CalendarZones) -> [TimeKey] {
    switch clock {
    case .day, .floating: [.local(local)]
    case .utc, .zone: [.moment(clocks.seconds(self)), .localOfZone(local)]
    }
  }

  /// The keys under which a time of a series is looked for.
  fileprivate func lookups(_ clocks: CalendarZones) -> [TimeKey] {
    switch clock {
    case .day, .floating: [.local(local), .localOfZone(local)]
    case .utc, .zone: [.moment(clocks.seconds(self)), .local(local)]
    }
  }
}

/// The times of a series that are otherwise than its rules say.
struct ChangedTimes {
  private let clocks: CalendarZones
  private let keys: Set<TimeKey>
  /// What stands for a time, the newest version of each.
  let newest: [CalendarEvent]
  /// Those that stand for all that follow, too, in their order.
  let following: [Following]

  /// How a change moves what follows.
  struct Following {
    /// The time of the series from which on it holds.
    let moment: Int64
    /// How much later everything begins.
    let shift: Int64
    /// How long it takes.
    let length: Int64
    let isFree: Bool
  }

  init(_ changes: [CalendarEvent], clocks: CalendarZones) {
    self.clocks = clocks
    var chosen: [TimeKey: Int] = [:]
    for (index, change) in changes.enumerated() {
      for key in change.recurrenceID?.keys(clocks) ?? [] {
        guard let other = chosen[key] else {
          chosen[key] = index
          continue
        }
        if changes[other].sequence < change.sequence { chosen[key] = index }
      }
    }
    keys = Set(chosen.keys)
    newest = Set(chosen.values).sorted().map { changes[$0] }
    following = newest.compactMap { Following($0, clocks: clocks) }.sorted { $0.moment < $1.moment }
  }

  /// Whether something else stands for a time of the series.
  func contains(_ time: CalendarTime) -> Bool {
    !keys.isEmpty && time.lookups(clocks).contains(where: keys.contains)
  }
}

extension ChangedTimes.Following {
  fileprivate init?(_ change: CalendarEvent, clocks: CalendarZones) {
    guard change.isThisAndFuture, let original = change.recurrenceID, let span = clocks.span(change) else { return nil }
    moment = clocks.seconds(original)
    shift =
      span.start.clock == original.clock
      ? span.start.local - original.local : clocks.seconds(span.start) - clocks.seconds(original)
    length = span.length
    isFree = change.isFree
  }
}

/// The times that a series leaves out.
struct ExceptedTimes {
  private let clocks: CalendarZones
  private var keys: Set<TimeKey> = []
  private var days: Set<Int64> = []

  init(_ times: [CalendarTime], clocks: CalendarZones) {
    self.clocks = clocks
    for time in times {
      keys.formUnion(time.keys(clocks))
      // A date leaves out whatever begins on it.
      if time.clock == .day { days.insert(time.local) }
    }
  }

  /// Whether a time of the series is left out.
  func contains(_ time: CalendarTime) -> Bool {
    if keys.isEmpty { return false }
    return days.contains(time.local - (time.local % 86_400 + 86_400) % 86_400)
      || time.lookups(clocks).contains(where: keys.contains)
  }

  /// Whether the time that an event stands for is left out.
  func contains(_ change: CalendarEvent) -> Bool {
    guard let original = change.recurrenceID, !keys.isEmpty else { return false }
    return original.keys(clocks).contains(where: keys.contains)
  }
}
