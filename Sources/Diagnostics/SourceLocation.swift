/// A place in a text: line and column, both counted from 1; a column is a Unicode scalar, as editors and CI count.
public struct SourcePosition: Hashable, Comparable, Sendable {
  /// The line, counted from 1.
  public var line: Int
  /// The column, counted from 1 in Unicode scalars.
  public var column: Int

  /// A position; both numbers count from 1.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// The first character of a text.
  public static let start = SourcePosition(line: 1, column: 1)

  public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// A stretch of text from `start` up to, not including, `end`.
public struct SourceRange: Hashable, Comparable, Sendable {
  /// Where the stretch begins.
  public var start: SourcePosition
  /// Where it ends: the position after its last character.
  public var end: SourcePosition

  /// A stretch of text; `end` is exclusive.
  public init(start: SourcePosition, end: SourcePosition) {
    self.start = start
    self.end = max(start, end)
  }

  /// A stretch within one line.
  public init(line: Int, column: Int, length: Int = 1) {
    self.init(
      start: SourcePosition(line: line, column: column),
      end: SourcePosition(line: line, column: column + length))
  }

  public static func < (left: SourceRange, right: SourceRange) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}
