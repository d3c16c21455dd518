import Addresses
import Hypertext
import Scheduling
import Testing

@testable import Requests

@Suite("Calendar files and contact cards")
struct FileTests {
  private func hold(_ event: CalendarEvent) -> [UInt8] {
    ICalendar.hold(
      event, uidHost: "mentors.example.edu", slug: "jane-doe", stamp: .of("2026-09-01"), productID: "-//Mentorbook//EN")
  }

  @Test("A hold keeps the time free and invites nobody")
  func holdFile() {
    #expect(
      unfoldedLines(hold(.sample(details: "Bring:\n- questions; notes", guests: ["jane@example.edu"]))) == [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Mentorbook//EN", "CALSCALE:GREGORIAN", "BEGIN:VEVENT",
        "UID:e36aad806fb1bb00b78015ae89c38230@mentors.example.edu", "DTSTAMP:20260901T000000Z",
        "DTSTART:20270316T210000Z", "DTEND:20270316T213000Z", "SUMMARY:Mentoring: Ana & José?",
        "DESCRIPTION:Bring:\\n- questions\\; notes", "LOCATION:Video call", "STATUS:TENTATIVE", "TRANSP:OPAQUE",
        "END:VEVENT", "END:VCALENDAR",
      ])
  }

  @Test("Whatever the texts are, a hold has the same properties, each once", arguments: HostileTexts.all)
  func hostileHold(_ text: String) {
    let names = unfoldedLines(hold(.sample(title: "x\(text)", details: "x\(text)", location: "x\(text)")))
      .map { $0.prefix { $0 != ":" } }
    #expect(names == unfoldedLines(hold(.sample())).map { $0.prefix { $0 != ":" } })
  }

  @Test("A contact card holds what it was given, in the order in which cards are read")
  func card() throws {
    let fields = VCardFields(
      fullName: "Ana María López; PhD", familyName: "López", givenName: "Ana María", pronouns: "she/her",
      organization: "Rivera, Sons & Co", title: "Head of Research", emails: [.of("ana@bücher.example")],
      phones: [try #require(PhoneNumber("+49 30 1234567 ext. 45"))], city: "Berlin", country: "Germany",
      urls: [try #require(SafeURL("https://mentors.example.edu/mentors/ana/"))], note: "Writes back\nwithin days",
      uid: "https://mentors.example.edu/mentors/ana/", revision: .of("2026-09-01"))
    #expect(
      unfoldedLines(VCard.v3(fields)) == [
        "BEGIN:VCARD", "VERSION:3.0", "FN:Ana María López\\; PhD", "N:López;Ana María;;;", "ORG:Rivera\\, Sons & Co",
        "TITLE:Head of Research", "X-PRONOUNS:she/her", "EMAIL;TYPE=INTERNET:ana@xn--bcher-kva.example",
        "TEL;TYPE=VOICE:+49301234567 ext. 45", "ADR;TYPE=WORK:;;;Berlin;;;Germany",
        "URL:https://mentors.example.edu/mentors/ana/", "NOTE:Writes back\\nwithin days",
        "UID:https://mentors.example.edu/mentors/ana/", "REV:2026-09-01T00:00:00Z", "END:VCARD",
      ])
  }

  @Test("A name that nobody has divided stands whole")
  func undividedName() {
    #expect(
      unfoldedLines(VCard.v3(VCardFields(fullName: "Maya Chen")))
        == ["BEGIN:VCARD", "VERSION:3.0", "FN:Maya Chen", "N:;Maya Chen;;;", "END:VCARD"])
  }

  @Test("Whatever the texts are, a card has the same properties, each once", arguments: HostileTexts.all)
  func hostileCard(_ text: String) {
    let card = { (text: String) in
      unfoldedLines(
        VCard.v3(VCardFields(fullName: text, organization: text, title: text, city: text, note: text, uid: text))
      )
      .map { $0.prefix { $0 != ":" && $0 != ";" } }
    }
    #expect(card("x\(text)") == card("x"))
  }
}

@Suite("Message templates")
struct MessageTemplateTests {
  private let known: Set<String> = ["mentor", "first_name", "site", "profile_url"]

  @Test(
    "Known placeholders are filled; a brace that begins none stands for itself",
    arguments: [
      ("Hi {first_name},", "Hi Ana,"), ("{mentor}{mentor}", "Ana LópezAna López"), ("no place", "no place"),
      ("{ mentor }", "{ mentor }"), ("{}", "{}"), ("{{mentor}}", "{Ana López}"), ("{mentor", "{mentor"), ("}{", "}{"),
      ("é{site}é", "éé"), ("", ""),
    ])
  func filling(_ text: String, _ filled: String) {
    let (template, unknown) = MessageTemplate.compile(text, known: known)
    #expect(unknown.isEmpty)
    #expect(template.filled { ["mentor": "Ana López", "first_name": "Ana"][$0] } == filled)
  }

  @Test("An unknown placeholder is named with its place and the name that was meant, and stays as it was")
  func unknown() {
    let (template, unknown) = MessageTemplate.compile("Hé {frist_name}, {mentor} {zzzzzzzz}", known: known)
    #expect(unknown.map(\.name) == ["frist_name", "zzzzzzzz"])
    #expect(unknown.map(\.nearest) == ["first_name", nil])
    #expect(unknown.map(\.range) == [4..<16, 27..<37])
    #expect(template.placeholders == ["mentor"])
    #expect(template.filled { ["mentor": "Ana"][$0] } == "Hé {frist_name}, Ana {zzzzzzzz}")
  }

  @Test("What is filled in is not looked through again")
  func onePass() {
    let (template, _) = MessageTemplate.compile("{mentor}", known: known)
    #expect(template.filled { ["mentor": "{site}", "site": "x"][$0] } == "{site}")
  }
}
