import Community

/// One field as far as mentors can have its values in common.
struct TraitField: Sendable {
  /// Who has which value.
  let column: TermColumn
  /// The values by their numbers.
  let traits: [SharedTrait]

  private init(column: TermColumn, traits: [SharedTrait]) {
    self.column = column
    self.traits = traits
  }

  /// The field of a facet.
  init(facet: Int, of directory: Directory) {
    self.init(
      column: directory.facets[facet].column,
      traits: directory.facets[facet].terms.indices.map { .term(facet: facet, term: $0) })
  }

  /// A built-in field, by its facet where there is one, so that the settings' synonyms count.
  init(_ field: ProfileField, mentors: [Mentor], directory: Directory) {
    if let facet = directory.facets.firstIndex(where: { $0.field == field.rawValue }) {
      self.init(facet: facet, of: directory)
      return
    }
    var index = TermIndex()
    let column = TermColumn(of: mentors, in: &index) { field.values(of: $0) }
    self.init(column: column, traits: (0..<index.count).map { .text(index.label(of: $0)) })
  }

  /// A field of one value each, told apart by where it lies: Portland in Oregon is not Portland in Maine.
  init(_ field: TraitField, within wider: [TraitField]) {
    var numbers: [SIMD4<Int32>: Int32] = [:]
    var traits: [SharedTrait] = []
    var starts: [Int32] = [0]
    var terms: [Int32] = []
    for mentor in 0..<field.column.count {
      if let term = field.column[mentor].first {
        var key = SIMD4<Int32>(repeating: -1)
        key[0] = term
        for (place, other) in wider.enumerated() { key[place + 1] = other.column[mentor].first ?? -1 }
        let number = numbers[key] ?? Int32(traits.count)
        if Int(number) == traits.count {
          numbers[key] = number
          traits.append(field.traits[Int(term)])
        }
        terms.append(number)
      }
      starts.append(Int32(terms.count))
    }
    self.init(column: TermColumn(starts: starts, terms: terms), traits: traits)
  }
}
