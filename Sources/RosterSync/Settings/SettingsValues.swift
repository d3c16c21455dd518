import Diagnostics
import FrontMatter
import Scheduling

/// The kinds of value that only `sync.yaml` has.
extension FieldReader {
  mutating func report(_ problem: SyncSettingsProblem, at range: SourceRange?) {
    report(.error, problem.code, at: range, problem.message, remedy: problem.remedy)
  }

  /// A share of people, `5%`, as a part of 1.
  mutating func share(_ key: String, atMost limit: Int = 50) -> Double? {
    guard let written = text(key) else { return nil }
    guard written.value.utf8.last == UInt8(ascii: "%"),
      let percent = Double(written.value.dropLast().filter { $0 != " " }), percent >= 0, percent.isFinite
    else {
      report(.share(written.value), at: written.range)
      return nil
    }
    guard percent <= Double(limit) else {
      report(.shareTooLarge(written.value, limit: limit), at: written.range)
      return nil
    }
    return percent / 100
  }

  /// A length of time in whole seconds: `90s`, `5m`, `2h`.
  mutating func seconds(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let written = text(key) else { return nil }
    let seconds =
      written.value.utf8.last == UInt8(ascii: "s") && !written.value.hasSuffix("minutes")
      ? Int(written.value.dropLast().filter { $0 != " " }) : SpanText.minutes(written.value).map { $0 * 60 }
    if let seconds, range.contains(seconds) { return seconds }
    report(.lengthOfTime(written.value, example: "90s or 5m"), at: written.range)
    return nil
  }

  /// A length of time in minutes: `36h`, `8d`.
  mutating func longMinutes(_ key: String) -> Int? {
    guard let written = text(key) else { return nil }
    if let minutes = SpanText.minutes(written.value), minutes > 0 { return minutes }
    report(.lengthOfTime(written.value, example: "36h or 8d"), at: written.range)
    return nil
  }

  /// A length of time in whole days.
  mutating func wholeDays(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let written = text(key) else { return nil }
    if let days = Int(written.value) ?? SpanText.days(written.value), range.contains(days) { return days }
    report(.lengthOfTime(written.value, example: "30d"), at: written.range)
    return nil
  }

  /// A size in bytes: `64 MB`.
  mutating func byteCount(_ key: String) -> Int? {
    guard let written = text(key) else { return nil }
    let units = [("gb", 30), ("mb", 20), ("kb", 10)]
    let text = written.value.lowercased()
    for (unit, shift) in units where text.hasSuffix(unit) {
      let digits = text.dropLast(unit.utf8.count).filter { $0 != " " }
      if let number = Int(digits), (1...4096).contains(number), number << shift <= 4 << 30 { return number << shift }
    }
    report(.size(written.value), at: written.range)
    return nil
  }
}
