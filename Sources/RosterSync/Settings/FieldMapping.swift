/// How a profile field is filled from a roster.
public struct FieldMapping: Hashable, Sendable {
  /// The field's path in a profile: `employer`, `location.city`, `links.linkedin`, or `location` and `availability`,
  /// which a text is taken apart for.
  public var field: String
  /// The column; several are put together with spaces (`First name`, `Last name`). None where the field is found
  /// from others: `timezone` from the city.
  public var columns: [ColumnName]
  /// Who has the last word.
  public var owner: FieldOwner
  /// Whether an empty cell empties the field; otherwise it says nothing.
  public var isClearable: Bool
  /// How the cell is read.
  public var reading: CellReading

  /// A field and its column.
  public init(
    _ field: String, from columns: ColumnName..., owner: FieldOwner = .shared, isClearable: Bool = false,
    reading: CellReading = CellReading()
  ) {
    self.field = field
    self.columns = columns
    self.owner = owner
    self.isClearable = isClearable
    self.reading = reading
  }

  /// The paths that the field's values are found at in a record: `location` is three.
  public var paths: [String] {
    switch field {
    case "location": ["location.city", "location.region", "location.country"]
    case "availability": ["availability.weekly", "availability.except"]
    default: [field]
    }
  }
}

/// How a cell is read, beyond what the kind of its field says.
public struct CellReading: Hashable, Sendable {
  /// What parts the items of a list: each of these; empty for a comma, a semicolon, a bar or a line end.
  public var separators: [String] = []
  /// Words of the roster → those of the site: none to leave the word out, or several. Case, accents and punctuation
  /// don't matter.
  public var terms: [String: [String]] = [:]
  /// Whether a word that is not among `terms` is a reason to quarantine the row.
  public var allowsOnlyTerms = false
  /// For years of two digits: the first year of the hundred that they lie in; nil where such a year is a question.
  public var centuryFrom: Int?
  /// For dates such as 3/4/2027: which number is the month; nil where such a date is a question.
  public var dateOrder: DateOrder?
  /// For numbers without `+`: what stands before them to call from abroad, such as `+1`.
  public var callingCode: String?
  /// For a location without a country: the country.
  public var country: String?
  /// For a field that is true or false: what stands there for true.
  public var yes = ConsentColumn.yes
  /// For a field that is true or false: what stands there for false.
  public var no = ConsentColumn.no
  /// For a handle in a link's place: what stands before it, such as `https://www.linkedin.com/in/`.
  public var prefix: String?

  /// Which of a date's numbers comes first.
  public enum DateOrder: String, CaseIterable, Hashable, Sendable {
    case monthFirst = "month-first"
    case dayFirst = "day-first"
  }

  /// The usual reading.
  public init() {}
}
