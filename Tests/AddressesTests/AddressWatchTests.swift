import Testing

@testable import Addresses

@Suite("Watching for private addresses")
struct AddressWatchTests {
  static let addresses = ["ana@example.edu", "o'brien+mentor@mail.example.com", "jö@bücher.example"].map {
    MailAddress($0)!
  }

  /// The address found in a text, and what stands where it was found.
  static func found(in text: String) -> String? {
    AddressWatch(addresses).firstSighting(in: Array(text.utf8)).map { addresses[$0.address].text }
  }

  @Test(
    "An address is found however a file writes it",
    arguments: [
      ("ana@example.edu", 0), ("write to Ana@Example.EDU.", 0), ("<a href=\"mailto:ana@example.edu?subject=x\">", 0),
      ("&add=ana%40example.edu&x", 0), ("to=%61na%40example%2Eedu", 0), ("mail%3Aana%40example.edu%0D%0A", 0),
      ("\"ana@example.edu\"", 0), ("_ana@example.edu_", 0), (" -ana@example.edu-", 0), ("“ana@example.edu”", 0),
      ("<b>ana@example.edu…", 0), ("x@y.example, ana@example.edu", 0),
      (String(repeating: "x", count: 300) + " ana@example.edu", 0), ("o'brien+mentor@mail.example.com", 1),
      ("o&#39;brien+mentor@mail.example.com", 1), ("mailto:o%27brien%2Bmentor@mail.example.com", 1),
      ("jö@bücher.example", 2), ("jö@xn--bcher-kva.example", 2), ("j%C3%B6%40b%C3%BCcher.example", 2),
    ])
  func finds(_ text: String, _ address: Int) {
    #expect(Self.found(in: text) == Self.addresses[address].text)
  }

  @Test(
    "Another address, and what only looks like one, is left alone",
    arguments: [
      "", "@", "%40", "ana", "ana@", "@example.edu", "joana@example.edu", "jo.ana@example.edu",
      "mentors.ana@example.edu",
      "ana+x@example.edu", "ana@example.edu.au", "ana@mail.example.edu", "ana@example.education", "ana@example.ed",
      "ana at example.edu", "ana%4example.edu", "ana%4", "%40example.edu",
    ])
  func leaves(_ text: String) {
    #expect(Self.found(in: text) == nil)
  }

  @Test("The place of an address is where it begins, in whatever block of the file")
  func offsets() {
    let watch = AddressWatch(Self.addresses)
    for offset in 0..<200 {
      for address in ["ana@example.edu", "ana%40example.edu"] {
        let text = String(repeating: ".", count: offset) + " " + address + String(repeating: " ", count: offset % 70)
        #expect(watch.firstSighting(in: Array(text.utf8))?.offset == offset + 1)
      }
    }
  }

  @Test("A watch without addresses finds nothing")
  func empty() {
    #expect(AddressWatch([]).isEmpty)
    #expect(AddressWatch([]).firstSighting(in: Array("ana@example.edu".utf8)) == nil)
  }
}
