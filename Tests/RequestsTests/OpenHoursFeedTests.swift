import Addresses
import Foundation
import Hypertext
import Scheduling
import Testing

@testable import Requests

@Suite("Calendars of open hours, and contact cards of two versions")
struct OpenHoursFeedTests {
  static func feed(_ zone: String, title: String = "Open hours", slug: String = "ana") throws -> OpenHoursFeed {
    let rules = try #require(try TimeZoneDatabase.load().zone(zone))
    let first = try #require(CivilDate("2027-01-10"))
    var availability = Availability()
    availability.weekly = ["tue 16:00-17:30", "sat 22:00-24:00"].compactMap { WeeklyRule($0) }
    availability.except = [DateSpan("2027-03-14..2027-03-24")].compactMap(\.self)
    let hours = OpenHours(availability, holidays: [], from: first)
    return OpenHoursFeed(
      slug: slug, uidHost: "mentors.example.edu", zone: zone,
      observances: rules.observances(from: Instant(utc: first), to: .of("2033-01-01")), hours: hours, title: title,
      details: "Ask", page: SafeURL("https://mentors.example.edu/mentors/ana/"), stamp: .of("2027-01-10"),
      productID: "-//Mentorbook//EN")
  }

  @Test("A feed has the zone's rules, a series for each window, the dates left out, and nobody's name as guest")
  func whole() throws {
    let lines = String(decoding: try Self.feed("America/New_York").bytes, as: UTF8.self).components(separatedBy: "\r\n")
    for wanted in [
      "TZID:America/New_York", "DTSTART:20261101T020000", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU",
      "DTSTART:20270314T020000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU", "TZOFFSETFROM:-0500", "TZNAME:EDT",
      "DTSTAMP:20270110T000000Z", "DTSTART;TZID=America/New_York:20270112T160000",
      "DTEND;TZID=America/New_York:20270112T173000", "RRULE:FREQ=WEEKLY;BYDAY=TU",
      "EXDATE;TZID=America/New_York:20270316T160000", "EXDATE;TZID=America/New_York:20270323T160000",
      "DTEND;TZID=America/New_York:20270117T000000", "EXDATE;TZID=America/New_York:20270320T220000",
      "TRANSP:TRANSPARENT", "URL:https://mentors.example.edu/mentors/ana/",
    ] { #expect(lines.contains(wanted), "\(wanted)") }
    for unwanted in ["METHOD", "ATTENDEE", "ORGANIZER", "RDATE", "VALARM"] {
      #expect(!lines.contains { $0.hasPrefix(unwanted) })
    }
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    let uids = lines.filter { $0.hasPrefix("UID:") }
    #expect(Set(uids).count == 2)
  }

  @Test("Every rule names a weekday, in every zone of the machine")
  func rules() throws {
    let database = try TimeZoneDatabase.load()
    for name in database.names {
      let rules = try #require(database.zone(name))
      let found = rules.observances(from: .of("2026-11-24"), to: .of("2033-01-01"))
      #expect(!found.isEmpty)
      // Changes that follow the moon are listed one by one.
      #expect(found.count <= 20, "\(name)")
    }
  }

  @Test("A card has a small photo, folded; version 4.0 says the same in its own way")
  func cards() throws {
    let photo = (0..<1_000).map { UInt8(truncatingIfNeeded: $0 * 7) }
    let fields = VCardFields(
      fullName: "Ana López", pronouns: "she/her", emails: [.of("ana@example.edu")],
      phones: [try #require(PhoneNumber("+1 510 555 0101;ext=7"))], city: "Boston", photo: photo,
      uid: "https://x.example/",
      revision: .of("2027-01-10"))
    func unfolded(_ bytes: [UInt8]) -> [String] {
      String(decoding: bytes, as: UTF8.self).replacing("\r\n ", with: "").components(separatedBy: "\r\n")
    }
    let encoded = Data(photo).base64EncodedString()
    #expect(unfolded(VCard.v3(fields)).contains("PHOTO;ENCODING=b;TYPE=JPEG:\(encoded)"))
    let lines = unfolded(VCard.v4(fields))
    for wanted in [
      "VERSION:4.0", "FN:Ana López", "PRONOUNS:she/her", "EMAIL:ana@example.edu",
      "TEL;VALUE=uri;TYPE=voice:tel:+15105550101;ext=7", "ADR;TYPE=work:;;;Boston;;;", "UID:https://x.example/",
      "REV:20270110T000000Z", "PHOTO:data:image/jpeg;base64,\(encoded)",
    ] { #expect(lines.contains(wanted), "\(wanted)") }
    for card in [VCard.v3(fields), VCard.v4(fields)] {
      #expect(String(decoding: card, as: UTF8.self).components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 75 })
    }
  }
}
