/// What visitors get of a module: its text without the lines that have nothing but a comment, or nothing at all.
///
/// A third of a well documented module is comments, and no tool beside Mentorbook is there to take them out. Lines are
/// dropped whole and never changed, so that no JavaScript need be understood to do it rightly.
enum ModuleText {
  /// The lines of `text` that are for browsers. A comment that begins with `/*!`, a license's, stays.
  static func published(_ text: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    var isInComment = false
    var isInTemplate = false
    for line in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let code = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: "\r") }
      if isInComment {
        isInComment = !ends(code)
        continue
      }
      // Within a template literal spaces and slashes are text.
      if !isInTemplate {
        if code.isEmpty || code.starts(with: "//".utf8) { continue }
        if code.starts(with: "/*".utf8), !code.starts(with: "/*!".utf8), let isOpen = isOnlyComment(code) {
          isInComment = isOpen
          continue
        }
      }
      output += line
      output.append(UInt8(ascii: "\n"))
      if hasOddBackticks(code) { isInTemplate.toggle() }
    }
    return output
  }

  /// Whether a line that begins a comment leaves it open; nil if code follows it.
  private static func isOnlyComment(_ code: ArraySlice<UInt8>) -> Bool? {
    guard let end = endOfComment(code.dropFirst(2)) else { return true }
    return code[end...].allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\r") } ? false : nil
  }

  private static func ends(_ code: ArraySlice<UInt8>) -> Bool { endOfComment(code) != nil }

  /// The place behind `*/`.
  private static func endOfComment(_ code: ArraySlice<UInt8>) -> Int? {
    zip(code.indices, code.indices.dropFirst())
      .first { code[$0] == UInt8(ascii: "*") && code[$1] == UInt8(ascii: "/") }
      .map { $0.1 + 1 }
  }

  private static func hasOddBackticks(_ code: ArraySlice<UInt8>) -> Bool {
    var count = 0
    var isEscaped = false
    for byte in code {
      if byte == UInt8(ascii: "`"), !isEscaped { count += 1 }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    return count % 2 == 1
  }
}
