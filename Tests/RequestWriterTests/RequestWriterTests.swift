import Community
import Requests
import Scheduling
import SiteTesting
import Testing

@Suite("Writing requests to a mentor")
struct RequestWriterTests {
  static let words = RequestWriter.Words(
    subject: "About {site}", message: "Dear {first_name},\nI saw {profile_url}\nBye", eventTitle: "With {name}",
    eventDetails: "See {profile_url}", hoursTitle: "Hours of {name}", hoursDetails: "Ask at {profile_url}",
    modes: [.video: "video call", .inPerson: "in person", .phone: "phone"])

  /// One mentor, and the writer of the site's requests.
  struct Case {
    let mentor: Mentor
    let writer: RequestWriter
    private let community: Community

    /// The mentor's next slot.
    var slot: Slot {
      get throws {
        let slots = mentor.availability.slots(
          in: community.zones[mentor.timeZone], from: community.asOf, defaults: community.settings.scheduling)
        return try #require(slots.first)
      }
    }

    init(_ settings: String, _ profile: String = "", slug: String = "ana-lopez") throws {
      let folder = try ScratchFolder()
      try folder.write("title: Mentors & Co\n\(settings)", to: "content/site.yaml")
      try folder.write("---\nname: Ana López\n\(profile)---\n", to: "content/mentors/\(slug).md")
      let loaded = Community.load(
        LoadOptions(contentFolder: folder.path + "/content", asOf: Instant(secondsSinceEpoch: 1_803_900_000)))
      community = try #require(loaded.community, "\(loaded.diagnostics)")
      mentor = try #require(community.mentors.first, "\(loaded.diagnostics)")
      writer = RequestWriter(settings: community.settings, words: RequestWriterTests.words)
    }
  }

  static let own = "email: ana@example.com\n"
  static let office = "contact: {email: office@example.edu}\n"

  @Test(
    "The policy decides who gets a request; without an address of that kind the office does, else nobody",
    arguments: [
      ("requests: {address: public}\n", own, "ana@example.com", false),
      ("requests: {address: public}\n\(office)", "", "office@example.edu", true),
      ("requests: {address: public}\n", "", nil, false),
      ("requests: {address: relay, relay: \"m+{slug}@example.edu\"}\n", own, "m+ana-lopez@example.edu", false),
      ("requests: {relay: \"{slug}@relay.example.edu\"}\n", "", "ana-lopez@relay.example.edu", false),
      ("requests: {address: office}\n\(office)", own, "office@example.edu", true),
      (office, own, "office@example.edu", true),
      ("requests: {address: on-click}\n\(office)", own, "office@example.edu", true),
      ("requests: {address: on-click}\n", own, nil, false),
      ("requests: {address: office}\n", own, nil, false),
    ])
  func recipients(_ settings: String, _ profile: String, _ address: String?, _ isOffice: Bool) throws {
    let recipient = try { try Case(settings, profile) }()
    let found = recipient.writer.recipient(for: recipient.mentor)
    #expect(found?.address.text == address)
    #expect(found?.isOffice ?? false == isOffice)
  }

  @Test("A slug beyond ASCII makes a relay address that mail can carry, or the office gets the request")
  func relayBeyondASCII() throws {
    let request = try Case("requests: {relay: \"m+{slug}@example.edu\"}\n\(Self.office)", slug: "東京-太郎")
    let recipient = try #require(request.writer.recipient(for: request.mentor))
    #expect(recipient.isOffice || recipient.address.text == "m+東京-太郎@example.edu")
  }

