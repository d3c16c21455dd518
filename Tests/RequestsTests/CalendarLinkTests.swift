import Addresses
import Hypertext
import Testing

@testable import Requests

@Suite("Links that begin an event")
struct CalendarLinkTests {
  @Test(
    "Whatever the texts are, the link has only its own fields, is ASCII, and is never too long",
    arguments: HostileTexts.all)
  func hostile(_ text: String) throws {
    for provider in CalendarProvider.allCases {
      let plain = try #require(provider.link(for: .sample(guests: ["jane@example.edu"]))).fields
      let link = provider.link(for: .sample(title: text, details: text, location: text, guests: ["jane@example.edu"]))
      let fields = try #require(link).fields
      let url = try #require(link).text
      #expect(url.utf8.count <= LinkLength.longest && url.utf8.allSatisfy { (0x21...0x7E).contains($0) })
      #expect(Set(fields.keys).isSubset(of: plain.keys))
    }
  }

  @Test("Details are cut so that place and guests still fit", arguments: CalendarProvider.allCases)
  func longDetails(_ provider: CalendarProvider) throws {
    let event = CalendarEvent.sample(
      details: String(repeating: "a & b <c>\n", count: 300), guests: ["jane@example.edu"])
    let url = try #require(provider.link(for: event)).text
    #expect(url.utf8.count > LinkLength.longest - 100)
    #expect(url.contains("%E2%80%A6") && url.hasSuffix("jane%40example.edu"))
    #expect(provider == .teams || url.contains("&location=Video%20call"))
    #expect(!url.contains("%26am%E2") && !url.contains("%26lt%E2"))
  }

  @Test("Outlook gets no guest with a plus; Google does")
  func plus() {
    let event = CalendarEvent.sample(guests: ["mentors+ana@example.edu"])
    #expect(CalendarProvider.outlook.link(for: event) == nil)
    #expect(CalendarProvider.microsoft365.link(for: event) == nil)
    #expect(CalendarProvider.google.link(for: event)?.text.hasSuffix("&add=mentors%2Bana%40example.edu") == true)
  }

  @Test("An event whose guests need more room than a link has gets none", arguments: CalendarProvider.allCases)
  func manyGuests(_ provider: CalendarProvider) {
    #expect(provider.link(for: .sample(guests: (0..<100).map { "mentee\($0)@example.edu" })) == nil)
  }

  @Test("An event that ends before it begins gets no link")
  func reversed() {
    var event = CalendarEvent.sample()
    event.end = event.start
    #expect(CalendarProvider.google.link(for: event) == nil)
  }

  @Test("What an event doesn't have is no field of the link")
  func bare() {
    let event = CalendarEvent.sample(details: nil, location: "")
    #expect(
      CalendarProvider.teams.link(for: event)?.text
        == "https://teams.microsoft.com/l/meeting/new?subject=Mentoring%3A%20Ana%20%26%20Jos%C3%A9%3F"
        + "&startTime=2027-03-16T21%3A00%3A00Z&endTime=2027-03-16T21%3A30%3A00Z")
  }

  @Test("Several guests have commas between them")
  func guests() {
    let event = CalendarEvent.sample(guests: ["a@example.edu", "b@example.edu"])
    #expect(CalendarProvider.google.link(for: event)?.text.hasSuffix("&add=a%40example.edu,b%40example.edu") == true)
  }

  @Test("Settings may know a better address of a provider")
  func endpoints() throws {
    let own = try #require(SafeURL("https://calendar.example.edu/new?kind=event"))
    let endpoints = CalendarEndpoints(overrides: [.google: own])
    #expect(endpoints[.google] == own)
    #expect(endpoints[.teams] == CalendarEndpoints.standard[.teams])
    let link = CalendarProvider.google.link(for: .sample(), endpoints: endpoints)
    #expect(link?.text.hasPrefix("https://calendar.example.edu/new?kind=event&dates=20270316T210000Z/") == true)
  }
}
