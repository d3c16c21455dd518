import Diagnostics
import FrontMatter
import Scheduling

/// Reads `availability`: a list of weekly hours, or a group of rules.
enum AvailabilityReading {
  static func read(from fields: inout FieldReader) -> Availability {
    var availability = Availability()
    guard let node = fields.node("availability") else { return availability }
    switch node.content {
    case .sequence(let items):
      availability.weekly = items.flatMap { weekly($0, in: &fields) }
    case .scalar(let scalar):
      if !scalar.text.isEmpty { availability.weekly = weekly(node, in: &fields) }
    case .mapping(let mapping):
      var part = FieldReader(mapping, in: fields.file, name: "availability")
      if mapping["day"] != nil {
        availability.weekly = weekly(node, in: &fields)
      } else {
        readRules(into: &availability, from: &part)
        part.finish()
      }
      fields.adopt(part)
    }
    return availability
  }

  private static func readRules(into availability: inout Availability, from part: inout FieldReader) {
    availability.weekly = items(of: "weekly", in: &part).flatMap { weekly($0, in: &part) }
    availability.dates = items(of: "dates", in: &part).compactMap { datedWindow($0, in: &part) }
    availability.except = part.texts("except").compactMap { part.span($0) }
    availability.meetingLengthMinutes = part.minutes("meeting_length", atLeast: 5)
    availability.bufferMinutes = part.minutes("buffer")
    availability.noticeMinutes = part.minutes("notice")
    availability.horizonDays = part.days("horizon")
    availability.maxPerWeek = part.integer("max_per_week", in: 0...200)?.value
    availability.calendar = calendar(in: &part)
    availability.hasFeed = part.flag("feed")?.value ?? false
  }

  private static func calendar(in part: inout FieldReader) -> String? {
    guard let written = part.text("calendar") else { return nil }
    if CalendarAddress(written.value) == nil { part.report(ProfileProblem.calendarAddress, at: written.range) }
    return written.value
  }

  private static func items(of key: String, in part: inout FieldReader) -> [YAMLNode] {
    guard let node = part.node(key) else { return [] }
    if case .sequence(let items) = node.content { return items }
    return [node]
  }

  // MARK: - One entry

  private static func weekly(_ node: YAMLNode, in fields: inout FieldReader) -> [WeeklyRule] {
    switch node.content {
    case .scalar(let scalar):
      if let rule = WeeklyRule(scalar.text) { return [rule] }
      if let window = WrittenWindow(scalar.text) {
        fields.report(ProfileProblem.windowOrder(start: window.start.text, end: window.end.text), at: node.range)
      } else {
        fields.report(ProfileProblem.weeklyRule(scalar.text), at: node.range)
      }
    case .mapping(let mapping):
      var part = FieldReader(mapping, in: fields.file, name: "availability")
      defer { fields.adopt(part) }
      let day = part.requiredText("day")
      let window = window(in: &part, at: node.range)
      part.finish()
      guard let day, let window else { return [] }
      if let weekday = Weekday(day.value) {
        return WeeklyRule(weekday: weekday, start: window.start, end: window.end).map { [$0] } ?? []
      }
      part.report(ProfileProblem.weekday(day.value), at: day.range)
    case .sequence:
      fields.report(ProfileProblem.availabilityItem, at: node.range)
    }
    return []
  }

  private static func datedWindow(_ node: YAMLNode, in fields: inout FieldReader) -> DatedWindow? {
    guard case .mapping(let mapping) = node.content else {
      fields.report(ProfileProblem.datedWindowShape, at: node.range)
      return nil
    }
    var part = FieldReader(mapping, in: fields.file, name: "availability")
    defer { fields.adopt(part) }
    _ = part.requiredText("date")
    let date = part.date("date")
    let window = window(in: &part, at: node.range)
    part.finish()
    guard let date, let window else { return nil }
    return DatedWindow(date: date, start: window.start, end: window.end)
  }

  private static func window(
    in part: inout FieldReader, at range: SourceRange
  ) -> (start: ClockTime, end: ClockTime)? {
    // Both are read before either is judged: each may be wrong on its own.
    let (first, last) = (clockTime("start", in: &part), clockTime("end", in: &part))
    guard let start = first, let end = last else { return nil }
    if start < end { return (start, end) }
    part.report(ProfileProblem.windowOrder(start: start.text, end: end.text), at: part.range(of: "start") ?? range)
    return nil
  }

  private static func clockTime(_ key: String, in part: inout FieldReader) -> ClockTime? {
    guard let written = part.requiredText(key) else { return nil }
    let time = ClockTime(written.value)
    if time == nil { part.report(ProfileProblem.clockTime(written.value), at: written.range) }
    return time
  }
}
