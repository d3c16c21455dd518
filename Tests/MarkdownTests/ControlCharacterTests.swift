import Diagnostics
import Markdown
import Testing

@Suite("Control characters")
struct ControlCharacterTests {
  @Test(
    "are left out of all that is shown, written as themselves or as a reference",
    arguments: [
      "a\u{7}b", "a&#7;b", "a&#x7;b", "a\u{1B}\u{7F}b", "a\u{85}b", "a&#133;b", "a&#13;b", "a\u{C}b",
    ])
  func leftOut(_ markdown: String) {
    let rendered = render(markdown)
    #expect(rendered.htmlText == "<p>ab</p>\n")
    #expect(rendered.excerpt == "ab" && rendered.plainText == "ab")
  }

  @Test(
    "are left out of titles, code and headings",
    arguments: [
      "[a](https://example.org \"b&#7;c\")", "`a\u{7}b`", "    a\u{7F}b", "```a&#7;b\nc\n```", "# a\u{7}b",
      "![a&#7;b](x \"c&#7;d\")",
      "> [!NOTE] a\u{7}b\n> c", "- [ ] a&#1;b",
    ])
  func everywhere(_ markdown: String) {
    #expect(
      !render(markdown).htmlText.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
  }

  @Test("are pointed at, each where it stands")
  func places() {
    let diagnostics = render("é\u{7}b\r\nc\t\u{85} `\u{1F}`").diagnostics
    #expect(diagnostics.map(\.range) == [place(4, 2), place(5, 3), place(5, 6)])
    #expect(diagnostics.allSatisfy { $0.code == "markdown/character" && $0.remedy?.replacement == "" })
    #expect(diagnostics.map(\.message).first == "the control character U+0007 is left out")
  }

  private func place(_ line: Int, _ column: Int) -> SourceRange {
    SourceRange(
      start: SourcePosition(line: line, column: column), end: SourcePosition(line: line, column: column + 1))
  }

  @Test("that text is made of stay", arguments: ["a\tb", "a&#9;b", "```\na\n\tb\n```", "a\nb"])
  func stay(_ markdown: String) {
    let rendered = render(markdown)
    #expect(rendered.diagnostics.isEmpty)
    #expect(rendered.plainText.unicodeScalars.contains("\t") == markdown.contains { "\t9".contains($0) })
  }
}
