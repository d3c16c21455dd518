import Diagnostics

/// A call to act:
///
///     **[Join now](../pages/join.md)**
///
/// A paragraph of one bold link becomes a `p` of class `action` around a link of class `button`.
enum Button {
  /// The paragraph that holds nothing but `link` in bold. One that begins a list item is the item's name, not a button.
  static func paragraph(of link: CommonMarkNode) -> CommonMarkNode? {
    guard let strong = link.parent, strong.kind == .strong, strong.onlyChild == link,
      let paragraph = strong.parent, paragraph.kind == .paragraph, paragraph.onlyChild == strong,
      paragraph.standsAlone
    else { return nil }
    return paragraph
  }

  /// Puts the button in the paragraph's place. `anchor` is the link as rewritten.
  static func write(_ paragraph: CommonMarkNode, holding anchor: CommonMarkNode) {
    let block = CommonMarkNode.block()
    let action = CommonMarkNode.inline("<p class=\"action\">", "</p>")
    action.append(anchor)
    block.append(action)
    paragraph.replace(with: block)
  }

  /// Warns of bold words in a link where the link belongs into the bold.
  static func check(_ paragraph: CommonMarkNode, _ findings: inout Findings) {
    guard let link = paragraph.onlyChild, link.kind == .link, link.onlyChild?.kind == .strong, paragraph.standsAlone
    else { return }
    findings.report(.boldInsideLink, at: findings.locator.firstLine(of: paragraph))
  }
}

extension CommonMarkNode {
  fileprivate var standsAlone: Bool { previous != nil || parent?.kind != .item }
}
