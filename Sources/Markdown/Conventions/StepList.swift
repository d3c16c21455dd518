import Diagnostics

/// Numbered steps, each with a name:
///
///     1. **See who is available.** Explore the community.
///     2. **Find someone to learn from.** Read a few profiles.
///
/// An ordered list whose every item begins with bold words becomes an `ol` of class `steps`.
enum StepList {
  static func reshape(_ list: CommonMarkNode, _ findings: inout Findings) -> Bool {
    guard list.isOrderedList else { return false }
    let items = list.children
    let unnamed = items.filter { !$0.beginsWithBold }
    guard unnamed.isEmpty else {
      if unnamed.count == 1, items.count >= 3 {
        findings.report(.stepWithoutName, at: findings.locator.firstLine(of: unnamed[0]))
      }
      return false
    }
    let steps = list.listBlock(class: "steps")
    for item in items { steps.append(list.isTightList ? item.flattened("<li>") : item) }
    list.replace(with: steps)
    return true
  }
}

extension CommonMarkNode {
  fileprivate var beginsWithBold: Bool {
    guard let paragraph = firstChild, paragraph.kind == .paragraph else { return false }
    return paragraph.firstChild?.kind == .strong
  }
}
