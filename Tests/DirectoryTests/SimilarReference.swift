import Foundation
import SiteTesting

/// The slow and obvious way to similar mentors: sets of words, floating point, everybody compared to everybody.
struct SimilarReference {
  /// One mentor, and how a profile says so.
  struct Person {
    var fields: [String: [String]] = [:]
    var year: Int?
    var isOpen = true

    /// Somebody with a bit of everything.
    init(using generator: inout SeededGenerator) {
      let sizes = [
        ("expertise", 40, 5), ("majors", 15, 2), ("help_with", 6, 3), ("languages", 9, 2), ("club", 12, 2),
        ("industry", 8, 1), ("school", 4, 1), ("city", 9, 1), ("region", 5, 1), ("country", 3, 1),
      ]
      for (field, values, most) in sizes {
        let count = Int.random(in: 0...most, using: &generator)
        // The square makes some values much more common than others.
        let chosen = (0..<count).map { _ in
          let part = Double.random(in: 0..<1, using: &generator)
          return "\(field)\(Int(part * part * Double(values)))"
        }
        fields[field] = Array(Set(chosen)).sorted()
      }
      if Bool.random(using: &generator) { year = Int.random(in: 1995...2020, using: &generator) }
      isOpen = Int.random(in: 0..<5, using: &generator) > 0
    }

    /// The front matter.
    var profile: String {
      var text = fields.filter { !["city", "region", "country", "industry", "school"].contains($0.key) }
        .map { "\($0.key): [\($0.value.joined(separator: ", "))]\n" }.joined()
      for field in ["industry", "school"] { text += fields[field]?.first.map { "\(field): \($0)\n" } ?? "" }
      let places = ["city", "region", "country"].compactMap { field in fields[field]?.first.map { "\(field): \($0)" } }
      text += "location: {\(places.joined(separator: ", "))}\n"
      if let year { text += "class_year: \(year)\n" }
      return isOpen ? text : text + "status: paused\n"
    }

    /// Everything that can be shared, with its weight.
    var words: [String: Double] {
      let weights = [
        "expertise": 4.0, "industry": 3, "majors": 3, "help_with": 2, "languages": 2, "school": 1, "club": 2,
        "country": 1,
      ]
      var words: [String: Double] = [:]
      for (field, weight) in weights { for value in fields[field] ?? [] { words[value] = weight } }
      let (city, region, country) = (fields["city"]?.first, fields["region"]?.first, fields["country"]?.first)
      if let city { words["\(city) in \(region ?? "?") in \(country ?? "?")"] = 3 }
      if let region { words["\(region) in \(country ?? "?")"] = 1 }
      return words
    }
  }

  let people: [Person]
  /// For each the numbers of the similar ones.
  private(set) var picks: [[Int]]

  init(_ people: [Person]) {
    self.people = people
    let words = people.map(\.words)
    var holders: [String: Double] = [:]
    for own in words { for word in own.keys { holders[word, default: 0] += 1 } }
    let total = Double(people.count)
    picks = people.indices.map { mentor in
      let ranked = people.indices.filter { $0 != mentor }.compactMap {
        other -> (open: Int, score: Double, tie: UInt32, other: Int)? in
        var score = 0.0
        for (word, weight) in words[mentor] where words[other][word] != nil {
          guard let count = holders[word], count <= total / 2 else { continue }
          score += weight * floor(16 * log2(total / count))
        }
        guard score > 0 else { return nil }
        if let one = people[mentor].year, let two = people[other].year {
          score += Double(max(0, 6 - abs(one - two)) * 8)
        }
        return (people[other].isOpen ? 0 : 1, -score, Self.tie(mentor, other), other)
      }
      return ranked.sorted { ($0.open, $0.score, $0.tie) < ($1.open, $1.score, $1.tie) }.prefix(4).map(\.other)
    }
    balance()
  }

  /// Whoever takes requests and is on no page takes the fourth, else the third place with those they are most like.
  private mutating func balance() {
    func shown(_ mentor: Int) -> Int { picks.count { $0.contains(mentor) } }
    for mentor in people.indices where people[mentor].isOpen && shown(mentor) == 0 {
      let offers = [3, 2].flatMap { place in picks[mentor].map { (place: place, host: $0) } }
      guard
        let offer = offers.first(where: { place, host in
          picks[host].count < 4 || !people[picks[host][place]].isOpen || shown(picks[host][place]) > 1
        })
      else { continue }
      if picks[offer.host].count == 4 { picks[offer.host].remove(at: offer.place) }
      picks[offer.host].insert(mentor, at: min(offer.place, picks[offer.host].count))
      picks[offer.host] =
        picks[offer.host].filter { people[$0].isOpen } + picks[offer.host].filter { !people[$0].isOpen }
    }
  }

  /// The line of docs/search-format.md, in numbers that can't overflow.
  private static func tie(_ day: Int, _ number: Int) -> UInt32 {
    let wrap = { (value: UInt64) in value & 0xFFFF_FFFF }
    var place = wrap(UInt64(number) * 0x9E37_79B1) ^ wrap(UInt64(day) * 0x85EB_CA6B)
    place ^= place >> 16
    place = wrap(place * 0x85EB_CA6B)
    place ^= place >> 13
    place = wrap(place * 0xC2B2_AE35)
    place ^= place >> 16
    return UInt32(place)
  }
}
