import Diagnostics

// From libyaml's complaint, and the look of the line on which it gave up, to what the writer did wrong.

extension MistakenText {
  func finding() -> Finding {
    if error.context == "while scanning a directive" || error.context.hasSuffix("directive") {
      return at(contextOffset, .directive)
    }
    return badIndentationCharacter() ?? openQuote() ?? openBracket() ?? byComplaint()
  }

  func byComplaint() -> Finding {
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

  /// A tab or a no-break space among the spaces that the line, or the one that it was read from, begins with.
  func badIndentationCharacter() -> Finding? {
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

  func quotedText() -> Finding {
    if error.complaint.hasPrefix("found unexpected") {
      return at(contextOffset, .unclosedQuote(Character(Unicode.Scalar(text.file.bytes[contextOffset]))))
    }
    let backslash =
      text.file.bytes[contextOffset..<min(offset + 1, text.range.upperBound)].lastIndex(of: UInt8(ascii: "\\"))
      ?? offset
    let escape = text.file.bytes[backslash..<min(backslash + 2, text.range.upperBound)]
    let start = original.position(at: backslash)
    return Finding(
      .syntax(.unknownEscape(String(decoding: escape, as: UTF8.self))),
      at: SourceRange(line: start.line, column: start.column, length: escape.count))
  }
}

// MARK: - Colons

extension MistakenText {
  func colonOutOfPlace() -> Finding {
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

  func lineWithoutColon(_ line: FieldLine) -> Finding {
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

  func isName(_ text: Substring.UnicodeScalarView) -> Bool {
    !text.isEmpty
      && text.allSatisfy { $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "_" || $0 == "-" }
  }

}

// MARK: - Lines and values out of place

extension MistakenText {
  func unexpectedLine() -> Finding {
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
  func meantValue(_ written: String) -> String {
    guard let quote = written.first, written.last == quote, written.count(where: { $0 == quote }) == 3 else {
      return written
    }
    return String(written.dropFirst().dropLast())
  }

  func listOutOfPlace() -> Finding {
    let line = line(at: offset)
    if line.colon.map({ $0 < offset }) == true, let key = line.key { return at(offset, .listOnFieldLine(key: key)) }
    if let parent = fieldAbove(line), !parent.value.isEmpty, let key = parent.key {
      return at(offset, .listUnderText(parent: key))
    }
    return at(offset, .unevenIndentation)
  }

  func reservedStart(_ start: Int) -> Finding {
    guard start < text.range.upperBound, let scalar = text.file.scalar(at: start) else {
      return at(offset, .unreadable(complaint: error.complaint))
    }
    if scalar == "\t" { return at(start, .tabInIndentation) }
    let line = line(at: start)
    if scalar == ",", isInBrackets(line) { return at(start, .commaTooMany) }
    let end = isInBrackets(line) ? partInBrackets(of: line, around: start).upperBound : line.value.upperBound
    let value = start..<max(end, start + scalar.utf8.count)
    return Finding(.syntax(.reservedStart(Character(scalar), value: line.text(value))), at: range(value))
  }
}

extension SourceFile {
  /// The Unicode scalar that begins at an offset; nil past the end.
  fileprivate func scalar(at offset: Int) -> Unicode.Scalar? {
    String(decoding: bytes[offset..<min(offset + 4, bytes.count)], as: UTF8.self).unicodeScalars.first
  }
}
