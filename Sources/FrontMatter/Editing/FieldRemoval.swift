/// Takes a field out, with the groups that hold nothing else.
struct FieldRemoval {
  /// One field on the way from the root to the one that is to go.
  struct Step {
    let group: YAMLMapping
    let index: Int
    var entry: YAMLMapping.Entry { group.entries[index] }
  }

  /// The way to the outermost field that goes.
  let steps: [Step]
  /// Whether the blank lines below the field go too.
  let takesBlankLines: Bool
  let layout: TextLayout

  /// The way to the field that a path names, cut off where a group would be left empty; nil when the field is absent.
  static func steps(_ path: [String], in root: YAMLMapping) -> [Step]? {
    var steps: [Step] = []
    var group = root
    for (depth, name) in path.enumerated() {
      guard let index = group.entries.firstIndex(where: { $0.key == name }) else { return nil }
      steps.append(Step(group: group, index: index))
      guard depth < path.count - 1 else { break }
      guard case .mapping(let inner) = group.entries[index].value.content else { return nil }
      group = inner
    }
    while steps.count > 1, let last = steps.last, last.group.entries.count == 1 { steps.removeLast() }
    return steps
  }

  /// What to take out; nil where the field shares its lines with something else.
  func changes() -> [ByteChange]? {
    guard let step = steps.last else { return nil }
    return steps.contains { layout.isInBrackets($0.group.range) } ? inBrackets(step) : onLines(step)
  }

  private func onLines(_ step: Step) -> [ByteChange]? {
    let key = layout.offset(step.entry.keyRange.start)
    let start = layout.lineStart(key)
    guard layout.bytes[start..<key].allSatisfy({ $0 == 0x20 }) else { return nil }
    var end = layout.end(of: step.entry)
    while takesBlankLines, end < layout.bytes.count, layout.isBlankLine(at: end) { end = layout.nextLineStart(end) }
    return [ByteChange(start..<end)]
  }

  private func inBrackets(_ step: Step) -> [ByteChange]? {
    let entries = step.group.entries
    let start = layout.offset(step.entry.keyRange.start)
    let end = layout.offset(step.entry.value.range.end)
    if step.index + 1 < entries.count {
      return [ByteChange(start..<layout.offset(entries[step.index + 1].keyRange.start))]
    }
    if step.index > 0 { return [ByteChange(layout.offset(entries[step.index - 1].value.range.end)..<end)] }
    return [ByteChange(start..<end)]
  }
}
