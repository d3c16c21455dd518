import Diagnostics

/// Tells what a writer did wrong where libyaml says that a text is not YAML.
///
/// 1. Look for a quote or a bracket that never closes: libyaml notices these only far below, if at all.
/// 2. Otherwise go by libyaml's complaint, and by what the line looks like on which it gave up.
/// 3. Name the field that the mistake lies in, so that the text can be read on without it.
struct SyntaxMistake {
  let finding: Finding
  private let text: YAMLText
  private let lines: [MistakenLine]

  init(_ error: YAMLSyntaxError, in text: YAMLText) {
    self.text = text
    let reader = MistakeReader(error, in: text)
    lines = reader.lines
    finding = reader.finding()
  }

  /// The text with spaces in the place of the top-level field that the mistake lies in; nil when the mistake may
  /// concern other fields too.
  var textWithoutItsField: YAMLText? {
    guard finding.problem.isConfinedToField,
      let place = lines.firstIndex(where: { $0.number == finding.range.start.line })
    else { return nil }
    var first = place
    while first > 0, !lines[first].field.beginsField { first -= 1 }
    if first == place, finding.problem == .syntax(.unevenIndentation) { return nil }
    var last = place
    while last + 1 < lines.count, !lines[last + 1].field.beginsField { last += 1 }
    var bytes = text.file.bytes
    for line in lines[first...last] {
      for offset in line.field.range { bytes[offset] = UInt8(ascii: " ") }
    }
    return YAMLText(
      file: SourceFile(path: text.file.path, bytes: bytes), range: text.range, firstLine: text.firstLine)
  }
}

/// A line with its number.
struct MistakenLine {
  let number: Int
  let field: FieldLine
}

extension FieldLine {
  /// Whether a new top-level field begins here, or something that was meant as one.
  fileprivate var beginsField: Bool {
    guard indentation == 0, !isBlank, !isListItem, !isComment, let first = text(range).utf8.first else { return false }
    return first != UInt8(ascii: "]") && first != UInt8(ascii: "}")
  }
}

extension FrontMatterProblem {
  fileprivate var isConfinedToField: Bool {
    switch self {
    case .syntax(.directive), .syntax(.unreadable): false
    default: true
    }
  }
}

// MARK: - Reading libyaml's complaint

private struct MistakeReader {
  let error: YAMLSyntaxError
  let text: YAMLText
  let lines: [MistakenLine]
  /// Where libyaml gave up, as an offset into the file.
  let offset: Int
  /// Where the thing began that it was reading.
  let contextOffset: Int

