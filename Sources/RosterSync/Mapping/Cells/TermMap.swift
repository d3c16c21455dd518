import Addresses
import Community
import Diagnostics

/// Brings a roster's words to the site's terms.
///
/// 1. The field's own `terms` in `sync.yaml`.
/// 2. The synonyms of the facet that is made of the field, in `site.yaml`.
/// 3. The word as it is.
struct TermMap: Sendable {
  /// The words of `sync.yaml` by their keys.
  let written: [String: [String]]
  /// The synonyms of the facet by their keys.
  let synonyms: [String: String]
  /// Whether only words of `written`, or what they stand for, count.
  let allowsOnlyTerms: Bool
  /// The keys of the terms that words stand for.
  private let targets: [String: String]

  init(_ reading: CellReading, facet: SiteSettings.FacetDefinition?) {
    var written: [String: [String]] = [:]
    var targets: [String: String] = [:]
    for (word, terms) in reading.terms.sorted(by: { $0.key < $1.key }) {
      written[WordKey.of(word)] = terms
      for term in terms { targets[WordKey.of(term)] = term }
    }
    var synonyms: [String: String] = [:]
    for (word, term) in facet?.synonyms ?? [:] { synonyms[WordKey.of(word)] = term }
    for (term, definition) in facet?.terms ?? [:] where definition.label != nil { targets[WordKey.of(term)] = term }
    self.written = written
    self.synonyms = synonyms
    self.targets = targets
    allowsOnlyTerms = reading.allowsOnlyTerms
  }

  /// The terms that a word stands for; none where the settings leave the word out.
  func terms(_ word: String) throws(CellProblem) -> [String] {
    let key = WordKey.of(word)
    if let terms = written[key] { return terms }
    if let term = synonyms[key] { return [term] }
    if let term = targets[key] { return [term] }
    guard allowsOnlyTerms else { return [word] }
    let known = Set(targets.values).sorted()
    throw .term(word, known: known, nearest: NearestName.of(word, among: known))
  }

  /// The one term of a cell; nil where the settings leave the word out.
  func one(_ word: String) throws(CellProblem) -> String? {
    let terms = try terms(word)
    if terms.count > 1 { throw .several(terms) }
    return terms.first
  }

  /// The terms of a cell, each once, in the roster's order.
  func list(_ texts: [String], separators: [String]) throws(CellProblem) -> [String] {
    var list: [String] = []
    var seen: Set<String> = []
    for item in ListText.items(texts, separators: separators) {
      for term in try terms(item) where seen.insert(WordKey.of(term)).inserted { list.append(term) }
    }
    return list
  }
}

// MARK: - Fixed words

extension TermMap {
  /// The fixed word that a cell stands for; nil where the settings leave it out.
  func choice(_ word: String, among choices: [String]) throws(CellProblem) -> String? {
    let found = try self.choices([word], among: choices, separators: ["\n"])
    if found.count > 1 { throw .several(found) }
    return found.first
  }

  /// The fixed words that a cell stands for, each once, in the order that the site has them in.
  func choices(_ texts: [String], among choices: [String], separators: [String]) throws(CellProblem) -> [String] {
    var found: Set<String> = []
    for item in ListText.items(texts, separators: separators) {
      for word in written[WordKey.of(item)] ?? [item] { found.insert(try Self.fixed(word, among: choices)) }
    }
    return choices.filter(found.contains)
  }

  private static func fixed(_ word: String, among choices: [String]) throws(CellProblem) -> String {
    let key = WordKey.of(word)
    if let choice = choices.first(where: { WordKey.of($0) == key }) { return choice }
    if let choice = others[key], choices.contains(choice) { return choice }
    throw .choice(word, known: choices, nearest: NearestName.of(word, among: choices))
  }

  /// What rosters say for the words that profiles have.
  private static let others: [String: String] = {
    let words: [(String, [String])] = [
      ("video", ["video call", "video chat", "videoconference", "Zoom", "Teams", "Skype", "Google Meet", "online"]),
      ("phone", ["phone call", "telephone", "call"]),
      ("in-person", ["face to face", "in-person meeting", "coffee", "onsite", "on site"]),
      ("email", ["e-mail", "mail"]), ("text", ["SMS", "text message"]),
      ("flash", ["flash mentoring", "one-time"]), ("ongoing", ["ongoing mentoring", "long-term"]),
    ]
    var table: [String: String] = [:]
    for (word, others) in words { for other in others { table[WordKey.of(other)] = word } }
    return table
  }()
}

/// Takes lists in one cell apart.
enum ListText {
  /// The items of a cell, without space around them. Several texts are items already, as a JSON array's are.
  static func items(_ texts: [String], separators: [String]) -> [String] {
    guard texts.count == 1 else { return texts }
    var items = [Substring(texts[0])]
    if separators.isEmpty {
      items = texts[0].split { usual.contains($0) }
    } else {
      for separator in separators { items = items.flatMap { $0.split(separator: separator) } }
    }
    return items.map { String($0).trimmingSpaces }.filter { !$0.isEmpty }
  }

  private static let usual: Set<Character> = [",", ";", "|", "\n", "\u{2022}"]
}
