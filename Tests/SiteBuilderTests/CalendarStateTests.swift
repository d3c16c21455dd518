import Scheduling
import SiteTesting
import Testing

@Suite("Mentors' calendars on the site")
struct CalendarStateTests {
  private static let address = "https://calendar.example.org/secret-of-ana.ics"
  private static let page = "mentors/ana-lopez/index.html"
  private static let first = "2027-03-02T21:00:00Z"
  private static let second = "2027-03-02T21:30:00Z"

  /// A site whose mentor names a calendar of which this is known.
  private static func site(_ feed: BusyRecord.Feed?, hasRecord: Bool = true) throws -> SiteFixture {
    let site = try SiteFixture("everything").edit("mentors/ana-lopez.md") {
      $0.replacing(
        "availability: [tue 16:00-17:00]", with: "availability: {weekly: [tue 16:00-17:00], calendar: \"\(address)\"}")
    }
    if hasRecord {
      let record = BusyRecord(feeds: feed.map { ["ana-lopez": $0] } ?? [:])
      try site.folder.write(String(decoding: record.bytes, as: UTF8.self), to: "content/.sync/busy.json")
    }
    return site.build()
  }

  private static func read(_ instant: String, failing: String? = nil, busy: [(String, String)] = []) -> BusyRecord.Feed
  {
    BusyRecord.Feed(
      address: address, checked: Instant(instant), failingSince: failing.flatMap { Instant($0) },
      busy: busy.map { Instant($0.0)!..<Instant($0.1)! })
  }

  @Test(
    "A time at which the calendar says busy is not offered, neither on the page nor as a file, and no secret gets out")
  func busy() throws {
    let site = try Self.site(
      Self.read("2027-03-01T02:00:00Z", busy: [("2027-03-02T20:00:00Z", "2027-03-02T21:10:00Z")]))
    try site.expect(Self.page, contains: [Self.second], lacks: [Self.first, "confirmed"])
    site.expect(noFiles: ["mentors/ana-lopez/20270302T210000Z.ics"]).expect(files: [
      "mentors/ana-lopez/20270302T213000Z.ics"
    ])
    site.expect(nowhere: ["secret-of-ana", "calendar.example.org"]).expect(diagnostics: [])
  }

  @Test("While a calendar can't be read, no time is offered, and the page says since when")
  func failing() throws {
    let site = try Self.site(Self.read("2027-02-27T12:00:00Z", failing: "2027-02-28T12:00:00Z"))
    try site.expect(Self.page, contains: ["unconfirmed since 27 February 2027"], lacks: ["<time", ".ics"])
    site.expect(diagnostics: [
      "content/mentors/ana-lopez.md: warning: the calendar has not been read since 2027-02-27: no open times are shown"
    ])
  }

  @Test("A calendar that no sync has read for more than a week says nothing any more")
  func old() throws {
    try Self.site(Self.read("2027-02-10T12:00:00Z"))
      .expect(Self.page, contains: ["unconfirmed since 10 February 2027"], lacks: ["<time"])
  }

  @Test("A calendar that was named after the last sync is not taken for an empty one")
  func unread() throws {
    let site = try Self.site(nil)
    try site.expect(Self.page, contains: ["not confirmed yet"], lacks: ["<time"])
    site.expect(diagnostics: [
      "content/mentors/ana-lopez.md: warning: the calendar has not been read yet: no open times are shown"
    ])
  }

  @Test("On a site that never read a calendar, times are as they were, and editors are told")
  func noRecord() throws {
    let site = try Self.site(nil, hasRecord: false)
    try site.expect(Self.page, contains: [Self.first, Self.second], lacks: ["confirmed"])
    site.expect(diagnostics: [
      "content: warning: a profile names a calendar that nobody has read: open times are shown as if nothing were in it"
    ])
  }

  @Test("A damaged record closes the times of everybody who names a calendar, and is an error")
  func damaged() throws {
    let site = try Self.site(nil)
    try site.folder.write("{\"version\":1,\"feeds\":{", to: "content/.sync/busy.json")
    site.build()
    #expect(
      site.diagnosticLines.first?.hasPrefix("content/.sync/busy.json: error: the record of mentors' calendars") == true)
    #expect(site.check().diagnostics.contains { $0.severity == .error })
  }

  @Test("An address at which no calendar can be read is a warning that doesn't repeat the secret")
  func address() throws {
    let site = try Self.site(nil, hasRecord: false)
    try site.edit("mentors/ana-lopez.md") { $0.replacing("https://calendar", with: "http://calendar") }
    #expect(
      site.build().diagnosticLines.contains {
        $0.hasSuffix("warning: this is not an address at which a calendar can be read")
      })
    #expect(!site.diagnosticLines.joined().contains("secret-of-ana"))
  }
}
