import Diagnostics
import Hypertext
import Markdown
import Testing

/// Renders a text that stands in a file below three lines of front matter, as content files have it.
func render(
  _ markdown: String, _ dialect: MarkdownDialect = .guide, headingOffset: Int = 1, excerptLength: Int = 200,
  resolve: @escaping @Sendable (LinkDestination) -> ResolvedLink = MarkdownOptions.asWritten
) -> RenderedMarkdown {
  Markdown.render(
    source(markdown),
    options: MarkdownOptions(
      dialect: dialect, headingOffset: headingOffset, excerptLength: excerptLength, resolve: resolve))
}

/// A text below three lines of front matter.
func source(_ markdown: String) -> MarkdownSource {
  let front = "---\ntitle: Prüfung\n---\n"
  let file = SourceFile(path: "content/guide/test.md", text: front + markdown)
  return MarkdownSource(file: file, bodyRange: front.utf8.count..<file.bytes.count, firstLine: 4)
}

/// A text's HTML alone.
func html(_ markdown: String, _ dialect: MarkdownDialect = .guide, headingOffset: Int = 1) -> String {
  String(decoding: render(markdown, dialect, headingOffset: headingOffset).html.bytes, as: UTF8.self)
}

extension RenderedMarkdown {
  var htmlText: String { String(decoding: html.bytes, as: UTF8.self) }
}

extension SourceFile {
  /// The text of a range, to compare with what the range is said to hold.
  func text(in range: SourceRange) -> String {
    let lines = String(decoding: bytes, as: UTF8.self).unicodeScalars
      .split(omittingEmptySubsequences: false) { $0 == "\n" }.map(Array.init)
    var output = String.UnicodeScalarView()
    for number in range.start.line...range.end.line where number <= lines.count {
      let line = lines[number - 1]
      let start = number == range.start.line ? range.start.column - 1 : 0
      let end = number == range.end.line ? range.end.column - 1 : line.count
      guard start <= end, end <= line.count else { return "(outside line \(number))" }
      output.append(contentsOf: line[start..<end])
      if number < range.end.line { output.append("\n") }
    }
    return String(output)
  }
}

/// A random number generator that gives the same numbers on every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
