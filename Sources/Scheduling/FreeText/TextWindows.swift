/// Two times of a text that belong together.
struct TextWindow: Hashable {
  let start: TextTime
  let end: TextTime

  /// As it was typed.
  var text: String { "\(start.text)-\(end.text)" }
}

/// Decides which times of the day a text's windows mean.
struct TextWindows {
  /// Whether the text shows that its writer uses the twenty-four-hour clock throughout.
  private let isFullClock: Bool

  init(_ windows: [TextWindow]) {
    let times = windows.flatMap { [$0.start, $0.end] }.filter { !$0.isMidnight && $0.text.first?.isNumber == true }
    isFullClock = times.contains(where: \.isFullClock) && !times.contains { $0.half != nil }
  }

  /// The times that a window means.
  ///
  /// One `am` or `pm` at the end serves the beginning as well, as in `4–5:30pm`; where that would turn the window around,
  /// as in `11–1pm`, the beginning is in the other half. One at the beginning leaves the end to be what is behind it:
  /// `4pm-5` ends at 17:00, `9am-10` could end twice.
  func times(of window: TextWindow) throws(AvailabilityText.Unclear) -> (start: ClockTime, end: ClockTime) {
    let (start, end) = (window.start, window.end)
    guard start.isPossible, end.isPossible, !start.isMidnight else { throw .unknown(window.text) }
    if let open = start.exact, let close = end.exact {
      guard open < close else { throw .order(window.text) }
      return (open, close)
    }
    if let close = end.exact, end.isFullClock, !end.isMidnight {
      return try byFullClock(start, close, window)
    }
    if let close = end.exact {
      let halves =
        end.isMidnight ? [WrittenTime.Half.afternoon] : [end.half ?? .afternoon, (end.half ?? .afternoon).other]
      guard let open = halves.lazy.compactMap({ start.clockTime(in: $0) }).first(where: { $0 < close }) else {
        throw .order(window.text)
      }
      return (open, close)
    }
    if let open = start.exact {
      if start.isFullClock, let close = end.byFullClock {
        guard open < close else { throw .order(window.text) }
        return (open, close)
      }
      let later = [WrittenTime.Half.morning, .afternoon].compactMap { end.clockTime(in: $0) }.filter { $0 > open }
      guard later.count == 1 else { throw later.isEmpty ? .order(window.text) : .half(window.text) }
      return (open, later[0])
    }
    guard isFullClock, let close = end.byFullClock else { throw .half(window.text) }
    return try byFullClock(start, close, window)
  }

  /// Nobody meets before six who doesn't say so.
  private func byFullClock(
    _ start: TextTime, _ close: ClockTime, _ window: TextWindow
  ) throws(AvailabilityText.Unclear) -> (start: ClockTime, end: ClockTime) {
    guard let open = start.byFullClock, open.minutes >= 360 else { throw .half(window.text) }
    guard open < close else { throw .order(window.text) }
    return (open, close)
  }
}

extension TextTime {
  /// Whether any clock shows it.
  fileprivate var isPossible: Bool {
    let isMinute = (0...59).contains(minute ?? 0)
    return half == nil ? isMinute && (0...24).contains(hour) : isMinute && (1...12).contains(hour)
  }

  /// The time where nothing is left open.
  fileprivate var exact: ClockTime? {
    if isMidnight { return .endOfDay }
    if let half { return clockTime(in: half) }
    return isFullClock ? byFullClock : nil
  }

  fileprivate var byFullClock: ClockTime? { ClockTime(hour: hour, minute: minute ?? 0) }

  fileprivate func clockTime(in half: WrittenTime.Half) -> ClockTime? {
    guard (1...12).contains(hour) else { return nil }
    return ClockTime(hour: hour % 12 + (half == .afternoon ? 12 : 0), minute: minute ?? 0)
  }
}