  init(_ error: YAMLSyntaxError, in text: YAMLText) {
    self.error = error
    self.text = text
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

  func finding() -> Finding {
    if error.context == "while scanning a directive" || error.context.hasSuffix("directive") {
      return at(contextOffset, .directive)
    }
    return badIndentationCharacter() ?? openQuote() ?? openBracket() ?? byComplaint()
  }

  private func byComplaint() -> Finding {
    switch (error.context, error.complaint) {
    case (_, "mapping values are not allowed in this context"): colonOutOfPlace()
    case (_, "could not find expected ':'"): lineWithoutColon(line(at: contextOffset))
    case (_, "block sequence entries are not allowed in this context"): listOutOfPlace()
    case (_, "did not find expected ',' or ']'"), (_, "did not find expected ',' or '}'"):
      byte(at: offset) == UInt8(ascii: ":") ? colonOutOfPlace() : at(offset, .missingComma)
    case (_, "did not find expected key"), (_, "did not find expected '-' indicator"),
      (_, "did not find expected <document start>"):
      unexpectedLine()
    case ("while parsing a quoted scalar", _), ("while scanning a quoted scalar", _): quotedText()
    case ("while scanning an alias", _), ("while scanning an anchor", _), ("while scanning a block scalar", _),
      ("while scanning a tag", _), ("while parsing a tag", _):
      reservedStart(contextOffset)
    case (_, "found character that cannot start any token"), (_, "did not find expected node content"),
      (_, "mapping keys are not allowed in this context"):
      reservedStart(offset)
    case (_, "found incompatible YAML document"), (_, "found undefined tag handle"): at(offset, .directive)
    default: at(offset, .unreadable(complaint: error.complaint))
    }
  }

  // MARK: - Spaces

  /// A tab or a no-break space among the spaces that the line, or the one that it was read from, begins with.
  private func badIndentationCharacter() -> Finding? {
    let bytes = text.file.bytes
    for line in [line(at: offset), line(at: contextOffset)] {
      var index = line.range.lowerBound
      while index < line.range.upperBound, bytes[index] == 0x20 { index += 1 }
      guard index < line.range.upperBound else { continue }
      if bytes[index] == 0x09, !line.isBlank { return at(index, .tabInIndentation) }
      if startsWithNoBreakSpace(index) { return at(index, .noBreakSpaceInIndentation) }
    }
    return nil
  }

  private func startsWithNoBreakSpace(_ index: Int) -> Bool {
    text.file.bytes[index..<text.range.upperBound].starts(with: [0xC2, 0xA0])
  }

  // MARK: - Quotes and brackets that never close

  /// Lines with fields or items down to the one where libyaml gave up; what stands in block texts is left out.
  private var structureLines: [Int] {
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

  private func openQuote() -> Finding? {
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

  private func openBracket() -> Finding? {
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
  private func closingBracket(from start: Int) -> Int? {
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
  private func fieldBegins(after index: Int, before end: Int) -> Bool {
    let indentation = lines[index].field.indentation
    return lines[(index + 1)...].contains { line in
      line.field.range.lowerBound < end && line.field.indentation <= indentation && line.field.colon != nil
    }
  }

  private func quotedText() -> Finding {
    if error.complaint.hasPrefix("found unexpected") {
      return at(contextOffset, .unclosedQuote(Character(Unicode.Scalar(text.file.bytes[contextOffset]))))
    }
    let backslash =
      text.file.bytes[contextOffset..<min(offset + 1, text.range.upperBound)].lastIndex(of: UInt8(ascii: "\\"))
      ?? offset
    let escape = text.file.bytes[backslash..<min(backslash + 2, text.range.upperBound)]
    let start = text.file.position(at: backslash)
    return Finding(
      .syntax(.unknownEscape(String(decoding: escape, as: UTF8.self))),
      at: SourceRange(line: start.line, column: start.column, length: escape.count))
  }

  // MARK: - Colons

  private func colonOutOfPlace() -> Finding {
    let line = line(at: offset)
    if let colon = line.colon, colon < offset {
      let value = isInBrackets(line) ? partInBrackets(of: line) : line.value
      let written = line.text(value)
      if let first = written.unicodeScalars.first, "“”„‘’".unicodeScalars.contains(first) {
        let inner = written.trimming { "“”„‘’ ".unicodeScalars.contains($0) }
        return Finding(.syntax(.curlyQuotes(value: inner)), at: range(value))
      }
      return Finding(.syntax(.unquotedColon(value: written)), at: range(value))
    }
    guard let previous = previousLine(before: line) else { return at(line.textStart, .unevenIndentation) }
    if previous.colon == nil, !previous.isListItem { return lineWithoutColon(previous) }
    if line.indentation > previous.indentation, !previous.value.isEmpty, let parent = previous.key {
      return Finding(
        .syntax(.indentedUnderText(key: line.key ?? "", parent: parent)), at: range(line.textStart..<offset))
    }
    return at(line.textStart, .unevenIndentation)
  }

  private func lineWithoutColon(_ line: FieldLine) -> Finding {
    let written = line.text(line.textStart..<line.range.upperBound).trimming { $0 == " " || $0 == "\t" }
    let scalars = written.unicodeScalars
    if let wide = scalars.firstIndex(of: "："), !scalars[..<wide].contains(":") {
      return at(
        line.textStart + written.utf8.distance(from: written.startIndex, to: wide),
        .wideColon(key: String(scalars[..<wide])))
    }
    if let colon = scalars.firstIndex(of: ":"), isName(scalars[..<colon]), !written[colon...].hasPrefix("://") {
      let key = String(scalars[..<colon])
      let place = line.textStart + written.utf8.distance(from: written.startIndex, to: colon)
      return startsWithNoBreakSpace(place + 1)
        ? at(place + 1, .noBreakSpaceAfterColon(key: key)) : at(place, .missingSpaceAfterColon(key: key))
    }
    let shown = scalars.count > 40 ? String(scalars.prefix(39)) + "…" : written
    return Finding(.syntax(.missingColon(line: shown)), at: range(line.textStart..<line.textStart + written.utf8.count))
  }

  private func isName(_ text: Substring.UnicodeScalarView) -> Bool {
    !text.isEmpty
      && text.allSatisfy { $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "_" || $0 == "-" }
  }

  // MARK: - Lines out of place

  private func unexpectedLine() -> Finding {
    let line = line(at: offset)
    let value = line.value
    if byte(at: offset) == UInt8(ascii: ":") { return Finding(.structure(.emptyKey), at: range(offset..<offset + 1)) }
    if let first = text.file.bytes[value].first, first == UInt8(ascii: "\"") || first == UInt8(ascii: "'"),
      value.lowerBound < offset
    {
      return Finding(.syntax(.textAfterQuote(value: meantValue(line.text(value)))), at: range(value))
    }
    if let byte = byte(at: offset), "]},".utf8.contains(byte) { return reservedStart(offset) }
    if line.isListItem, let parent = fieldAbove(line), !parent.value.isEmpty, let key = parent.key {
      return at(offset, .listUnderText(parent: key))
    }
    if line.colon == nil, !line.isListItem { return lineWithoutColon(line) }
    return at(offset, .unevenIndentation)
  }

  /// `Ana's` for `'Ana's'`: quotes that were meant to stand around the whole value, which holds one more of them.
  private func meantValue(_ written: String) -> String {
    guard let quote = written.first, written.last == quote, written.count(where: { $0 == quote }) == 3 else {
      return written
    }
    return String(written.dropFirst().dropLast())
  }

  private func listOutOfPlace() -> Finding {
    let line = line(at: offset)
    if line.colon.map({ $0 < offset }) == true, let key = line.key { return at(offset, .listOnFieldLine(key: key)) }
    if let parent = fieldAbove(line), !parent.value.isEmpty, let key = parent.key {
      return at(offset, .listUnderText(parent: key))
    }
    return at(offset, .unevenIndentation)
  }

  private func reservedStart(_ start: Int) -> Finding {
    guard start < text.range.upperBound, let scalar = text.file.scalar(at: start) else {
      return at(offset, .unreadable(complaint: error.complaint))
    }
    if scalar == "\t" { return at(start, .tabInIndentation) }
    let line = line(at: start)
    let end = isInBrackets(line) ? partInBrackets(of: line, around: start).upperBound : line.value.upperBound
    let value = start..<max(end, start + scalar.utf8.count)
    return Finding(.syntax(.reservedStart(Character(scalar), value: line.text(value))), at: range(value))
  }

  // MARK: - Places

  /// The byte at an offset; nil past the end of the text.
  private func byte(at offset: Int) -> UInt8? {
    offset < text.range.upperBound ? text.file.bytes[offset] : nil
  }

  private func at(_ offset: Int, _ problem: SyntaxProblem) -> Finding {
    let start = text.file.position(at: min(offset, text.range.upperBound))
    return Finding(.syntax(problem), at: SourceRange(line: start.line, column: start.column))
  }

  private func range(_ part: Range<Int>) -> SourceRange {
    SourceRange(start: text.file.position(at: part.lowerBound), end: text.file.position(at: part.upperBound))
  }

  /// The line that holds an offset; past the end, the last line.
  private func line(at offset: Int) -> FieldLine {
    lines.last { $0.field.range.lowerBound <= offset }?.field
      ?? FieldLine(text.file.bytes, text.range.lowerBound..<text.range.lowerBound)
  }

  private func previousLine(before line: FieldLine) -> FieldLine? {
    lines.last { $0.field.range.lowerBound < line.range.lowerBound && !$0.field.isBlank && !$0.field.isComment }?.field
  }

  /// The nearest line above that is a field and no item of a list.
  private func fieldAbove(_ line: FieldLine) -> FieldLine? {
    lines.last {
      $0.field.range.lowerBound < line.range.lowerBound && $0.field.colon != nil && !$0.field.isListItem
    }?.field
  }

  private func isInBrackets(_ line: FieldLine) -> Bool {
    let start = line.text(line.textStart..<line.range.upperBound).utf8.first
    let value = text.file.bytes[line.value].first
    return [start, value].contains(UInt8(ascii: "[")) || [start, value].contains(UInt8(ascii: "{"))
  }

  /// The one value between brackets and commas that holds the place where libyaml gave up.
  private func partInBrackets(of line: FieldLine, around place: Int? = nil) -> Range<Int> {
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
}

extension SourceFile {
  /// The Unicode scalar that begins at an offset; nil past the end.
  fileprivate func scalar(at offset: Int) -> Unicode.Scalar? {
    String(decoding: bytes[offset..<min(offset + 4, bytes.count)], as: UTF8.self).unicodeScalars.first
  }
}
