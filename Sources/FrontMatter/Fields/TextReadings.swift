// Small readings of texts, over bytes: most texts need no change and are returned as they are.

extension String {
  /// The text without spaces, tabs and line ends at both ends.
  func trimmingSpace() -> String {
    let bytes = utf8
    guard let first = bytes.first, let last = bytes.last, first.isSpace || last.isSpace else { return self }
    guard let start = bytes.firstIndex(where: { !$0.isSpace }), let end = bytes.lastIndex(where: { !$0.isSpace })
    else { return "" }
    return String(self[start...end])
  }

  /// Whether any byte is of a kind: a loop over the bytes as they lie, for every text of every profile is asked.
  @inline(__always)
  private func hasByte(where isOfKind: (UInt8) -> Bool) -> Bool {
    utf8.withContiguousStorageIfAvailable { $0.contains(where: isOfKind) } ?? utf8.contains(where: isOfKind)
  }

  /// The text on one line: no space at its ends, and one space for every run of space that holds a line end.
  func onOneLine() -> String {
    let text = trimmingSpace()
    guard text.hasByte(where: { $0 == 0x0A || $0 == 0x0D }) else { return text }
    var result: [UInt8] = []
    var space: [UInt8] = []
    for byte in text.utf8 {
      if byte.isSpace {
        space.append(byte)
      } else {
        result += space.contains { $0 == 0x0A || $0 == 0x0D } ? [0x20] : space
        space.removeAll(keepingCapacity: true)
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The first control character that is no white space; only an escape such as `\x08` can bring one into YAML.
  var firstControl: Unicode.Scalar? {
    guard hasByte(where: { $0 < 0x20 && !$0.isSpace || $0 == 0x7F || $0 == 0xC2 }) else { return nil }
    return unicodeScalars.first {
      $0.properties.generalCategory == .control && !($0.isASCII && UInt8(ascii: $0).isSpace)
    }
  }

  /// Whether two names differ at most in the case of ASCII letters and in `_`, `-` and space.
  func isSpelled(like other: String) -> Bool {
    utf8.count == other.utf8.count && zip(utf8, other.utf8).allSatisfy { $0.0.folded == $0.1.folded }
  }

  /// The flag that the text says, in any of YAML's words for one.
  var asFlag: Bool? {
    switch utf8.count <= 5 ? lowercased() : "" {
    case "true", "yes", "on", "y": true
    case "false", "no", "off", "n": false
    default: nil
    }
  }

  /// `2013` for `2013.0`, which spreadsheets make of whole numbers.
  var withoutZeroFraction: String? {
    let parts = utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty, parts[1].allSatisfy({ $0 == UInt8(ascii: "0") }) else { return nil }
    return String(parts[0]).flatMap { Int($0) }.map(String.init)
  }
}

extension UInt8 {
  fileprivate var isSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }

  fileprivate var folded: UInt8 {
    switch self {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): self | 0x20
    case UInt8(ascii: "-"), UInt8(ascii: " "): UInt8(ascii: "_")
    default: self
    }
  }
}
