/// Makes a style sheet smaller without changing what it says.
enum StyleSheet {
  /// The sheet without comments and needless white space; strings and `url(…)` stay as they are.
  ///
  /// Only white space whose removal can't change a meaning goes: around `{ } ; ,`, behind a colon and at line ends. A
  /// space before a colon or around `+` and `-` may be a combinator or part of `calc()`, so one stays.
  static func compacted(_ sheet: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(sheet.count)
    var index = 0
    var isSpacePending = false
    while index < sheet.count {
      let byte = sheet[index]
      if byte == UInt8(ascii: "/"), index + 1 < sheet.count, sheet[index + 1] == UInt8(ascii: "*") {
        index = endOfComment(sheet, from: index + 2)
        isSpacePending = true
        continue
      }
      if isWhiteSpace(byte) {
        isSpacePending = true
        index += 1
        continue
      }
      if isSpacePending, let last = output.last, !isTight(last), !isTight(byte), !endsInColon(output) {
        output.append(UInt8(ascii: " "))
      }
      isSpacePending = false
      if byte == UInt8(ascii: "}") { removeSemicolons(from: &output) }
      let end = byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") ? endOfString(sheet, from: index) : index + 1
      output.append(contentsOf: sheet[index..<end])
      index = end
    }
    return output
  }

  /// The semicolons at the end of a block separate nothing; one behind a backslash is a letter of a name.
  private static func removeSemicolons(from output: inout [UInt8]) {
    while output.last == UInt8(ascii: ";"), output.dropLast().last != UInt8(ascii: "\\") { output.removeLast() }
  }

  /// A colon behind a backslash is a letter of a name.
  private static func endsInColon(_ output: [UInt8]) -> Bool {
    output.last == UInt8(ascii: ":") && output.dropLast().last != UInt8(ascii: "\\")
  }

  private static func isWhiteSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private static func isTight(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ";"), UInt8(ascii: ","): true
    default: false
    }
  }

  private static func endOfComment(_ sheet: [UInt8], from start: Int) -> Int {
    var index = start
    while index + 1 < sheet.count {
      if sheet[index] == UInt8(ascii: "*") && sheet[index + 1] == UInt8(ascii: "/") { return index + 2 }
      index += 1
    }
    return sheet.count
  }

  private static func endOfString(_ sheet: [UInt8], from start: Int) -> Int {
    let quote = sheet[start]
    var index = start + 1
    while index < sheet.count {
      if sheet[index] == UInt8(ascii: "\\") {
        index += 2
        continue
      }
      index += 1
      if sheet[index - 1] == quote { break }
    }
    return min(index, sheet.count)
  }
}
