import Diagnostics
import FrontMatter
import TextKeys

/// What one can filter by, and the fields that a site adds: the parts of the settings that shape the directory.
extension SiteSettings {
  mutating func readFields(from fields: inout FieldReader) {
    for entry in fields.entries("fields") {
      if ProfileKeys.builtIn.contains(entry.key) {
        fields.report(SettingsProblem.fieldExists(entry.key), at: entry.keyRange)
        continue
      }
      guard case .mapping(let mapping) = entry.value.content else {
        fields.report(SettingsProblem.fieldShape(entry.key), at: entry.value.range)
        continue
      }
      var part = fields.sibling(mapping, name: "field")
      let kind = part.choice("kind", as: CustomField.Kind.self)?.value ?? .text
      self.fields.append(
        CustomField(
          name: entry.key, kind: kind, label: part.text("label")?.value ?? entry.key.capitalizedWords,
          isFacet: part.flag("facet")?.value ?? false, isRequired: part.flag("required")?.value ?? false))
      part.finish()
      fields.adopt(part)
      if self.fields.last?.isFacet == true, !hasOwnAddress(entry.key) {
        fields.report(SettingsProblem.facetAddress(entry.key), at: entry.keyRange)
      }
    }
  }

  mutating func readFacets(from fields: inout FieldReader) {
    for var part in fields.nestedList("facets") {
      if let facet = facet(from: &part) { facets.append(facet) }
      part.finish()
      fields.adopt(part)
    }
    if fields.node("facets") == nil { facets = Self.usualFacets }
    let listed = Set(facets.map(\.field))
    facets += self.fields.filter { $0.isFacet && !listed.contains($0.name) }.map {
      FacetDefinition(field: $0.name, label: $0.label, plural: $0.label, synonyms: [:], terms: [:])
    }
  }

  /// Whether a field's name makes an address that no other field's does, and is none of the directory's own words.
  private func hasOwnAddress(_ field: String) -> Bool {
    let address = Slug.of(field)
    let others = ProfileField.allCases.map(\.rawValue) + fields.map(\.name)
    return !address.isEmpty && !SiteAddresses.reservedFacets.contains(address)
      && !others.contains { $0 != field && Slug.of($0) == address }
  }

  private mutating func facet(from part: inout FieldReader) -> FacetDefinition? {
    guard let field = part.requiredText("field") else { return nil }
    let known = ProfileField.allCases.map(\.rawValue) + fields.map(\.name)
    guard known.contains(field.value) else {
      part.report(SettingsProblem.facetField(field.value, known: known), at: field.range)
      return nil
    }
    if facets.contains(where: { $0.field == field.value }) {
      part.report(SettingsProblem.facetTwice(field.value), at: field.range)
      return nil
    }
    if !hasOwnAddress(field.value) {
      part.report(SettingsProblem.facetAddress(field.value), at: field.range)
      return nil
    }
    let custom = fields.first { $0.name == field.value }
    return FacetDefinition(
      field: field.value, label: part.text("label")?.value ?? custom?.label,
      plural: part.text("plural")?.value ?? custom?.label,
      synonyms: synonyms(from: &part), terms: terms(from: &part))
  }

  private func synonyms(from part: inout FieldReader) -> [String: String] {
    var synonyms: [String: String] = [:]
    for entry in part.entries("synonyms") {
      guard case .scalar(let scalar) = entry.value.content else {
        part.report(SettingsProblem.synonymShape(entry.key), at: entry.value.range)
        continue
      }
      synonyms[entry.key] = scalar.text
    }
    return synonyms
  }

  private func terms(from part: inout FieldReader) -> [String: TermDefinition] {
    var terms: [String: TermDefinition] = [:]
    for entry in part.entries("terms") {
      switch entry.value.content {
      case .scalar(let scalar): terms[entry.key] = TermDefinition(label: scalar.text, slug: nil)
      case .mapping(let mapping):
        var term = part.sibling(mapping, name: "term")
        let label = term.text("label")?.value
        let slug = term.text("slug")
        if let slug, Slug.of(slug.value) != slug.value {
          term.report(SettingsProblem.slug(slug.value), at: slug.range)
        }
        terms[entry.key] = TermDefinition(label: label, slug: slug.map { Slug.of($0.value) })
        term.finish()
        part.adopt(term)
      case .sequence: part.report(SettingsProblem.termShape(entry.key), at: entry.value.range)
      }
    }
    return terms
  }

  /// What one can filter by when the settings do not say.
  static let usualFacets: [FacetDefinition] = ["industry", "expertise", "help_with", "languages", "meeting_modes"].map {
    FacetDefinition(field: $0, label: nil, plural: nil, synonyms: [:], terms: [:])
  }
}

extension String {
  /// `first_generation` → `First generation`: a label for a field that has none.
  var capitalizedWords: String {
    let words = split { $0 == "_" || $0 == "-" }.joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// The text with each `{name}` replaced.
  func replacingPlaceholder(_ name: String, with value: String) -> String {
    split(separator: "{\(name)}", omittingEmptySubsequences: false).joined(separator: value)
  }
}
