import Hypertext
import SiteTesting
import Testing

@Suite("A safe URL")
struct SafeURLTests {
  @Test(
    "A scheme that runs something, or none at all, makes no URL",
    arguments: [
      "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd", "ftp://x/",
      "example.org", "/path", "", ":", "https:", " https://example.org/", "java\tscript:x", "https://a\nb/",
      "https://a\u{7F}/",
      "blob:https://example.org/1",
    ])
  func refused(_ written: String) {
    #expect(SafeURL(written) == nil)
  }

  @Test(
    "A web, mail or phone address stays as it is written, characters that no URL may hold encoded",
    arguments: [
      ("https://example.org/", "https://example.org/"), ("HTTPS://Example.org/", "HTTPS://Example.org/"),
      ("https://example.org/a%20b?x=1&y=2#z", "https://example.org/a%20b?x=1&y=2#z"),
      ("https://example.org/a b", "https://example.org/a%20b"), ("https://example.org/é", "https://example.org/%C3%A9"),
      ("https://example.org/\"><script>", "https://example.org/%22%3E%3Cscript%3E"),
      ("https://example.org/100%", "https://example.org/100%25"),
      ("https://example.org/%4", "https://example.org/%254"),
      ("https://example.org/%%zz%e9", "https://example.org/%25%25zz%e9"),
      ("https://example.org/?a[]=1#b#c[", "https://example.org/?a%5B%5D=1#b%23c%5B"),
      ("https://[2001:db8::1]:80/[x]", "https://[2001:db8::1]:80/%5Bx%5D"), ("mailto:a[b]", "mailto:a%5Bb%5D"),
      ("mailto:ana@example.edu", "mailto:ana@example.edu"), ("tel:+15105550101", "tel:+15105550101"),
    ])
  func accepted(_ written: String, _ text: String) {
    #expect(SafeURL(written)?.text == text)
  }

  @Test("Whatever is accepted is printable ASCII without a character that ends an attribute")
  func alphabet() {
    var random = SeededGenerator(seed: 4)
    for _ in 0..<2_000 {
      guard let url = SafeURL("https://" + random.text(upTo: 20)) else { continue }
      #expect(url.text.utf8.allSatisfy { (0x21...0x7E).contains($0) && !"\"<>".utf8.contains($0) })
      #expect(SafeURL(url.text) == url, "what is encoded stays as it is")
    }
  }
}

@Suite("Percent-encoding")
struct PercentEncodingTests {
  @Test(
    "Unreserved characters stay; every other byte is encoded in upper-case hexadecimal",
    arguments: [
      ("", ""), ("Az09-._~", "Az09-._~"), (" ", "%20"), ("+", "%2B"), ("a&b=c", "a%26b%3Dc"),
      ("'()!*", "%27%28%29%21%2A"),
      ("é", "%C3%A9"), ("😀", "%F0%9F%98%80"), ("%20", "%2520"), ("\r\n", "%0D%0A"), ("/", "%2F"),
    ])
  func table(_ text: String, _ encoded: String) {
    #expect(PercentEncoding.encoded(text) == encoded)
  }

  @Test("Decoding brings back the text")
  func roundTrip() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<1_000 {
      let text = random.text(upTo: 16)
      var bytes: [UInt8] = []
      var rest = Array(PercentEncoding.encoded(text).utf8)[...]
      while let byte = rest.popFirst() {
        guard byte == UInt8(ascii: "%") else {
          bytes.append(byte)
          continue
        }
        bytes.append(UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) ?? 0)
        rest = rest.dropFirst(2)
      }
      #expect(bytes == Array(text.utf8))
    }
  }
}
