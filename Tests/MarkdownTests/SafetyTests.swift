import Diagnostics
import Markdown
import Testing

@Suite("Safety: nothing that a writer types becomes active content")
struct SafetyTests {
  /// Inputs that try to smuggle a scheme, a tag or an attribute into the page.
  static let hostile: [String] = [
    // Plain schemes
    "[x](javascript:alert(1))",
    "[x](JavaScript:alert(1))",
    "[x](  javascript:alert(1)  )",
    "[x](<javascript:alert(1)>)",
    "[x](vbscript:msgbox(1))",
    "[x](file:///etc/passwd)",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](data:image/png;base64,AAAA)",
    "[x](blob:https://example.org/1)",
    "[x](filesystem:https://example.org/1)",
    "[x](view-source:https://example.org)",
    "[x](ms-settings:privacy)",
    "[x](jar:https://example.org!/x)",
    // Obfuscated by entities
    "[x](java&#115;cript:alert(1))",
    "[x](&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;alert(1))",
    "[x](&#x6A;avascript:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](javascript&#58;alert(1))",
    "[x](javascript&#0058;alert(1))",
    "[x](java&Tab;script:alert(1))",
    "[x](java&NewLine;script:alert(1))",
    "[x](java&#10;script:alert(1))",
    "[x](java&#13;script:alert(1))",
    "[x](java&#x09;script:alert(1))",
    "[x](&#1;javascript:alert(1))",
    "[x](&#x1F;javascript:alert(1))",
    "[x](&#32;javascript:alert(1))",
    "[x](&nbsp;javascript:alert(1))",
    "[x](&#x200B;javascript:alert(1))",
    "[x](&#xFEFF;javascript:alert(1))",
    // Obfuscated by backslashes and control characters
    "[x](java\\script\\:alert(1))",
    "[x](javascript\\:alert(1))",
    "[x](java\u{0}script:alert(1))",
    "[x](<java\tscript:alert(1)>)",
    "[x](\u{1}javascript:alert(1))",
    "[x](java\u{7F}script:alert(1))",
    "[x](\u{202E}javascript:alert(1))",
    "[x](/&Tab;/example.org)",
    "[x](https://exam&NewLine;ple.org)",
    // Autolinks, references, images
    "<javascript:alert(1)>",
    "<JAVASCRIPT:alert(1)>",
    "<vbscript:msgbox>",
    "<data:text/html,x>",
    "[x][1]\n\n[1]: javascript:alert(1)",
    "[x]\n\n[x]: <java&#115;cript:alert(1)> \"t\"",
    "[x][]\n\n[X]:\n  javascript:alert(1)",
    "![x](javascript:alert(1))",
    "![x](data:image/svg+xml;base64,PHN2Zz4=)",
    "![x][1]\n\n[1]: vbscript:x",
    "[![x](javascript:alert(1))](javascript:alert(2))",
    "[![x](https://example.org/a.png)](javascript:alert(2))",
    "**[x](javascript:alert(1))**",
    "![x](javascript:alert(1) \"caption\")",
    "# [x](javascript:alert(1))",
    "> [!NOTE] [x](javascript:alert(1))",
    "- [ ] [x](javascript:alert(1))",
    "1. **[x](javascript:alert(1))**",
    "> words\n>\n> — [x](javascript:alert(1))",
    // Tags and attributes
    "<script>alert(1)</script>",
    "x <script>alert(1)</script> y",
    "<ScRiPt src=//example.org/x.js></sCrIpT>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<a href=\"javascript:alert(1)\">x</a>",
    "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
    "<style>*{background:url(javascript:alert(1))}</style>",
    "<!--><script>alert(1)</script>-->",
    "<!-- x --> <script>alert(1)</script>",
    "<?php <script>alert(1)</script> ?>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "[x](https://example.org/\"onmouseover=\"alert(1))",
    "[x](https://example.org/ \"t\\\" onmouseover=\\\"alert(1)\")",
    "[x](https://example.org 't\" onclick=\"alert(1)')",
    "![a\"onerror=\"alert(1)](x.png)",
    "![](x.png 'c</figcaption><script>alert(1)</script>')",
    "![a](x\"onerror=\"alert(1).png)",
    "**[x](a\"onclick=\"alert(1))**",
    "> [!NOTE\"onclick=\"x]\n> y",
    "> [!NOTE] <script>alert(1)</script>",
    "# <script>alert(1)</script>",
    "# \"onclick=\"alert(1)",
    "- [x] <script>alert(1)</script>",
    "`<script>alert(1)</script>`",
    "```\"><script>alert(1)</script>\n</code></pre><script>\n```",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "[<script>alert(1)</script>](x)",
    "![<script>alert(1)</script>](x)",
    "![<script>](javascript:alert(1))",
  ]

  @Test("hostile input leaves safe, balanced HTML, whatever dialect and resolver", arguments: hostile)
  func staysSafe(_ markdown: String) {
    let resolvers: [@Sendable (LinkDestination) -> ResolvedLink] = [
      MarkdownOptions.asWritten, { .href($0.text, isExternal: true) }, { _ in .broken },
    ]
    for dialect in [MarkdownDialect.profile, .guide] {
      for resolve in resolvers {
        let html = render(markdown, dialect, resolve: resolve).htmlText
        #expect(HTMLScanner.faults(in: html) == [], "\(html)")
        #expect(!html.lowercased().contains("<script"))
      }
    }
  }

