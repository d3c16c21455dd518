import Community
import Parallelism
import TextKeys

/// Explore the Community as data: which facets there are, which terms they have, and who belongs to which.
///
/// `Directory.init` makes one pass over the mentors: each value of a facet's field is brought to its one term
/// (`TermIndex`: synonyms, spelling variants), and the term remembers the mentor. Nothing here knows pages or HTML.
public struct Directory: Sendable {
  /// The facets in the order of the settings. A facet that no mentor has a term of is left out.
  public let facets: [Facet]
  /// In which order lists show the mentors.
  public let order: ListingOrder

  /// The directory of a community's mentors, made facet by facet.
  public init(_ community: Community, workers: Workers = Workers(1)) {
    let settings = community.settings
    let locale = CollationLocale(settings.locale)
    let order = ListingOrder(community)
    let made = workers.map(settings.facets.count) { index in
      Facet(
        settings.facets[index], mentors: community.mentors, customFields: settings.fields, locale: locale,
        order: order.numbers)
    }
    facets = made.compactMap(\.self)
    self.order = order
  }
}

/// A field that one can filter by.
public struct Facet: Sendable {
  /// The field's name in front matter.
  public let field: String
  /// The field's name in URLs.
  public let slug: String
  /// What one term is called; nil where the theme's word serves.
  public let label: String?
  /// What the terms are called together; nil where the theme's word serves.
  public let plural: String?
  /// Whether the terms are words of ours, which the theme translates where the settings give no label.
  public let hasFixedTerms: Bool
  /// Whether the terms are years, of which one may choose a range: class years, and numbers of the settings' own where
  /// all of them are years.
  public let hasYears: Bool
  /// The terms in the order of their labels.
  public let terms: [Term]

  /// The mentors' terms, as indices into `terms`.
  let column: TermColumn

  /// The indices into `terms` of one mentor's terms, in the writer's order.
  ///
  /// - Parameter mentor: the mentor's index in `Community.mentors`.
  public func terms(of mentor: Int) -> ArraySlice<Int32> {
    column[mentor]
  }

  /// The terms that the most mentors have, at most `count`; equal ones in the order of their labels.
  public func largestTerms(_ count: Int) -> [Int] {
    Array(terms.indices.sorted { (-terms[$0].mentors.count, $0) < (-terms[$1].mentors.count, $1) }.prefix(count))
  }
}

/// One value of a facet.
public struct Term: Sendable {
  /// What it is called.
  public let label: String
  /// Whether the settings gave it that label.
  public let hasSettingsLabel: Bool
  /// Its name in URLs, unique within the facet.
  public let slug: String
  /// Other words for it, from the settings.
  public let synonyms: [String]
  /// The indices of its mentors in `Community.mentors`, ascending.
  public let mentors: [Int32]
  /// The same mentors in the order of lists.
  public let listed: [Int32]

  /// The year that the term is, by its name in URLs, which no label of the settings' changes.
  var year: Int? {
    let isYear = slug.utf8.count == 4 && slug.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return isYear ? Int(slug) : nil
  }
}

// MARK: - Making a facet

extension Facet {
  init?(
    _ definition: SiteSettings.FacetDefinition, mentors: [Mentor], customFields: [CustomField], locale: CollationLocale,
    order listing: [Int32]
  ) {
    let builtIn = ProfileField(rawValue: definition.field)
    let custom = customFields.firstIndex { $0.name == definition.field }
    var index = TermIndex(definition)
    let found = TermColumn(of: mentors, in: &index) { mentor in
      builtIn?.values(of: mentor) ?? custom.map { mentor.custom[$0].terms(label: customFields[$0].label) } ?? []
    }
    guard !found.isEmpty else { return nil }
    let order = index.order(locale: locale)
    var rank = [Int32](repeating: 0, count: index.count)
    for (position, term) in order.enumerated() { rank[term] = Int32(position) }
    column = found.renumbered(rank)
    field = definition.field
    slug = Slug.of(definition.field)
    label = definition.label
    plural = definition.plural
    hasFixedTerms = builtIn?.hasFixedTerms ?? false
    terms = index.terms(
      in: order, members: column.members(of: 0..<Int32(mentors.count), count: order.count),
      listed: column.members(of: listing, count: order.count))
    let canBeYears = builtIn == .classYear || custom.map { customFields[$0].kind == .number } ?? false
    hasYears = canBeYears && terms.allSatisfy { $0.year != nil }
  }
}
