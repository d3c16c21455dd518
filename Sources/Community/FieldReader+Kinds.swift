import Addresses
import Diagnostics
import FrontMatter
import Hypertext
import Scheduling

/// The kinds of field that profiles and settings share, beyond those of YAML itself.
extension FieldReader {
  mutating func report(_ problem: some CommunityProblem, at range: SourceRange?) {
    report(problem.severity, problem.code, at: range, problem.message, remedy: problem.remedy)
  }

  mutating func mailAddress(_ key: String) -> MailAddress? {
    guard let written = text(key) else { return nil }
    let address = MailAddress(written.value)
    if address == nil { report(ProfileProblem.mailAddress(written.value), at: written.range) }
    return address
  }

  mutating func phoneNumber(_ key: String) -> PhoneNumber? {
    guard let written = text(key) else { return nil }
    let number = PhoneNumber(written.value)
    if number == nil { report(ProfileProblem.phoneNumber(written.value), at: written.range) }
    return number
  }

  mutating func date(_ key: String) -> CivilDate? {
    guard let written = text(key) else { return nil }
    let date = CivilDate(written.value)
    if date == nil { report(ProfileProblem.date(written.value), at: written.range) }
    return date
  }

  /// The days that one entry of a list of dates stands for: a day, or a span `2026-12-24..2027-01-02`.
  mutating func dates(_ written: Located<String>) -> [CivilDate] {
    guard let span = span(written) else { return [] }
    return (span.first.daysSinceEpoch...span.last.daysSinceEpoch).map { CivilDate(daysSinceEpoch: $0) }
  }

  mutating func span(_ written: Located<String>) -> DateSpan? {
    if let span = DateSpan(written.value) {
      if span.last.daysSinceEpoch - span.first.daysSinceEpoch <= Self.longestSpan { return span }
      report(ProfileProblem.dateSpanLength(written.value, days: Self.longestSpan), at: written.range)
    } else if DateSpan(turnedAround(written.value)) != nil {
      report(ProfileProblem.dateSpanOrder(written.value), at: written.range)
    } else {
      report(ProfileProblem.dateSpan(written.value), at: written.range)
    }
    return nil
  }

  /// Ten years.
  private static var longestSpan: Int { 3660 }

  /// A span with its ends exchanged.
  private func turnedAround(_ span: String) -> String {
    span.split(separator: "..").reversed().joined(separator: "..")
  }

  /// A length of time in minutes: `30m`, `24h`, `1h30m`; a bare number counts minutes.
  mutating func minutes(_ key: String, atLeast smallest: Int = 0) -> Int? {
    guard let written = text(key) else { return nil }
    let minutes = Int(written.value) ?? SpanText.minutes(written.value)
    if let minutes, (smallest...527_040).contains(minutes) { return minutes }
    report(ProfileProblem.lengthOfTime(written.value, example: "30m"), at: written.range)
    return nil
  }

  /// A length of time in whole days: `28d`, `4w`; a bare number counts days.
  mutating func days(_ key: String) -> Int? {
    guard let written = text(key) else { return nil }
    let days = Int(written.value) ?? SpanText.days(written.value)
    if let days, (1...3660).contains(days) { return days }
    report(ProfileProblem.lengthOfTime(written.value, example: "28d"), at: written.range)
    return nil
  }

  /// A list of names of which each is one of `known`; nil when the field is absent, empty for `[]`.
  mutating func names(_ key: String, known: [String]) -> [String]? {
    guard node(key) != nil else { return nil }
    return texts(key).compactMap { written in
      if known.contains(written.value) { return written.value }
      report(SettingsProblem.service(written.value, known: known), at: written.range)
      return nil
    }
  }

  mutating func brandColor(_ key: String) -> BrandColor? {
    guard let written = text(key) else { return nil }
    let color = BrandColor(written.value)
    if color == nil { report(SettingsProblem.color(written.value), at: written.range) }
    return color
  }

  /// A list of `{title, link}`.
  mutating func linkedTitles(
    _ key: String, link: (Located<String>, inout FieldReader) -> Link
  ) -> [LinkedTitle] {
    var titles: [LinkedTitle] = []
    for var part in nestedList(key) {
      let title = part.requiredText("title")
      let target = part.requiredText("link")
      if let title, let target { titles.append(LinkedTitle(title: title.value, link: link(target, &part))) }
      part.finish()
      adopt(part)
    }
    return titles
  }

  /// A reader of another mapping in the same file.
  func sibling(_ mapping: YAMLMapping, name: String) -> FieldReader {
    FieldReader(mapping, in: file, name: name)
  }

  func reference(to place: SitePath, written: Located<String>) -> InternalReference {
    InternalReference(
      target: place, written: written.value, path: file.path, range: written.range,
      excerpt: file.line(written.range.start.line))
  }
}
