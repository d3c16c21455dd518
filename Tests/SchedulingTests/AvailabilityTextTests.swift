import Testing

@testable import Scheduling

@Suite("Availability in short text")
struct AvailabilityTextTests {
  @Test(
    "A weekly window is read when it can mean one thing only",
    arguments: [
      ("tue 16:00-17:30", "tuesday 16:00 17:30"), ("tue 16:00–17:30", "tuesday 16:00 17:30"),
      ("Tuesdays 4–5:30pm", "tuesday 16:00 17:30"), ("Tue, 16:00 to 17:30", "tuesday 16:00 17:30"),
      ("TUESDAY: 4pm - 5:30 p.m.", "tuesday 16:00 17:30"), ("fri 11-1pm", "friday 11:00 13:00"),
      ("fri 11am-1pm", "friday 11:00 13:00"), ("fri 9-5pm", "friday 09:00 17:00"),
      ("mon 10-12pm", "monday 10:00 12:00"),
      ("sat 9:00-12:00", "saturday 09:00 12:00"), ("sun 22:00-24:00", "sunday 22:00 24:00"),
      ("wed 16-17", "wednesday 16:00 17:00"), ("wed 9-17", "wednesday 09:00 17:00"),
      ("thu from 9am until noon", "thursday 09:00 12:00"),
      ("mon 16:00-5:30pm", "monday 16:00 17:30"), ("mon 9-11am", "monday 09:00 11:00"),
      ("tue 4-5", nil), ("tue 9-11", nil), ("tue 17:30-16:00", nil), ("tue 22:00-01:00", nil), ("tue", nil),
      ("16:00-17:00", nil), ("tue 16:00", nil), ("tue 16:00-17:00 or so", nil), ("tue 16:00 17:00", nil), ("", nil),
      ("tue 4pm-5", nil), ("tue 16:00-16:00", nil), ("tue 25:00-26:00", nil),
    ] as [(String, String?)])
  func weekly(_ written: String, _ meaning: String?) {
    let rule = WeeklyRule(written)
    #expect(rule.map { "\($0.weekday.name) \($0.start) \($0.end)" } == meaning)
  }

  @Test(
    "A span of dates is one date, or two that are in order",
    arguments: [
      ("2026-12-24..2027-01-02", "2026-12-24 2027-01-02"), ("2027-02-01", "2027-02-01 2027-02-01"),
      ("2026-12-24 .. 2027-01-02", "2026-12-24 2027-01-02"), ("2026-12-24 to 2027-01-02", "2026-12-24 2027-01-02"),
      ("2027-01-02..2026-12-24", nil), ("2026-12-24..", nil), ("..2026-12-24", nil), ("2026-12", nil), ("", nil),
      ("2026-12-24...2027-01-02", nil),
    ] as [(String, String?)])
  func spans(_ written: String, _ meaning: String?) {
    #expect(DateSpan(written).map { "\($0.first) \($0.last)" } == meaning)
  }

  @Test("No text makes the readers of short text fail otherwise than by saying so")
  func anyText() {
    var dice = SystemRandomNumberGenerator()
    let pieces = [
      "tue", "16", ":", "00", "-", "–", "pm", " ", "24", "9", ".", "2027-01-01", "..", "\u{0}", "é", "to", "w",
    ]
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 0...8, using: &dice)).map { _ in pieces.randomElement(using: &dice)! }.joined()
      if let rule = WeeklyRule(text) { #expect(rule.start < rule.end) }
      if let span = DateSpan(text) { #expect(span.first <= span.last) }
      if let minutes = SpanText.minutes(text) { #expect((0...SpanText.longestMinutes).contains(minutes)) }
      if let time = ClockTime(text) { #expect(ClockTime(time.text) == time) }
      _ = Instant(text)
    }
  }
}
