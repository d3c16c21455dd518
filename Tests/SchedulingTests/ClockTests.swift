import Testing

@testable import Scheduling

@Suite("Times and moments")
struct ClockTests {
  @Test(
    "A time is read when it says which time it is",
    arguments: [
      ("16:00", "16:00"), ("9:30", "09:30"), ("09:30", "09:30"), ("16:00:00", "16:00"), ("24:00", "24:00"),
      ("4pm", "16:00"), ("4:30 pm", "16:30"), ("4 P.M.", "16:00"), ("12am", "00:00"), ("12:15pm", "12:15"),
      ("noon", "12:00"), (" 8:00 ", "08:00"), ("0:00", "00:00"),
      ("4", nil), ("16", nil), ("24:01", nil), ("25:00", nil), ("9:60", nil), ("9:5", nil), ("13pm", nil),
      ("0am", nil), ("16:00:30", nil), ("4pmx", nil), ("", nil), ("-1:00", nil), ("16:00 Uhr", nil),
    ] as [(String, String?)])
  func time(_ written: String, _ text: String?) {
    #expect(ClockTime(written)?.text == text)
  }

  @Test(
    "A moment is read as RFC 3339 has it, a bare date as its midnight in UTC",
    arguments: [
      ("2027-03-16T21:00:00Z", "2027-03-16T21:00:00Z"), ("2027-03-16T17:00:00-04:00", "2027-03-16T21:00:00Z"),
      ("2027-03-17T02:30:00+05:30", "2027-03-16T21:00:00Z"), ("2027-03-16T21:00Z", "2027-03-16T21:00:00Z"),
      ("2027-03-16t21:00:00.75z", "2027-03-16T21:00:00Z"), ("2027-03-16 21:00:00Z", "2027-03-16T21:00:00Z"),
      ("2027-03-16", "2027-03-16T00:00:00Z"), ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z"),
      ("1960-02-29T12:00:00Z", "1960-02-29T12:00:00Z"),
      ("2027-03-16T21:00:00", nil), ("2027-03-16T24:00:00Z", nil), ("2027-03-16T21:60:00Z", nil),
      ("2027-03-16T21:00:00+0530", nil), ("2027-03-16Tx", nil), ("2027-03-16T21:00:00ZZ", nil), ("now", nil),
    ] as [(String, String?)])
  func moment(_ written: String, _ text: String?) {
    #expect(Instant(written)?.utcExtended == text)
  }

  @Test("A moment is written for iCalendar and for RFC 3339, and read back the same")
  func writing() throws {
    let instant = Instant.of("2027-03-16T21:05:09Z")
    #expect(instant.utcBasic == "20270316T210509Z")
    #expect(instant.utcExtended == "2027-03-16T21:05:09Z")
    for _ in 0..<2_000 {
      let moment = Instant(secondsSinceEpoch: .random(in: -62_135_596_800...253_402_300_799))
      #expect(Instant(moment.utcExtended) == moment)
    }
  }

  @Test("Reckoning past the end of time stays there")
  func saturation() {
    #expect(Instant(secondsSinceEpoch: .max).adding(seconds: 1) == Instant(secondsSinceEpoch: .max))
    #expect(Instant(secondsSinceEpoch: .min).adding(seconds: -1) == Instant(secondsSinceEpoch: .min))
    #expect(Instant(secondsSinceEpoch: .max).seconds(since: Instant(secondsSinceEpoch: .min)) == 200_000_000_000_000)
    #expect(Instant(utc: CivilDate(daysSinceEpoch: .max)) < Instant(secondsSinceEpoch: .max))
  }

  @Test(
    "A length of time needs its unit",
    arguments: [
      ("30m", 30), ("24h", 1440), ("2d", 2880), ("2w", 20_160), ("1h30m", 90), ("45 minutes", 45), ("1 hour", 60),
      ("1d 12h", 2160), ("0m", 0), (" 28d ", 40_320), ("2 weeks", 20_160), ("30min", 30),
      ("30", nil), ("", nil), ("m", nil), ("30m1h", nil), ("30m30m", nil), ("-5m", nil), ("1.5h", nil),
      ("30 fortnights", nil),
      ("9999999w", nil), ("99999999m", nil),
    ] as [(String, Int?)])
  func spans(_ written: String, _ minutes: Int?) {
    #expect(SpanText.minutes(written) == minutes)
    if let minutes { #expect(SpanText.minutes(SpanText.text(minutes: minutes)) == minutes) }
  }

  @Test(
    "A length of days is a whole number of them",
    arguments: [("28d", 28), ("48h", 2), ("36h", nil), ("4w", 28)] as [(String, Int?)])
  func days(_ written: String, _ days: Int?) {
    #expect(SpanText.days(written) == days)
  }
}
