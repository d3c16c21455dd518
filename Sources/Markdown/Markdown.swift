import Diagnostics
import Hypertext

/// Markdown as Mentorbook reads it: CommonMark 0.30 by libcmark, made safe, with conventions for the guide.
///
/// ``render(_:options:)`` takes three steps over one tree, which is cmark's own:
///
/// 1. **Parse.** cmark reads the text into a tree (`CommonMarkTree`), from which control characters are left out
///    (`ControlCharacters`). In the guide the conventions reshape it
///    (`Conventions`): a quote that begins with `[!NOTE]` becomes a callout, and so on.
/// 2. **Read.** One walk over the tree takes down its plain text, headings, links and raw HTML (`TreeReading`).
/// 3. **Rewrite and render.** Headings get ids, links their resolved address, raw HTML becomes text (`Rewriting`);
///    then cmark renders the tree.
///
/// Our own markup is carried through by cmark's custom nodes. No step looks at finished HTML.
public enum Markdown {
  /// Renders a text; whatever it holds, the HTML is safe and its elements are balanced.
  public static func render(_ source: MarkdownSource, options: MarkdownOptions) -> RenderedMarkdown {
    let tree = CommonMarkTree(parsing: source)
    var findings = Findings(source: source)
    ControlCharacters.remove(from: tree, of: source, &findings)
    let isGuide = options.dialect == .guide
    let lines = isGuide ? Conventions(options: options).reshape(tree, &findings) : []
    let reading = TreeReading(tree, checklistLines: lines)
    var rewriting = Rewriting(options: options, findings: findings)
    rewriting.rewrite(reading)
    let html = SafeHTML(vouchedFor: tree.html())
    return RenderedMarkdown(
      html: html,
      headings: rewriting.headings,
      checklist: reading.checklist.map { item in
        ChecklistItem(text: reading.words(item.words), section: item.heading.map { rewriting.headings[$0].title })
      },
      excerpt: Excerpt.of(reading, length: options.excerptLength),
      plainText: reading.plainText,
      links: rewriting.links,
      diagnostics: rewriting.findings.diagnostics)
  }
}
