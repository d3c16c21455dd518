import FrontMatter

/// Fields that can't be read from their own cell alone: regions by their country, time zones by the place, hours by the
/// mentor's clock. In this order, for each needs the one before.
struct DependentFields {
  let readers: [CellReader]
  let offsets: [Int]
  let mapping: Mapping
  /// The headers of a field's columns, for findings.
  let headers: (Int) -> String

  func settle(_ person: inout RecordReading.Person) {
    settleRegion(&person)
    let zone = settleZone(&person)
    settleHours(&person, zone: zone)
  }

  private func text(_ path: String, in person: RecordReading.Person) -> String? {
    guard let offset = offset(of: path), case .value(.text(let text)) = person.values[offset] else { return nil }
    return text
  }

  private func offset(of path: String) -> Int? {
    for (index, reader) in readers.enumerated() {
      if let inner = reader.mapping.paths.firstIndex(of: path) { return offsets[index] + inner }
    }
    return nil
  }

  // MARK: - Regions

  /// `MA` in the United States is Massachusetts.
  private func settleRegion(_ person: inout RecordReading.Person) {
    guard let offset = offset(of: "location.region"), case .value(.text(let written)) = person.values[offset],
      let country = text("location.country", in: person), let region = Regions.region(written, in: country)
    else { return }
    person.values[offset] = .value(.text(region.name(for: written)))
  }

  // MARK: - Time zones

  /// Writes the zone's name in the place of what the cell says; where there is no cell, of the city.
  /// - Returns: the zone, if it is known.
  private func settleZone(_ person: inout RecordReading.Person) -> String? {
    guard let index = readers.firstIndex(where: { $0.kind == .zone }) else { return nil }
    let offset = offsets[index]
    let (city, region, country) = (
      text("location.city", in: person), text("location.region", in: person), text("location.country", in: person)
    )
    guard case .value(.text(let written)) = person.values[offset] else {
      guard readers[index].mapping.columns.isEmpty, city != nil || region != nil || country != nil else { return nil }
      return zone(of: (city, region, country), at: offset, in: &person)
    }
    let word = readers[index].terms.written[WordKey.of(written)]?.first ?? written
    if mapping.zoneNames.contains(word) {
      person.values[offset] = .value(.text(word))
      return word
    }
    var answer = PlaceZones.Answer.unknown
    if let named = PlaceZones.named(word, country: country) {
      answer = .zone(named)
    } else if PlaceZones.named(word, country: nil) == nil, let place = try? PlaceText.read(word, usualCountry: nil) {
      answer = PlaceZones.zone(city: place.city, region: place.region ?? region, country: place.country ?? country)
    }
    if case .zone(let name) = answer, mapping.zoneNames.contains(name) {
      person.values[offset] = .value(.text(name))
      return name
    }
    person.values[offset] = .noOpinion
    if case .several(let zones) = answer {
      person.note(.placesOfThatName(word, zones: zones), in: headers(index), at: person.record.row)
    } else {
      person.note(.zone(word, nearest: nearestZone(word)), in: headers(index), at: person.record.row)
    }
    return nil
  }

  private func zone(
    of place: (city: String?, region: String?, country: String?), at offset: Int, in person: inout RecordReading.Person
  ) -> String? {
    switch PlaceZones.zone(city: place.city, region: place.region, country: place.country) {
    case .zone(let name) where mapping.zoneNames.contains(name):
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
    return mapping.zoneNames.filter { $0.split(separator: "/").last.map { WordKey.of(String($0)) } == key }.min()
  }

  private var placeHeaders: String {
    for (index, reader) in readers.enumerated() where reader.mapping.field.hasPrefix("location") {
      return headers(index)
    }
    return ""
  }

  // MARK: - Hours

  private func hasHours(_ person: RecordReading.Person) -> Bool {
    guard let index = readers.firstIndex(where: { $0.kind == .hours }) else { return false }
    if case .value = person.values[offsets[index]] { return true }
    return false
  }

  /// Takes hours in words apart: those of every week, and the dates without any.
  private func settleHours(_ person: inout RecordReading.Person, zone: String?) {
    guard let index = readers.firstIndex(where: { $0.kind == .hours }) else { return }
    let (weekly, except) = (offsets[index], offsets[index] + 1)
    guard case .value(.text(let written)) = person.values[weekly] else { return }
    person.values[weekly] = .noOpinion
    switch HoursText.read(written, zone: zone) {
    case .hours(let hours):
      person.values[weekly] = .value(.texts(hours.weekly))
      if !hours.except.isEmpty { person.values[except] = .value(.texts(hours.except)) }
      settle(hours, written: written, zone: zone, at: index, in: &person)
    case .question(let reading, let question):
      person.note(.hours(written, reading: reading, question: question), in: headers(index), at: person.record.row)
    case .none: break
    }
  }

  /// Hours that name a clock are good where that is the mentor's; where no clock is known, it becomes the mentor's.
  private func settle(
    _ hours: HoursText.Hours, written: String, zone: String?, at index: Int, in person: inout RecordReading.Person
  ) {
    guard let own = hours.zone, own != zone else { return }
    if zone == nil, let offset = offset(of: "timezone") {
      person.values[offset] = .value(.text(own))
      return
    }
    person.values[offsets[index]] = .noOpinion
    person.values[offsets[index] + 1] = .noOpinion
    person.note(
      .hoursInAnotherZone(written, hours: own, mentor: zone ?? mapping.site.timeZone), in: headers(index),
      at: person.record.row)
  }
}
