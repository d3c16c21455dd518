import CCMark
import Glibc
import Markdown
import Testing

@Suite("CommonMark")
struct CommonMarkTests {
  @Test(
    "what no convention concerns is rendered as cmark renders it",
    arguments: [
      "Plain words,\non two lines.", "*emphasis* and **strength** and ***both***", "under_scores_inside words",
      "a  \nhard break", "a\\\nhard break", "`code` and `` co`de ``", "    indented code\n\n    more",
      "```swift\nlet a = \"<b>\" & 1\n```", "~~~\nfence\n~~~", "- a\n- b\n- c", "- a\n\n- b", "- a\n  - b\n    - c",
      "1. a\n2. b", "7) a\n8) b", "> quote\n> more\n\nafter", "> a\n>\n> b", "---", "a\n\n***\n\nb",
      "[a](b.html \"title\")", "[a](/b?c=d&e=f)", "![alt *text*](image.png \"Title\")", "[ref]\n\n[ref]: /target 'T'",
      "&copy; &amp; &#35; &unknown;", "\\*not emphasis\\*", "line with \"quotes\" & <angles",
      "* a\n\n  b\n\n      code\n* c", "a*b*c _d_e", "[not a link]", "![](/a.png)", "[](b)", "Ärger, 导师, ما هو",
      "- > quoted in a list\n- ```\n  code\n  ```", "[a](<b c>)", "[a](b%20c)", "[*a* `b`](c)", "1986\\. A great year",
      "+ a\n\n\n+ b", "tab\tinside",
    ])
  func equalsPlainCMark(_ markdown: String) {
    #expect(html(markdown, .profile) == plain(markdown))
  }

  @Test("straight quotes, dashes and dots stay as they are typed")
  func noSmartPunctuation() {
    #expect(html("\"a\" -- b...") == "<p>&quot;a&quot; -- b...</p>\n")
  }

  private func plain(_ markdown: String) -> String {
    guard let text = cmark_markdown_to_html(markdown, markdown.utf8.count, CMARK_OPT_VALIDATE_UTF8) else { return "" }
    defer { free(text) }
    return String(cString: text)
  }
}
