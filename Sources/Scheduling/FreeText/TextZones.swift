/// What people call time zones.
enum TextZones {
  /// One name and the zones that it can stand for.
  struct Name {
    /// The zones whose mentors mean their own when they write so.
    let own: Set<String>
    /// The zone that is meant otherwise; nil where nobody can tell.
    let usual: String?
    /// Whether the usual one is meant only by people in America, or whose zone nobody knows.
    var isAmerican = false
  }

  /// Whether a word names a zone.
  static func isName(_ word: String) -> Bool { names[word] != nil }

  /// The zone that a name means to a mentor.
  static func zone(_ word: String, own: String?) throws(AvailabilityText.Unclear) -> String {
    guard let name = names[word] else { throw .unknown(word) }
    if let own, name.own.contains(own) { return own }
    guard let usual = name.usual, !name.isAmerican || own?.hasPrefix("America/") ?? true else {
      throw .zone(word.uppercased())
    }
    return usual
  }

  private static func america(_ cities: String) -> Set<String> {
    Set(cities.split(separator: " ").map { "America/" + $0 })
  }

  private static func europe(_ cities: String) -> Set<String> {
    Set(cities.split(separator: " ").map { "Europe/" + $0 })
  }

  private static let eastern = america(
    "New_York Detroit Toronto Montreal Nassau Port-au-Prince Iqaluit Kentucky/Louisville Kentucky/Monticello "
      + "Indiana/Indianapolis Indiana/Vincennes Indiana/Winamac Indiana/Marengo Indiana/Petersburg Indiana/Vevay")
  private static let central = america(
    "Chicago Winnipeg Menominee Matamoros Rainy_River Rankin_Inlet Indiana/Tell_City Indiana/Knox North_Dakota/Center "
      + "North_Dakota/New_Salem North_Dakota/Beulah")
  private static let mountain = america("Denver Boise Edmonton Cambridge_Bay Yellowknife")
  private static let pacific = america("Los_Angeles Vancouver Tijuana")
  private static let centralEurope = europe(
    "Berlin Paris Madrid Rome Vienna Zurich Amsterdam Brussels Copenhagen Stockholm Oslo Prague Warsaw Budapest Belgrade "
      + "Zagreb Ljubljana Bratislava Luxembourg Monaco Malta Andorra Tirane Skopje Sarajevo Podgorica Vaduz San_Marino "
      + "Vatican Gibraltar")

  private static let names: [String: Name] = {
    var names: [String: Name] = [:]
    for (words, own, usual) in [
      (["et", "est", "edt", "eastern"], eastern, "America/New_York"),
      (["ct", "cdt", "central"], central, "America/Chicago"),
      (["mt", "mst", "mdt", "mountain"], mountain, "America/Denver"),
      (["pt", "pst", "pdt", "pacific"], pacific, "America/Los_Angeles"),
      (["cet", "cest"], centralEurope, "Europe/Berlin"), (["utc"], ["UTC", "Etc/UTC"], "Etc/UTC"),
      (["jst"], ["Asia/Tokyo"], "Asia/Tokyo"), (["sgt"], ["Asia/Singapore"], "Asia/Singapore"),
      (["hkt"], ["Asia/Hong_Kong"], "Asia/Hong_Kong"), (["nzst", "nzdt"], ["Pacific/Auckland"], "Pacific/Auckland"),
      (["akst", "akdt"], america("Anchorage Juneau Sitka Nome"), "America/Anchorage"),
      (["hst"], ["Pacific/Honolulu"], "Pacific/Honolulu"),
    ] as [([String], Set<String>, String)] {
      for word in words { names[word] = Name(own: own, usual: usual) }
    }
    names["est"] = Name(own: eastern.union(america("Panama Jamaica Cancun Cayman Atikokan")), usual: "America/New_York")
    names["mst"] = Name(own: mountain.union(america("Phoenix Hermosillo")), usual: "America/Denver")
    names["cst"] = Name(
      own: central.union(america("Mexico_City Regina Costa_Rica Guatemala El_Salvador Managua Monterrey"))
        .union(["Asia/Shanghai", "Asia/Taipei", "Asia/Macau"]),
      usual: "America/Chicago", isAmerican: true)
    names["gmt"] = Name(own: ["Europe/London", "Europe/Dublin", "Africa/Accra", "Africa/Abidjan"], usual: nil)
    names["bst"] = Name(own: ["Europe/London", "Asia/Dhaka"], usual: nil)
    names["ist"] = Name(own: ["Asia/Kolkata", "Asia/Calcutta", "Europe/Dublin", "Asia/Jerusalem"], usual: nil)
    let australian = ["Sydney", "Melbourne", "Hobart", "Canberra"].map { "Australia/" + $0 }
    names["aest"] = Name(own: Set(australian + ["Australia/Brisbane"]), usual: nil)
    names["aedt"] = Name(own: Set(australian), usual: nil)
    return names
  }()
}

/// The months' English names.
enum TextMonths {
  /// A month's number.
  static func number(_ word: String) -> Int? { numbers[word] }

  private static let numbers: [String: Int] = {
    let spellings = [
      ["january", "jan"], ["february", "feb"], ["march", "mar"], ["april", "apr"], ["may"], ["june", "jun"],
      ["july", "jul"], ["august", "aug"], ["september", "sep", "sept"], ["october", "oct"], ["november", "nov"],
      ["december", "dec"],
    ]
    return Dictionary(
      uniqueKeysWithValues: spellings.enumerated().flatMap { index, words in words.map { ($0, index + 1) } })
  }()
}
