import Diagnostics
import Markdown
import Testing

@Suite("Conventions of the guide")
struct ConventionTests {
  struct Example: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let markdown: String
    let html: String

    init(_ description: String, _ markdown: String, _ html: String) {
      (testDescription, self.markdown, self.html) = (description, markdown, html)
    }
  }

  static let callouts = [
    Example(
      "a callout without title has its kind's word", "> [!NOTE]\n> Body *text*.",
      """
      <aside class="callout callout-note" role="note">
      <p class="callout-title">Note</p>
      <p>Body <em>text</em>.</p>
      </aside>

      """),
    Example(
      "a callout's title may have markup", "> [!TIP] Ask *early*\n> Body.",
      """
      <aside class="callout callout-tip" role="note" aria-label="Tip">
      <p class="callout-title">Ask <em>early</em></p>
      <p>Body.</p>
      </aside>

      """),
    Example(
      "a callout's title may begin with markup", "> [!tip] **Ask** early",
      """
      <aside class="callout callout-tip" role="note" aria-label="Tip">
      <p class="callout-title"><strong>Ask</strong> early</p>
      </aside>

      """),
    Example(
      "a callout holds any blocks", "> [!WARNING]\n>\n> - [ ] a\n>\n> > — b",
      """
      <aside class="callout callout-warning" role="note">
      <p class="callout-title">Warning</p>
      <ul class="checklist">
      <li><label><input type="checkbox"> a</label></li>
      </ul>
      <blockquote>
      <p>— b</p>
      </blockquote>
      </aside>

      """),
    Example(
      "a callout stands in a list item", "- a\n\n  > [!NOTE]\n  > b",
      """
      <ul>
      <li>
      <p>a</p>
      <aside class="callout callout-note" role="note">
      <p class="callout-title">Note</p>
      <p>b</p>
      </aside>
      </li>
      </ul>

      """),
  ]

  static let quotes = [
    Example(
      "a last paragraph that begins with a dash says who is quoted",
      "> Be curious.\n>\n> Then listen.\n>\n> — Maya *A.*",
      """
      <figure class="pull-quote">
      <blockquote>
      <p>Be curious.</p>
      <p>Then listen.</p>
      </blockquote>
      <figcaption>Maya <em>A.</em></figcaption>
      </figure>

      """),
    Example(
      "so does a last line", "> Be curious\n> and kind.\\\n> — Maya",
      """
      <figure class="pull-quote">
      <blockquote>
      <p>Be curious
      and kind.</p>
      </blockquote>
      <figcaption>Maya</figcaption>
      </figure>

      """),
    Example(
      "a dash within a line is only a dash", "> Be curious — always.",
      "<blockquote>\n<p>Be curious — always.</p>\n</blockquote>\n"),
    Example(
      "a quote that is nothing but the dash line stays a quote", "> — Maya",
      "<blockquote>\n<p>— Maya</p>\n</blockquote>\n"),
  ]

  static let lists = [
    Example(
      "a checklist has labels around its boxes", "- [ ] one\n- [x] *two*\n- [X] three",
      """
      <ul class="checklist">
      <li><label><input type="checkbox"> one</label></li>
      <li><label><input type="checkbox" checked> <em>two</em></label></li>
      <li><label><input type="checkbox" checked> three</label></li>
      </ul>

      """),
    Example(
      "a checklist's items hold blocks and lists of their own", "- [ ] one\n\n  more\n\n- [ ] two\n  - [ ] inner",
      """
      <ul class="checklist">
      <li><label><input type="checkbox"> one</label>
      <p>more</p>
      </li>
      <li><label><input type="checkbox"> two</label>
      <ul class="checklist">
      <li><label><input type="checkbox"> inner</label></li>
      </ul>
      </li>
      </ul>

      """),
    Example(
      "a numbered checklist keeps its numbers", "3. [ ] one\n4. [x] two",
      """
      <ol start="3" class="checklist">
      <li><label><input type="checkbox"> one</label></li>
      <li><label><input type="checkbox" checked> two</label></li>
      </ol>

      """),
    Example(
      "steps begin with bold words", "1. **See** who is there.\n2. **Ask.**\n   - kindly",
      """
      <ol class="steps">
      <li><strong>See</strong> who is there.</li>
      <li><strong>Ask.</strong>
      <ul>
      <li>kindly</li>
      </ul>
      </li>
      </ol>

      """),
    Example(
      "steps with paragraphs keep them", "2. **See**\n\n   who\n\n3. **Ask**",
      """
      <ol start="2" class="steps">
      <li>
      <p><strong>See</strong></p>
      <p>who</p>
      </li>
      <li>
      <p><strong>Ask</strong></p>
      </li>
      </ol>

      """),
    Example(
      "bullets that begin with bold words are no steps", "- **a** b",
      "<ul>\n<li><strong>a</strong> b</li>\n</ul>\n"),
    Example("an item in brackets is no box", "- [a] b", "<ul>\n<li>[a] b</li>\n</ul>\n"),
  ]

  static let figures = [
    Example(
      "an image alone is a figure, its title the caption", "![A *map*](map.svg \"Where & <when>\")",
      "<figure><img src=\"map.svg\" alt=\"A map\" loading=\"lazy\" />"
        + "<figcaption>Where &amp; &lt;when&gt;</figcaption></figure>\n"),
    Example(
      "without a title it has no caption", "![](map.svg)",
      "<figure><img src=\"map.svg\" alt=\"\" loading=\"lazy\" /></figure>\n"),
    Example(
      "an image in a line is an image", "See ![a](b.svg \"t\")",
      "<p>See <img src=\"b.svg\" alt=\"a\" title=\"t\" /></p>\n"),
    Example(
      "an image in a short list item is an image", "- ![a](b.svg)",
      "<ul>\n<li><img src=\"b.svg\" alt=\"a\" /></li>\n</ul>\n"),
    Example(
      "a figure with an address that needs encoding", "![a](</é\" b.svg>)",
      "<figure><img src=\"/%C3%A9%22%20b.svg\" alt=\"a\" loading=\"lazy\" /></figure>\n"),
    Example(
      "a bold link alone is a button", "**[Join *now*](../pages/join.md)**",
      "<p class=\"action\"><a class=\"button\" href=\"../pages/join.md\">Join <em>now</em></a></p>\n"),
    Example(
      "a button may lead out of the site", "**[Go](https://example.org \"T\")**",
      "<p class=\"action\"><a class=\"button\" href=\"https://example.org\" title=\"T\" rel=\"noopener\">Go</a></p>\n"),
    Example(
      "a bold link in a line is a bold link", "See **[a](b.md)**",
      "<p>See <strong><a href=\"b.md\">a</a></strong></p>\n"),
    Example(
      "a bold link that begins a list item is no button", "- **[a](b.md)**\n\n- **[c](d.md)**",
      "<ul>\n<li>\n<p><strong><a href=\"b.md\">a</a></strong></p>\n</li>\n"
        + "<li>\n<p><strong><a href=\"d.md\">c</a></strong></p>\n</li>\n</ul>\n"),
    Example(
      "a button whose link is unsafe is bold text", "**[a](javascript:x)**", "<p><strong>a</strong></p>\n"),
  ]

  @Test("a convention is written as documented", arguments: callouts + quotes + lists + figures)
  func writes(_ example: Example) {
    let rendered = render(example.markdown)
    #expect(rendered.htmlText == example.html)
    #expect(HTMLScanner.faults(in: rendered.htmlText) == [])
    #expect(rendered.diagnostics.filter { $0.code != "markdown/unsafe-link" }.isEmpty)
  }

  @Test("a profile knows no conventions", arguments: ["> [!NOTE]\n> a", "- [ ] a", "**[a](b.md)**", "![a](b.svg)"])
  func areGuideOnly(_ markdown: String) {
    let rendered = render(markdown, .profile)
    #expect(!rendered.htmlText.contains("class="))
    #expect(!rendered.htmlText.contains("<figure"))
    #expect(rendered.diagnostics.isEmpty)
  }

  @Test("a callout's word is the page's")
  func localizesLabels() {
    var options = MarkdownOptions(dialect: .guide, calloutLabels: [.note: "Hinweis & mehr"])
    let note = Markdown.render(source("> [!NOTE]\n> a"), options: options).htmlText
    #expect(note.contains("<p class=\"callout-title\">Hinweis &amp; mehr</p>"))
    options.calloutLabels[.note] = "\"<b>"
    let quoted = Markdown.render(source("> [!NOTE] T\n> a"), options: options).htmlText
    #expect(quoted.contains("aria-label=\"&quot;&lt;b&gt;\""))
  }

  @Test("the plain text of conventions is what can be read")
  func readsPlainText() {
    let markdown = "> [!TIP] Ask\n> early\n\n- [x] done\n- [ ] to *do*\n\n> q\n>\n> — M\n\n1. **a** b"
    #expect(render(markdown).plainText == "Ask\nearly\ndone\nto do\nq\nM\na b")
  }
}
