import Addresses
import Hypertext
import Testing

@testable import Requests

@Suite("Links that begin a message")
struct MessageLinkTests {
  private let ana = MailAddress.of("ana+mentor@example.edu")

  @Test(
    "Whatever the texts are, the link has no other fields, is ASCII, and is never too long", arguments: HostileTexts.all
  )
  func hostile(_ text: String) throws {
    let gmail = try #require(WebMail.gmail.link(to: [ana], subject: text, body: text))
    let phone = try #require(PhoneNumber("+1 510 555 0101"))
    let links = [
      MailtoLink.url(to: [ana], cc: [ana], subject: text, body: text).url, gmail.url,
      PhoneLink.sms(phone, body: text).url,
    ]
    for link in links {
      #expect(link.text.utf8.count <= LinkLength.longest)
      #expect(link.text.utf8.allSatisfy { (0x21...0x7E).contains($0) })
      #expect(Set(link.fields.keys).isSubset(of: ["cc", "to", "su", "subject", "body", "view", "fs"]))
      let subject = link.fields["subject"] ?? ""
      #expect(!subject.unicodeScalars.contains { $0.properties.generalCategory == .control })
    }
  }

  @Test("A text that is percent-encoded and decoded is the same", arguments: HostileTexts.all)
  func percentEncoding(_ text: String) {
    #expect(Array(PercentEncoding.encoded(text).percentDecoded.utf8) == Array(text.utf8))
  }

  @Test("A short text arrives as it was written", arguments: HostileTexts.all.filter { $0.utf8.count < 100 })
  func arrives(_ text: String) {
    let link = MailtoLink.url(to: [ana], subject: nil, body: text)
    let expected = CleanText.lines(text).replacing("\t", with: " ").split(
      separator: "\n", omittingEmptySubsequences: false
    ).joined(
      separator: "\r\n")
    #expect(link.url.fields["body"] ?? "" == expected)
    #expect(!link.isShortened)
  }

  @Test("A body that is too long is cut between words and ends with an ellipsis")
  func shortened() {
    let body = String(repeating: "mentoring matters ", count: 200)
    let link = MailtoLink.url(to: [ana], subject: "Hello", body: body)
    let sent = link.url.fields["body"] ?? ""
    #expect(link.isShortened)
    #expect(link.url.text.utf8.count > LinkLength.longest - 60)
    #expect(sent.hasSuffix("mentoring…") || sent.hasSuffix("matters…"))
    #expect(body.hasPrefix(sent.dropLast()))
  }

  @Test("A body is never cut inside what a reader sees as one character")
  func graphemes() {
    let family = "👩‍👩‍👧‍👦"
    let link = MailtoLink.url(to: [ana], subject: nil, body: String(repeating: family, count: 99)).url
    let sent = link.fields["body"] ?? ""
    #expect(sent.last == "…")
    #expect(sent.dropLast().allSatisfy { String($0) == family })
  }

  @Test("A body that just fits is not cut")
  func exactFit() {
    let room = LinkLength.longest - "mailto:ana%2Bmentor@example.edu?body=".utf8.count
    let whole = MailtoLink.url(to: [ana], subject: nil, body: String(repeating: "x", count: room))
    #expect(whole.url.text.utf8.count == LinkLength.longest && !whole.isShortened)
    #expect(MailtoLink.url(to: [ana], subject: nil, body: String(repeating: "x", count: room + 1)).isShortened)
  }

  @Test("Several addresses have commas between them; those for which there is no room are left out and it is said")
  func recipients() {
    let two = MailtoLink.url(to: [ana, .of("b@example.org")], cc: [.of("c@example.org")], subject: nil, body: "Hi")
    #expect(two.url.text == "mailto:ana%2Bmentor@example.edu,b@example.org?cc=c@example.org&body=Hi")
    let many = MailtoLink.url(to: (0..<500).map { .of("mentee\($0)@example.edu") }, subject: "Hi", body: "Hi")
    #expect(many.isShortened && many.url.text.utf8.count <= LinkLength.longest)
    #expect(many.url.text.contains("?subject=Hi&body=Hi"))
  }

  @Test("Mail on the web opens with the message begun")
  func webMail() {
    let gmail = WebMail.gmail.link(to: [ana], subject: "Q&A", body: "a\nb")
    #expect(
      gmail?.url.text
        == "https://mail.google.com/mail/?view=cm&fs=1&to=ana%2Bmentor%40example.edu&su=Q%26A&body=a%0D%0Ab")
    let outlook = WebMail.outlook.link(to: [.of("ana@example.edu")], subject: "Q&A", body: nil)
    #expect(
      outlook?.url.text == "https://outlook.office.com/mail/deeplink/compose?to=ana%40example.edu&subject=Q%26A")
    let own = SafeURL("https://mail.example.edu/new?skin=a")
    #expect(
      WebMail.gmail.link(to: [ana], subject: nil, body: nil, endpoint: own)?.url.text
        == "https://mail.example.edu/new?skin=a&to=ana%2Bmentor%40example.edu")
  }

  @Test("Outlook gets no address with a plus, which it may read as a space")
  func outlookPlus() {
    #expect(WebMail.outlook.link(to: [ana], subject: nil, body: nil) == nil)
  }

  @Test("A telephone number can be called with its extension, and texted without")
  func phone() throws {
    let number = try #require(PhoneNumber("+49 (0)30 1234-567 ext. 45"))
    #expect(PhoneLink.tel(number).text == "tel:+49301234567;ext=45")
    #expect(PhoneLink.sms(number).url.text == "sms:+49301234567")
    #expect(PhoneLink.sms(number, body: "Hi & bye\nAna").url.text == "sms:+49301234567?body=Hi%20%26%20bye%0AAna")
  }
}
