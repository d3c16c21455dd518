import Testing

@testable import Nightly

@Suite("What a night ends with")
struct NightExitTests {
  @Test(
    "The worst that a step ended with, whatever the order",
    arguments: [
      (NightExit.done, NightExit.withheld, NightExit.withheld), (.held, .publish, .publish),
      (.upstream, .check, .check),
      (.withheld, .held, .held), (.unknown, .publish, .unknown), (.locked, .held, .locked),
      (.withheld, .terminated, .terminated), (.interrupted, .held, .interrupted),
    ])
  func worse(_ one: NightExit, _ other: NightExit, _ worse: NightExit) {
    #expect(one.worse(other) == worse && other.worse(one) == worse)
  }
}

@Suite("Text in a mail of ASCII")
struct QuotedPrintableTests {
  @Test(
    "Bodies: what isn't printable, spaces at ends and dots at beginnings are escaped, long lines broken",
    arguments: [
      ("plain = text", "plain =3D text"), ("Ö", "=C3=96"), ("end ", "end=20"), (".", "=2E"), ("a\nb", "a\r\nb"),
      (String(repeating: "x", count: 80), String(repeating: "x", count: 75) + "=\r\nxxxxx"), ("", ""),
    ])
  func bodies(_ text: String, _ written: String) {
    #expect(QuotedPrintable.text(text) == written)
  }

  @Test("Header fields: words of other scripts are encoded whole, line ends can't add a field")
  func fields() {
    #expect(QuotedPrintable.phrase("Wrenfield Mentors") == "Wrenfield Mentors")
    #expect(QuotedPrintable.phrase("A, B") == "=?utf-8?Q?A=2C_B?=")
    #expect(QuotedPrintable.phrase("A, B: done", isFree: true) == "A, B: done")
    #expect(QuotedPrintable.phrase("x\r\nBcc: y", isFree: true) == "=?utf-8?Q?x_Bcc=3A_y?=")
    #expect(QuotedPrintable.phrase("=?utf-8?Q?x?=", isFree: true).hasPrefix("=?utf-8?Q?=3D=3F"))
    let long = QuotedPrintable.folded("Subject: " + QuotedPrintable.phrase(String(repeating: "é ", count: 60)))
    #expect(long.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 76 })
  }
}
