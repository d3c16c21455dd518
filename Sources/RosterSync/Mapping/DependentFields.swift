import FrontMatter
import Scheduling

/// Fields that can't be read from their own cell alone: regions by their country, time zones by the place, hours by the
/// mentor's clock. In this order, for each needs the one before.
struct DependentFields: Sendable {
  let readers: [CellReader]
  /// Where each field's values begin in a record.
  let offsets: [Int]
  /// The headers of each field's columns, for findings.
  let headers: [String]
  let zoneNames: Set<String>
  let siteZone: String
  let today: CivilDate
  private let city: Int?
  private let region: Int?
  private let country: Int?
  private let zone: Int?
  private let hours: Int?
  private let placeHeaders: String

  init(readers: [CellReader], offsets: [Int], headers: [String], mapping: Mapping) {
    self.readers = readers
    self.offsets = offsets
    self.headers = headers
    zoneNames = mapping.zoneNames
    siteZone = mapping.site.timeZone
    today = mapping.today
    let paths = readers.flatMap { $0.mapping.paths }
    city = paths.firstIndex(of: "location.city")
    region = paths.firstIndex(of: "location.region")
    country = paths.firstIndex(of: "location.country")
    zone = readers.firstIndex { $0.kind == .zone }
    hours = readers.firstIndex { $0.kind == .hours }
    placeHeaders = readers.firstIndex { $0.mapping.field.hasPrefix("location") }.map { headers[$0] } ?? ""
  }

  func settle(_ person: inout RecordReading.Person, memory: inout CellMemory) {
    settleRegion(&person)
    let zone = settleZone(&person, memory: &memory)
    settleHours(&person, zone: zone, memory: &memory)
  }

  private func text(_ offset: Int?, in person: RecordReading.Person) -> String? {
    guard let offset, case .value(.text(let text)) = person.values[offset] else { return nil }
    return text
  }

  // MARK: - Regions

  /// `MA` in the United States is Massachusetts.
  private func settleRegion(_ person: inout RecordReading.Person) {
    guard let region, let written = text(region, in: person), let country = text(country, in: person),
      let known = Regions.region(written, in: country)
    else { return }
    person.values[region] = .value(.text(known.name(for: written)))
  }

  // MARK: - Time zones

  /// Writes the zone's name in the place of what the cell says; where there is no cell, of the city.
  /// - Returns: the zone, if it is known.
  private func settleZone(_ person: inout RecordReading.Person, memory: inout CellMemory) -> String? {
    guard let index = zone else { return nil }
    let offset = offsets[index]
    let (city, region, country) = (text(city, in: person), text(region, in: person), text(country, in: person))
    guard case .value(.text(let written)) = person.values[offset] else {
      guard readers[index].mapping.columns.isEmpty, city != nil || region != nil || country != nil else { return nil }
      return zone(of: (city, region, country), at: offset, in: &person, memory: &memory)
    }
    let word = readers[index].terms.written[WordKey.of(written)]?.first ?? written
    if zoneNames.contains(word) {
      person.values[offset] = .value(.text(word))
      return word
    }
    var answer = PlaceZones.Answer.unknown
    if let named = PlaceZones.named(word, country: country) {
      answer = .zone(named)
    } else if PlaceZones.named(word, country: nil) == nil, let place = try? PlaceText.read(word, usualCountry: nil) {
      answer = PlaceZones.zone(city: place.city, region: place.region ?? region, country: place.country ?? country)
    }
    if case .zone(let name) = answer, zoneNames.contains(name) {
      person.values[offset] = .value(.text(name))
      return name
    }
    person.values[offset] = .noOpinion
    if case .several(let zones) = answer {
      person.note(.placesOfThatName(word, zones: zones), in: headers[index], at: person.record.row)
    } else {
      person.note(.zone(word, nearest: nearestZone(word)), in: headers[index], at: person.record.row)
    }
    return nil
  }

  private func zone(
    of place: (city: String?, region: String?, country: String?), at offset: Int, in person: inout RecordReading.Person,
    memory: inout CellMemory
  ) -> String? {
    switch memory.zone(of: place) {
    case .zone(let name) where zoneNames.contains(name):
      person.values[offset] = .value(.text(name))
      return name
    case .zone, .unknown, .several:
      // Without hours nobody misses a time zone; with them, they would be shown on the site's clock.
      guard hasHours(person) else { return nil }
      let words = [place.city, place.region, place.country].compactMap { $0 }.joined(separator: ", ")
      person.note(.zoneOfPlace(words), in: placeHeaders, at: person.record.row)
      return nil
    }
  }

  private func nearestZone(_ word: String) -> String? {
    let key = WordKey.of(word)
    return zoneNames.filter { $0.split(separator: "/").last.map { WordKey.of(String($0)) } == key }.min()
  }

  // MARK: - Hours

  private func hasHours(_ person: RecordReading.Person) -> Bool {
    guard let index = hours else { return false }
    if case .value = person.values[offsets[index]] { return true }
    return false
  }

  /// Takes hours in words apart: those of every week, and the dates without any.
  private func settleHours(_ person: inout RecordReading.Person, zone: String?, memory: inout CellMemory) {
    guard let index = hours else { return }
    let (weekly, except) = (offsets[index], offsets[index] + 1)
    guard case .value(.text(let written)) = person.values[weekly] else { return }
    person.values[weekly] = .noOpinion
    switch memory.hours(written, zone: zone, read: { HoursText.read(written, zone: zone, today: today) }) {
    case .hours(let hours):
      person.values[weekly] = .value(.texts(hours.weekly))
      if !hours.except.isEmpty { person.values[except] = .value(.texts(hours.except)) }
      settle(hours, written: written, zone: zone, at: index, in: &person)
    case .question(let reading, let question):
      person.note(.hours(written, reading: reading, question: question), in: headers[index], at: person.record.row)
    case .none: break
    }
  }

  /// Hours that name a clock are good where that is the mentor's; where no clock is known, it becomes the mentor's.
  private func settle(
    _ hours: HoursText.Hours, written: String, zone: String?, at index: Int, in person: inout RecordReading.Person
  ) {
    guard let own = hours.zone, own != zone else { return }
    if zone == nil, let index = self.zone {
      person.values[offsets[index]] = .value(.text(own))
      return
    }
    person.values[offsets[index]] = .noOpinion
    person.values[offsets[index] + 1] = .noOpinion
    person.note(
      .hoursInAnotherZone(written, hours: own, mentor: zone ?? siteZone), in: headers[index],
      at: person.record.row)
  }
}
