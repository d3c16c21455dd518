import Diagnostics

/// Changes a list's items and leaves those alone that stay, with their quotes and comments.
struct ListWriting {
  let items: [YAMLNode]
  let list: SourceRange
  let layout: TextLayout

  init(items: [YAMLNode], list: SourceRange, layout: TextLayout) {
    self.items = items
    self.list = list
    self.layout = layout
  }

  func changes(to texts: [String]) -> [ByteChange] {
    layout.isInBrackets(list) ? inBrackets(texts) : onLines(texts)
  }

  // MARK: - Between brackets

  private func inBrackets(_ texts: [String]) -> [ByteChange] {
    let open = layout.start(ofValue: list) + 1
    let close = layout.offset(list.end) - 1
    guard let first = items.first, let last = items.last else {
      return [ByteChange(open..<close, written(texts, isInBrackets: true).joined(separator: ", "))]
    }
    let parts = items.map { layout.text(layout.range($0.range)) }
    var separator = ", "
    if items.count > 1 {
      let between = layout.text(layout.offset(first.range.end)..<layout.offset(items[1].range.start))
      if !between.contains("#") { separator = between }
    }
    let all = layout.offset(first.range.start)..<layout.offset(last.range.end)
    return [ByteChange(all, merged(parts, texts, isInBrackets: true).joined(separator: separator))]
  }

  // MARK: - A line for each item

  private func onLines(_ texts: [String]) -> [ByteChange] {
    let starts = dashes.map(layout.lineStart)
    guard let firstDash = dashes.first, let firstLine = starts.first, let last = items.last else { return [] }
    let lastEnd = end(of: last)
    var parts: [String] = []
    for (index, start) in starts.enumerated() {
      parts.append(layout.text(start..<(index + 1 < starts.count ? starts[index + 1] : lastEnd)))
    }
    let indentation = String(repeating: " ", count: list.start.column - 1)
    let gap = layout.bytes[(firstDash + 1)...].prefix { $0 == 0x20 }.count
    let lead = indentation + "-" + String(repeating: " ", count: max(1, gap))
    let lines = merged(parts, texts, isInBrackets: false) { lead + $0 + layout.newline }
    return [ByteChange(firstLine..<lastEnd, lines.joined())]
  }

  /// Where the dash of each item stands.
  private var dashes: [Int] {
    var dashes: [Int] = []
    var next = layout.start(ofValue: list)
    for item in items {
      dashes.append(next)
      next = layout.skippingSpaceAndComments(layout.offset(item.range.end))
    }
    return dashes
  }

  private func end(of item: YAMLNode) -> Int {
    if let style = item.scalar?.style, style == .literal || style == .folded {
      return BlockText(item, in: layout).lines.upperBound
    }
    return layout.nextLineStart(layout.offset(item.range.end))
  }

  // MARK: - Old and new items

  /// The old items' parts of the file with those removed that go, and new ones written where they come.
  private func merged(
    _ parts: [String], _ texts: [String], isInBrackets: Bool, _ line: (String) -> String = { $0 }
  ) -> [String] {
    let old = items.map { item in item.scalar.flatMap { $0.isNull ? nil : Array($0.text.utf8) } }
    let difference = texts.map { Optional(Array($0.utf8)) }.difference(from: old)
    var result = parts
    for case .remove(let offset, _, _) in difference.removals.reversed() { result.remove(at: offset) }
    for case .insert(let offset, _, _) in difference.insertions {
      result.insert(line(ScalarWriting.plainOrQuoted(texts[offset], isInBrackets: isInBrackets)), at: offset)
    }
    return result
  }

  private func written(_ texts: [String], isInBrackets: Bool) -> [String] {
    texts.map { ScalarWriting.plainOrQuoted($0, isInBrackets: isInBrackets) }
  }
}
