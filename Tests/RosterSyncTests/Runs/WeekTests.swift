import Testing

@testable import RosterSync

@Suite("A week in the life of a roster")
struct WeekTests {
  @Test("Seven nights: each ends as it has to, and only lines that the roster is about change")
  func week() async throws {
    let site = try SyncSite(people: 40)
    #expect(try await site.bootstrap().exit == .done)

    // Night 1: one is new, one has another employer. Another's was changed by an editor in the afternoon.
    try site.edit(7) { $0.replacing("Employer 7", with: "Her own firm") + "\nAsk me about soil.\n" }
    site.people.append(SyncSite.person(41))
    site.people[4]["Employer"] = "Wrenfield Bank"
    var result = try await site.night()
    #expect(result.exit == .done && result.plan.count(.added) == 1 && result.plan.count(.updated) == 1)

    // Night 2: the roster has news of her too.
    site.people[6]["Employer"] = "Seven & Sons"
    result = try await site.night()
    #expect(result.exit == .withheld && result.plan.count(.updated) == 0)

    // Night 3: a column has another name.
    site.rename("City", to: "Town")
    var before = site.content.files.filter { $0.key.hasPrefix("mentors/") }
    result = try await site.night()
    #expect(result.exit == .held && result.plan.trips.map(\.code) == ["columns"])
    #expect(site.content.files.filter { $0.key.hasPrefix("mentors/") } == before)
    site.rename("Town", to: "City")

    // Night 4: all is well again; the editor has taken the roster's word.
    try site.edit(7) { $0.replacing("Her own firm", with: "Seven & Sons") }
    #expect(try await site.night().exit == .done)

    // Night 5: an empty export.
    let people = site.people
    site.people = []
    before = site.content.files.filter { $0.key.hasPrefix("mentors/") }
    result = try await site.night()
    #expect(result.exit == .held && result.plan.trips == [.noRows])
    #expect(site.content.files.filter { $0.key.hasPrefix("mentors/") } == before)
    site.people = people

    // Night 6: one wants out.
    site.people[10]["Out"] = "yes"
    result = try await site.night()
    #expect(result.exit == .done && result.plan.count(.unpublished) == 1)
    #expect(try site.profile(11).contains("consent: false\n"))

    // Night 7: nothing.
    let last = site.content
    #expect(try await site.night().exit == .done)
    #expect(site.content == last)
    #expect(
      try site.profile(7) == """
        ---
        name: Person h
        email: p7@example.edu
        employer: Seven & Sons
        location:
          city: Boston
        consent: true
        ---

        Ask me about soil.

        """)
  }

  @Test("Reports hold counts and ids, and none of anybody's values")
  func reportsHoldNoValues() async throws {
    let site = try SyncSite(people: 40)
    try await site.bootstrap()
    try site.edit(3) { $0.replacing("Employer 3", with: "The editor's") }
    site.people[2]["Employer"] = "The roster's"
    site.people[3]["Email"] = "another@example.edu"
    site.people[5]["Listed"] = "perhaps so"
    site.people[6]["Email"] = "not an address"
    let result = try await site.night()
    let texts = [
      PlanMarkdown.text(result), PlanJSON.text(result, showsValues: false), PlanText(showsValues: false).text(result),
    ]
    for text in texts {
      for value in ["The editor", "The roster's", "another@", "perhaps so", "not an address", "person-", "Person"] {
        #expect(!text.contains(value), "\(value)")
      }
      #expect(text.contains("U1003"))
    }
    #expect(PlanText(showsValues: true).text(result).contains("p4@example.edu → another@example.edu"))
  }
}
