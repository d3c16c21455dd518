import Diagnostics

/// The Markdown part of a file: what stands below the front matter.
public struct MarkdownSource: Sendable {
  /// The whole file, which diagnostics quote.
  public let file: SourceFile
  /// The bytes of `file` that are Markdown; they begin at the start of a line.
  public let bodyRange: Range<Int>
  /// The file's line on which the Markdown begins, counted from 1.
  public let firstLine: Int

  /// The Markdown part of a file.
  ///
  /// - Parameters:
  ///   - file: the whole file.
  ///   - bodyRange: the bytes that are Markdown, beginning at the start of a line. Bytes beyond the file are left out.
  ///   - firstLine: the file's line on which `bodyRange` begins, counted from 1.
  public init(file: SourceFile, bodyRange: Range<Int>, firstLine: Int) {
    self.file = file
    self.firstLine = firstLine
    let range = bodyRange.clamped(to: 0..<file.bytes.count)
    let beginsWithMark = range.lowerBound == 0 && range.count >= 3 && file.bytes.hasByteOrderMark
    self.bodyRange = beginsWithMark ? 3..<range.upperBound : range
  }

  /// A file that is Markdown from its first line on.
  public init(file: SourceFile) {
    self.init(file: file, bodyRange: 0..<file.bytes.count, firstLine: 1)
  }
}
