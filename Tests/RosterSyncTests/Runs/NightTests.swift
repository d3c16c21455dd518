import Files
import Scheduling
import SiteTesting
import Testing

@testable import RosterSync

@Suite("Nights of a sync")
struct NightTests {
  @Test("The first import makes a profile for each; a second run of the same input changes zero bytes")
  func firstImport() async throws {
    let site = try SyncSite()
    let result = try await site.bootstrap()
    #expect(result.exit == .done && result.plan.count(.added) == 10)
    #expect(
      try site.profile(1) == """
        ---
        name: Person b
        email: p1@example.edu
        employer: Employer 1
        location:
          city: Boston
        consent: true
        ---

        """)
    let before = site.content
    #expect(try await site.again().exit == .done)
    #expect(site.content == before)
    #expect(try await site.night().exit == .done)
    #expect(site.content == before)
  }

  @Test("A plan writes nothing at all, not even a key")
  func planWritesNothing() async throws {
    let site = try SyncSite()
    try site.writeRoster()
    let before = site.content
    let plan = try await site.plan()
    #expect(plan.exit == .planHasChanges && plan.plan.mode == .bootstrap)
    #expect(site.content == before)
  }

  @Test("A roster's change reaches the one line that it is about; all else stays as the editor left it")
  func changedLine() async throws {
    let site = try SyncSite()
    try await site.bootstrap()
    try site.edit(3) {
      $0.replacing("employer: Employer 3", with: "employer:   'Employer 3'   # asked in May")
        .replacing("---\n\n", with: "headline: Mine\n---\n\n") + "I like bridges.\n"
    }
    site.people[2]["Employer"] = "Bridges & Co"
    let result = try await site.night()
    #expect(result.exit == .done && result.plan.count(.updated) == 1)
    #expect(try site.profile(3).contains("employer:   'Bridges & Co'   # asked in May\n"))
    #expect(try site.profile(3).hasSuffix("I like bridges.\n"))
  }

  @Test(
    "An editor's word in a shared field stays; where the roster changes too, it is a conflict until somebody decides")
  func conflict() async throws {
    let site = try SyncSite()
    try await site.bootstrap()
    try site.edit(3) { $0.replacing("Employer 3", with: "The editor's") }
    #expect(try await site.night().exit == .done)
    #expect(try site.profile(3).contains("employer: The editor's"))
    site.people[2]["Employer"] = "The roster's"
    for _ in 1...2 {
      let result = try await site.night()
      #expect(result.exit == .withheld)
      #expect(
        result.plan.people.flatMap(\.findings)
          == [.conflict(field: "employer", file: "The editor's", upstream: "The roster's")])
      #expect(try site.profile(3).contains("employer: The editor's"))
    }
    try site.edit(3) { $0.replacing("The editor's", with: "The roster's") }
    #expect(try await site.night().exit == .done)
  }

  @Test("A pinned field is kept, and no conflict")
  func pinned() async throws {
    let site = try SyncSite()
    try await site.bootstrap()
    try site.edit(3) {
      $0.replacing("p3@example.edu", with: "mine@example.edu").replacing("consent:", with: "pin: [email]\nconsent:")
    }
    let result = try await site.night()
    #expect(result.exit == .done && result.plan.setBack == 0)
    #expect(try site.profile(3).contains("mine@example.edu"))
  }

  @Test("What upstream owns is set back, and the lost word told")
  func setBack() async throws {
    let site = try SyncSite()
    try await site.bootstrap()
    try site.edit(3) { $0.replacing("p3@example.edu", with: "mine@example.edu") }
    let result = try await site.night()
    #expect(result.plan.setBack == 1)
    #expect(result.plan.people.first?.changes.first?.old == "mine@example.edu")
    #expect(try site.profile(3).contains("email: p3@example.edu"))
  }

  @Test("An empty cell says nothing")
  func emptyCell() async throws {
    let site = try SyncSite()
    try await site.bootstrap()
    site.people[2]["Employer"] = ""
    #expect(try await site.night().exit == .done)
    #expect(try site.profile(3).contains("employer: Employer 3"))
  }

  @Test("Who is missing is hidden, comes back as they were, and is purged after thirty days")
  func missing() async throws {
    let site = try SyncSite()
    try await site.bootstrap()
    try site.edit(3) { $0.replacing("consent:", with: "status: paused\nconsent:") }
    try await site.night()
    let gone = site.people.remove(at: 2)
    #expect(try await site.night().plan.count(.missing) == 1)
    #expect(try site.profile(3).contains("status: hidden\n"))
    site.people.insert(gone, at: 0)
    #expect(try await site.night().plan.count(.returned) == 1)
    #expect(try site.profile(3).contains("status: paused\n"))
    site.people.removeFirst()
    try await site.night()
    site.wait(days: 28)
    try await site.night()
    #expect(site.hasProfile(3))
    #expect(try await site.night().plan.count(.purged) == 1)
    #expect(!site.hasProfile(3))
    #expect(try await site.again().exit == .done)
  }

  @Test("Someone hidden by an editor isn't shown by the roster")
  func hiddenByEditor() async throws {
    let site = try SyncSite()
    try await site.bootstrap()
    try site.edit(3) { $0.replacing("consent:", with: "status: hidden\nconsent:") }
    let gone = site.people.remove(at: 2)
    try await site.night()
    site.people.append(gone)
    try await site.night()
    #expect(try site.profile(3).contains("status: hidden\n"))
  }

  @Test(
    "Who opts out or takes consent back is unpublished, past every guard",
    arguments: [("Out", "yes"), ("Listed", "no")])
  func optOut(column: String, word: String) async throws {
    let site = try SyncSite(people: 30)
    try await site.bootstrap()
    site.people[2][column] = word
    // The rest of the roster looks wrong.
    site.people.removeLast(10)
    let result = try await site.night()
    #expect(result.exit == .held)
    #expect(try site.profile(3).contains("consent: false\n"))
    #expect(try !site.profile(30).contains("hidden"))
    #expect(try site.profile(1).contains("consent: true\n"))
    // It doesn't come back with the mark gone from the roster, unless the roster says yes.
    site.people = (1...30).map(SyncSite.person)
    site.people[2][column] = word
    #expect(try await site.night().exit == .done)
    #expect(try site.profile(3).contains("consent: false\n"))
  }

  @Test("Unknown words of consent publish nobody")
  func unknownConsent() async throws {
    let site = try SyncSite()
    site.people[0]["Listed"] = "perhaps"
    let first = try await site.bootstrap()
    #expect(first.exit == .withheld && !site.hasProfile(1))
    site.people[2]["Listed"] = "sure thing"
    #expect(try await site.night().exit == .withheld)
    #expect(try site.profile(3).contains("consent: false\n"))
  }

  @Test("A file that an editor removed isn't made again, and told every night")
  func removedFile() async throws {
    let site = try SyncSite()
    try await site.bootstrap()
    try FileWriting.removeFile("\(site.folder.path)/content/mentors/person-d.md")
    for _ in 1...2 {
      let result = try await site.night()
      #expect(result.exit == .withheld && result.plan.people.flatMap(\.findings) == [.fileRemoved])
      #expect(!site.hasProfile(3))
    }
  }

  @Test("Two people of one name have two files, whose names stay")
  func twoOfOneName() async throws {
    let site = try SyncSite()
    site.people[3]["Name"] = "Person b"
    try await site.bootstrap()
    #expect(site.content.paths.contains("mentors/person-b-2.md"))
    site.people[0]["Name"] = "Person Ququ"
    try await site.night()
    #expect(try site.profile(1).contains("name: Person Ququ"))
  }

  @Test("Profiles that were there before are taken into the sync's care by mail address, but at the first import only")
  func linking() async throws {
    let site = try SyncSite()
    let old = "---\nname: P. Three\nemail: P3@example.edu\nconsent: true\n---\n\nHello.\n"
    try site.folder.write(old, to: "content/mentors/old-three.md")
    let first = try await site.bootstrap()
    #expect(first.plan.people.first { $0.slug == "old-three" }?.id == "U1003")
    #expect(!site.hasProfile(3))
    try site.folder.write(old.replacing("P3@", with: "p11@"), to: "content/mentors/old-eleven.md")
    site.people.append(SyncSite.person(11))
    let result = try await site.night()
    #expect(result.exit == .withheld)
    #expect(result.plan.people.flatMap(\.findings).contains(.looksLike(slug: "old-eleven")))
    #expect(!site.hasProfile(11))
  }

  @Test("An erased person is gone and stays out")
  func erased() async throws {
    let site = try SyncSite()
    try await site.bootstrap()
    let receipt = try RosterSync.erase("U1003", site.options)
    #expect(receipt.isSuppressed && !site.hasProfile(3))
    let result = try await site.night()
    #expect(result.exit == .done && result.plan.counts.suppressed == 1 && !site.hasProfile(3))
    let left = site.content.files.filter { $0.key != "roster.csv" }
    for (path, bytes) in left {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("p3@example.edu") && !text.contains("person-d\""), "\(path)")
    }
  }

  @Test("Nobody is kept out by a name that nobody is known by, unless it is said that the id is one to come")
  func erasedAhead() async throws {
    let site = try SyncSite()
    try await site.bootstrap()
    let before = site.content
    for (name, nearest) in [("U1099", nil), ("person-dd", "person-d"), ("", nil)] as [(String, String?)] {
      let stop = #expect(throws: SyncStop.self) { try RosterSync.erase(name, site.options) }
      #expect(stop?.exit == .usage)
      #expect(stop?.message.contains("'\(name)'") == true && stop?.remedy?.contains("--ahead") == true)
      if let nearest { #expect(stop?.remedy?.contains("is it '\(nearest)'?") == true) }
    }
    #expect(site.content == before)
    #expect(try RosterSync.erase("U1011", ahead: true, site.options).isSuppressed)
    site.people.append(SyncSite.person(11))
    let result = try await site.night()
    #expect(result.plan.counts.suppressed == 1 && !site.hasProfile(11))
    // Who is kept out already may be erased again: it is how an erasure that was cut short goes on.
    #expect(try RosterSync.erase("U1011", site.options).isSuppressed)
  }

  @Test("Somebody who is back in the roster, but has not agreed, is not called published again")
  func backWithoutConsent() async throws {
    let site = try SyncSite()
    site.people[2]["Listed"] = "yes"
    try await site.bootstrap()
    site.people[2]["Listed"] = "no"
    try await site.night()
    let person = site.people.remove(at: 2)
    try await site.night()
    site.people.append(person)
    let result = try await site.night()
    #expect(result.plan.people.map(\.action) == [.updated])
    #expect(try site.profile(3).contains("consent: false"))
  }

  @Test("An erased person's busy times are gone with them")
  func erasedBusyTimes() async throws {
    let site = try SyncSite()
    try await site.bootstrap()
    let feed = BusyRecord.Feed(address: "https://example.edu/a.ics", checked: site.options.asOf)
    let record = BusyRecord(feeds: [SyncSite.slug(3): feed, SyncSite.slug(4): feed])
    try site.folder.write(String(decoding: record.bytes, as: UTF8.self), to: "content/.sync/busy.json")
    _ = try RosterSync.erase("U1003", site.options)
    let left = try BusyRecord(Array(site.folder.text(of: "content/.sync/busy.json").utf8))
    #expect(Array(left.feeds.keys) == [SyncSite.slug(4)])
  }

  @Test("Somebody whom a report calls by a hash can be asked about by it")
  func explainedByHash() async throws {
    let site = try SyncSite()
    try await site.bootstrap()
    site.people.remove(at: 2)
    let result = try await site.night()
    let person = try #require(result.plan.people.first)
    #expect(person.reference.hasPrefix("~"))
    let text = try RosterSync.explanation(of: person.reference, field: nil, site.options)
    #expect(text.hasPrefix(SyncSite.slug(3)))
  }

  @Test("A word of the profile that means the roster's is no editor's change")
  func explainedSynonym() async throws {
    let site = try SyncSite(
      settings: SyncSite.settings.replacing(
        "employer: {column: Employer, also: [Company]}", with: "industry: Employer"),
      site: "title: Mentors\nfacets:\n  - {field: industry, label: Industry, synonyms: {Tech: Technology}}\n")
    site.people[2]["Employer"] = "Technology"
    try await site.bootstrap()
    try site.edit(3) { $0.replacing("industry: Technology", with: "industry: Tech") }
    try await site.night()
    let text = try RosterSync.explanation(of: SyncSite.slug(3), field: "industry", site.options)
    #expect(text.contains("industry: Tech\n") && text.contains("as the roster said it"))
  }
}
