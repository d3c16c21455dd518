import Addresses

/// Text without what no link and no file may carry: control characters, and line breaks of more than one kind.
///
/// All of these are found in bytes: most texts have none, and then the text itself is handed back.
enum CleanText {
  /// The text with every kind of line break as a line feed; control characters but the tab are dropped.
  static func lines(_ text: String) -> String {
    guard hasControls(text, except: [0x0A, 0x09]) else { return text }
    var output: [UInt8] = []
    output.reserveCapacity(text.utf8.count)
    var rest = Array(text.utf8)[...]
    while let byte = rest.first {
      let length = controlLength(rest)
      if length == 0 || byte == 0x09 {
        output.append(byte)
      } else if isLineBreak(rest) {
        output.append(0x0A)
      }
      rest = rest.dropFirst(rest.starts(with: [0x0D, 0x0A]) ? 2 : max(1, length))
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// The text on one line: line breaks and other control characters become one space, where there are several
  /// together too, and the white space around it all is dropped.
  static func oneLine(_ text: String) -> String {
    guard hasControls(text, except: []) else { return text.trimmingSpaces }
    var output: [UInt8] = []
    output.reserveCapacity(text.utf8.count)
    var rest = Array(text.utf8)[...]
    var isInControls = false
    while let byte = rest.first {
      let length = controlLength(rest)
      if length == 0 { output.append(byte) } else if !isInControls { output.append(0x20) }
      isInControls = length > 0
      rest = rest.dropFirst(max(1, length))
    }
    return String(decoding: output, as: UTF8.self).trimmingSpaces
  }

  /// Whether there is a tab in the text.
  static func hasTab(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { $0.contains(0x09) } ?? text.utf8.contains(0x09)
  }

  // MARK: - Bytes

  private static func hasControls(_ text: String, except allowed: [UInt8]) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      bytes.indices.contains { index in
        let byte = bytes[index]
        if byte < 0x20 { return !allowed.contains(byte) }
        return (byte == 0x7F || byte == 0xC2 || byte == 0xE2) && controlLength(bytes[index...]) > 0
      }
    }
  }

  /// How many bytes the control character or line separator takes that stands first; 0 when none does.
  private static func controlLength(_ bytes: some Collection<UInt8>) -> Int {
    var bytes = bytes.makeIterator()
    switch bytes.next() {
    case .some(0..<0x20), 0x7F: return 1
    case 0xC2: return bytes.next().map { $0 < 0xA0 } == true ? 2 : 0
    case 0xE2: return bytes.next() == 0x80 && bytes.next().map { $0 & 0xFE == 0xA8 } == true ? 3 : 0
    default: return 0
    }
  }

  /// Whether a line break stands first: CR, LF, or one of Unicode's own (U+0085, U+2028, U+2029).
  private static func isLineBreak(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.first == 0x0A || bytes.first == 0x0D || bytes.first == 0xE2 || bytes.starts(with: [0xC2, 0x85])
  }
}
