/// States and provinces with their short forms, and other names of countries.
enum Regions {
  /// A state or province.
  struct Region {
    let name: String
    let country: String
    /// Its time zone, where most of it has one.
    let zone: String?

    /// The whole name in the place of a short form; a whole name stays as it is spelled (Hawaiʻi).
    func name(for written: String) -> String { WordKey.of(written) == WordKey.of(name) ? written : name }
  }

  /// By short form and name, as keys of `WordKey`.
  static let unitedStates = table(states, country: PlaceTable.unitedStates)
  static let canada = table(provinces, country: PlaceTable.canada)

  /// The region that a text names, in a country where one is known.
  ///
  /// A short form alone tells little (WA is in the United States and in Australia), so it counts only where the country
  /// is known, or none but one of the two could be meant and the text stands behind a city.
  static func region(_ text: String, in country: String?) -> Region? {
    let key = WordKey.of(text)
    switch country {
    case PlaceTable.unitedStates: return unitedStates[key]
    case PlaceTable.canada: return canada[key]
    case nil: return unitedStates[key] ?? canada[key]
    default: return nil
    }
  }

  private static func table(
    _ rows: [(short: String, name: String, zone: String?)], country: String
  ) -> [String: Region] {
    var table: [String: Region] = [:]
    for row in rows {
      let region = Region(name: row.name, country: country, zone: row.zone)
      table[WordKey.of(row.short)] = region
      table[WordKey.of(row.name)] = region
    }
    // What people write beside.
    if country == PlaceTable.unitedStates {
      table["d-c"] = table["dc"]
      table["washington-dc"] = table["dc"]
    }
    return table
  }

  private static let eastern = "America/New_York"
  private static let central = "America/Chicago"
  private static let mountain = "America/Denver"
  private static let western = "America/Los_Angeles"

  /// A zone stands where the whole state has it, or all of it that is peopled but a corner.
  private static let states: [(short: String, name: String, zone: String?)] = [
    ("AL", "Alabama", central), ("AK", "Alaska", nil), ("AZ", "Arizona", nil), ("AR", "Arkansas", central),
    ("CA", "California", western), ("CO", "Colorado", mountain), ("CT", "Connecticut", eastern),
    ("DE", "Delaware", eastern), ("DC", "District of Columbia", eastern), ("FL", "Florida", nil),
    ("GA", "Georgia", eastern), ("HI", "Hawaii", "Pacific/Honolulu"), ("ID", "Idaho", nil),
    ("IL", "Illinois", central), ("IN", "Indiana", nil), ("IA", "Iowa", central), ("KS", "Kansas", nil),
    ("KY", "Kentucky", nil), ("LA", "Louisiana", central), ("ME", "Maine", eastern), ("MD", "Maryland", eastern),
    ("MA", "Massachusetts", eastern), ("MI", "Michigan", nil), ("MN", "Minnesota", central),
    ("MS", "Mississippi", central), ("MO", "Missouri", central), ("MT", "Montana", mountain), ("NE", "Nebraska", nil),
    ("NV", "Nevada", nil), ("NH", "New Hampshire", eastern), ("NJ", "New Jersey", eastern),
    ("NM", "New Mexico", mountain), ("NY", "New York", eastern), ("NC", "North Carolina", eastern),
    ("ND", "North Dakota", nil), ("OH", "Ohio", eastern), ("OK", "Oklahoma", central), ("OR", "Oregon", nil),
    ("PA", "Pennsylvania", eastern), ("RI", "Rhode Island", eastern), ("SC", "South Carolina", eastern),
    ("SD", "South Dakota", nil), ("TN", "Tennessee", nil), ("TX", "Texas", nil), ("UT", "Utah", mountain),
    ("VT", "Vermont", eastern), ("VA", "Virginia", eastern), ("WA", "Washington", western),
    ("WV", "West Virginia", eastern), ("WI", "Wisconsin", central), ("WY", "Wyoming", mountain),
  ]

  private static let provinces: [(short: String, name: String, zone: String?)] = [
    ("AB", "Alberta", "America/Edmonton"), ("BC", "British Columbia", nil), ("MB", "Manitoba", "America/Winnipeg"),
    ("NB", "New Brunswick", "America/Moncton"), ("NL", "Newfoundland and Labrador", nil),
    ("NS", "Nova Scotia", "America/Halifax"), ("NT", "Northwest Territories", nil), ("NU", "Nunavut", nil),
    ("ON", "Ontario", nil), ("PE", "Prince Edward Island", "America/Halifax"), ("QC", "Quebec", nil),
    ("SK", "Saskatchewan", nil), ("YT", "Yukon", nil),
  ]
}

/// Countries by the names that rosters give them.
enum Countries {
  /// The name that pages show for a country; as written where the text is none that is known.
  static func named(_ text: String) -> String { byKey[WordKey.of(text)] ?? text }

  /// The country that a text names; nil where it names none that is known.
  static func known(_ text: String) -> String? { byKey[WordKey.of(text)] }

  private static let byKey: [String: String] = {
    var table: [String: String] = [:]
    for row in PlaceTable.rows { table[WordKey.of(row.country)] = row.country }
    for (other, name) in others { table[WordKey.of(other)] = name }
    return table
  }()

  private static let others: [(String, String)] = [
    ("US", PlaceTable.unitedStates), ("USA", PlaceTable.unitedStates), ("U.S.", PlaceTable.unitedStates),
    ("U.S.A.", PlaceTable.unitedStates), ("United States of America", PlaceTable.unitedStates),
    ("UK", "United Kingdom"), ("U.K.", "United Kingdom"), ("Great Britain", "United Kingdom"),
    ("UAE", "United Arab Emirates"), ("U.A.E.", "United Arab Emirates"), ("Korea, South", "South Korea"),
    ("Republic of Korea", "South Korea"), ("Czech Republic", "Czechia"), ("The Netherlands", "Netherlands"),
    ("Holland", "Netherlands"), ("Deutschland", "Germany"), ("España", "Spain"), ("México", "Mexico"),
    ("Brasil", "Brazil"), ("Turkey", "Türkiye"), ("Viet Nam", "Vietnam"), ("Ivory Coast", "Côte d'Ivoire"),
    ("Macedonia", "North Macedonia"), ("Swaziland", "Eswatini"), ("Burma", "Myanmar"), ("PRC", "China"),
    ("People's Republic of China", "China"), ("Russian Federation", "Russia"),
  ]
}
