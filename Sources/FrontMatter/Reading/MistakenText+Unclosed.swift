import Diagnostics

// Quotes and brackets that never close. libyaml notices these only far below the place, and takes what follows for
// part of the value until then.

extension MistakenText {
  func openQuote() -> Finding? {
    var closedAt = 0
    for index in structureLines where lines[index].field.range.lowerBound >= closedAt {
      let line = lines[index].field
      guard line.colon != nil || line.isListItem, let quote = text.file.bytes[line.value].first,
        quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
      else { continue }
      let start = line.value.lowerBound
      if FieldLine.closingQuote(in: text.file.bytes, start..<line.range.upperBound) != nil { continue }
      let end = FieldLine.closingQuote(in: text.file.bytes, start..<text.range.upperBound) ?? text.range.upperBound
      if end == text.range.upperBound || fieldBegins(after: index, before: end) {
        return at(start, .unclosedQuote(Character(Unicode.Scalar(quote))))
      }
      closedAt = end
    }
    return nil
  }

  func openBracket() -> Finding? {
    var closedAt = 0
    for index in structureLines where lines[index].field.range.lowerBound >= closedAt {
      let line = lines[index].field
      let start = line.isListItem && line.colon != nil ? line.textStart : line.value.lowerBound
      guard start < line.range.upperBound, let end = closingBracket(from: start) else { continue }
      if end == text.range.upperBound || fieldBegins(after: index, before: end) {
        let bracket = Character(Unicode.Scalar(text.file.bytes[start]))
        let rest = line.text(start..<line.range.upperBound)
        return at(start, .unclosedBracket(bracket, cutOffByComment: rest.utf8.count > line.value.count))
      }
      closedAt = end
    }
    return nil
  }

  /// Where the bracket closes that stands at an offset: the text's end if nowhere, nil if there is no bracket.
  func closingBracket(from start: Int) -> Int? {
    let bytes = text.file.bytes
    guard bytes[start] == UInt8(ascii: "[") || bytes[start] == UInt8(ascii: "{") else { return nil }
    var depth = 0
    var index = start
    while index < text.range.upperBound {
      switch bytes[index] {
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        let before = bytes[index - 1]
        if before == UInt8(ascii: "[") || before == UInt8(ascii: ",") || before == UInt8(ascii: " ") {
          index = FieldLine.closingQuote(in: bytes, index..<text.range.upperBound) ?? index
        }
      case UInt8(ascii: "#") where bytes[index - 1] == UInt8(ascii: " "):
        while index + 1 < text.range.upperBound, bytes[index + 1] != 0x0A, bytes[index + 1] != 0x0D { index += 1 }
      default: break
      }
      if depth == 0 { return index }
      index += 1
    }
    return text.range.upperBound
  }

  /// Whether a line that looks like a field of its own begins between a line and an offset.
  func fieldBegins(after index: Int, before end: Int) -> Bool {
    let indentation = lines[index].field.indentation
    return lines[(index + 1)...].contains { line in
      line.field.range.lowerBound < end && line.field.indentation <= indentation && line.field.colon != nil
    }
  }
}
