import Diagnostics

/// A table by pipes, which other dialects of Markdown know and CommonMark shows as a paragraph of pipes:
///
///     | Mode  | Length |
///     | ----- | ------ |
enum TableLookalike {
  static func check(_ paragraph: CommonMarkNode, _ findings: inout Findings) {
    var inline = paragraph.firstChild
    while let current = inline, current.kind != .softBreak { inline = current.next }
    guard let second = inline?.next, second.kind == .text, isDelimiterRow(second.literal) else { return }
    findings.report(.table, at: findings.locator.firstLine(of: paragraph))
  }

  /// `| --- | :-: |`
  private static func isDelimiterRow(_ line: String) -> Bool {
    line.utf8.contains(UInt8(ascii: "|")) && line.utf8.contains(UInt8(ascii: "-"))
      && line.utf8.allSatisfy {
        $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: " ")
      }
  }
}
