import Community
import Directory
import Hypertext
import Scheduling

/// Makes the cards: a mentor at a glance.
struct CardMaking: Sendable {
  let community: Community
  let directory: Directory
  let phrases: Phrasebook
  let terms: [[TermModel]]
  let photos: [String: SitePath]
  let slots: [[Slot]]

  /// How many areas of expertise a card names.
  private static let shownExpertise = 3

  /// The card of the mentor at an index of `Community.mentors`.
  func card(_ index: Int) -> CardModel {
    let mentor = community.mentors[index]
    let expertise = terms(of: index, field: .expertise)
    let more = expertise.count - Self.shownExpertise
    return CardModel(
      slug: mentor.slug,
      name: mentor.name,
      link: .site(SiteAddresses.mentor(mentor.slug)),
      headline: mentor.headline,
      pronouns: mentor.pronouns,
      position: position(of: mentor),
      location: mentor.location.label,
      classLabel: mentor.classYear.map { phrases.phrase(.classOf, ["year": String($0)]) },
      photo: mentor.photo.flatMap { photos[$0.value] }.map { .site($0) },
      photoLabel: phrases.phrase(.photoOf, ["name": mentor.name]),
      initials: Initials.of(mentor.name),
      tint: Tint.of(mentor.slug),
      industry: terms(of: index, field: .industry).first,
      expertise: Array(expertise.prefix(Self.shownExpertise)),
      moreExpertise: more > 0 ? phrases.phrase(.moreCount, ["n": phrases.number(more)]) : nil,
      modes: mentor.meetingModes.map { ModeModel(key: $0.rawValue, label: phrases.mode($0)) },
      offersFlash: mentor.mentoring.contains(.flash),
      offersOngoing: mentor.mentoring.contains(.ongoing),
      isPaused: mentor.status != .active,
      pausedNote: mentor.pausedNote(phrases),
      isFull: mentor.isFull,
      nextOpening: slots[index].first.map { opening($0, in: community.zones[mentor.timeZone]) })
  }

  private func position(of mentor: Mentor) -> String? {
    guard let title = mentor.title, let employer = mentor.employer else { return mentor.title ?? mentor.employer }
    return phrases.phrase(.position, ["title": title, "employer": employer])
  }

  private func terms(of mentor: Int, field: ProfileField) -> [TermModel] {
    guard let facet = directory.facets.firstIndex(where: { $0.field == field.rawValue }) else { return [] }
    return directory.facets[facet].terms(of: mentor).map { terms[facet][Int($0)] }
  }

  private func opening(_ slot: Slot, in zone: TimeZoneRules) -> OpeningModel {
    OpeningModel(label: phrases.opening(slot.start, in: zone), dateTime: slot.start.utcExtended)
  }
}

extension Phrasebook {
  /// A moment of the coming weeks on a zone's wall clock, which it names: Tuesday, 24 November, 16:30 (Berlin time).
  func opening(_ instant: Instant, in zone: TimeZoneRules) -> String {
    let local = zone.local(instant)
    return phrase(
      .openingLabel,
      [
        "date": weekdayDate(local.date), "time": time(minutes: local.secondOfDay / 60), "city": city(of: zone),
      ])
  }

  /// What people call a zone: by its city, or as it is where it has none.
  func city(of zone: TimeZoneRules) -> String {
    let name = zone.name.utf8.split(separator: UInt8(ascii: "/")).last ?? zone.name.utf8[...]
    return String(decoding: name.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
  }
}

extension Mentor {
  /// Whether the site gives out a contact card: never of somebody who takes no requests at the moment.
  func offersContactCard(_ settings: SiteSettings) -> Bool { settings.privacy.offersVCard && takesRequests }

  /// When the mentor is back, if that is known.
  func pausedNote(_ phrases: Phrasebook) -> String? {
    guard case .paused(let until?) = status else { return nil }
    return phrases.phrase(.backOn, ["date": phrases.date(until)])
  }
}

extension Location {
  /// City and country, or what there is of them.
  var label: String? {
    let parts = [city, country ?? region].compactMap(\.self)
    return parts.isEmpty ? nil : parts[0] == parts.last ? parts[0] : parts.joined(separator: ", ")
  }
}

/// The letters that stand for a mentor without a photo.
enum Initials {
  /// The first letters of the first and last word of a name; of a name in a script without spaces, its first character.
  ///
  /// What stands in parentheses (a name in another script) and titles (`Dr.`) don't count.
  static func of(_ name: String) -> String {
    let outside = name.prefix { $0 != "(" && $0 != "（" }
    let words = (outside.contains { $0.isLetter } ? outside : name[...])
      .split { !$0.isLetter && $0 != "'" && $0 != "’" && $0 != "." && $0 != "-" }
      .filter { $0.last != "." && $0.contains { $0.isLetter } }
    guard let first = words.first?.first(where: \.isLetter) else { return "" }
    guard words.count > 1, let last = words.last?.first(where: \.isLetter) else { return capital(of: first) }
    return capital(of: first) + capital(of: last)
  }

  /// One letter, also of what has two in upper case, as ß has.
  private static func capital(of letter: Character) -> String { String(letter.uppercased().prefix(1)) }
}

/// The colour behind a mentor's initials: one of twelve, which stays with the slug.
enum Tint {
  static let count = 12

  /// FNV-1a over the slug, because it must never change with a toolchain as `Hashable` does.
  static func of(_ slug: String) -> Int {
    let hash = slug.utf8.reduce(into: UInt32(2_166_136_261)) { $0 = ($0 ^ UInt32($1)) &* 16_777_619 }
    return Int(hash % UInt32(count))
  }
}
