import Community
import Directory
import Hypertext

extension TermModel {
  convenience init(_ term: Term, of facet: Facet, phrases: Phrasebook) {
    self.init(
      label: Self.label(of: term, in: facet, phrases: phrases), slug: term.slug,
      link: .site(SiteAddresses.term(facet.slug, term.slug)), count: term.mentors.count,
      countLabel: phrases.plural(.mentorsCount, term.mentors.count))
  }

  /// Words of ours are the theme's to translate, unless the settings call them something.
  private static func label(of term: Term, in facet: Facet, phrases: Phrasebook) -> String {
    guard facet.hasFixedTerms, !term.hasSettingsLabel else { return term.label }
    let prefix = facet.field == ProfileField.meetingModes.rawValue ? "mode" : facet.field
    return phrases.word("\(prefix)_\(term.label)") ?? term.label
  }
}

extension FacetModel {
  /// How many terms of a facet a page lists beside its cards.
  static let listed = 8

  /// A facet with some of its terms.
  ///
  /// - Parameters:
  ///   - terms: all of them.
  ///   - listed: the indices of those to list; the current one is added where it is missing.
  convenience init(
    _ facet: Facet, terms: [TermModel], listed: [Int], current: Int?, isCurrent: Bool, phrases: Phrasebook
  ) {
    var shown = listed
    if let current, !shown.contains(current) { shown.append(current) }
    let label = facet.plural(phrases)
    self.init(
      key: facet.field, slug: facet.slug, label: label, link: .site(SiteAddresses.facet(facet.slug)),
      terms: shown.map { ListedTerm(term: terms[$0], isCurrent: $0 == current) },
      moreLabel: terms.count > shown.count
        ? phrases.phrase(.allTerms, ["n": phrases.number(terms.count), "facet": label]) : nil,
      isCurrent: isCurrent, hasYears: facet.hasYears)
  }
}

extension Facet {
  /// What the terms are called together: the settings' word, else the theme's.
  func plural(_ phrases: Phrasebook) -> String {
    plural ?? phrases.word("facets_\(field)") ?? label ?? phrases.fieldLabel(field)
  }

  /// What one term is called.
  func singular(_ phrases: Phrasebook) -> String { label ?? phrases.fieldLabel(field) }
}

extension Phrasebook {
  /// What a field is called: the theme's word, else its own name in ordinary letters.
  func fieldLabel(_ field: String) -> String {
    if let word = word("field_\(field)") { return word }
    let words = field.split(separator: "_").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
