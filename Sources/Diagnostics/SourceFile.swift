/// A text that a person wrote, with the path that the person knows it by.
///
/// Diagnostics quote its lines; everything that reads content keeps the bytes of its `SourceFile` rather than a copy.
public struct SourceFile: Sendable {
  /// The path as a person would type it: relative to the working directory, `/` between its parts.
  public let path: String
  /// The whole text as it lies on disk.
  public let bytes: [UInt8]

  /// A source text under the path that messages will name.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// A source text given as a string.
  public init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }
}

// MARK: - Lines

extension SourceFile {
  /// The text of one line without its line ending; invalid UTF-8 shows as U+FFFD.
  ///
  /// - Parameter number: counted from 1. LF, CRLF and a lone CR each end a line, as in YAML and CommonMark.
  /// - Returns: nil when the file has fewer lines.
  public func line(_ number: Int) -> String? {
    var current = 1
    var start = bytes.hasByteOrderMark ? 3 : 0
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      guard byte == 0x0A || byte == 0x0D else {
        index += 1
        continue
      }
      if current == number { return String(decoding: bytes[start..<index], as: UTF8.self) }
      index += byte == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
      current += 1
      start = index
    }
    return current == number && start <= bytes.count ? String(decoding: bytes[start...], as: UTF8.self) : nil
  }

  /// The position of a byte offset.
  public func position(at offset: Int) -> SourcePosition {
    var line = 1
    var start = bytes.hasByteOrderMark ? 3 : 0
    var index = start
    let end = min(offset, bytes.count)
    while index < end {
      let byte = bytes[index]
      let length = byte == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
      index += length
      if (byte == 0x0A || byte == 0x0D) && index <= end {
        line += 1
        start = index
      }
    }
    let column = start < end ? bytes[start..<end].reduce(into: 1) { $0 += $1 & 0xC0 == 0x80 ? 0 : 1 } : 1
    return SourcePosition(line: line, column: column)
  }
}

extension [UInt8] {
  /// Whether the text begins with the UTF-8 byte order mark that some Windows editors write.
  public var hasByteOrderMark: Bool { starts(with: [0xEF, 0xBB, 0xBF]) }
}
