/// All that a calendar says about one event: how it comes back, and which of its times are otherwise.
struct EventSeries {
  /// The event itself, in its newest version; nil where the calendar has single times of it only.
  private var core: CalendarEvent?
  /// What stands for single times, in its newest version.
  private var changes: [CalendarEvent] = []

  /// Calls `body` with each series. Events of one UID belong together.
  static func forEach(
    _ events: [CalendarEvent], _ body: (EventSeries) throws(CalendarProblem) -> Void
  ) throws(CalendarProblem) {
    let order = events.indices.sorted { (events[$0].identity, $0) < (events[$1].identity, $1) }
    var next = 0
    while next < order.count {
      let identity = events[order[next]].identity
      var series = EventSeries()
      while next < order.count, events[order[next]].identity == identity {
        series.add(events[order[next]])
        next += 1
      }
      try body(series)
    }
  }

  private mutating func add(_ event: CalendarEvent) {
    if event.recurrenceID != nil {
      changes.append(event)
    } else if (core?.sequence ?? .min) < event.sequence {
      core = event
    }
  }

  /// Adds the times at which the event keeps its owner busy.
  func collect(
    into busy: inout BusyCollection, clocks: CalendarZones, budget: inout WorkBudget
  ) throws(CalendarProblem) {
    let single = core.flatMap { $0.repetition == nil && changes.isEmpty ? $0 : nil }
    if let single {
      if !single.isFree, let span = clocks.span(single) { busy.add(clocks.seconds(span.start), span.end) }
      return
    }
    let changed = ChangedTimes(changes, clocks: clocks)
    let exceptions = ExceptedTimes(core?.repetition?.exceptions ?? [], clocks: clocks)
    for change in changed.newest where !change.isFree && !exceptions.contains(change) {
      if let span = clocks.span(change) { busy.add(clocks.seconds(span.start), span.end) }
    }
    guard let core, let span = clocks.span(core) else { return }
    let following = changed.following
    let window = window(of: [(0, span.length)] + following.map { ($0.shift, $0.length) }, in: busy)
    var periods: [CalendarTime: Int64] = [:]
    for period in core.repetition?.periods ?? [] {
      periods[period.start] = clocks.end(of: period) - clocks.seconds(period.start)
    }
    try forEachTime(of: core, span.start, window, clocks: clocks, budget: &budget) { time in
      if exceptions.contains(time) || changed.contains(time) { return }
      let moment = clocks.seconds(time)
      // Whoever moved one time and all that follow moved this one as well.
      let mover = following.last { $0.moment < moment }
      if mover?.isFree ?? core.isFree { return }
      let begin = time.adding(mover?.shift ?? 0)
      let length = periods[time] ?? mover?.length ?? span.length
      busy.add(clocks.seconds(begin), clocks.seconds(begin.adding(length)))
    }
  }

  /// On the event's own clocks, the first and last beginnings that could reach into the time that is asked for. No
  /// clock is further than 26 hours from UTC.
  private func window(of moves: [(shift: Int64, length: Int64)], in busy: BusyCollection) -> ClosedRange<Int64> {
    let back = moves.map { $0.shift + $0.length }.max() ?? 0
    let ahead = moves.map { -$0.shift }.max() ?? 0
    let (low, high) = (busy.start - max(0, back) - 100_000, busy.end + max(0, ahead) + 100_000)
    return low...max(low, high)
  }

  private func forEachTime(
    of core: CalendarEvent, _ start: CalendarTime, _ window: ClosedRange<Int64>, clocks: CalendarZones,
    budget: inout WorkBudget, _ body: (CalendarTime) -> Void
  ) throws(CalendarProblem) {
    let repetition = core.repetition ?? CalendarEvent.Repetition()
    let ends = repetition.rules.compactMap(\.until)
    if ends.isEmpty || ends.contains(where: { clocks.isTime(start, notBeyond: $0) }) { body(start) }
    for time in repetition.dates + repetition.periods.map(\.start) where time != start { body(time) }
    for rule in repetition.rules {
      var expansion = RuleExpansion(rule, from: start.local, low: window.lowerBound, high: window.upperBound) { local in
        guard let until = rule.until else { return true }
        return clocks.isTime(CalendarTime(local: local, clock: start.clock), notBeyond: until)
      }
      try expansion.forEach(budget: &budget) { body(CalendarTime(local: $0, clock: start.clock)) }
    }
  }
}
