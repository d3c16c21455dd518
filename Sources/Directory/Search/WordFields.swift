import Community

/// The texts of a profile in which search looks, the weightiest first.
struct WordFields: Sendable {
  /// What the settings say of a facet's terms: other words for each, by its index.
  private struct OtherWords: Sendable {
    let facet: Facet
    let texts: [String]
  }

  private let customFields: [CustomField]
  private let otherWords: [WordClass: [OtherWords]]
  private let builtIn: [(wordClass: WordClass, fields: [ProfileField])]

  init(_ settings: SiteSettings, directory: Directory) {
    customFields = settings.fields
    builtIn = [WordClass.work, .help, .education, .location].map { wordClass in
      (wordClass, ProfileField.allCases.filter { $0 != .employer && WordClass($0) == wordClass })
    }
    var otherWords: [WordClass: [OtherWords]] = [:]
    for facet in directory.facets {
      let texts = facet.terms.map { ($0.synonyms + ($0.hasSettingsLabel ? [$0.label] : [])).joined(separator: " ") }
      guard texts.contains(where: { !$0.isEmpty }),
        let wordClass = WordClass(field: facet.field, customFields: customFields)
      else { continue }
      otherWords[wordClass, default: []].append(OtherWords(facet: facet, texts: texts))
    }
    self.otherWords = otherWords
  }

  /// Hands each text of a mentor to `body`, from the names down to the bio.
  ///
  /// - Parameter number: the mentor's index in `Community.mentors`.
  func forEach(of mentor: Mentor, number: Int, _ body: (_ text: String, _ place: WordPlaceKind) -> Void) {
    body(mentor.name, .name)
    if let called = mentor.called { body(called, .called) }
    if let employer = mentor.employer { body(employer, .employer) }
    for (wordClass, fields) in builtIn {
      if wordClass == .help, let headline = mentor.headline { body(headline, .text(.headline)) }
      for field in fields { field.values(of: mentor).forEach { body($0, .text(wordClass)) } }
      for (field, value) in zip(customFields, mentor.custom) where WordClass(field.kind) == wordClass {
        value.terms(label: field.label).forEach { body($0, .text(wordClass)) }
      }
      for other in otherWords[wordClass] ?? [] {
        for term in other.facet.terms(of: number) where !other.texts[Int(term)].isEmpty {
          body(other.texts[Int(term)], .text(wordClass))
        }
      }
    }
    body(mentor.bio.plainText, .text(.bio))
  }
}

/// What kind of text a word stands in.
enum WordPlaceKind {
  case name
  case called
  case employer
  case text(WordClass)
}
