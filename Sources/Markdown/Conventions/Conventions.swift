/// The guide's conventions: what plain Markdown means here beyond CommonMark.
///
/// Each has a file of its own in this folder that tells its form and its markup. Those that concern a whole block are
/// tried here, innermost blocks first; `Figure` and `Button` are written when their image or link is (`Rewriting`).
/// What is nearly in the form of a convention gets a warning.
struct Conventions {
  let options: MarkdownOptions

  /// Gives every block of a convention its markup.
  ///
  /// - Returns: the lines behind the boxes of checklists, in no order.
  func reshape(_ tree: borrowing CommonMarkTree, _ findings: inout Findings) -> [CommonMarkNode] {
    var lines: [CommonMarkNode] = []
    for block in blocks(of: tree) {
      switch block.kind {
      case .blockQuote:
        _ = Callout.reshape(block, label: options.label, &findings) || PullQuote.reshape(block, &findings)
      case .list:
        if let ticked = Checklist.reshape(block, &findings) {
          lines += ticked
        } else {
          _ = StepList.reshape(block, &findings)
        }
      default:
        TableLookalike.check(block, &findings)
        Button.check(block, &findings)
      }
    }
    return lines
  }

  /// The blocks that may be of a convention, inner ones first: they are changed after the walk.
  private func blocks(of tree: borrowing CommonMarkTree) -> [CommonMarkNode] {
    var blocks: [CommonMarkNode] = []
    var walk = CommonMarkWalk(tree)
    while let event = walk.next() {
      guard case .exit(let node) = event else { continue }
      switch node.kind {
      case .blockQuote, .list, .paragraph: blocks.append(node)
      default: continue
      }
    }
    return blocks
  }
}
