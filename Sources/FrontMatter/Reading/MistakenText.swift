import Diagnostics

/// A text that is not YAML, line by line, with the place where libyaml gave up on it.
struct MistakenText {
  let error: YAMLSyntaxError
  let text: YAMLText
  /// The file as it was before fields were blanked out, for places in it. Offsets are the same in both.
  let original: SourceFile
  let lines: [MistakenLine]
  /// Where libyaml gave up, as an offset into the file.
  let offset: Int
  /// Where the thing began that it was reading.
  let contextOffset: Int

  init(_ error: YAMLSyntaxError, in text: YAMLText, of original: SourceFile) {
    self.error = error
    self.text = text
    self.original = original
    let bytes = text.file.bytes
    lines = TextLines(bytes, in: text.range, firstLine: text.firstLine).map {
      MistakenLine(number: $0.number, field: FieldLine(bytes, $0.range))
    }
    var cursor = TextCursor(text)
    cursor.move(to: error.index)
    offset = cursor.offset
    cursor.move(to: error.contextIndex ?? error.index)
    contextOffset = cursor.offset
  }
}

// MARK: - Lines

extension MistakenText {
  /// The line that holds an offset; past the end, the last line.
  func line(at offset: Int) -> FieldLine {
    lines.last { $0.field.range.lowerBound <= offset }?.field
      ?? FieldLine(text.file.bytes, text.range.lowerBound..<text.range.lowerBound)
  }

  func previousLine(before line: FieldLine) -> FieldLine? {
    lines.last { $0.field.range.lowerBound < line.range.lowerBound && !$0.field.isBlank && !$0.field.isComment }?.field
  }

  /// The nearest line above that is a field and no item of a list.
  func fieldAbove(_ line: FieldLine) -> FieldLine? {
    lines.last {
      $0.field.range.lowerBound < line.range.lowerBound && $0.field.colon != nil && !$0.field.isListItem
    }?.field
  }

  func isInBrackets(_ line: FieldLine) -> Bool {
    let start = line.text(line.textStart..<line.range.upperBound).utf8.first
    let value = text.file.bytes[line.value].first
    return [start, value].contains(UInt8(ascii: "[")) || [start, value].contains(UInt8(ascii: "{"))
  }

  /// The one value between brackets and commas that holds the place where libyaml gave up.
  func partInBrackets(of line: FieldLine, around place: Int? = nil) -> Range<Int> {
    let bytes = text.file.bytes
    let place = place ?? offset
    var start = place
    while start > line.textStart, !"[{,".utf8.contains(bytes[start - 1]),
      start < 2 || bytes[start - 1] != 0x20 || bytes[start - 2] != UInt8(ascii: ":")
    {
      start -= 1
    }
    while start < place, bytes[start] == 0x20 { start += 1 }
    var end = place
    while end < line.range.upperBound, end == place || !"]},".utf8.contains(bytes[end]) { end += 1 }
    return start..<end
  }

  /// Lines with fields or items down to the one where libyaml gave up; what stands in block texts is left out.
  var structureLines: [Int] {
    var result: [Int] = []
    var blockIndentation: Int?
    for (index, line) in lines.enumerated() where line.field.range.lowerBound <= offset {
      if line.field.isBlank || line.field.isComment { continue }
      if let indentation = blockIndentation, line.field.indentation > indentation { continue }
      blockIndentation = nil
      let value = text.file.bytes[line.field.value]
      if let first = value.first, first == UInt8(ascii: "|") || first == UInt8(ascii: ">"), value.count <= 3 {
        blockIndentation = line.field.indentation
      }
      result.append(index)
    }
    return result
  }
}

// MARK: - Places

extension MistakenText {
  /// The byte at an offset; nil past the end of the text.
  func byte(at offset: Int) -> UInt8? {
    offset < text.range.upperBound ? text.file.bytes[offset] : nil
  }

  func at(_ offset: Int, _ problem: SyntaxProblem) -> Finding {
    let start = original.position(at: min(offset, text.range.upperBound))
    return Finding(.syntax(problem), at: SourceRange(line: start.line, column: start.column))
  }

  func range(_ part: Range<Int>) -> SourceRange {
    SourceRange(start: original.position(at: part.lowerBound), end: original.position(at: part.upperBound))
  }

  func startsWithNoBreakSpace(_ index: Int) -> Bool {
    text.file.bytes[index..<text.range.upperBound].starts(with: [0xC2, 0xA0])
  }
}

/// A line with its number.
struct MistakenLine {
  let number: Int
  let field: FieldLine
}
