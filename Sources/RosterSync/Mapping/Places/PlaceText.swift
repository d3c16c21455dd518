import Addresses

/// A place as one text says it: `Boston, MA`, `Berlin, Germany`, `Montréal, QC, Canada`.
struct PlaceText: Equatable {
  var city: String?
  var region: String?
  var country: String?

  /// What a text can't be told apart as.
  enum Problem: Error, Hashable {
    /// More parts than city, region and country.
    case tooManyParts
    /// The last part could be a region or a country.
    case regionOrCountry(String)
    /// No place: `Remote`.
    case noPlace
  }

  /// Reads a place.
  /// - Parameter usualCountry: the country of places that name none.
  static func read(_ text: String, usualCountry: String?) throws(Problem) -> PlaceText {
    var parts = text.split { $0 == "," || $0 == ";" || $0 == "·" }.map { String($0).trimmingSpaces }.filter {
      !$0.isEmpty
    }
    if parts.count == 1, noPlaces.contains(WordKey.of(parts[0])) { throw .noPlace }
    if parts.count > 1 { parts[parts.count - 1] = withoutPostalCode(parts[parts.count - 1]) }
    switch parts.count {
    case 0: return PlaceText()
    case 1: return one(parts[0], usualCountry)
    case 2: return try two(parts[0], parts[1], usualCountry)
    case 3:
      let country = Countries.named(parts[2])
      return PlaceText(
        city: parts[0], region: Regions.region(parts[1], in: country)?.name(for: parts[1]) ?? parts[1], country: country
      )
    default: throw .tooManyParts
    }
  }

  /// One word: a country only where no city has the name (Singapore, Luxembourg).
  private static func one(_ part: String, _ usualCountry: String?) -> PlaceText {
    if let country = Countries.known(part), PlaceZones.countries(ofCity: part).isEmpty {
      return PlaceText(country: country)
    }
    return PlaceText(city: part, country: usualCountry)
  }

  private static func two(
    _ city: String, _ second: String, _ usualCountry: String?
  ) throws(Problem) -> PlaceText {
    let country = Countries.known(second)
    let region = Regions.region(second, in: usualCountry)
    let known = PlaceZones.countries(ofCity: city)
    switch (country, region) {
    case (let country?, nil): return PlaceText(city: city, country: country)
    case (nil, let region?):
      // In "Berlin, DE" a state's short form stands for a country.
      if !known.isEmpty, !known.contains(region.country) { throw .regionOrCountry(second) }
      return PlaceText(city: city, region: region.name(for: second), country: region.country)
    case (let country?, let region?):
      // Georgia is both. Where the city is, the city tells.
      if known == [country] { return PlaceText(city: city, country: country) }
      if known == [region.country] {
        return PlaceText(city: city, region: region.name(for: second), country: region.country)
      }
      throw .regionOrCountry(second)
    case (nil, nil): return PlaceText(city: city, region: second, country: usualCountry)
    }
  }

  private static let noPlaces: Set<String> = ["remote", "online", "virtual", "anywhere", "various", "nomad", "tbd"]

  /// `MA 02110` is `MA`.
  private static func withoutPostalCode(_ text: String) -> String {
    let words = text.split(separator: " ")
    guard words.count > 1, let last = words.last, last.utf8.count >= 5,
      last.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") })
    else { return text }
    return words.dropLast().joined(separator: " ")
  }
}
