import Diagnostics

/// A list to tick off:
///
///     - [ ] Send your questions ahead
///     - [x] Read the mentor's profile
///
/// becomes a list of class `checklist` whose items are labels around checkboxes.
enum Checklist {
  /// Gives the list its markup.
  ///
  /// - Returns: the line behind each box; nothing where the list is none to tick off.
  static func reshape(_ list: CommonMarkNode, _ findings: inout Findings) -> [CommonMarkNode]? {
    let items = list.children
    let boxes = items.map { $0.leadingText.flatMap { Box($0.literal) } }
    guard boxes.contains(where: { $0?.isRight == true }) else {
      reportNearMisses(items, boxes, &findings)
      return nil
    }
    var lines: [CommonMarkNode] = []
    let checklist = list.listBlock(class: "checklist")
    for (item, box) in zip(items, boxes) {
      if let box, box.isRight, let text = item.leadingText {
        text.setLiteral(box.rest)
        let flattened = item.flattened("<li><label>" + box.markup + " ", "</label>")
        if let line = flattened.firstChild { lines.append(line) }
        checklist.append(flattened)
      } else {
        report(box, in: item, &findings)
        checklist.append(item.flattened("<li>"))
      }
    }
    list.replace(with: checklist)
    return lines
  }

  private static func reportNearMisses(_ items: [CommonMarkNode], _ boxes: [Box?], _ findings: inout Findings) {
    for (item, box) in zip(items, boxes) where box != nil { report(box, in: item, &findings) }
  }

  private static func report(_ box: Box?, in item: CommonMarkNode, _ findings: inout Findings) {
    guard let box, let text = item.leadingText else {
      return findings.report(.itemWithoutBox, at: findings.locator.firstLine(of: item))
    }
    let range = findings.locator.place(inText: text, skipping: 0, length: box.written.utf8.count)
    findings.report(.unmarkedBox(box.written, meant: box.meant), at: range)
  }
}

// MARK: - Box

/// The box that an item begins with, or nearly.
private struct Box {
  let isRight: Bool
  let written: String
  let meant: String
  let rest: String

  private static let right = ["[ ] ": "[ ] ", "[x] ": "[x] ", "[X] ": "[x] "]
  private static let near = [
    "[]": "[ ]", "[ ]": "[ ]", "[ x]": "[x]", "[x ]": "[x]", "[ x ]": "[x]", "[*]": "[x]", "[✓]": "[x]", "[✔]": "[x]",
    "[√]": "[x]",
  ]

  init?(_ text: String) {
    guard text.first == "[", let close = text.firstIndex(of: "]") else { return nil }
    let after = text.index(after: close)
    rest = String(text[after...].drop { $0 == " " })
    let marker = String(text[..<after])
    if let meant = Self.right[marker + text[after...].prefix(1)] {
      (isRight, written, self.meant) = (true, marker, meant)
    } else if let meant = Self.near[marker] {
      (isRight, written, self.meant) = (false, marker, text[after...].first == " " ? meant : meant + " ")
    } else {
      return nil
    }
  }

  var markup: Markup {
    meant == "[ ] " ? "<input type=\"checkbox\">" : "<input type=\"checkbox\" checked>"
  }
}