  @Test("Placeholders are filled, and the link carries the message as RFC 6068 asks")
  func message() throws {
    let request = try Case("base_url: https://mentors.example.edu/\n\(Self.office)")
    let message = request.writer.message(to: request.mentor)
    #expect(message.subject == "About Mentors & Co")
    #expect(message.body == "Dear Ana,\nI saw https://mentors.example.edu/mentors/ana-lopez/\nBye")
    let recipient = try #require(request.writer.recipient(for: request.mentor))
    #expect(
      request.writer.mailLink(message, to: recipient).text
        == "mailto:office@example.edu?subject=About%20Mentors%20%26%20Co&body=Dear%20Ana%2C%0D%0A"
        + "I%20saw%20https%3A%2F%2Fmentors.example.edu%2Fmentors%2Fana-lopez%2F%0D%0ABye")
  }

  @Test("A site without an address leaves out the lines that would quote one")
  func noAddress() throws {
    let request = try Case(Self.office)
    #expect(request.writer.message(to: request.mentor).body == "Dear Ana,\nBye")
  }

  @Test("The settings' own words stand in the place of the theme's")
  func ownWords() throws {
    let request = try Case("requests: {subject: \"Hi {mentor}\", message: \"One\\nTwo {site}\"}\n\(Self.office)")
    let message = request.writer.message(to: request.mentor)
    #expect(message.subject == "Hi Ana López")
    #expect(message.body == "One\nTwo Mentors & Co")
  }

  @Test("A number is public only where the settings publish numbers", arguments: [true, false])
  func phone(_ isPublic: Bool) throws {
    let request = try Case("\(Self.office)privacy: {phone: \(isPublic)}\n", "phone: \"+1 510 555 0101\"\n")
    #expect((request.writer.publicPhone(of: request.mentor) != nil) == isPublic)
    let card = String(decoding: request.writer.contactCard(of: request.mentor), as: UTF8.self)
    #expect(card.contains("5555") == false)
    #expect(card.contains("TEL") == isPublic)
  }

  @Test("A card never has the office's address as the mentor's, nor the mentor's own behind a relay")
  func card() throws {
    let office = try Case(Self.office, Self.own)
    #expect(!String(decoding: office.writer.contactCard(of: office.mentor), as: UTF8.self).contains("EMAIL"))
    let relay = try Case("requests: {relay: \"{slug}@relay.example.edu\"}\n", Self.own)
    let card = String(decoding: relay.writer.contactCard(of: relay.mentor), as: UTF8.self)
    #expect(card.contains("ana-lopez@relay.example.edu") && !card.contains("ana@example.com"))
  }

  @Test("Slots link to the calendars of the settings, in their order")
  func calendars() throws {
    let request = try Case(
      "\(Self.office)requests: {calendars: [outlook, google]}\n",
      "availability: [tue 16:00-17:00]\nmeeting_modes: [email, in-person, video]\nmeeting_place: Library\n")
    let slot = try request.slot
    let event = request.writer.event(slot, with: request.mentor)
    #expect(event.title == "With Ana López")
    // Mail is no place to meet, so the next way is.
    #expect(event.location == "in person")
    let links = request.writer.calendarLinks(for: event)
    #expect(links.map(\.provider.rawValue) == ["outlook", "google"])
    #expect(links[1].link.text.contains("add=office%40example.edu"))
  }

  @Test("A calendar file is a hold: the same bytes every night, with neither method nor guests")
  func calendarFile() throws {
    let request = try Case(
      "\(Self.office)base_url: https://mentors.example.edu/\n",
      "verified: 2027-01-10\navailability: [tue 16:00-17:00]\n")
    let slot = try request.slot
    let bytes = request.writer.calendarFile(slot, with: request.mentor)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(bytes == request.writer.calendarFile(slot, with: request.mentor))
    #expect(text.contains("DTSTAMP:20270110T000000Z\r\n"))
    for unwanted in ["METHOD", "ATTENDEE", "ORGANIZER"] { #expect(!text.contains(unwanted)) }
    #expect(text.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 75 && !$0.contains("\n") })
  }

  @Test("The settings know the calendars and placeholders that requests know, and Yahoo's, which scripts know")
  func vocabulary() {
    #expect(SiteSettings.RequestSettings.knownCalendars == CalendarProvider.allCases.map(\.rawValue) + ["yahoo"])
    #expect(RequestWriter.placeholders == SiteSettings.RequestSettings.placeholders)
  }
}
