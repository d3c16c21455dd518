import Files
import SiteTesting
import Testing

@testable import RosterSync

/// Laws over many weeks of random rosters and random editors.
@Suite("Laws of a sync")
struct SyncLawTests {
  @Test("A week of rosters and editors keeps the laws", arguments: 0..<24)
  func week(seed: Int) async throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let site = try SyncSite(people: 12)
    try await site.bootstrap()
    var words: [Int: String] = [:]
    for night in 1...7 {
      change(site, night, &random)
      try edit(site, night, &words, &random)
      let before = site.content
      let result = try await site.night()
      try checkEditors(site, words, before)
      checkAbsence(site, result)
      // Idempotence.
      let after = site.content
      let second = try await site.again()
      #expect(site.content == after, "a second run changed something")
      #expect(second.exit == result.exit)
      // The order of rows is irrelevant. (To a guard against files that were cut off it isn't.)
      if result.plan.isHeld { continue }
      site.people.shuffle(using: &random)
      try site.writeRoster()
      try await site.again()
      #expect(
        site.content.files.filter { $0.key.hasPrefix("mentors") } == after.files.filter { $0.key.hasPrefix("mentors") })
    }
  }

  /// What the university does.
  private func change(_ site: SyncSite, _ night: Int, _ random: inout SeededGenerator) {
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      let index = Int.random(in: 0..<max(1, site.people.count), using: &random)
      guard site.people.indices.contains(index) else { continue }
      switch Int.random(in: 0..<9, using: &random) {
      case 0, 1, 2: site.people[index]["Employer"] = "Company \(night)"
      case 3: site.people[index]["City"] = ["Boston", "Berlin", ""].randomElement(using: &random)
      case 4: site.people[index]["Email"] = "new\(night)\(index)@example.edu"
      case 5: site.people[index]["Out"] = ["yes", "", "what"].randomElement(using: &random)
      case 6: site.people[index]["Listed"] = ["yes", "no", "", "hm"].randomElement(using: &random)
      case 7: site.people.remove(at: index)
      default: site.people.append(SyncSite.person(20 + night * 10 + index))
      }
    }
  }

  /// What editors do: a headline, which no roster has; and words of their own in shared fields.
  private func edit(
    _ site: SyncSite, _ night: Int, _ words: inout [Int: String], _ random: inout SeededGenerator
  ) throws {
    for number in 1...12 where site.hasProfile(number) && Bool.random(using: &random) {
      let word = "Headline \(night) of \(number)"
      let line = "headline: '\(word)'   # mine"
      try site.edit(number) { text in
        if let old = words[number] { return text.replacing("headline: '\(old)'   # mine", with: line) }
        return text.replacing("name:", with: line + "\nname:")
      }
      words[number] = word
      if Bool.random(using: &random) {
        try site.edit(number) { $0.replacing("city: Boston", with: "city: \"Boston\"") + "More.\n" }
      }
    }
  }

  /// No line that an editor wrote is gone, and no other line has changed than those the roster is about.
  private func checkEditors(_ site: SyncSite, _ words: [Int: String], _ before: FileTree) throws {
    let mapped = ["name:", "email:", "employer:", "location:", "city:", "consent:", "status:"]
    for number in 1...12 where site.hasProfile(number) {
      if let word = words[number] { #expect(try site.profile(number).contains("headline: '\(word)'   # mine\n")) }
      let path = "mentors/\(SyncSite.slug(number)).md"
      guard let old = before.text(of: path) else { continue }
      let isOther = { (line: Substring) in !mapped.contains { line.drop { $0 == " " }.hasPrefix($0) } }
      let (was, now) = (
        old.split(separator: "\n").filter(isOther), try site.profile(number).split(separator: "\n").filter(isOther)
      )
      #expect(was == now)
    }
  }

  /// Who must not be published is not, whether the plan was applied or held.
  private func checkAbsence(_ site: SyncSite, _ result: RosterSync.Result) {
    let optOutsHeld = result.plan.trips.contains { $0.holdsOptOuts }
    guard !optOutsHeld else { return }
    for person in site.people where person["Out"] == "yes" || person["Listed"] == "no" {
      for (path, bytes) in site.content.files where path.hasPrefix("mentors/") {
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.contains("name: \(person["Name"] ?? "?")\n") else { continue }
        #expect(text.contains("consent: false") || text.contains("status: hidden"), "\(path)")
      }
    }
  }
}
