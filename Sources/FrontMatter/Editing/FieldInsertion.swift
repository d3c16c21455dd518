import Diagnostics

/// Adds a field that is not there yet, with the groups around it that are missing.
struct FieldInsertion {
  let document: FrontMatterDocument
  let place: FieldPlace
  let writing: FieldWriting
  let layout: TextLayout

  func changes(to value: YAMLValue) -> [ByteChange] {
    if let entry = place.emptyEntry { return place.isInBrackets ? brackets(in: entry, value) : group(in: entry, value) }
    if place.isInBrackets { return [inBrackets(value)] }
    if !document.hasFrontMatter { return [newFrontMatter(value)] }
    let isTopLevel = place.group.range == document.root.range
    let indentation = (place.group.entries.first?.keyRange.start.column ?? 1) - 1
    let offset = isTopLevel ? endOfFrontMatter : endOfGroup
    return [ByteChange(offset..<offset, lines(place.missing, value, indentation: indentation))]
  }

  // MARK: - On lines of their own

  private func lines(_ path: ArraySlice<String>, _ value: YAMLValue, indentation: Int) -> String {
    writing.lines(path, value, indentation: indentation, step: step, newline: layout.newline)
  }

  private func newFrontMatter(_ value: YAMLValue) -> ByteChange {
    let start = document.bodyRange.lowerBound
    let field = lines(place.missing, value, indentation: 0)
    return ByteChange(start..<start, "---" + layout.newline + field + "---" + layout.newline)
  }

  /// Before the closing line, and before the blank lines that lead to it.
  private var endOfFrontMatter: Int {
    let closing = layout.offset(SourcePosition(line: document.bodyLine - 1, column: 1))
    var offset = closing
    guard !endsWithBlockText else { return closing }
    while offset > 0 {
      let previous = layout.lineStart(offset - 1)
      guard layout.isBlankLine(at: previous) else { break }
      offset = previous
    }
    return offset
  }

  private var endsWithBlockText: Bool {
    var node = document.root.entries.last?.value
    while case .mapping(let mapping)? = node?.content { node = mapping.entries.last?.value }
    if case .sequence(let items)? = node?.content { node = items.last }
    let style = node?.scalar?.style
    return style == .literal || style == .folded
  }

  /// Below the last line of the group's last field.
  private var endOfGroup: Int {
    guard let last = place.group.entries.last else { return endOfFrontMatter }
    return layout.end(of: last)
  }

  /// A group below the name of a field that is empty, or says `null`.
  private func group(in entry: YAMLMapping.Entry, _ value: YAMLValue) -> [ByteChange] {
    let colon = layout.endOfColon(of: entry) ?? layout.offset(entry.keyRange.end)
    let old = layout.range(entry.value.range)
    let next = layout.nextLineStart(max(colon, old.upperBound))
    let field = lines(place.missing, value, indentation: entry.keyRange.start.column - 1 + step)
    let null = old.isEmpty ? [] : [ByteChange(colon..<old.upperBound)]
    return null + [ByteChange(next..<next, field)]
  }

  /// How far groups are indented in this file.
  private var step: Int {
    for entry in document.root.entries {
      guard case .mapping(let mapping) = entry.value.content, let first = mapping.entries.first,
        !layout.isInBrackets(mapping.range), first.keyRange.start.column > entry.keyRange.start.column
      else { continue }
      return first.keyRange.start.column - entry.keyRange.start.column
    }
    return 2
  }

  // MARK: - Between brackets

  private func inBrackets(_ value: YAMLValue) -> ByteChange {
    let field = writing.inline(place.missing, value)
    guard let last = place.group.entries.last else {
      let open = layout.start(ofValue: place.group.range) + 1
      return ByteChange(open..<open, field)
    }
    let end = layout.offset(last.value.range.end)
    return ByteChange(end..<end, ", " + field)
  }

  private func brackets(in entry: YAMLMapping.Entry, _ value: YAMLValue) -> [ByteChange] {
    let group = "{" + writing.inline(place.missing, value) + "}"
    let old = layout.range(entry.value.range)
    if !old.isEmpty { return [ByteChange(old, group)] }
    guard let colon = layout.endOfColon(of: entry) else {
      let end = layout.offset(entry.keyRange.end)
      return [ByteChange(end..<end, ": " + group)]
    }
    return [ByteChange(colon..<colon, " " + group)]
  }
}

extension TextLayout {
  /// The start of the line below a field and all of its value.
  func end(of entry: YAMLMapping.Entry) -> Int {
    var node = entry.value
    while true {
      if isAlias(node.range) { return nextLineStart(offset(node.range.end)) }
      switch node.content {
      case .mapping(let mapping):
        guard !isInBrackets(node.range), let last = mapping.entries.last else {
          return nextLineStart(offset(node.range.end))
        }
        node = last.value
      case .sequence(let items):
        guard !isInBrackets(node.range), let last = items.last else { return nextLineStart(offset(node.range.end)) }
        node = last
      case .scalar(let scalar):
        if scalar.style == .literal || scalar.style == .folded { return BlockText(node, in: self).lines.upperBound }
        return nextLineStart(offset(node.range.end))
      }
    }
  }
}
