import Files
import Testing

@testable import RosterSync

@Suite("Guards of a sync")
struct GuardTests {
  /// A roster that looks wrong, by what happened to it.
  struct Wrong: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let codes: Set<String>
    let change: @Sendable (SyncSite) -> Void

    init(_ name: String, _ codes: Set<String>, _ change: @escaping @Sendable (SyncSite) -> Void) {
      (testDescription, self.codes, self.change) = (name, codes, change)
    }
  }

  static let wrong = [
    Wrong("an empty export", ["no-rows"]) { $0.people = [] },
    Wrong("a tenth is missing", ["missing"]) { $0.people.removeFirst(4) },
    Wrong("other ids", ["missing", "missing-in-seven-runs", "replaced"]) { site in
      for index in site.people.indices { site.people[index]["Id"]? += "x" }
    },
    Wrong("a renamed column", ["columns"]) { $0.rename("City", to: "Town") },
    Wrong("a doubled column", ["columns"]) { $0.columns.append("City") },
    Wrong("a column under two of its names", ["columns"]) { $0.columns.append("Company") },
    Wrong("a field came empty", ["blanked"]) { site in
      for index in 0..<10 { site.people[index]["Employer"] = "" }
    },
    Wrong("a field is another", ["changed"]) { site in
      for index in 0..<25 { site.people[index]["Employer"]? += " Inc." }
    },
    Wrong("rows that can't be read", ["quarantined"]) { site in
      for index in 0..<3 { site.people[index]["Name"] = "" }
    },
    Wrong("most opted out", ["opted-out"]) { site in
      for index in 0..<25 { site.people[index]["Out"] = "yes" }
    },
    Wrong("columns have shifted", ["columns"]) { $0.columns.removeFirst() },
  ]

  @Test("A roster that looks wrong changes nothing", arguments: wrong)
  func changesNothing(_ wrong: Wrong) async throws {
    let site = try SyncSite(people: 40)
    try await site.bootstrap()
    let before = site.content
    wrong.change(site)
    let result = try await site.night()
    #expect(result.exit == .held)
    #expect(wrong.codes.isSubset(of: Set(result.plan.trips.map(\.code))), "\(result.plan.trips)")
    var after = site.content.files
    after["roster.csv"] = before.files["roster.csv"]
    #expect(after == before.files)
  }

  @Test("An approval lets that plan through once, and no other; nobody at all can't be approved")
  func approval() async throws {
    let site = try SyncSite(people: 40)
    try await site.bootstrap()
    site.people.removeFirst(4)
    let held = try await site.night()
    await #expect(throws: SyncStop.self) { try await site.night(approved: String(repeating: "0", count: 64)) }
    let applied = try await site.night(approved: held.plan.hash)
    #expect(applied.exit == .done && applied.plan.count(.missing) == 4)
    await #expect(throws: SyncStop.self) { try await site.night(approved: held.plan.hash) }
    site.people = []
    let empty = try await site.night()
    #expect(try await site.night(approved: empty.plan.hash).exit == .held)
  }

  @Test("Opt-outs of a held night go through, and the approval that it asks for is of the rest")
  func approvalAfterOptOut() async throws {
    let site = try SyncSite(people: 40)
    try await site.bootstrap()
    site.people.removeFirst(4)
    site.people[0]["Out"] = "yes"
    let held = try await site.night()
    #expect(held.exit == .held)
    #expect(try site.profile(5).contains("consent: false"))
    #expect(try await site.plan().plan.hash == held.plan.hash)
    let applied = try await site.night(approved: held.plan.hash)
    #expect(applied.exit == .done && applied.plan.count(.missing) == 4)
  }

  @Test("What is slowly missing is seen over seven runs")
  func slowly() async throws {
    let site = try SyncSite(people: 40)
    try await site.bootstrap()
    var exits: [SyncExit] = []
    for _ in 1...4 {
      site.people.removeFirst(2)
      exits.append(try await site.night().exit)
    }
    #expect(exits == [.done, .done, .done, .held])
  }

  @Test("Reordered columns and new ones are fine")
  func reordered() async throws {
    let site = try SyncSite(people: 40)
    try await site.bootstrap()
    let before = site.content.files.filter { $0.key.hasPrefix("mentors/") }
    site.columns.reverse()
    site.columns.append("Shoe size")
    #expect(try await site.night().exit == .done)
    #expect(site.content.files.filter { $0.key.hasPrefix("mentors/") } == before)
  }
}

extension SyncSite {
  func rename(_ column: String, to name: String) {
    columns = columns.map { $0 == column ? name : $0 }
    for index in people.indices { people[index][name] = people[index].removeValue(forKey: column) }
  }
}

@Suite("The state of a sync")
struct StateTests {
  @Test("A missing state stops the run, and so does a first run that isn't asked for")
  func missing() async throws {
    let site = try SyncSite()
    try site.writeRoster()
    await #expect(throws: SyncStop.self) { try await site.again() }
    try await site.bootstrap()
    try FileWriting.removeFile("\(site.folder.path)/content/.sync/state.json")
    let before = site.content
    await #expect(throws: SyncStop.self) { try await site.again() }
    #expect(site.content == before)
  }

  @Test(
    "A state that was cut, changed, made later or elsewhere stops the run",
    arguments: ["cut", "changed", "newer", "other key", "no key", "other content"])
  func unusable(how: String) async throws {
    let site = try SyncSite()
    try await site.bootstrap()
    let path = "content/.sync/state.json"
    let state = try site.folder.text(of: path)
    switch how {
    case "cut": try site.folder.write(String(state.dropLast(state.count / 2)), to: path)
    case "changed": try site.folder.write(state.replacing("person-d", with: "person-x"), to: path)
    case "newer": try site.folder.write(state.replacing("{\"format\":1,", with: "{\"format\":2,\"new\":{},"), to: path)
    case "other key": try site.folder.write(String(repeating: "k", count: 64), to: "content/.sync/key")
    case "no key": try FileWriting.removeFile(site.folder.path + "/content/.sync/key")
    default: try FileWriting.removeTree(site.folder.path + "/content/mentors")
    }
    let before = site.content
    let stop = await #expect(throws: SyncStop.self) { try await site.again() }
    #expect(stop?.exit == .held && stop?.remedy != nil)
    #expect(site.content == before)
  }

  @Test("A state says nothing that anybody's field says")
  func holdsNoValues() async throws {
    let site = try SyncSite()
    try await site.bootstrap()
    let state = try site.folder.text(of: "content/.sync/state.json")
    for value in ["example.edu", "Employer", "Boston", "U100"] { #expect(!state.contains(value)) }
  }

  @Test("A run that another one keeps out ends with 30")
  func locked() async throws {
    let site = try SyncSite()
    try await site.bootstrap()
    let lock = try FolderLock(site.folder.path + "/content/.sync")
    let stop = await #expect(throws: SyncStop.self) { try await site.again() }
    #expect(stop?.exit == .locked)
    _ = consume lock
  }
}
