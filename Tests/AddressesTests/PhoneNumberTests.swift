import Testing

@testable import Addresses

@Suite("Telephone numbers")
struct PhoneNumberTests {
  @Test(
    "A number that can be dialled from anywhere is read, with its extension",
    arguments: [
      ("+49 (0)30 1234-567 ext. 45", "+49301234567", "45"), ("+49301234567", "+49301234567", nil),
      ("+1 (510) 555-0101", "+15105550101", nil), ("+1 510.555.0101 x12", "+15105550101", "12"),
      ("+44 20 7946 0018 extension 9", "+442079460018", "9"), ("+1-510-555-0101;ext=77", "+15105550101", "77"),
      (" +33\u{A0}1\u{202F}23 45 67 89 ", "+33123456789", nil), ("+39 06 1234567", "+39061234567", nil),
      ("+1 510 555 0101 #4", "+15105550101", "4"), ("+٩٧١٤١٢٣٤٥٦٧", "+97141234567", nil),
    ] as [(String, String, String?)])
  func good(_ written: String, _ number: String, _ digits: String?) {
    let phone = PhoneNumber(written)
    #expect(phone?.e164 == number)
    #expect(phone?.extension == digits)
  }

  @Test(
    "A number without a country, or with other things in it, is refused",
    arguments: [
      "", "+", "030 1234567", "0049 30 1234567", "510-555-0101", "+0 30 1234567", "+123456", "+1234567890123456",
      "+49 30 ABC", "+49 30 1234567 ext.", "+49 30 1234567 ext. 123456789", "+49 30 1234567 or so", "++49301234567",
      "+49 30 1234567, +49 30 7654321", "tel:+49301234567", "+49 30 1234567 x1 x2", "+4930123½67",
    ])
  func bad(_ written: String) {
    #expect(PhoneNumber(written) == nil)
  }

  @Test("No text makes the reader fail, and what it accepts it accepts again")
  func anyText() {
    let pieces = ["+", "49", "0", "(0)", " ", "-", "ext", "x", ".", "5", "é", "\u{0}", "123456", "#", "½", "٣"]
    for _ in 0..<50_000 {
      let text = (0..<Int.random(in: 0...9)).map { _ in pieces.randomElement()! }.joined()
      guard let phone = PhoneNumber(text) else { continue }
      let again = PhoneNumber(phone.e164 + (phone.extension.map { ";ext=\($0)" } ?? ""))
      #expect(again == phone)
    }
  }
}
