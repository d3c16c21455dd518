import Foundation
import Hypertext
import Testing

@Suite("Base64")
struct Base64Tests {
  @Test(
    "The text is that of RFC 4648",
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy"), ("fooba", "Zm9vYmE="),
    ])
  func text(_ bytes: String, _ text: String) {
    #expect(Base64.text(Array(bytes.utf8)) == text)
  }

  @Test("At every length the text is Foundation's, and says the bytes again")
  func lengths() {
    for count in 0..<50 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 83 + 250) }
      let text = Base64.text(bytes)
      #expect(text == Data(bytes).base64EncodedString())
      #expect(Base64.decoded(Array(text.utf8)) == bytes)
    }
  }

  @Test("What is not base64 is not read", arguments: ["QW5", "QW5*", "Q===", "====", "Zg==Zg==", "Z=g="])
  func refused(_ text: String) {
    #expect(Base64.decoded(Array(text.utf8)) == nil)
  }
}
