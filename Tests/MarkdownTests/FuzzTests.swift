import Diagnostics
import Markdown
import Testing

@Suite("Fuzzing")
struct FuzzTests {
  private static let seeds: [String] =
    SafetyTests.hostile
    + (ConventionTests.callouts + ConventionTests.quotes + ConventionTests.lists + ConventionTests.figures)
    .map(\.markdown)
    + NearMissTests.cases.map(\.markdown) + LinkPlaceTests.cases.map(\.markdown)

  private static let fragments: [String] = [
    "\n", "\n\n", "> ", "- ", "1. ", "[ ] ", "[x] ", "[!NOTE]", "— ", "**", "*", "_", "`", "```\n", "[", "](", ")",
    "![",
    "<", ">", "\"", "'", "&#58;", "&colon;", "javascript:", "data:", "https://example.org", "../a.md", "#", "# ", "\\",
    "<script>", "</p>", "<!--", "-->", "|", "---", "\t", "\r", "\u{0}", "\u{301}", "👩‍👧", "é", "导", "[r]: javascript:x\n",
    "<b>", "  ", "    ",
  ]

  /// One text of several seeds, cut, joined and sprinkled with fragments.
  private static func mutation(_ random: inout SeededGenerator) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let seed = Array(seeds[Int.random(in: 0..<seeds.count, using: &random)].utf8)
      let start = Int.random(in: 0...seed.count / 2, using: &random)
      bytes += seed[start..<Int.random(in: start...seed.count, using: &random)]
      if Bool.random(using: &random) { bytes += [0x0A, 0x0A] }
    }
    for _ in 0..<Int.random(in: 0...8, using: &random) {
      let fragment = fragments[Int.random(in: 0..<fragments.count, using: &random)].utf8
      bytes.insert(contentsOf: fragment, at: Int.random(in: 0...bytes.count, using: &random))
    }
    if !bytes.isEmpty, Int.random(in: 0..<4, using: &random) == 0 {
      bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
    }
    return bytes
  }

  @Test("ten thousand mutations stay safe, balanced and within their file", arguments: 0..<20)
  func mutations(_ round: Int) {
    var random = SeededGenerator(seed: UInt64(round))
    for number in 0..<500 {
      let bytes = Self.mutation(&random)
      let file = SourceFile(path: "fuzz.md", bytes: bytes)
      let options = MarkdownOptions(dialect: number.isMultiple(of: 3) ? .profile : .guide, excerptLength: 40)
      let rendered = Markdown.render(MarkdownSource(file: file), options: options)
      let faults = HTMLScanner.faults(in: rendered.htmlText)
      let ranges = rendered.links.map(\.range) + rendered.diagnostics.compactMap(\.range)
      guard faults.isEmpty, !rendered.htmlText.lowercased().contains("<script"), ranges.allSatisfy(file.holds),
        Set(rendered.headings.map(\.id)).count == rendered.headings.count
      else {
        Issue.record(
          "\(faults) \(ranges) in \(String(decoding: bytes, as: UTF8.self).debugDescription)\n\(rendered.htmlText)")
        return
      }
    }
  }

  @Test("random bytes do no harm", arguments: 0..<5)
  func randomBytes(_ round: Int) {
    var random = SeededGenerator(seed: 1_000 + UInt64(round))
    for _ in 0..<200 {
      let bytes = (0..<Int.random(in: 0...300, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      let rendered = Markdown.render(
        MarkdownSource(file: SourceFile(path: "fuzz.md", bytes: bytes)), options: MarkdownOptions(dialect: .guide))
      #expect(HTMLScanner.faults(in: rendered.htmlText) == [])
    }
  }

  @Test("a range that is called the destination holds the destination", arguments: 0..<10)
  func replaceableRanges(_ round: Int) {
    var random = SeededGenerator(seed: 2_000 + UInt64(round))
    let pieces = [
      "[a](x.md)", "![b](y.svg)", "[c](<z z.md>)", "<https://example.org/q>", "words", "é", "\n", "\n\n> ", "\n- [ ] ",
      "\n1. **n** ", "**[d](w.md)**", "\n\n# ", "[e](\nv.md)", "   ",
    ]
    for _ in 0..<200 {
      let text = (0..<12).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined(separator: " ")
      let file = SourceFile(path: "fuzz.md", text: text)
      let rendered = Markdown.render(MarkdownSource(file: file), options: MarkdownOptions(dialect: .guide))
      for link in rendered.links {
        #expect(link.isReplaceable && file.text(in: link.range) == link.destination, "\(text.debugDescription)")
      }
      let starts = rendered.links.map(\.range)
      #expect(starts == starts.sorted(), "\(text.debugDescription)")
    }
  }
}

extension SourceFile {
  /// Whether a range lies within the file, one position beyond a line's end allowed.
  fileprivate func holds(_ range: SourceRange) -> Bool {
    guard range.start.column >= 1, let first = line(range.start.line), let last = line(range.end.line) else {
      return false
    }
    return range.start.column <= first.unicodeScalars.count + 1 && range.end.column <= last.unicodeScalars.count + 1
  }
}
