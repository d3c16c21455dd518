import Community

/// What a profile field holds, which decides how a roster's cell is read for it.
enum FieldKind: Hashable, Sendable {
  /// One line.
  case line
  /// One term: a line that synonyms apply to.
  case term
  /// A list of terms.
  case terms
  /// One of fixed words.
  case choice([String])
  /// A list of fixed words.
  case choices([String])
  /// A year of graduation.
  case year
  /// A whole number.
  case number(ClosedRange<Int>)
  /// True or false.
  case flag
  /// A date.
  case date
  /// A mail address.
  case mail
  /// A phone number.
  case phone
  /// An address that begins with `http://` or `https://`.
  case link
  /// A time zone's name, or a place that has one.
  case zone
  /// A place in one text: city, region, country.
  case place
  /// A country.
  case country
  /// Hours in words.
  case hours
}

extension FieldKind {
  /// The built-in fields that a roster can fill. `photo`, the biography, and what the sync itself decides
  /// (`consent`, `draft`) are not among them.
  static let builtIn: [(field: String, kind: FieldKind)] = [
    ("name", .line), ("sort_name", .line), ("called", .line), ("pronouns", .line), ("headline", .line),
    ("email", .mail), ("phone", .phone), ("contact.prefer", .choice(ContactPreference.allCases.map(\.rawValue))),
    ("class_year", .year), ("school", .term), ("degree", .term), ("majors", .terms), ("employer", .term),
    ("title", .term), ("industry", .term), ("expertise", .terms), ("help_with", .terms), ("languages", .terms),
    ("location", .place), ("location.city", .term), ("location.region", .term), ("location.country", .country),
    ("timezone", .zone), ("mentoring", .choices(MentoringKind.allCases.map(\.rawValue))),
    ("meeting_modes", .choices(MeetingMode.allCases.map(\.rawValue))), ("meeting_place", .line),
    ("availability", .hours), ("availability.calendar", .link), ("status", .choice(["active", "paused"])),
    ("paused_until", .date), ("capacity", .number(0...1000)), ("verified", .date), ("joined", .date),
  ]

  /// Fields of a profile that a roster can't fill, and why.
  static let refused: [String: String] = [
    "consent": "consent has a part of its own: write  consent: {column: …}  beside 'fields'",
    "draft": "drafts are the editors' own",
    "photo": "photos are files, which the editors put into photos/",
    "bio": "the biography is the editors' own: it is the text below the fields",
    "availability.weekly": "write  availability: …, which is taken apart into hours and dates without hours",
    "availability.except": "write  availability: …, which is taken apart into hours and dates without hours",
  ]

  /// Groups of fields, whose fields can be named below them.
  static let groups: Set<String> = ["location", "links", "contact", "availability"]

  /// What a field holds; nil where no roster can fill it.
  static func of(_ field: String, site: SiteSettings) -> FieldKind? {
    if let known = builtIn.first(where: { $0.field == field }) { return known.kind }
    if field.hasPrefix("links."), field.utf8.count > 6 { return .link }
    return site.fields.first { $0.name == field }.map { of($0.kind) }
  }

  private static func of(_ kind: CustomField.Kind) -> FieldKind {
    switch kind {
    case .text: .term
    case .terms: .terms
    case .flag: .flag
    case .number: .number(-1_000_000_000...1_000_000_000)
    case .date: .date
    case .link: .link
    case .email: .mail
    }
  }

  /// The options of `CellReading` that mean something for the kind.
  var options: Set<String> {
    switch self {
    case .line: []
    case .term, .country, .choice: ["terms", "only_terms"]
    case .terms, .choices: ["terms", "only_terms", "split"]
    case .year: ["century_from"]
    case .number, .mail, .hours: []
    case .flag: ["yes", "no"]
    case .date: ["order"]
    case .phone: ["calling_code"]
    case .link: ["prefix"]
    case .zone: ["from", "terms"]
    case .place: ["country", "terms"]
    }
  }
}
