import Diagnostics
import FrontMatter
import TextKeys

/// Reads columns: a header, or `{column: …, also: […], source: …}`.
struct ColumnReading {
  /// The names of the sources.
  let sources: [String]

  /// The column of a field.
  func column(_ key: String, from fields: inout FieldReader) -> ColumnName? {
    guard let node = fields.node(key) else { return nil }
    switch node.content {
    case .scalar: break
    case .mapping:
      guard var part = fields.nested(key) else { return nil }
      let columns = columns(of: key, from: &part)
      part.finish()
      fields.adopt(part)
      return columns.first
    case .sequence:
      fields.report(.columnShape(key), at: node.range)
      return nil
    }
    guard let header = fields.text(key) else {
      if node.isNull { fields.report(.noColumn(key), at: fields.keyRange(of: key)) }
      return nil
    }
    return ColumnName(header.value)
  }

  /// The columns that a group names; `columns` names several, to be put together.
  func columns(of field: String, from part: inout FieldReader) -> [ColumnName] {
    let source = part.text("source")
    if let source, !sources.contains(source.value) {
      part.report(.unknownSource(source.value, known: sources), at: source.range)
    }
    let aliases = part.texts("also").map(\.value)
    let several = part.texts("columns").map { ColumnName($0.value, source: source?.value) }
    guard let header = part.text("column") else {
      if several.isEmpty { part.report(.noColumn(field), at: part.mapping.range) }
      return several
    }
    if !several.isEmpty { part.report(.fieldTwice(field), at: part.keyRange(of: "columns")) }
    return [ColumnName(header.value, aliases: aliases, source: source?.value)]
  }

  // MARK: - Consent

  func consent(from fields: inout FieldReader) -> ConsentColumn? {
    wordColumn("consent", ("given", "withdrawn"), from: &fields).map {
      ConsentColumn($0.column, given: $0.yes ?? ConsentColumn.yes, withdrawn: $0.no ?? ConsentColumn.no)
    }
  }

  func optOut(from fields: inout FieldReader) -> OptOutColumn? {
    wordColumn("opt_out", ("out", "stays"), from: &fields).map {
      OptOutColumn($0.column, out: $0.yes ?? (ConsentColumn.yes + ["x"]), stays: $0.no ?? ConsentColumn.no)
    }
  }

  private func wordColumn(
    _ key: String, _ names: (yes: String, no: String), from fields: inout FieldReader
  ) -> (column: ColumnName, yes: [String]?, no: [String]?)? {
    guard let node = fields.node(key) else { return nil }
    guard case .mapping = node.content, var part = fields.nested(key) else {
      return column(key, from: &fields).map { ($0, nil, nil) }
    }
    defer { fields.adopt(part) }
    let column = columns(of: key, from: &part).first
    let yes = words(names.yes, from: &part)
    let no = words(names.no, from: &part)
    part.finish()
    // The usual words of the side that isn't written give way to those that are.
    let usualNo = no ?? yes.map { yes in ConsentColumn.no.filter { !Self.holds(yes, $0) } }
    let usualYes = yes ?? no.map { no in ConsentColumn.yes.filter { !Self.holds(no, $0) } }
    if let yes, let no, let both = yes.first(where: { Self.holds(no, $0) }) {
      part.report(.bothWords(both), at: part.range(of: names.no))
    }
    return column.map { ($0, usualYes, usualNo) }
  }

  /// The words that a cell may hold; nil where the settings leave them out.
  func words(_ key: String, from part: inout FieldReader) -> [String]? {
    guard part.node(key) != nil else { return nil }
    let words = part.texts(key).map(\.value)
    if words.isEmpty { part.report(.noWords(key), at: part.keyRange(of: key)) }
    return words
  }

  private static func holds(_ words: [String], _ word: String) -> Bool {
    words.contains { WordKey.of($0) == WordKey.of(word) }
  }
}

/// What makes two words of a roster the same: case, accents and punctuation don't matter.
enum WordKey {
  /// The key of a word. Where nothing but punctuation stands (`✓`, `+`), the word itself.
  static func of(_ word: String) -> String {
    let slug = Slug.of(word)
    return slug.isEmpty ? word : slug
  }
}
