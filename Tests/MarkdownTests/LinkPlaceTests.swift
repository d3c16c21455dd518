import Diagnostics
import Markdown
import Testing

@Suite("Places of links")
struct LinkPlaceTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let markdown: String
    /// Destination, line and column in the file (its body begins on line 4), the text that the range marks.
    let links: [(destination: String, line: Int, column: Int, marked: String)]

    init(_ description: String, _ markdown: String, _ links: [(String, Int, Int, String)]) {
      (testDescription, self.markdown) = (description, markdown)
      self.links = links.map { ($0.0, $0.1, $0.2, $0.3) }
    }
  }

  static let cases = [
    Case("columns count scalars", "é导 [ä](../a.md)", [("../a.md", 4, 8, "../a.md")]),
    Case("two of one destination", "[a](x.md) [b](x.md)", [("x.md", 4, 5, "x.md"), ("x.md", 4, 15, "x.md")]),
    Case("a prefix of another", "[a](xy.md) [b](x)", [("xy.md", 4, 5, "xy.md"), ("x", 4, 16, "x")]),
    Case("indented lines", "a\n   b\n     [c](d.md)", [("d.md", 6, 10, "d.md")]),
    Case("words over two lines", "[a\nb](c.md) [d](e.md)", [("c.md", 5, 4, "c.md"), ("e.md", 5, 14, "e.md")]),
    Case(
      "a line break before the destination", "[a](\n  c.md) [d](e.md)",
      [("c.md", 5, 3, "c.md"), ("e.md", 5, 13, "e.md")]),
    Case("a quote with a lazy line", "> a\nb [c](d.md)", [("d.md", 5, 7, "d.md")]),
    Case("a list in a quote", "> - a\n>   [c](d.md)", [("d.md", 5, 9, "d.md")]),
    Case("angle brackets and title", "[a](<b c.md> \"t\")", [("b c.md", 4, 6, "b c.md")]),
    Case("an image in a link", "[![a](i.svg)](l.md)", [("i.svg", 4, 7, "i.svg"), ("l.md", 4, 15, "l.md")]),
    Case(
      "autolinks", "<https://example.org> <ana@example.edu>",
      [
        ("https://example.org", 4, 2, "https://example.org"), ("mailto:ana@example.edu", 4, 24, "ana@example.edu"),
      ]),
    Case(
      "a reference", "[a][r], [r]\n\n[r]: ../x.md 'T'", [("../x.md", 6, 6, "../x.md"), ("../x.md", 6, 6, "../x.md")]),
    Case("a reference over two lines", "[r]\n\n[r]:\n  <x y.md>", [("x y.md", 7, 4, "x y.md")]),
    Case("an escaped destination marks the link", "a [b](c&amp;d.md) e", [("c&d.md", 4, 3, "[b](c&amp;d.md)")]),
    Case("an empty destination marks the link", "a [b]() c", [("", 4, 3, "[b]()")]),
    Case("a heading", "# a [b](c.md)", [("c.md", 4, 9, "c.md")]),
    Case(
      "a callout's title", "> [!NOTE] See [b](c.md)\n> [d](e.md)",
      [
        ("c.md", 4, 19, "c.md"), ("e.md", 5, 7, "e.md"),
      ]),
    Case("a checklist", "- [ ] a\n- [ ] see [b](c.md)", [("c.md", 5, 15, "c.md")]),
    Case("steps", "1. **a**\n2. **b** [c](d.md)", [("d.md", 5, 14, "d.md")]),
    Case("a pull quote", "> a\n> — [b](c.md)", [("c.md", 5, 9, "c.md")]),
    Case("CRLF", "a\r\n[b](c.md)\r\n", [("c.md", 5, 5, "c.md")]),
  ]

  @Test("a link is found where it stands in the file", arguments: cases)
  func places(_ example: Case) {
    let links = render(example.markdown).links
    #expect(links.map(\.destination) == example.links.map(\.destination))
    for (link, expected) in zip(links, example.links) {
      #expect(link.range.start == SourcePosition(line: expected.line, column: expected.column))
      #expect(source(example.markdown).file.text(in: link.range) == expected.marked)
      let isDestination = expected.marked == expected.destination || "mailto:" + expected.marked == expected.destination
      #expect(link.isReplaceable == isDestination)
    }
  }

  @Test("a byte order mark and a lone CR do not shift places")
  func byteOrderMark() throws {
    let file = SourceFile(path: "x.md", text: "\u{FEFF}[a](b.md)\r[c](d.md)")
    let rendered = Markdown.render(MarkdownSource(file: file), options: MarkdownOptions(dialect: .guide))
    #expect(
      rendered.links.map(\.range.start) == [
        SourcePosition(line: 1, column: 5), SourcePosition(line: 2, column: 5),
      ])
    #expect(rendered.htmlText.hasPrefix("<p><a"))
  }

  @Test("links inside an image's description are only its words")
  func linksInDescriptions() {
    let rendered = render("x ![a [b](c.md) d](e.svg)")
    #expect(rendered.links.map(\.destination) == ["e.svg"])
    #expect(rendered.links.map(\.isImage) == [true])
    #expect(rendered.htmlText == "<p>x <img src=\"e.svg\" alt=\"a b d\" /></p>\n")
  }

  @Test("what the resolver is asked is what the writer wrote")
  func asksResolver() {
    let rendered = render("[a](../b%20c.md#d \"t\") ![e](f.svg)") { destination in
      switch destination {
      case .link("../b%20c.md#d"): .href("../../b-c/#d", isExternal: false)
      case .image("f.svg"): .href("../f-1a2b.svg", isExternal: false)
      default: .broken
      }
    }
    #expect(
      rendered.htmlText == "<p><a href=\"../../b-c/#d\" title=\"t\">a</a> <img src=\"../f-1a2b.svg\" alt=\"e\" /></p>\n"
    )
  }
}
