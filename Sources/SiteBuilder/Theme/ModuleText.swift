/// Makes a module smaller without changing what it does: its documentation stays with the theme.
enum ModuleText {
  /// The module without empty lines and the comments that have lines of their own.
  ///
  /// Only what is certain goes: from a line that begins with `/*` to one that ends with `*/`, and lines that begin with
  /// `//`; `/*!`, by which licenses begin, stays. A text in backticks may run over lines and hold anything, so a module with such a text stays as it is; so does
  /// one where code follows a comment that began a line.
  static func compacted(_ module: [UInt8]) -> [UInt8] {
    let lines = module.split(separator: UInt8(ascii: "\n"))
    guard lines.allSatisfy(hasPairsOfBackticks) else { return module }
    var output: [UInt8] = []
    output.reserveCapacity(module.count)
    var isWithinComment = false
    for line in lines {
      var text = trimmed(line)
      if !isWithinComment, text.starts(with: "/*".utf8), !text.starts(with: "/*!".utf8) {
        isWithinComment = true
        text = text.dropFirst(2)
      }
      if isWithinComment {
        guard let rest = behindComment(text) else { continue }
        guard rest.isEmpty else { return module }
        isWithinComment = false
      } else if !text.isEmpty, !text.starts(with: "//".utf8) {
        output += line
        output.append(UInt8(ascii: "\n"))
      }
    }
    return isWithinComment ? module : output
  }

  private static func hasPairsOfBackticks(_ line: ArraySlice<UInt8>) -> Bool {
    line.count { $0 == UInt8(ascii: "`") }.isMultiple(of: 2)
  }

  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0D }
    let start = line.firstIndex { !isSpace($0) } ?? line.endIndex
    let end = line[start...].lastIndex { !isSpace($0) }.map { $0 + 1 } ?? start
    return line[start..<end]
  }

  /// What follows the first `*/`; nil where there is none.
  private static func behindComment(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    text.indices.dropLast().first { text[$0] == UInt8(ascii: "*") && text[$0 + 1] == UInt8(ascii: "/") }
      .map { text[($0 + 2)...] }
  }
}
