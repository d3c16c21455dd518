import Testing

@testable import Scheduling

@Suite("Hours as people type them")
struct FreeTextTests {
  static let today = CivilDate.of("2026-11-24")

  /// A reading in one line: rules as `tue 16:00-17:30`, `not` dates, `in` a zone; or a question; or nothing.
  private static func line(_ text: String, zone: String? = "America/New_York") -> String {
    switch AvailabilityText.read(text, zone: zone, today: today) {
    case .none: return ""
    case .question(let question): return question.unclear.question
    case .rules(let rules):
      var parts = rules.weekly.map { "\($0.weekday.name.prefix(3)) \($0.start)-\($0.end)" }
      parts += rules.except.map { $0.first == $0.last ? "not \($0.first)" : "not \($0.first)..\($0.last)" }
      if let zone = rules.zone { parts.append("in \(zone)") }
      return parts.joined(separator: ", ")
    }
  }

  @Test(
    "What can mean one thing only is read",
    arguments: [
      ("Tue & Thu 4–5:30 pm ET, not in December", "tue 16:00-17:30, thu 16:00-17:30, not 2026-12-01..2026-12-31"),
      ("Tue 4-5:30pm; Thu 9-10am", "tue 16:00-17:30, thu 09:00-10:00"),
      ("tue 16:00-17:30", "tue 16:00-17:30"),
      ("Tuesdays 4-5:30pm", "tue 16:00-17:30"),
      ("Tuesdays from 4 to 5:30 p.m.", "tue 16:00-17:30"),
      ("Tuesdays between 4 and 5:30 pm", "tue 16:00-17:30"),
      ("Tues. and Thurs. 4-5 p.m.", "tue 16:00-17:00, thu 16:00-17:00"),
      ("4-5pm on Tuesdays and Thursdays", "tue 16:00-17:00, thu 16:00-17:00"),
      ("4-5pm Tue, 9-10am Thu", "tue 16:00-17:00, thu 09:00-10:00"),
      ("Mon-Fri 9am-5pm", "mon 09:00-17:00, tue 09:00-17:00, wed 09:00-17:00, thu 09:00-17:00, fri 09:00-17:00"),
      ("Mon to Wed 12-1pm", "mon 12:00-13:00, tue 12:00-13:00, wed 12:00-13:00"),
      ("weekdays noon-1pm", "mon 12:00-13:00, tue 12:00-13:00, wed 12:00-13:00, thu 12:00-13:00, fri 12:00-13:00"),
      ("weekdays noon-1", "mon 12:00-13:00, tue 12:00-13:00, wed 12:00-13:00, thu 12:00-13:00, fri 12:00-13:00"),
      ("Weekends 10am-noon", "sat 10:00-12:00, sun 10:00-12:00"),
      ("Sat–Mon 8-9pm", "mon 20:00-21:00, sat 20:00-21:00, sun 20:00-21:00"),
      (
        "daily 8-8:30am",
        "mon 08:00-08:30, tue 08:00-08:30, wed 08:00-08:30, thu 08:00-08:30, fri 08:00-08:30, sat 08:00-08:30, sun 08:00-08:30"
      ),
      ("MWF 9-10am", "mon 09:00-10:00, wed 09:00-10:00, fri 09:00-10:00"),
      ("TTh 4-5pm", "tue 16:00-17:00, thu 16:00-17:00"),
      ("TR 2-3pm", "tue 14:00-15:00, thu 14:00-15:00"),
      ("T/Th 4-5pm", "tue 16:00-17:00, thu 16:00-17:00"),
      ("M/W 3:30-4:30PM", "mon 15:30-16:30, wed 15:30-16:30"),
      ("M-F 8-9am", "mon 08:00-09:00, tue 08:00-09:00, wed 08:00-09:00, thu 08:00-09:00, fri 08:00-09:00"),
      ("Tue 9-10am, 2-3pm", "tue 09:00-10:00, tue 14:00-15:00"),
      ("Tue 9-10am and 2-3pm; Fri noon-1pm", "tue 09:00-10:00, tue 14:00-15:00, fri 12:00-13:00"),
      ("Fri 11-1pm", "fri 11:00-13:00"),
      ("Fri 9-5pm", "fri 09:00-17:00"),
      ("Tue 4pm-5", "tue 16:00-17:00"),
      ("Tue 11am-1", "tue 11:00-13:00"),
      ("Wed 14-16", "wed 14:00-16:00"),
      ("Wed 9-17", "wed 09:00-17:00"),
      ("Wed 09:00-10:00", "wed 09:00-10:00"),
      ("Mon 9:00-10:00, Thu 14:00-15:00", "mon 09:00-10:00, thu 14:00-15:00"),
      ("Wed 1600-1730", "wed 16:00-17:30"),
      ("Wed 430-530pm", "wed 16:30-17:30"),
      ("Wed 4.30-5.30pm", "wed 16:30-17:30"),
      ("Wed 16h30-17h30", "wed 16:30-17:30"),
      ("Wed 16:00:00 - 17:00:00", "wed 16:00-17:00"),
      ("Fri 8pm-midnight", "fri 20:00-24:00"),
      ("Fri 8-midnight", "fri 20:00-24:00"),
      ("Office hours: Tue 4-5pm (Zoom)", "tue 16:00-17:00"),
      ("I'm usually free Tuesdays 4-5pm", "tue 16:00-17:00"),
      ("every Tuesday, 4-5pm", "tue 16:00-17:00"),
      ("Tue 4-5pm or by appointment", "tue 16:00-17:00"),
      ("Tue 4-5pm Eastern time", "tue 16:00-17:00"),
      ("Tue 4-5pm EST", "tue 16:00-17:00"),
      ("Tue 4-5pm PT", "tue 16:00-17:00, in America/Los_Angeles"),
      ("ET: Tue 4-5pm", "tue 16:00-17:00"),
      ("Tue 16:00-17:00 Europe/Berlin", "tue 16:00-17:00, in Europe/Berlin"),
      ("Tue 16:00-17:00 CET", "tue 16:00-17:00, in Europe/Berlin"),
      ("Tue 4-5pm, except Dec 24", "tue 16:00-17:00, not 2026-12-24"),
      ("Tue 4-5pm. Not in July or August.", "tue 16:00-17:00, not 2027-07-01..2027-07-31, not 2027-08-01..2027-08-31"),
      ("Tue 4-5pm, not Dec 20 - Jan 5", "tue 16:00-17:00, not 2026-12-20..2027-01-05"),
      ("Tue 4-5pm, not Dec–Jan", "tue 16:00-17:00, not 2026-12-01..2027-01-31"),
      ("Tue 4-5pm, except 24-27 December", "tue 16:00-17:00, not 2026-12-24..2026-12-27"),
      ("Tue 4-5pm, closed December 24th to 27th", "tue 16:00-17:00, not 2026-12-24..2026-12-27"),
      ("Tue 4-5pm, away 2027-02-01..2027-02-10", "tue 16:00-17:00, not 2027-02-01..2027-02-10"),
      ("Tue 4-5pm, not in March 2028", "tue 16:00-17:00, not 2028-03-01..2028-03-31"),
      ("Tue 4-5pm, not in November", "tue 16:00-17:00, not 2026-11-01..2026-11-30"),
      ("Tue 4-5pm, not on 12/24", "tue 16:00-17:00, not 2026-12-24"),
      ("Tue 4-5pm, not in December, Thu 9-10am", "tue 16:00-17:00, thu 09:00-10:00, not 2026-12-01..2026-12-31"),
      ("weekdays 9-10am, not Fridays", "mon 09:00-10:00, tue 09:00-10:00, wed 09:00-10:00, thu 09:00-10:00"),
      ("Mon-Fri 9-10am except Wed and Thu", "mon 09:00-10:00, tue 09:00-10:00, fri 09:00-10:00"),
      ("TUE 4 PM – 5 PM", "tue 16:00-17:00"),
      ("Tue: 4-5pm\nThu: 9-10am", "tue 16:00-17:00, thu 09:00-10:00"),
    ])
  func rules(_ text: String, _ reading: String) { #expect(Self.line(text) == reading) }

  @Test(
    "What names no hours has none",
    arguments: [
      "", "  ", "-", "–", "n/a", "N/A", "none", "No", "by appointment", "By appointment only.", "Flexible", "varies",
      "TBD",
      "upon request", "not available", "Email me",
    ])
  func none(_ text: String) { #expect(Self.line(text) == "") }

  @Test(
    "What could mean two things is asked about",
    arguments: [
      ("Tue 4-5", "is '4-5' in the morning or in the afternoon?"),
      ("Mondays 9-10", "is '9-10' in the morning or in the afternoon?"),
      ("Tue 4:00-5:30", "is '4:00-5:30' in the morning or in the afternoon?"),
      ("Tue 12-1", "is '12-1' in the morning or in the afternoon?"),
      ("Tue 9am-10", "is '9am-10' in the morning or in the afternoon?"),
      ("Mon 10-11 and 2-3pm", "is '10-11' in the morning or in the afternoon?"),
      ("Tue 4-5, Thu 14-15", "is '4-5' in the morning or in the afternoon?"),
      ("Tue 4-5pm, Thu", "from when to when on Thursday?"),
      ("Tue; Thu 4-5pm", "from when to when on Tuesday?"),
      ("Tuesday", "from when to when on Tuesday?"),
      ("4-5pm", "on which days is '4-5pm'?"),
      ("4-5pm Tue, Thu 9-10am", "on which days is '9-10am'?"),
      ("Tue 4pm", "from when to when, where it says '4pm'?"),
      ("Tue after 4pm", "from when to when is 'after'?"),
      ("Tuesday afternoons", "from when to when is 'afternoons'?"),
      ("Anytime", "from when to when is 'anytime'?"),
      ("every other Tuesday 4-5pm", "on which dates, where it says 'every other'?"),
      ("first Monday of the month 4-5pm", "on which dates, where it says 'first'?"),
      ("1st & 3rd Tuesdays 4-5pm", "on which dates, where it says '1th'?"),
      ("Tue or Thu 4-5pm", "on both days, or on one of them?"),
      ("T 4-5pm", "what does 't' mean here?"),
      ("Fri 10pm-1am", "does '10pm-1am' run past midnight?"),
      ("Tue 17:30-16:00", "does '17:30-16:00' run past midnight?"),
      ("Tue 4-5pm in December", "from which date to which, where it says 'in december'?"),
      ("Tue 4-5pm starting January", "from which date to which, where it says 'starting'?"),
      ("Tue 4-5pm, fall only", "from which date to which, where it says 'fall'?"),
      ("Tue 4-5pm, not during exams", "on which dates is 'exams'?"),
      ("Tue 4-5pm except holidays", "on which dates is 'holidays'?"),
      ("Tue 4-5pm, not 1/5", "which month is '1/5' in?"),
      ("Tue 4-5pm IST", "in which time zone is 'IST'?"),
      ("Tue 4-5pm GMT+1", "in which time zone is 'GMT'?"),
      ("Tue 4-5pm ET, Thu 4-5pm PT", "in which time zone is 'America/New_York, America/Los_Angeles'?"),
      ("Dec 3 4-5pm", "from which date to which, where it says 'dec'?"),
      ("Di 16-17 Uhr", "what does 'di' mean here?"),
      ("Tue 4-5pm Room 204", "what does 'room' mean here?"),
      ("Tue 4-5pm?", "what does '?' mean here?"),
      ("Tue 25-26", "what does '25-26' mean here?"),
      ("not Fridays", "on which days, and from when to when?"),
      ("Fridays 4-5pm, not Fridays", "on which days, and from when to when?"),
    ])
  func questions(_ text: String, _ question: String) { #expect(Self.line(text) == question) }

  @Test(
    "A zone's short name is the mentor's own zone where it can be, and asked about where it could be several",
    arguments: [
      ("Tue 4-5pm CST", "America/Chicago", "tue 16:00-17:00"),
      ("Tue 4-5pm CST", "Asia/Shanghai", "tue 16:00-17:00"),
      ("Tue 4-5pm CST", "Europe/Berlin", "in which time zone is 'CST'?"),
      ("Tue 4-5pm CST", nil, "tue 16:00-17:00, in America/Chicago"),
      ("Tue 4-5pm MST", "America/Phoenix", "tue 16:00-17:00"),
      ("Tue 4-5pm IST", "Asia/Kolkata", "tue 16:00-17:00"),
      ("Tue 4-5pm ET", "America/Toronto", "tue 16:00-17:00"),
      ("Tue 4-5pm ET", nil, "tue 16:00-17:00, in America/New_York"),
      ("Tue 4-5pm", nil, "tue 16:00-17:00"),
    ] as [(String, String?, String)])
  func zones(_ text: String, _ zone: String?, _ reading: String) { #expect(Self.line(text, zone: zone) == reading) }

  @Test("A question comes with what was understood")
  func reading() throws {
    guard
      case .question(let question) = AvailabilityText.read(
        "Tue 4-5pm PT, Thu 9-10, not in May", zone: nil, today: Self.today)
    else {
      Issue.record("no question")
      return
    }
    #expect(question.reading == "Tuesday 16:00–17:00 Thursday 9-10 (America/Los_Angeles) not 2027-05-01..2027-05-31")
  }

  @Test("What a profile's short form says is read the same here, and no text makes the reader fail")
  func agrees() {
    var dice = SystemRandomNumberGenerator()
    let pieces = [
      "tue", "thu", "4", "16", ":", "00", "-", "–", "pm", "am", " ", " ", "24", "9", ".", "..", ",", ";", "and", "not",
      "dec",
      "2027-01-01", "\u{0}", "é", "to", "w", "noon", "ET", "/", "every", "0", "12345", "th", "(", "a.m.", "jan 5", "or",
    ]
    for _ in 0..<30_000 {
      let text = (0..<Int.random(in: 0...9, using: &dice)).map { _ in pieces.randomElement(using: &dice)! }.joined()
      let reading = AvailabilityText.read(text, zone: nil, today: Self.today)
      if case .rules(let rules) = reading {
        #expect(!rules.weekly.isEmpty, "\(text)")
        #expect(rules.weekly.allSatisfy { $0.start < $0.end }, "\(text)")
        if let rule = WeeklyRule(text), rules.zone == nil { #expect(rules.weekly == [rule], "\(text)") }
      }
    }
  }
}
