import Community

/// Where a word stands in a profile, and so how much it counts: docs/search-format.md, "Words".
enum WordClass: UInt8, CaseIterable, Comparable, Sendable {
  case bio
  case location
  case education
  case help
  case headline
  case work
  case nameOfOne
  case nameOfTwo
  case nameOfThree
  case longerName

  /// The class of a name by how many words somebody types who types all of it.
  init(nameOf words: Int) {
    self = WordClass(rawValue: WordClass.nameOfOne.rawValue + UInt8(min(max(words, 1), 4) - 1)) ?? .longerName
  }

  /// The class of a facet's field; nil where its terms are no words to look for.
  init?(field: String, customFields: [CustomField]) {
    if let builtIn = ProfileField(rawValue: field) {
      self.init(builtIn)
    } else {
      self.init(customFields.first { $0.name == field }?.kind ?? .text)
    }
  }

  init?(_ field: ProfileField) {
    switch field {
    case .employer, .title, .industry, .expertise: self = .work
    case .helpWith, .languages, .mentoring, .meetingModes: self = .help
    case .school, .degree, .majors: self = .education
    case .city, .region, .country: self = .location
    case .classYear: return nil
    }
  }

  init?(_ kind: CustomField.Kind) {
    switch kind {
    case .terms, .flag: self = .help
    case .text: self = .education
    case .number, .date, .link, .email: return nil
    }
  }

  static func < (left: WordClass, right: WordClass) -> Bool { left.rawValue < right.rawValue }
}