  @Test("every unsafe destination is reported with its place", arguments: hostile.filter(linksToScriptOrData))
  func isReported(_ markdown: String) throws {
    let rendered = render(markdown, .profile)
    let diagnostic = try #require(rendered.diagnostics.first { $0.code == "markdown/unsafe-link" })
    #expect(diagnostic.severity == .warning)
    let range = try #require(diagnostic.range)
    #expect(range.start.line >= 4)
    #expect(!source(markdown).file.text(in: range).contains("outside"))
    #expect(!rendered.links.contains { $0.destination.contains("script:") })
  }

  private static func linksToScriptOrData(_ markdown: String) -> Bool {
    markdown.hasPrefix("[x](java") || markdown.hasPrefix("[x](data") || markdown.hasPrefix("![x](java")
      || markdown.contains("&Tab;") || markdown.contains("&NewLine;")
  }

  @Test("an unsafe link is shown as its words, an unsafe image as its description")
  func keepsWords() {
    #expect(html("a [*very* bad](javascript:x) b") == "<p>a <em>very</em> bad b</p>\n")
    #expect(html("a ![a *cat*](data:x) b") == "<p>a a cat b</p>\n")
    #expect(html("[![a cat](data:x)](vbscript:y)") == "<p>a cat</p>\n")
  }

  @Test("raw HTML is shown as text, in a profile without a word")
  func showsRawHTML() {
    let rendered = render("I am <b>Ana</b>.\n\n<p class=\"x\">\nHello\n</p>", .profile)
    #expect(
      rendered.htmlText
        == "<p>I am &lt;b&gt;Ana&lt;/b&gt;.</p>\n<p>&lt;p class=&quot;x&quot;&gt;\nHello\n&lt;/p&gt;</p>\n")
    #expect(rendered.diagnostics.isEmpty)
    #expect(rendered.plainText == "I am Ana.\nHello")
  }

  @Test("a comment is for nobody's eyes")
  func hidesComments() {
    let rendered = render("a <!-- note --> b\n\n<!-- a\nlonger note -->\n\nc")
    #expect(rendered.htmlText == "<p>a  b</p>\n<p>c</p>\n")
    #expect(rendered.diagnostics.isEmpty)
  }

  @Test("text around a comment in one HTML block is shown, comment and all")
  func showsTextAroundComment() {
    #expect(html("<!-- a --> b") == "<p>&lt;!-- a --&gt; b</p>\n")
  }

  @Test("a resolver's unsafe answer is refused")
  func refusesUnsafeAnswer() {
    for answer in ["javascript:alert(1)", " javascript:x", "java\tscript:x", "data:text/html,x"] {
      let rendered = render("[x](a.md) ![y](b.svg)") { _ in .href(answer, isExternal: true) }
      #expect(rendered.htmlText == "<p>x y</p>\n")
    }
  }

  @Test("links out of the site are marked; in a profile they are nobody's recommendation")
  func marksExternalLinks() {
    #expect(
      html("[x](https://example.org/?a=1&b=2)", .profile)
        == "<p><a href=\"https://example.org/?a=1&amp;b=2\" rel=\"nofollow noopener ugc\">x</a></p>\n")
    #expect(
      html("<https://example.org>")
        == "<p><a href=\"https://example.org\" rel=\"noopener\">https://example.org</a></p>\n")
    #expect(html("[x](../a/b.md \"T\")") == "<p><a href=\"../a/b.md\" title=\"T\">x</a></p>\n")
  }

  @Test("an image or link that the resolver does not know is shown as words")
  func showsBrokenAsWords() {
    let rendered = render("![a *map*](map.svg) and [more](x.md)", .profile) { _ in .broken }
    #expect(rendered.htmlText == "<p>a map and more</p>\n")
    #expect(rendered.links.map(\.destination) == ["map.svg", "x.md"])
    #expect(rendered.diagnostics.isEmpty)
  }

  @Test("invalid UTF-8 and NUL become U+FFFD")
  func mendsEncoding() {
    let file = SourceFile(path: "x.md", bytes: [0x61, 0xFF, 0x62, 0x00, 0x63, 0xC3])
    let rendered = Markdown.render(MarkdownSource(file: file), options: MarkdownOptions(dialect: .profile))
    #expect(rendered.htmlText == "<p>a\u{FFFD}b\u{FFFD}c\u{FFFD}</p>\n")
  }

  @Test("depth of nesting and length cost neither stack nor patience")
  func survivesDepth() {
    let deep = [
      String(repeating: "> ", count: 20_000) + "a",
      String(repeating: "- ", count: 20_000) + "a",
      String(repeating: "*a _b ", count: 10_000) + String(repeating: "c_ d* ", count: 10_000),
      String(repeating: "[", count: 30_000) + String(repeating: "]", count: 30_000),
      String(repeating: "![", count: 5_000) + String(repeating: "](a)", count: 5_000),
      String(repeating: "> [!NOTE] ", count: 3_000),
      String(repeating: "[a](x&amp;y) ", count: 2_000),
      String(repeating: "<b>", count: 5_000),
      String(repeating: "# a\n", count: 5_000),
    ]
    for markdown in deep {
      for dialect in [MarkdownDialect.profile, .guide] { #expect(!render(markdown, dialect).html.isEmpty) }
    }
  }
}
