import Addresses
import Hypertext
import Scheduling
import Testing

@testable import Requests

@Suite("Request vectors")
struct RequestVectorsTests {
  private static let vectors = RequestVectors.committed

  @Test("Every kind of row is known")
  func kinds() throws {
    let kinds = try RequestVectors.kinds()
    // `yahoo_mentorwall` is for scripts alone.
    #expect(
      kinds == [
        "enc", "fold", "google", "mailto", "outlook_365", "outlook_live", "param", "request_ics", "teams", "text",
        "uid",
        "yahoo_mentorwall",
      ])
  }

  @Test("Percent-encoding leaves the unreserved characters only", arguments: vectors.enc.map { ($0, $1) })
  func percentEncoding(_ text: String, _ encoded: String) {
    #expect(PercentEncoding.encoded(text) == encoded)
  }

  @Test("A mailto link is exact", arguments: vectors.mailto)
  func mailto(_ mail: RequestVectors.Mail) {
    let link = MailtoLink.url(to: mail.recipients.map(MailAddress.of), subject: mail.subject, body: mail.body)
    #expect(link.url.text == mail.url)
    #expect(!link.isShortened)
  }

  @Test(
    "A calendar link is exact",
    arguments: [
      (CalendarProvider.google, vectors.google, "jane+m@example.edu"),
      (.outlook, vectors.outlookLive, "jane@example.edu"),
      (.microsoft365, vectors.outlook365, "jane@example.edu"),
      (.teams, vectors.teams, "jane@example.edu"),
    ])
  func calendar(_ provider: CalendarProvider, _ url: String, _ guest: String) {
    #expect(provider.link(for: .sample(guests: [guest]))?.text == url)
  }

  @Test("No static link is made for Yahoo, which reads the viewer's wall clock")
  func yahoo() {
    #expect(CalendarProvider(rawValue: "yahoo") == nil)
    #expect(!CalendarProvider.allCases.contains { CalendarEndpoints.standard[$0].text.contains("yahoo") })
  }

  @Test("Text of a file is escaped exactly", arguments: vectors.text)
  func escaping(_ pair: RequestVectors.Pair) {
    #expect(ContentText.escaped(pair.input) == pair.output)
  }

  @Test("A parameter's text is quoted exactly", arguments: vectors.param)
  func quoting(_ pair: RequestVectors.Pair) {
    #expect(ParameterText.written(pair.input) == pair.output)
  }

  @Test("A parameter with a backslash is quoted, for some programs take one before a colon for an escape")
  func backslash() {
    #expect(ParameterText.written("a\\") == "\"a\\\"")
  }

  @Test("A line is folded exactly", arguments: vectors.fold)
  func folding(_ pair: RequestVectors.Pair) {
    #expect(String(file: LineFolding.folded(Array(pair.input.utf8))) == pair.output)
  }

  @Test("A hold's identifier follows from mentor and slot")
  func identifier() {
    #expect(Self.vectors.uid.input == "jane-doe|20270316T210000Z|30")
    let identifier = ICalendar.holdIdentifier(slug: "jane-doe", start: .of("2027-03-16T21:00:00Z"), minutes: 30)
    #expect(identifier == Self.vectors.uid.output)
  }

  @Test("An invitation is exact")
  func invitation() {
    let file = ICalendar.invitation(
      .sample(title: "Mentoring: Ana & José", details: "Hi Jane; can we meet?\nTopics: C++, PhD"),
      uid: "6f1c2b7e-0d5a-4f7e-9a53-3a1f0c9d2e11@mentors.example.edu", stamp: .of("2026-11-23T16:00:00Z"),
      organizer: CalendarParticipant(name: "José Ruiz", address: .of("jose@student.example.edu")),
      attendee: CalendarParticipant(name: "Doe, Jane", address: .of("jane+m@example.edu")),
      productID: "-//mentor-ssg//EN")
    #expect(String(file: file) == Self.vectors.requestIcs)
  }
}
