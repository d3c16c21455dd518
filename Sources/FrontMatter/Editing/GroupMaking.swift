extension FrontMatterDocument {
  /// The file's bytes with a lone value made a field of a group: `location: Boston` becomes a group that has a `city`.
  ///
  /// - Parameters:
  ///   - key: the field that is to become a group. If it is one, is empty or absent, the file is returned as it is.
  ///   - name: the name that its value gets in the group.
  public func grouping(_ key: String, under name: String) throws(FrontMatterEditProblem) -> [UInt8] {
    guard let entry = root.entries.first(where: { $0.key == key }), !entry.value.isNull else { return file.bytes }
    if case .mapping(let group) = entry.value.content, group["day"] == nil { return file.bytes }
    let layout = TextLayout(file.bytes)
    let before = Shape(entry.value)
    var fields = if case .fields(let fields) = Shape(root) { fields } else { [Shape.Field]() }
    if let index = fields.firstIndex(where: { $0.key == key }) {
      fields[index].value = .fields([Shape.Field(key: name, value: before)])
    }
    let colon = layout.endOfColon(of: entry) ?? layout.offset(entry.keyRange.end)
    let line = layout.newline + "  " + ScalarWriting.plainOrQuoted(name, isInBrackets: false) + ":"
    // What follows the colon follows the new one: the value on its line, or the lines below if they are indented.
    let edited = layout.applying([ByteChange(colon..<colon, line)])
    if EditCheck(before: self, expected: .fields(fields)).accepts(edited) { return edited }
    throw .wouldChangeOthers(path: key, file: file.path)
  }
}
