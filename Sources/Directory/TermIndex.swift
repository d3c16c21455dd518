import Community
import TextKeys

/// Brings the many ways to write a term to one.
///
/// Two spellings with the same slug are the same term (`Data Science`, `data science`); a synonym of the settings is the
/// term it stands for. A term is called what the settings call it, else what most mentors write; where two
/// spellings are equally common, the first in code point order, so that the label does not depend on who comes first.
struct TermIndex {
  private struct Entry {
    var slug: String
    var settingsLabel: String?
    var synonyms: [String] = []
    var spellings: [String: Int] = [:]

    var label: String {
      settingsLabel ?? spellings.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? slug
    }
  }

  private var entries: [Entry] = []
  private var takenSlugs: Set<String> = []
  /// Slug → entry.
  private var entryBySlug: [String: Int32] = [:]
  /// A value as written → entry; nil where it has no letter or digit at all. Spares the slug of every value but the first.
  private var entryByValue: [String: Int32?] = [:]

  /// An index of values as they are written, for a field of which the settings say nothing.
  init() {}

  /// An index by what the settings say about a field.
  init(_ definition: SiteSettings.FacetDefinition) {
    // Sorted, so that which entry comes first does not depend on a dictionary's order.
    for (written, term) in definition.terms.sorted(by: { $0.key < $1.key }) {
      let key = Self.slug(of: written)
      guard !key.isEmpty, entryBySlug[key] == nil else { continue }
      let entry = add(slug: term.slug ?? key, label: term.label ?? written)
      entryBySlug[key] = entry
      if term.label != nil { entries[Int(entry)].synonyms.append(written) }
      if let slug = term.slug, entryBySlug[slug] == nil { entryBySlug[slug] = entryBySlug[key] }
      if let label = term.label, entryBySlug[Self.slug(of: label)] == nil {
        entryBySlug[Self.slug(of: label)] = entryBySlug[key]
      }
    }
    for (written, term) in definition.synonyms.sorted(by: { $0.key < $1.key }) {
      let target = Self.slug(of: term)
      guard !target.isEmpty else { continue }
      if entryBySlug[target] == nil { entryBySlug[target] = add(slug: target, label: term) }
      entryBySlug[Self.slug(of: written)] = entryBySlug[target]
      if let entry = entryBySlug[target] { entries[Int(entry)].synonyms.append(written) }
    }
  }

  /// The entry that a value belongs to; nil for a value without any letter or digit.
  mutating func term(for value: String) -> Int32? {
    if let known = entryByValue[value] {
      if let known { entries[Int(known)].spellings[value, default: 0] += 1 }
      return known
    }
    let slug = Self.slug(of: value)
    guard !slug.isEmpty else {
      entryByValue[value] = .some(nil)
      return nil
    }
    let entry = entryBySlug[slug] ?? add(slug: slug, label: nil)
    entryBySlug[slug] = entry
    entryByValue[value] = entry
    entries[Int(entry)].spellings[value, default: 0] += 1
    return entry
  }

  /// What an entry is called.
  func label(of entry: Int) -> String { entries[entry].label }

  /// The number of entries, with those that no mentor has.
  var count: Int { entries.count }

  /// The entries that any mentor has, in the order of their labels.
  func order(locale: CollationLocale) -> [Int] {
    let keys = entries.map { CollationKey($0.label, locale: locale) }
    return entries.indices.filter { !entries[$0].spellings.isEmpty }
      .sorted { (keys[$0], entries[$0].slug) < (keys[$1], entries[$1].slug) }
  }

  /// The finished terms, given the members of each in that order: by number, and as lists show them.
  func terms(in order: [Int], members: [[Int32]], listed: [[Int32]]) -> [Term] {
    order.indices.map { position in
      let entry = entries[order[position]]
      return Term(
        label: entry.label, hasSettingsLabel: entry.settingsLabel != nil, slug: entry.slug,
        synonyms: entry.synonyms, mentors: members[position], listed: listed[position])
    }
  }

  /// The slug of a term, short enough for a folder's name: a whole sentence where a term belongs is cut, and told from
  /// others with the same beginning by a digest.
  private static func slug(of value: String) -> String {
    let slug = Slug.of(value)
    guard slug.utf8.count > 100 else { return slug }
    let digest = slug.utf8.reduce(into: UInt32(2_166_136_261)) { $0 = ($0 ^ UInt32($1)) &* 16_777_619 }
    var short = ""
    for character in slug where short.utf8.count + character.utf8.count <= 80 { short.append(character) }
    return "\(short)-\(String(digest, radix: 36))"
  }

  private mutating func add(slug: String, label: String?) -> Int32 {
    var unique = slug
    var number = 2
    while takenSlugs.contains(unique) {
      unique = "\(slug)-\(number)"
      number += 1
    }
    takenSlugs.insert(unique)
    entries.append(Entry(slug: unique, settingsLabel: label))
    return Int32(entries.count - 1)
  }
}
