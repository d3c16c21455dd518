import Testing

@testable import Scheduling

@Suite("The record of calendars")
struct BusyRecordTests {
  private static let address = "https://calendar.example.org/secret/ana.ics"
  private static let hour = Instant.of("2026-12-01T15:00:00Z")..<Instant.of("2026-12-01T16:00:00Z")
  private static let later = Instant.of("2026-12-02T15:00:00Z")..<Instant.of("2026-12-02T16:00:00Z")
  private static let read = Instant.of("2026-11-24T02:00:00Z")

  private static let record = BusyRecord(feeds: [
    "zoë": BusyRecord.Feed(address: address, checked: nil, failingSince: read),
    "ana": BusyRecord.Feed(address: address, checked: read, busy: [hour, later]),
    "bo": BusyRecord.Feed(address: address, checked: read, failingSince: read.adding(seconds: 86_400), busy: [hour]),
  ])

  @Test("It comes back from its file as it went in, a line for each mentor in the order of slugs, no address in it")
  func roundTrip() throws {
    let bytes = Self.record.bytes
    #expect(try BusyRecord(bytes) == Self.record)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(
      text.hasPrefix(
        """
        {"version":1,"feeds":{
        "ana":{"calendar":"
        """))
    #expect(
      text.contains(
        """
        ,"checked":"2026-11-24T02:00:00Z","busy":[["2026-12-01T15:00:00Z","2026-12-01T16:00:00Z"],\
        ["2026-12-02T15:00:00Z","2026-12-02T16:00:00Z"]]},\n"bo":
        """))
    #expect(!text.contains("secret"))
    #expect(try BusyRecord(BusyRecord().bytes) == BusyRecord())
  }

  @Test("A file that is cut anywhere is refused: an incomplete record would open closed times")
  func cut() {
    let bytes = Self.record.bytes
    for length in 0..<bytes.count - 1 {
      #expect(throws: BusyRecordProblem.self, "\(length)") { try BusyRecord(Array(bytes[..<length])) }
    }
  }

  @Test(
    "What is no record is refused",
    arguments: [
      "", "[]", "{}", #"{"version":2,"feeds":{}}"#, #"{"feeds":{},"version":1}"#, #"{"version":1,"feeds":{}} x"#,
      #"{"version":1,"feeds":{"a":{"busy":[["2026-12-01T16:00:00Z","2026-12-01T15:00:00Z"]]}}}"#,
      #"{"version":1,"feeds":{"a":{"busy":[]},"a":{"busy":[]}}}"#, #"{"version":1,"feeds":{"a":{"titles":[]}}}"#,
      #"{"version":1,"feeds":{"a":{"checked":"soon"}}}"#,
    ])
  func refused(_ text: String) {
    #expect(throws: BusyRecordProblem.self) { try BusyRecord(Array(text.utf8)) }
  }

  @Test("Only a calendar that was read lately, at the address it has today, says when its owner is busy")
  func states() {
    let asOf = Self.read.adding(seconds: 86_400)
    let state = { (slug: String, address: String?, asOf: Instant) in
      Self.record.state(of: slug, calendar: address, asOf: asOf)
    }
    #expect(state("ana", Self.address, asOf) == .confirmed([Self.hour, Self.later]))
    #expect(state("ana", nil, asOf) == .none)
    #expect(state("ana", Self.address + "?new", asOf) == .unconfirmed(since: nil))
    #expect(state("ana", Self.address, asOf.adding(seconds: 9 * 86_400)) == .unconfirmed(since: Self.read))
    #expect(state("bo", Self.address, asOf) == .unconfirmed(since: Self.read))
    #expect(state("zoë", Self.address, asOf) == .unconfirmed(since: nil))
    #expect(state("nobody", Self.address, asOf) == .unconfirmed(since: nil))
  }

  @Test(
    "A calendar's address begins with https, or with webcal, which means the same",
    arguments: [
      ("https://example.org/a.ics", "https://example.org/a.ics"),
      ("webcal://example.org/a.ics", "https://example.org/a.ics"),
      ("WEBCAL://example.org/a", "https://example.org/a"), ("http://example.org/a.ics", nil),
      ("example.org/a.ics", nil),
      ("https://", nil), ("https:///a", nil), ("https://example.org/a b", nil), ("https://example.org/a\n", nil),
      ("file:///etc/passwd", nil), ("", nil),
    ] as [(String, String?)])
  func addresses(_ written: String, _ url: String?) { #expect(CalendarAddress(written)?.url == url) }
}
