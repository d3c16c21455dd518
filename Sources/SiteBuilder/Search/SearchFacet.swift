import Community
import Directory
import Hypertext
import Parallelism

/// One facet of the search index: its files, and what the entry says of it.
struct SearchFacet: Sendable {
  /// A term as a reader meets it.
  struct ListedTerm: Sendable {
    let label: String
    let slug: String
    let count: Int
  }

  let key: String
  let slug: String
  /// What the terms are called together; nil for those that the theme words itself.
  let label: String?
  let columns: FacetColumns
  /// All terms, chunk after chunk.
  let terms: [ListedTerm]
  let folder: SearchFolder

  init(key: String, slug: String, label: String?, columns: FacetColumns, terms: [ListedTerm]) {
    self.key = key
    self.slug = slug
    self.label = label
    self.columns = columns
    self.terms = terms
    let chunks = columns.chunks.enumerated().map { (String($0), $1.bytes) }
    // Where one chunk has all, the entry has their names.
    let names = columns.chunks.count > 1 ? [("terms", Self.json(of: terms))] : []
    folder = SearchFolder("facet-\(slug)", chunks + names)
  }

  /// The facets of a site in the order of the settings, then those that are made of openings, where there are any.
  static func all(_ context: SiteContext, workers: Workers) -> [SearchFacet] {
    let total = context.community.mentors.count
    let facets = context.directory.facets.indices.map { index in
      let facet = context.directory.facets[index]
      let columns = FacetColumns(facet, mentors: total, listed: FacetModel.listed, workers: workers)
      let terms = columns.order.map { context.terms[index][$0] }
      return SearchFacet(
        key: facet.field, slug: facet.slug, label: context.facets[index].label, columns: columns,
        terms: terms.map { ListedTerm(label: $0.label, slug: $0.slug, count: $0.count) })
    }
    return context.hasOpenings ? facets + openings(context) : facets
  }

  private static func openings(_ context: SiteContext) -> [SearchFacet] {
    let (openings, counts) = FacetColumns.openings(context.community, slots: context.slots)
    let terms = zip(FacetColumns.openingDays.map { String($0) }, counts)
      .map { ListedTerm(label: $0, slug: $0, count: $1) }
    return [
      SearchFacet(key: "openings", slug: "openings", label: nil, columns: openings, terms: terms),
      SearchFacet(
        key: "hours", slug: "hours", label: nil, columns: .hours(slots: context.slots), terms: []),
    ]
  }

  // MARK: - JSON

  /// Terms as the entry and `terms.bin` have them.
  static func json(of terms: some Sequence<ListedTerm>) -> [UInt8] {
    var bytes: [UInt8] = []
    JSONText.append(array: terms, to: &bytes) { term, bytes in
      bytes.append(UInt8(ascii: "["))
      JSONText.append(term.label, to: &bytes)
      bytes.append(UInt8(ascii: ","))
      JSONText.append(term.slug, to: &bytes)
      bytes.append(contentsOf: ",\(term.count)]".utf8)
    }
    return bytes
  }

  /// What the entry says of it.
  var entry: JSONWriter.Value {
    .object([
      ("key", .text(key)), ("slug", .text(slug)), ("label", label.map { .text($0) }),
      ("kind", .text(columns.kind.rawValue)), ("folder", .text(folder.name)),
      ("chunks", .list(columns.chunks.map { .number($0.terms) })),
      ("terms", .raw(Self.json(of: terms.prefix(columns.chunks.first?.terms ?? 0)))),
    ])
  }
}
