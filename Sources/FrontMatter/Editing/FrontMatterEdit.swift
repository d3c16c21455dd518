import Diagnostics

// Setting and removing one field of a file in place. Every byte that does not belong to the field stays as it is.
//
// 1. The path leads through the tree of values to the field, or to the group of fields that lacks it (`FieldPlace`).
// 2. `FieldReplacement`, `FieldInsertion` or `FieldRemoval` says which bytes to put in the place of which
//    (`ByteChange`); `ScalarWriting` and `ListWriting` write the values.
// 3. The result is read again and compared with what was asked for (`EditCheck`). If anything else than the field
//    came out changed, the next best way to write it is tried, and if there is none, nothing is returned.

extension FrontMatterDocument {
  /// The file's bytes with one field set.
  ///
  /// A value that is there keeps its quotes, its list style and its comment as far as the new one allows it. A field
  /// that already has the value leaves the file as it is. A new field goes to the end of the front matter or of the
  /// group that it belongs to; groups that are missing are made, and so is the front matter itself.
  ///
  /// - Parameter key: a field's name, or a path of names such as `location.city`.
  public func setting(_ key: String, to value: YAMLValue) throws(FrontMatterEditProblem) -> [UInt8] {
    let path = try path(key)
    let layout = TextLayout(file.bytes)
    let place = try FieldPlace.of(path, in: root, layout: layout)
    if let entry = place.entry, value.isSaid(by: entry.value) { return file.bytes }
    let expected = Shape(root).setting(path, to: value)
    // Blank lines below a block text may become part of it; between quotes a text can't grow.
    for writing in [FieldWriting(allowsBlockText: true), FieldWriting(allowsBlockText: false)] {
      let changes: [ByteChange]
      if let entry = place.entry {
        let replacement = FieldReplacement(
          entry: entry, isInBrackets: place.isInBrackets, writing: writing, layout: layout)
        changes = replacement.changes(to: value)
      } else {
        changes = FieldInsertion(document: self, place: place, writing: writing, layout: layout).changes(to: value)
      }
      let edited = layout.applying(changes)
      if EditCheck(before: self, expected: expected).accepts(edited) { return edited }
    }
    throw .wouldChangeOthers(path: key, file: file.path)
  }

  /// The file's bytes without one field; a group that has no other field goes with it.
  ///
  /// The comment on the field's line goes too; comments on lines of their own stay. Without the field, the file is
  /// returned as it is.
  ///
  /// - Parameter key: a field's name, or a path of names such as `location.city`.
  public func removing(_ key: String) throws(FrontMatterEditProblem) -> [UInt8] {
    let path = try path(key)
    let layout = TextLayout(file.bytes)
    guard let steps = FieldRemoval.steps(path, in: root) else { return file.bytes }
    let expected = Shape(root).removing(path.prefix(steps.count))
    // Blank lines below the field may become part of a block text above it; then they have to go too.
    for takesBlankLines in [false, true] {
      let removal = FieldRemoval(steps: steps, takesBlankLines: takesBlankLines, layout: layout)
      guard let changes = removal.changes() else { break }
      let edited = layout.applying(changes)
      if EditCheck(before: self, expected: expected).accepts(edited) { return edited }
    }
    throw .wouldChangeOthers(path: key, file: file.path)
  }

  /// The names of a path. A field whose own name has dots is found by the whole of it.
  private func path(_ key: String) throws(FrontMatterEditProblem) -> [String] {
    if root[key] != nil { return [key] }
    let names = key.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard names.allSatisfy({ !$0.isEmpty }) else { throw .noName(path: key) }
    return names
  }
}

/// The field that a path leads to, or where it is missing.
struct FieldPlace {
  /// The field, when it is there. If its value is empty and the path goes on below it, `missing` is not empty.
  var entry: YAMLMapping.Entry?
  /// The group in which names are missing.
  var group: YAMLMapping
  /// An empty field of the group that has to become a group.
  var emptyEntry: YAMLMapping.Entry?
  /// The names of the path that are not there.
  var missing: ArraySlice<String>
  /// Whether the place lies between brackets.
  var isInBrackets: Bool

  static func of(
    _ path: [String], in root: YAMLMapping, layout: TextLayout
  ) throws(FrontMatterEditProblem) -> FieldPlace {
    var group = root
    var isInBrackets = layout.isInBrackets(root.range)
    for (index, name) in path.enumerated() {
      guard let entry = group.entries.first(where: { $0.key == name }) else {
        return FieldPlace(group: group, missing: path[index...], isInBrackets: isInBrackets)
      }
      if index == path.count - 1 {
        return FieldPlace(entry: entry, group: group, missing: [], isInBrackets: isInBrackets)
      }
      if entry.value.isNull {
        return FieldPlace(
          group: group, emptyEntry: entry, missing: path[(index + 1)...], isInBrackets: isInBrackets)
      }
      guard case .mapping(let inner) = entry.value.content else {
        throw .notFields(path: path.joined(separator: "."), field: name, line: entry.keyRange.start.line)
      }
      group = inner
      isInBrackets = isInBrackets || layout.isInBrackets(inner.range)
    }
    return FieldPlace(group: group, missing: [], isInBrackets: isInBrackets)
  }
}
