import Community
import Parallelism

/// What all mentors can have in common: each value that counts, who has it, and how much it says.
///
/// Traits are numbered from the rarest to the most common, so that each mentor's row begins with what says the most.
struct TraitTable: Sendable {
  /// What a trait is, by number.
  let traits: [SharedTrait]
  /// How much it says that two mentors share it.
  let weights: [Int32]
  /// Whether it is a place.
  let isPlace: [Bool]
  /// Who has it, ascending.
  let holders: [[Int32]]
  /// The traits of each mentor, ascending.
  let rows: TermColumn
  /// The year in which each mentor graduated; 0 where it is not known.
  let years: [Int32]

  private struct Entry {
    var trait: SharedTrait
    var weight: Int32
    var isPlace: Bool
    var holders: [Int32]
  }

  /// The traits of a community.
  init(_ community: Community, directory: Directory, workers: Workers) {
    let mentors = community.mentors
    let fields = Self.fields(community, directory: directory, workers: workers)
    var entries = workers.map(fields.count) { index -> [Entry] in
      let (field, weight, isPlace) = fields[index]
      let members = field.column.members(of: 0..<Int32(mentors.count), count: field.traits.count)
      return zip(field.traits, members).compactMap { trait, holders in
        guard TraitWeight.counts(holders: holders.count, of: mentors.count) else { return nil }
        let rarity = TraitWeight.rarity(holders: holders.count, of: mentors.count)
        return Entry(trait: trait, weight: weight * rarity, isPlace: isPlace, holders: holders)
      }
    }.flatMap(\.self)
    // Of equally rare ones the first to be found comes first: `sort` keeps their order.
    entries.sort { $0.holders.count < $1.holders.count }
    traits = entries.map(\.trait)
    weights = entries.map(\.weight)
    isPlace = entries.map(\.isPlace)
    holders = entries.map(\.holders)
    rows = Self.rows(holders, mentors: mentors.count)
    years = mentors.map { Int32(truncatingIfNeeded: $0.classYear ?? 0) }
  }

  /// The fields that count, each with its weight.
  private static func fields(
    _ community: Community, directory: Directory, workers: Workers
  ) -> [(field: TraitField, weight: Int32, isPlace: Bool)] {
    let topics = TraitWeight.fields.map(\.field)
    let builtIn = workers.map(topics.count + 3) { index in
      let field = index < topics.count ? topics[index] : [.city, .region, .country][index - topics.count]
      return TraitField(field, mentors: community.mentors, directory: directory)
    }
    let (city, region, country) = (builtIn[topics.count], builtIn[topics.count + 1], builtIn[topics.count + 2])
    let custom = directory.facets.indices.filter { ProfileField(rawValue: directory.facets[$0].field) == nil }
    return zip(builtIn, TraitWeight.fields).map { ($0, $1.weight, false) }
      + custom.map { (TraitField(facet: $0, of: directory), TraitWeight.customFacet, false) }
      + [
        (TraitField(city, within: [region, country]), TraitWeight.city, true),
        (TraitField(region, within: [country]), TraitWeight.region, true),
        (country, TraitWeight.country, true),
      ]
  }

  private static func rows(_ holders: [[Int32]], mentors: Int) -> TermColumn {
    var starts = [Int32](repeating: 0, count: mentors + 1)
    for list in holders {
      for mentor in list { starts[Int(mentor) + 1] += 1 }
    }
    for mentor in 0..<mentors { starts[mentor + 1] += starts[mentor] }
    var next = starts
    var row = [Int32](repeating: 0, count: Int(starts[mentors]))
    for (trait, list) in holders.enumerated() {
      for mentor in list {
        row[Int(next[Int(mentor)])] = Int32(trait)
        next[Int(mentor)] += 1
      }
    }
    return TermColumn(starts: starts, terms: row)
  }
}
