/// Puts a new value in the place of the one that a field has.
struct FieldReplacement {
  let entry: YAMLMapping.Entry
  let isInBrackets: Bool
  let writing: FieldWriting
  let layout: TextLayout

  /// Where the old value stands.
  private struct Slot {
    /// What stands on the line of the field, or where it would.
    let inline: Range<Int>
    /// What has to come before the new value there.
    let lead: String
    /// The lines below that belong to the value; nil for a value on the field's line.
    let lines: Range<Int>?
  }

  func changes(to value: YAMLValue) -> [ByteChange] {
    if case .texts(let texts) = value, case .sequence(let items) = entry.value.content, !texts.isEmpty,
      !layout.isAlias(entry.value.range)
    {
      return ListWriting(items: items, list: entry.value.range, layout: layout).changes(to: texts)
    }
    let slot = slot
    switch written(value) {
    case .inline(let text):
      return [ByteChange(slot.inline, slot.lead + text)] + (slot.lines.map { [ByteChange($0)] } ?? [])
    case .blockText(let indicator, let lines):
      return [ByteChange(slot.inline, slot.lead + indicator), below(slot, lines, indentation: textIndentation)]
    case .blockList(let items):
      // Such a list follows a field without a value; a null that is written out has to go.
      let colon = layout.endOfColon(of: entry) ?? slot.inline.lowerBound
      return [
        ByteChange(colon..<slot.inline.upperBound),
        below(slot, items.map { "- " + $0 }, indentation: fieldIndentation + 2),
      ]
    }
  }

  private func below(_ slot: Slot, _ lines: [String], indentation: Int) -> ByteChange {
    let next = layout.nextLineStart(slot.inline.upperBound)
    return ByteChange(
      slot.lines ?? next..<next, FieldWriting.indented(lines, by: indentation, newline: layout.newline))
  }

  // MARK: - The new value

  /// The new value in the style of the old one, as far as it allows it.
  private func written(_ value: YAMLValue) -> WrittenValue {
    let column = layout.offset(entry.keyRange.end) - layout.lineStart(layout.offset(entry.keyRange.end)) + 2
    let plain = writing.value(value, isInBrackets: isInBrackets, column: column)
    guard let old = entry.value.scalar, !old.isNull else {
      if case .texts(let texts) = value, !entry.value.isNull { return inlineList(texts) }
      return plain
    }
    switch value {
    case .texts(let texts): return inlineList(texts)
    case .text(let text): return self.text(text, style: old.style, lookalike: Lookalike(old.text), otherwise: plain)
    case .flag(let flag):
      let text = flag ? "true" : "false"
      return self.text(text, style: old.style, lookalike: Lookalike(text), otherwise: plain)
    case .integer(let number):
      let text = String(number)
      return self.text(text, style: old.style, lookalike: Lookalike(text), otherwise: plain)
    }
  }

  private func inlineList(_ texts: [String]) -> WrittenValue {
    writing.value(.texts(texts), isInBrackets: true, column: 0)
  }

  private func text(
    _ text: String, style: YAMLScalar.Style, lookalike: Lookalike, otherwise: WrittenValue
  ) -> WrittenValue {
    switch style {
    case .doubleQuoted: return .inline(ScalarWriting.doubleQuoted(text))
    case .singleQuoted where ScalarWriting.canBeSingleQuoted(text): return .inline(ScalarWriting.singleQuoted(text))
    case .plain where ScalarWriting.canBePlain(text, isInBrackets: isInBrackets, allowing: lookalike):
      return .inline(text)
    default: return otherwise
    }
  }

  // MARK: - The old value

  private var slot: Slot {
    let value = layout.range(entry.value.range)
    switch entry.value.content {
    case .scalar(let scalar) where scalar.style == .literal || scalar.style == .folded:
      let block = BlockText(entry.value, in: layout)
      return Slot(inline: value.lowerBound..<block.header.upperBound, lead: "", lines: block.lines)
    case .scalar where value.isEmpty:
      guard let colon = layout.endOfColon(of: entry) else {
        let end = layout.offset(entry.keyRange.end)
        return Slot(inline: end..<end, lead: ": ", lines: nil)
      }
      return Slot(inline: colon..<colon, lead: " ", lines: nil)
    case .scalar: return Slot(inline: value, lead: "", lines: nil)
    case .sequence, .mapping:
      if layout.isAlias(entry.value.range) || layout.isInBrackets(entry.value.range) {
        return Slot(inline: value, lead: "", lines: nil)
      }
      let colon = layout.endOfColon(of: entry) ?? value.lowerBound
      return Slot(inline: colon..<colon, lead: " ", lines: layout.nextLineStart(colon)..<layout.end(of: entry))
    }
  }

  /// How far the line of the field is indented, as far as its value can tell: the column of its name.
  private var fieldIndentation: Int { entry.keyRange.start.column - 1 }

  private var textIndentation: Int {
    if let style = entry.value.scalar?.style, style == .literal || style == .folded,
      let indentation = BlockText(entry.value, in: layout).indentation
    {
      return indentation
    }
    return fieldIndentation + 2
  }
}
