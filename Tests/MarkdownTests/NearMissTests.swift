import Diagnostics
import Markdown
import Testing

@Suite("What is nearly a convention")
struct NearMissTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let markdown: String
    let code: String
    /// The text that the diagnostic marks.
    let marked: String
    /// What stands in its place when the remedy is applied.
    let replacement: String?
    var testDescription: String { markdown }

    init(_ markdown: String, _ code: String, _ marked: String, _ replacement: String? = nil) {
      (self.markdown, self.code, self.marked, self.replacement) = (markdown, code, marked, replacement)
    }
  }

  static let cases = [
    Case("> [!NOT]\n> a", "callout", "NOT", "NOTE"),
    Case("> [!WARNNIG] a", "callout", "WARNNIG", "WARNING"),
    Case("ä\n\n> > [!tipp]\n> > a", "callout", "tipp", "TIP"),
    Case("> [!IMPORTANT]\n> a", "callout", "IMPORTANT"),
    Case("> [NOTE]\n> a", "callout", "[NOTE]", "[!NOTE]"),
    Case("> [! note ] a", "callout", "[! note ]", "[!NOTE]"),
    Case("> [!!TIP] a", "callout", "[!!TIP]", "[!TIP]"),
    Case("> a\n>\n> -- B", "pull-quote", "-- ", "— "),
    Case("> a\n> – B", "pull-quote", "– ", "— "),
    Case("> a\n>\n> —B", "pull-quote", "—", "— "),
    Case("> a\n>\n> - B", "pull-quote", "- ", "— "),
    Case("- [] a\n- b", "checklist", "[]", "[ ]"),
    Case("- [ ]a", "checklist", "[ ]", "[ ] "),
    Case("- [ ] a\n- [x ] b", "checklist", "[x ]", "[x]"),
    Case("- [ ] a\n- [✓] b", "checklist", "[✓]", "[x]"),
    Case("- [ ] a\n- b é", "checklist", "- b é"),
    Case("1. **a** x\n2. **b** y\n3. c z", "steps", "3. c z"),
    Case("é\n\n[**Join now**](join.md)", "button", "[**Join now**](join.md)"),
    Case("| a | b |\n| - | :-: |\n| c | d |", "table", "| a | b |"),
    Case("a|b\n-|-\nc|d", "table", "a|b"),
    Case("ü <b>x</b>", "raw-html", "<b>"),
    Case("a\nb\n   <em>x</em>", "raw-html", "<em>"),
    Case("<div class=\"é\">\n\ntext\n\n</div>", "raw-html", "<div class=\"é\">"),
    Case("- a\n\n  <table>\n  </table>", "raw-html", "<table>"),
  ]

  @Test("gets one warning at its place, with what to write", arguments: cases)
  func warns(_ example: Case) throws {
    let rendered = render(example.markdown)
    let diagnostic = try #require(rendered.diagnostics.first)
    #expect(rendered.diagnostics.count == 1)
    #expect(diagnostic.severity == .warning)
    #expect(diagnostic.code == "markdown/" + example.code)
    #expect(source(example.markdown).file.text(in: try #require(diagnostic.range)) == example.marked)
    #expect(diagnostic.remedy?.replacement == example.replacement)
    #expect(diagnostic.remedy?.words.isEmpty == false)
  }

  @Test(
    "applying the remedy mends it",
    arguments: cases.filter { $0.replacement != nil && $0.marked != "[]" })
  func remedyMends(_ example: Case) throws {
    let replacement = try #require(example.replacement)
    let place = try #require(example.markdown.lastRange(of: example.marked))
    let mended = example.markdown.replacingSubrange(place, with: replacement)
    #expect(render(mended).diagnostics.isEmpty, "\(mended)")
  }

  @Test(
    "ordinary text gets none",
    arguments: [
      "> [a] b", "> [!](x)", "> [a link](b.md) says", "- [link](x)\n- b", "- [1] note\n- [2] note", "1. a\n2. **b**",
      "1. **a**\n2. b", "a | b", "a\n---", "> a\n>\n> - b\n> - c", "> a - b", "\\<b> and 1 < 2 and a <- b",
      "`<b>`\n\n    <b>", "**bold** [link](x)", "&lt;b&gt;",
    ])
  func staysQuiet(_ markdown: String) {
    #expect(render(markdown).diagnostics.isEmpty)
  }

  @Test("after a hundred problems the rest are counted")
  func areCounted() {
    let rendered = render(String(repeating: "<b> ", count: 150))
    #expect(rendered.diagnostics.count == 101)
    #expect(rendered.diagnostics.last?.message == "50 more problems in this text")
    #expect(rendered.diagnostics.last?.range?.start.column == 401)
  }

  @Test("diagnostics stand in the order of the text")
  func areSorted() {
    let rendered = render("<b>a</b>\n\n[x](javascript:y)\n\n> [!NOT]\n\n<i>z</i>")
    #expect(rendered.diagnostics.compactMap(\.range?.start.line) == [4, 6, 8, 10])
  }

  @Test(
    "raw HTML is told the convention that does its work",
    arguments: [
      ("<b>x</b>", "**words**"), ("<aside>\n", "[!NOTE]"), ("x<br>y", "backslash"), ("<img src=x>", "!["),
      ("<button>a</button>", "**["), ("<script>\n</script>", "no active content"), ("<x-y>", "backslash before"),
      ("<!DOCTYPE html>", "use Markdown"), ("<table>", "list"), ("<h2>a</h2>", "##"), ("<input type=checkbox>", "[ ]"),
    ])
  func namesConvention(_ markdown: String, _ words: String) {
    let remedies = render(markdown).diagnostics.compactMap(\.remedy?.words)
    #expect(remedies.contains { $0.contains(words) }, "\(remedies)")
  }
}

extension String {
  fileprivate func lastRange(of text: String) -> Range<String.Index>? {
    ranges(of: text).last
  }

  fileprivate func replacingSubrange(_ range: Range<String.Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
