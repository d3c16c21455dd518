/// Finds the time zone of a place.
enum PlaceZones {
  /// What is known of a place's time zone.
  enum Answer: Equatable {
    case zone(String)
    /// There is more than one place of the name; these are their zones.
    case several([String])
    case unknown
  }

  /// The zone of a place, by the city first, then by a state or country that has only one.
  static func zone(city: String?, region: String?, country: String?) -> Answer {
    let known = region.flatMap { Regions.region($0, in: country.map(Countries.named)) }
    let country = country.map(Countries.named) ?? known?.country
    let written = known?.name ?? region
    if let city, let places = cities[WordKey.of(city)] {
      let fitting = places.filter { place in
        (country == nil || WordKey.of(place.country) == country.map(WordKey.of))
          && (written == nil || place.region == nil || WordKey.of(place.region ?? "") == written.map(WordKey.of))
      }
      let zones = Set(fitting.map(\.zone)).sorted()
      if zones.count == 1 { return .zone(zones[0]) }
      if zones.count > 1 { return .several(zones) }
    }
    if let zone = known?.zone { return .zone(zone) }
    if let country, let zone = onlyZones[WordKey.of(country)] { return .zone(zone) }
    return .unknown
  }

  /// The countries in which a city of the name is known.
  static func countries(ofCity city: String) -> Set<String> {
    Set((cities[WordKey.of(city)] ?? []).map(\.country))
  }

  /// What people write for a zone beside its name: `Eastern`, `ET`, `US Central`. By the halves of the year (`EST`,
  /// `EDT`) they mean the clock of the place all year.
  ///
  /// China and others have a CST too, so such words count for places in North America, or where no country is known.
  static func named(_ text: String, country: String?) -> String? {
    guard let zone = names[WordKey.of(text)] else { return nil }
    let isAmerican = zone.hasPrefix("America/") || zone.hasPrefix("Pacific/")
    let country = country.map(Countries.named)
    return !isAmerican || country == nil || country == PlaceTable.unitedStates || country == PlaceTable.canada
      ? zone : nil
  }

  // MARK: - Tables

  private struct Place {
    let country: String
    let region: String?
    let zone: String
  }

  private static let cities: [String: [Place]] = {
    var table: [String: [Place]] = [:]
    for row in PlaceTable.rows {
      for entry in row.cities.split(separator: "; ") {
        let parts = entry.split(separator: "/", maxSplits: 1).map(String.init)
        let place = Place(country: row.country, region: parts.count > 1 ? parts[1] : nil, zone: row.zone)
        table[WordKey.of(parts[0]), default: []].append(place)
      }
    }
    return table
  }()

  /// Countries in which one clock shows everywhere, but for small parts.
  private static let onlyZones: [String: String] = {
    var zones: [String: Set<String>] = [:]
    for row in PlaceTable.rows { zones[WordKey.of(row.country), default: []].insert(row.zone) }
    return zones.compactMapValues { $0.count == 1 ? $0.first : nil }
  }()

  private static let names: [String: String] = {
    var table: [String: String] = [:]
    for (zone, words) in spoken { for word in words { table[WordKey.of(word)] = zone } }
    return table
  }()

  private static let spoken: [(String, [String])] = [
    (
      "America/New_York",
      ["ET", "EST", "EDT", "Eastern", "Eastern Time", "US Eastern", "Eastern Time (US & Canada)", "EST/EDT"]
    ),
    (
      "America/Chicago",
      ["CT", "CST", "CDT", "Central", "Central Time", "US Central", "Central Time (US & Canada)", "CST/CDT"]
    ),
    (
      "America/Denver",
      ["MT", "MST", "MDT", "Mountain", "Mountain Time", "US Mountain", "Mountain Time (US & Canada)", "MST/MDT"]
    ),
    (
      "America/Los_Angeles",
      ["PT", "PST", "PDT", "Pacific", "Pacific Time", "US Pacific", "Pacific Time (US & Canada)", "PST/PDT"]
    ),
    ("America/Anchorage", ["Alaska Time", "AKST", "AKDT"]), ("Pacific/Honolulu", ["Hawaii Time", "HST"]),
    ("Europe/London", ["UK time", "British time", "GMT/BST"]),
    ("Europe/Berlin", ["CET", "CEST", "Central European Time"]), ("Etc/UTC", ["UTC", "GMT"]),
  ]
}
