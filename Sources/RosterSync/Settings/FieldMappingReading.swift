import Community
import Diagnostics
import FrontMatter

/// Reads how profile fields are filled from columns.
struct FieldMappingReading {
  let site: SiteSettings
  let columns: ColumnReading

  func mappings(from fields: inout FieldReader) -> [FieldMapping] {
    guard var part = fields.nested("fields") else {
      if fields.node("fields")?.isNull != false {
        fields.report(.noFields, at: fields.keyRange(of: "fields") ?? SourceRange(line: 1, column: 1))
      }
      return []
    }
    var mappings: [FieldMapping] = []
    for entry in part.mapping.entries {
      if FieldKind.groups.contains(entry.key), case .mapping(let group) = entry.value.content, isGroup(group) {
        guard var inner = part.nested(entry.key) else { continue }
        for item in group.entries {
          add(item, of: entry.key + "." + item.key, from: &inner, to: &mappings)
        }
        part.adopt(inner)
      } else {
        add(entry, of: entry.key, from: &part, to: &mappings)
      }
    }
    if !mappings.contains(where: { $0.field == "name" }), part.node("name") == nil {
      part.report(.noName, at: fields.keyRange(of: "fields"))
    }
    fields.adopt(part)
    return mappings
  }

  /// Whether the names in a group are those of fields (`location: {city: …}`), not of options (`{column: …}`).
  private func isGroup(_ group: YAMLMapping) -> Bool {
    !group.entries.contains { ["column", "columns", "also"].contains($0.key) }
  }

  // MARK: - One field

  private func add(
    _ entry: YAMLMapping.Entry, of field: String, from part: inout FieldReader, to mappings: inout [FieldMapping]
  ) {
    if let why = FieldKind.refused[field] {
      part.report(.refusedField(field, why: why), at: entry.keyRange)
      return
    }
    guard let kind = FieldKind.of(field, site: site) else {
      part.report(.unknownField(field, nearest: nearest(field)), at: entry.keyRange)
      return
    }
    guard let mapping = mapping(entry.key, of: field, kind, from: &part) else { return }
    let taken = Set(mappings.flatMap(\.paths))
    if mapping.paths.contains(where: taken.contains) {
      part.report(.fieldTwice(field), at: entry.keyRange)
      return
    }
    mappings.append(mapping)
  }

  private func nearest(_ field: String) -> String? {
    NearestName.of(field, among: FieldKind.builtIn.map(\.field) + site.fields.map(\.name))
  }

  private func mapping(
    _ key: String, of field: String, _ kind: FieldKind, from part: inout FieldReader
  ) -> FieldMapping? {
    guard case .mapping? = part.node(key)?.content, var inner = part.nested(key) else {
      guard let column = columns.column(key, from: &part) else { return nil }
      return FieldMapping(field, from: column)
    }
    defer { part.adopt(inner) }
    var mapping = FieldMapping(field)
    mapping.owner = inner.choice("owner", as: FieldOwner.self)?.value ?? mapping.owner
    mapping.isClearable = inner.flag("clearable")?.value ?? false
    if kind == .zone, inner.node("from") != nil {
      if let from = inner.text("from"), from.value != "city" { inner.report(.fromCity(from.value), at: from.range) }
    } else {
      mapping.columns = columns.columns(of: field, from: &inner)
    }
    CellReadingOptions(kind: kind).read(into: &mapping.reading, from: &inner)
    for option in CellReadingOptions.all where inner.mapping[option] != nil && !kind.options.contains(option) {
      inner.report(.option(option, field: field), at: inner.keyRange(of: option))
    }
    inner.finish(alsoKnown: CellReadingOptions.all)
    return mapping
  }
}

/// Reads the options of how a cell is read.
struct CellReadingOptions {
  let kind: FieldKind

  /// The names of all options; which of them mean something depends on the field.
  static let all = [
    "terms", "only_terms", "split", "century_from", "order", "calling_code", "country", "yes", "no", "prefix", "from",
  ]

  func read(into reading: inout CellReading, from part: inout FieldReader) {
    let options = kind.options
    if options.contains("terms") { reading.terms = terms(from: &part) }
    if options.contains("only_terms") { reading.allowsOnlyTerms = part.flag("only_terms")?.value ?? false }
    if options.contains("split") { reading.separators = separators(from: &part) }
    if options.contains("century_from") {
      reading.centuryFrom = part.integer("century_from", in: 1850...2000)?.value
    }
    if options.contains("order") { reading.dateOrder = part.choice("order", as: CellReading.DateOrder.self)?.value }
    if options.contains("calling_code") { reading.callingCode = callingCode(from: &part) }
    if options.contains("country") { reading.country = part.text("country")?.value }
    if options.contains("prefix") { reading.prefix = prefix(from: &part) }
    if options.contains("yes") {
      reading.yes = ColumnReading(sources: []).words("yes", from: &part) ?? reading.yes
      reading.no = ColumnReading(sources: []).words("no", from: &part) ?? reading.no
    }
  }

  private func terms(from part: inout FieldReader) -> [String: [String]] {
    var terms: [String: [String]] = [:]
    for entry in part.entries("terms") {
      switch entry.value.content {
      case .scalar(let scalar) where !scalar.isNull && !scalar.text.isEmpty: terms[entry.key] = [scalar.text]
      case .sequence(let items):
        terms[entry.key] = items.compactMap { if case .scalar(let scalar) = $0.content { scalar.text } else { nil } }
      default: part.report(.termShape(entry.key), at: entry.value.range)
      }
    }
    return terms
  }

  /// Separators are kept with their spaces, unlike texts: ` and ` is one.
  private func separators(from part: inout FieldReader) -> [String] {
    guard let node = part.node("split") else { return [] }
    let items = if case .sequence(let items) = node.content { items } else { [node] }
    return items.compactMap { item in
      if case .scalar(let scalar) = item.content, !scalar.text.isEmpty { return scalar.text }
      part.report(.columnShape("split"), at: item.range)
      return nil
    }
  }

  private func callingCode(from part: inout FieldReader) -> String? {
    guard let written = part.text("calling_code") else { return nil }
    let digits = written.value.utf8.dropFirst()
    if written.value.hasPrefix("+"), (1...4).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) {
      return written.value
    }
    part.report(.callingCode(written.value), at: written.range)
    return nil
  }

  private func prefix(from part: inout FieldReader) -> String? {
    guard let written = part.text("prefix") else { return nil }
    if written.value.hasPrefix("https://") || written.value.hasPrefix("http://") { return written.value }
    part.report(.linkPrefix(written.value), at: written.range)
    return nil
  }
}
