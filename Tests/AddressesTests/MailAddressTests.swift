import Testing

@testable import Addresses

@Suite("Mail addresses")
struct MailAddressTests {
  @Test(
    "An address that mail can be sent to is read, its domain in ASCII",
    arguments: [
      ("jane.doe@example.edu", "jane.doe@example.edu"), ("  jane@example.edu\n", "jane@example.edu"),
      ("jane.doe+mentor@example.edu", "jane.doe+mentor@example.edu"), ("o'brien@EXAMPLE.edu", "o'brien@example.edu"),
      ("Jane@Example.EDU", "Jane@example.edu"), ("gorby%kremvax@example.com", "gorby%kremvax@example.com"),
      ("\"not@me\"@example.org", "\"not@me\"@example.org"), ("\"a \\\" b\"@example.org", "\"a \\\" b\"@example.org"),
      ("user@納豆.example.org", "user@xn--99zt52a.example.org"), ("a@BÜCHER.example", "a@xn--bcher-kva.example"),
      ("a@bu\u{308}cher.example", "a@xn--bcher-kva.example"), ("a@straße.example", "a@xn--strae-oqa.example"),
      ("a@пример.example", "a@xn--e1afmkfd.example"), ("a@例え。example", "a@xn--r8jz45g.example"),
      ("a@مثال.example", "a@xn--mgbh0fb.example"), ("a@उदाहरण.example", "a@xn--p1b6ci4b4b3a.example"),
      ("josé@example.edu", "josé@example.edu"), ("a@xn--99zt52a.example.org", "a@xn--99zt52a.example.org"),
      ("!#$%&'*+-/=?^_`{|}~@example.edu", "!#$%&'*+-/=?^_`{|}~@example.edu"), ("a@1.example", "a@1.example"),
    ])
  func good(_ written: String, _ ascii: String) {
    #expect(MailAddress(written)?.ascii == ascii)
  }

  @Test(
    "What is no address, or more than one, is refused",
    arguments: [
      "", "@", "jane", "jane@", "@example.edu", "jane@example", "jane@@example.edu", "jane doe@example.edu",
      ".jane@example.edu", "jane.@example.edu", "ja..ne@example.edu", "jane@-example.edu", "jane@example-.edu",
      "jane@example..edu", "jane@.example.edu", "jane@example.edu.", "jane@exa mple.edu", "jane@exa_mple.edu",
      "Jane <jane@example.edu>", "<jane@example.edu>", "mailto:jane@example.edu", "jane@example.edu, bob@example.edu",
      "jane@example.edu;bob@example.edu", "jane@[192.0.2.1]", "jane@192.0.2.1", "\"@example.edu", "\"\"@example.edu",
      "\"a\"b\"@example.edu", "\"a\\\"@example.edu", "a\"b@example.edu", "jane@example.edu?subject=x",
      "jane\r\nBcc: x@example.edu", "jane@example.edu\r\nBcc:x@example.org", "jane\u{0}@example.edu",
      "jane\u{200B}@example.edu", "jane\u{A0}doe@example.edu", "jane@exam\u{200D}ple.edu", "jane@😀.example",
      "jane@\u{301}a.example", "jane@ab--é.example", "jane(office)@example.edu", "jane@example.edu (office)",
    ])
  func bad(_ written: String) {
    #expect(MailAddress(written) == nil)
  }

  @Test("An address is no longer than mail servers take")
  func lengths() {
    let local = String(repeating: "a", count: 64)
    let label = String(repeating: "b", count: 63)
    #expect(MailAddress("\(local)@example.edu") != nil)
    #expect(MailAddress("\(local)a@example.edu") == nil)
    #expect(MailAddress("a@\(label).\(label).example") != nil)
    #expect(MailAddress("a@\(label)b.example") == nil)
    #expect(MailAddress("\(local)@\(label).\(label).\(label.dropLast(3)).b") == nil)
    #expect(MailAddress("a@\(String(repeating: "é", count: 60)).example") == nil)
  }

  @Test("An address keeps what was written for readers, and knows whether it has a plus")
  func parts() throws {
    let address = try #require(MailAddress("Ana+mentor@Bücher.example"))
    #expect(address.text == "Ana+mentor@bücher.example")
    #expect(address.localPart == "Ana+mentor" && address.domainASCII == "xn--bcher-kva.example")
    #expect(address.hasPlus)
    #expect(MailAddress(address.text) == address)
  }

  @Test("No text makes the reader fail, and what it accepts it accepts again")
  func anyText() {
    let pieces = [
      "a", "@", ".", "\"", "\\", "é", "xn--", "-", "+", " ", "\r\n", "納", "\u{301}", "\u{202E}", "9", "example.edu",
      "😀",
    ]
    for _ in 0..<50_000 {
      let text = (0..<Int.random(in: 0...9)).map { _ in pieces.randomElement()! }.joined()
      guard let address = MailAddress(text) else { continue }
      #expect(MailAddress(address.text) == address)
      #expect(address.domainASCII.utf8.allSatisfy { $0 < 0x80 })
      #expect(!address.text.unicodeScalars.contains { $0.value < 0x20 })
    }
  }
}

@Suite("Punycode")
struct PunycodeTests {
  @Test(
    "Labels become what RFC 3492 §7.1 says",
    arguments: [
      ("他们为什么不说中文", "ihqwcrb4cv8a8dqg056pqjye"), ("Pročprostěnemluvíčesky", "Proprostnemluvesky-uyb24dma41a"),
      ("למההםפשוטלאמדבריםעברית", "4dbcagdahymbxekheh6e0a7fei0b"),
      ("почемужеонинеговорятпорусски", "b1abfaaepdrnnbgefbadotcwatmq2g4l"),
      ("PorquénopuedensimplementehablarenEspañol", "PorqunopuedensimplementehablarenEspaol-fmd56a"),
      ("TạisaohọkhôngthểchỉnóitiếngViệt", "TisaohkhngthchnitingVit-kjcr8268qyxafd2f1b9g"),
      ("3年B組金八先生", "3B-ww4c5e180e575a65lsy2b"),
      ("安室奈美恵-with-SUPER-MONKEYS", "-with-SUPER-MONKEYS-pc58ag80a8qai00g7n9n"),
      ("そのスピードで", "d9juau41awczczp"), ("-> $1.00 <-", "-> $1.00 <--"), ("", ""), ("ü", "tda"),
    ])
  func labels(_ text: String, _ encoded: String) {
    #expect(Punycode.encoded(text) == encoded)
  }
}
