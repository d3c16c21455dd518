import Markdown
import Testing

@Suite("Excerpt, plain text and word count")
struct TextTests {
  @Test(
    "an excerpt is the first paragraphs without markup",
    arguments: [
      ("I am *Ana*, **an** `engineer` at [Work](https://example.org).", "I am Ana, an engineer at Work."),
      ("# Hello\n\nFirst.\n\n- a\n- b\n\nSecond\nline.", "First. Second line."),
      ("![photo](a.svg)\n\nAna.", "Ana."),
      ("- only\n- a list", "only a list"),
      ("# Only a heading", "Only a heading"),
      ("    code", "code"),
      ("", ""),
      ("   \n\n", ""),
      ("&lt;b&gt; &amp; <i>x</i>", "<b> & x"),
      ("> quoted words", "quoted words"),
      ("a\\\nb", "a b"),
      ("<p>Pasted <b>HTML</b></p>", "Pasted HTML"),
    ])
  func excerpts(_ markdown: String, _ excerpt: String) {
    #expect(render(markdown).excerpt == excerpt)
  }

  @Test(
    "a long excerpt is cut at a word",
    arguments: [
      ("one two three four", 18, "one two three four"),
      ("one two three four", 17, "one two three…"),
      ("one two three four", 14, "one two three…"),
      ("one two three four", 13, "one two…"),
      ("one two, three four", 12, "one two…"),
      ("One two. Three four", 12, "One two…"),
      ("one two — three four", 13, "one two…"),
      ("Donaudampfschifffahrtsgesellschaft", 10, "Donaudamp…"),
      ("a Donaudampfschifffahrtsgesellschaft", 12, "a Donaudamp…"),
      ("one", 0, ""),
      ("one", -5, ""),
      ("one", 1, "…"),
    ])
  func cuts(_ text: String, _ length: Int, _ excerpt: String) {
    #expect(render(text, excerptLength: length).excerpt == excerpt)
  }

  @Test(
    "scripts without spaces are cut between characters, marks stay with their letters",
    arguments: [
      ("我是一名软件工程师，喜欢帮助学生。", 10, "我是一名软件工程师…"),
      ("私はエンジニアです。学生を助けるのが好きです。", 11, "私はエンジニアです…"),
      ("ผมเป็นวิศวกรซอฟต์แวร์", 6, "ผมเป็น"),
      ("नमस्तेमेरानामप्रियाहै", 5, "नमस्तेमे…"),
      ("e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}", 3, "e\u{301}e\u{301}…"),
      ("👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 3, "👩‍👩‍👧‍👦👩‍👩‍👧‍👦…"),
      ("🇩🇪🇫🇷🇮🇹🇪🇸", 2, "🇩🇪…"),
    ])
  func cutsBetweenCharacters(_ text: String, _ length: Int, _ expected: String) {
    let excerpt = render(text, excerptLength: length).excerpt
    #expect(excerpt.count <= length)
    #expect(excerpt.hasPrefix(expected.hasSuffix("…") ? String(expected.dropLast()) : String(expected.prefix(3))))
    #expect(text.hasPrefix(excerpt.dropLast()), "characters are whole")
  }

  @Test("every length cuts well", arguments: 0...60)
  func neverTooLong(_ length: Int) {
    let text = "Caf\u{65}\u{301} na\u{69}\u{308}ve — 导师 mentor, नमस्ते 👩‍👧 and more; words until the end."
    let excerpt = render(text, excerptLength: length).excerpt
    #expect(excerpt.count <= length || excerpt == text)
    if excerpt != text { #expect(text.hasPrefix(excerpt.dropLast())) }
  }

  @Test("blocks of plain text are separated by a line feed")
  func plainText() {
    let markdown = "# A\n\nb *c*\nd\n\n- e\n- f\n\n```\ncode\nmore\n```\n\n> g\n\n---\n\n![h](i.svg)"
    #expect(render(markdown).plainText == "A\nb c d\ne\nf\ncode\nmore\ng\nh")
  }

  @Test(
    "words are counted in scripts with and without spaces",
    arguments: [
      ("", 0), ("one", 1), ("one two  three", 3), ("don't stop — well-known", 3), ("3.5 hours", 2), ("导师", 2),
      ("我是 Ana", 3), ("ひらがな", 4), ("멘토 링", 2), ("ما هو", 2), ("— … !", 0), ("мир войны", 2),
    ])
  func words(_ text: String, _ count: Int) {
    #expect(render(text).wordCount == count)
  }

  @Test("an empty text is empty in all respects", arguments: ["", "\n", "  \n\t\n", "<!-- only a comment -->"])
  func empty(_ markdown: String) {
    let rendered = render(markdown)
    #expect(rendered.html.isEmpty && rendered.excerpt.isEmpty && rendered.plainText.isEmpty)
    #expect(rendered.headings.isEmpty && rendered.links.isEmpty && rendered.wordCount == 0)
  }
}
