/// What checklists and step lists share: a list with a class, and items with our own markup.
extension CommonMarkNode {
  /// An empty `ul` or `ol` with a class, to take this list's place.
  func listBlock(class name: String) -> CommonMarkNode {
    guard isOrderedList else { return .block("<ul" + .attribute("class", name) + ">", "</ul>") }
    let start: Markup = listStart == 1 ? "" : " start=\"" + .number(listStart) + "\""
    return .block("<ol" + start + .attribute("class", name) + ">", "</ol>")
  }

  /// The text that this list item begins with.
  var leadingText: CommonMarkNode? {
    guard let paragraph = firstChild, paragraph.kind == .paragraph, let text = paragraph.firstChild,
      text.kind == .text
    else { return nil }
    return text
  }

  /// This list item's content between `<li>` and `</li>`, its first paragraph without `p` between `opening`, which has
  /// the `<li>`, and `closing`. The item itself stays behind without content.
  func flattened(_ opening: Markup, _ closing: Markup = "") -> CommonMarkNode {
    let block = CommonMarkNode.block()
    let firstLine = CommonMarkNode.inline(opening, closing)
    block.append(firstLine)
    if let paragraph = firstChild, paragraph.kind == .paragraph {
      paragraph.moveChildren(to: firstLine)
      paragraph.remove()
    }
    moveChildren(to: block)
    block.append(.inline("</li>"))
    return block
  }

  /// Whether this paragraph stands in a tight list, where it is shown without `p`.
  var isInTightList: Bool {
    guard let item = parent, item.kind == .item, let list = item.parent, list.kind == .list else { return false }
    return list.isTightList
  }
}
