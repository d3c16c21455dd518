import Hypertext
import Markdown
import Testing

@Suite("References between content files")
struct ContentReferenceTests {
  static let table: [(String, String, ContentReference)] = [
    ("../pages/join.md", "guide/faq.md", .content(path: "pages/join.md", fragment: nil)),
    ("../pages/join.md#how", "guide/faq.md", .content(path: "pages/join.md", fragment: "how")),
    ("flash.md", "guide/faq.md", .content(path: "guide/flash.md", fragment: nil)),
    ("./flash.md#", "guide/faq.md", .content(path: "guide/flash.md", fragment: "")),
    ("flash.md?x=1#y", "guide/faq.md", .content(path: "guide/flash.md", fragment: "y")),
    ("Flash.MD", "guide/faq.md", .content(path: "guide/Flash.MD", fragment: nil)),
    ("../guide/./a/../flash.md", "guide/faq.md", .content(path: "guide/flash.md", fragment: nil)),
    ("a//b.md", "guide/faq.md", .content(path: "guide/a/b.md", fragment: nil)),
    ("join%20us.md#caf%C3%A9", "guide/faq.md", .content(path: "guide/join us.md", fragment: "café")),
    ("导师.md", "guide/faq.md", .content(path: "guide/导师.md", fragment: nil)),
    ("guide/faq.md", "index.md", .content(path: "guide/faq.md", fragment: nil)),
    ("join.md", "", .content(path: "join.md", fragment: nil)),
    (" join.md ", "a/b.md", .content(path: "a/join.md", fragment: nil)),
    ("/explore/", "guide/faq.md", .site(path: "explore/", fragment: nil)),
    ("/explore/industry/finance/#top", "guide/faq.md", .site(path: "explore/industry/finance/", fragment: "top")),
    ("/explore/?q=a/b", "guide/faq.md", .site(path: "explore/", fragment: nil)),
    ("/", "guide/faq.md", .site(path: "", fragment: nil)),
    ("/a/../b", "guide/faq.md", .site(path: "b", fragment: nil)),
    ("/feed.xml", "guide/faq.md", .site(path: "feed.xml", fragment: nil)),
    ("/pages/join.md", "guide/faq.md", .site(path: "pages/join.md", fragment: nil)),
    ("#how", "guide/faq.md", .fragment("how")),
    ("#%E5%AF%BC", "guide/faq.md", .fragment("导")),
    ("#a%zz", "guide/faq.md", .fragment("a%zz")),
    ("#", "guide/faq.md", .fragment("")),
    ("", "guide/faq.md", .fragment("")),
    ("?x", "guide/faq.md", .fragment("")),
    ("../static/map.svg", "guide/faq.md", .file(path: "static/map.svg")),
    ("map.svg#layer", "guide/faq.md", .file(path: "guide/map.svg")),
    ("../mentors/", "guide/faq.md", .file(path: "mentors/")),
    ("..", "guide/faq.md", .file(path: "")),
    (".md", "guide/faq.md", .content(path: "guide/.md", fragment: nil)),
    ("a%2Fb.md", "guide/faq.md", .content(path: "guide/a/b.md", fragment: nil)),
    ("a%FFb.md", "guide/faq.md", .content(path: "guide/a%FFb.md", fragment: nil)),
    ("1:30.md", "guide/faq.md", .unsafe),
    ("./1:30.md", "guide/faq.md", .content(path: "guide/1:30.md", fragment: nil)),
    ("../../x.md", "guide/faq.md", .outside),
    ("..%2f..%2fetc/passwd", "guide/faq.md", .outside),
    ("%2e%2e/%2E%2E/x.md", "guide/faq.md", .outside),
    ("/../x", "guide/faq.md", .outside),
    ("../../../../../etc/passwd", "guide/a/faq.md", .outside),
    ("javascript:alert(1)", "guide/faq.md", .unsafe),
    (" JavaScript:alert(1)", "guide/faq.md", .unsafe),
    ("java\tscript:alert(1)", "guide/faq.md", .unsafe),
    ("\u{1}javascript:x", "guide/faq.md", .unsafe),
    ("data:text/html,x", "guide/faq.md", .unsafe),
    ("ftp://example.org", "guide/faq.md", .unsafe),
    ("http:", "guide/faq.md", .unsafe),
    (":", "guide/faq.md", .unsafe),
    ("a%00b.md", "guide/faq.md", .unsafe),
    ("a%0Ab.md", "guide/faq.md", .unsafe),
    ("#a%09b", "guide/faq.md", .unsafe),
  ]

  @Test("a destination is read by its letters", arguments: table)
  func parses(_ destination: String, _ file: String, _ expected: ContentReference) {
    #expect(ContentReference.parse(destination: destination, from: file) == expected)
  }

  @Test(
    "an address elsewhere is external",
    arguments: [
      ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
      ("HTTPS://example.org", "HTTPS://example.org"),
      ("//example.org/x", "https://example.org/x"),
      ("mailto:ana@example.edu", "mailto:ana@example.edu"),
      ("tel:+1-555-0100", "tel:+1-555-0100"),
      ("https://example.org/é x", "https://example.org/%C3%A9%20x"),
    ])
  func external(_ destination: String, _ address: String) {
    #expect(
      ContentReference.parse(destination: destination, from: "guide/faq.md")
        == SafeURL(address).map(ContentReference.external))
  }
}
