import Addresses
import Foundation
import Hypertext
import Scheduling
import Testing

@testable import Requests

/// Writes links and files of hostile texts for Tests/Oracles/calendar_oracle.py, where `ORACLE_SAMPLES` says.
@Suite("Samples for an oracle")
struct OracleSamplesTests {
  private struct Sample: Encodable {
    let text: String
    let hold: String
    let invitation: String
    let card: String
    let mailto: String
    let gmail: String
    let sms: String
    let google: String
    let outlook: String
    let teams: String
  }

  private static let folder = ProcessInfo.processInfo.environment["ORACLE_SAMPLES"]

  @Test("Links and files are written for other programs to read", .enabled(if: folder != nil))
  func write() throws {
    let folder = URL(fileURLWithPath: Self.folder ?? "")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let samples = try HostileTexts.all.enumerated().map { number, text in
      try sample("x\(text)", number: number, in: folder)
    }
    try JSONEncoder().encode(samples).write(to: folder.appendingPathComponent("samples.json"))
  }

  @Test("For every zone there is a calendar of open hours", .enabled(if: folder != nil))
  func writeHours() throws {
    let folder = URL(fileURLWithPath: Self.folder ?? "").appendingPathComponent("hours")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in try TimeZoneDatabase.load().names {
      let file = folder.appendingPathComponent(name.replacing("/", with: "__") + ".ics")
      try Data(try OpenHoursFeedTests.feed(name).bytes).write(to: file)
    }
  }

  private func sample(_ text: String, number: Int, in folder: URL) throws -> Sample {
    let jane = MailAddress.of("jane.o'hara@bücher.example")
    let phone = try #require(PhoneNumber("+1 510 555 0101"))
    let event = CalendarEvent.sample(title: text, details: text, location: text, guests: [jane.text])
    let participant = CalendarParticipant(name: text, address: jane)
    let files = [
      "\(number).ics": ICalendar.hold(
        event, uidHost: "mentors.example.edu", slug: "jane", stamp: .of("2026-09-01"), productID: "-//Mentorbook//EN"),
      "\(number)-request.ics": ICalendar.invitation(
        event, uid: "\(number)@mentors.example.edu", stamp: .of("2026-09-01"), organizer: participant,
        attendee: participant, productID: "-//Mentorbook//EN"),
      "\(number).vcf": VCard.v3(
        VCardFields(
          fullName: text, familyName: text, givenName: text, pronouns: text, organization: text, title: text,
          emails: [jane], phones: [phone], city: text, region: text, country: text, note: text, uid: text,
          revision: .of("2026-09-01"))),
    ]
    for (name, bytes) in files { try Data(bytes).write(to: folder.appendingPathComponent(name)) }
    func link(_ provider: CalendarProvider) -> String { provider.link(for: event)?.text ?? "" }
    return Sample(
      text: text, hold: "\(number).ics", invitation: "\(number)-request.ics", card: "\(number).vcf",
      mailto: MailtoLink.url(to: [jane], subject: text, body: text).url.text,
      gmail: WebMail.gmail.link(to: [jane], subject: text, body: text)?.url.text ?? "",
      sms: PhoneLink.sms(phone, body: text).url.text, google: link(.google), outlook: link(.outlook),
      teams: link(.teams))
  }
}
