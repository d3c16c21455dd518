import Hypertext
import SiteTesting
import Testing

@Suite("HTML escaping")
struct HTMLEscapingTests {
  @Test(
    "Characters with a meaning in HTML become references, all others stay",
    arguments: [
      ("", ""), ("plain", "plain"), ("a & b", "a &amp; b"), ("<b>", "&lt;b&gt;"), ("\"'", "&quot;&#39;"),
      ("&amp;", "&amp;amp;"), ("山 <", "山 &lt;"), ("<", "&lt;"), ("a>", "a&gt;"),
    ])
  func table(_ text: String, _ escaped: String) {
    #expect(String(decoding: HTMLEscaping.escaped(text), as: UTF8.self) == escaped)
    #expect(SafeHTML(escaping: text).bytes == Array(escaped.utf8))
  }

  @Test("What a browser reads back is the text that was escaped")
  func roundTrip() {
    var random = SeededGenerator(seed: 2)
    for _ in 0..<2_000 {
      let text = random.text(upTo: 24)
      let escaped = String(decoding: HTMLEscaping.escaped(text), as: UTF8.self)
      #expect(!escaped.utf8.contains { "<>\"'".utf8.contains($0) })
      #expect(unescaped(Array(escaped.utf8)) == Array(text.utf8))
    }
  }

  private func unescaped(_ bytes: [UInt8]) -> [UInt8] {
    let references = ["&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'", "&amp;": "&"]
    var output: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.first {
      let reference = references.first { rest.starts(with: $0.key.utf8) }
      output += reference.map { Array($0.value.utf8) } ?? [byte]
      rest = rest.dropFirst(reference?.key.utf8.count ?? 1)
    }
    return output
  }
}
