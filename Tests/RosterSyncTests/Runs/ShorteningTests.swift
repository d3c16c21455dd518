import Files
import Testing

@testable import RosterSync

/// A roster that ends earlier than it did: cut off, or without the people of its last rows.
@Suite("A roster that ends earlier")
struct ShorteningTests {
  /// A way to write a roster, one text for each person.
  struct Form: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let format: String
    let text: @Sendable ([Int]) -> String
  }

  static let header = "Id,Name,Listed,Out"

  static let forms = [
    Form(testDescription: "CSV", format: "csv") { people in
      ([header] + people.map { "U\($0),Person \(SyncSite.letters($0)),yes,\n" }).joined(separator: "").fromHeader
    },
    Form(testDescription: "CSV whose last line has no end", format: "csv") { people in
      ([header] + people.map { "U\($0),Person \(SyncSite.letters($0)),yes," }).joined(separator: "\r\n")
    },
    Form(testDescription: "CSV with quoted cells of two lines", format: "csv") { people in
      header + ",Note\n"
        + people.map { "U\($0),Person \(SyncSite.letters($0)),yes,,\"\"\"two\"\"\nlines\"\n" }.joined()
    },
    Form(testDescription: "LDIF", format: "ldif") { people in
      people.map { "dn: uid=\($0)\nid: U\($0)\nname: Person \(SyncSite.letters($0))\nlisted: yes\nout:\n\n" }.joined()
    },
    Form(testDescription: "vCard", format: "vcard") { people in
      people.map {
        "BEGIN:VCARD\r\nVERSION:4.0\r\nID:U\($0)\r\nNAME:Person \(SyncSite.letters($0))\r\n"
          + "LISTED:yes\r\nOUT:\r\nEND:VCARD\r\n"
      }.joined()
    },
    Form(testDescription: "JSON", format: "json") { people in
      "["
        + people.map { #"{"id": "U\#($0)", "name": "Person \#(SyncSite.letters($0))", "listed": "yes", "out": ""}"# }
        .joined(separator: ",\n") + "]\n"
    },
  ]

  private func site(_ form: Form, people: [Int]) async throws -> SyncSite {
    let site = try SyncSite(
      settings: """
        key: Id
        sources:
          - {name: office, file: people.\(form.format), format: \(form.format)}
        fields:
          name: Name
        consent: {column: Listed}
        opt_out: {column: Out}
        """)
    try site.folder.write(form.text(people), to: "content/people.\(form.format)")
    try await site.bootstrap()
    return site
  }

  @Test("One or two who leave from the last rows leave as all others do: nobody has to approve", arguments: forms)
  func departures(_ form: Form) async throws {
    for count in 1...2 {
      let site = try await site(form, people: Array(1...12))
      try site.folder.write(form.text(Array(1...(12 - count))), to: "content/people.\(form.format)")
      let result = try await site.again()
      #expect(result.exit == .done && result.plan.count(.missing) == count, "\(result.plan.trips)")
    }
  }

  @Test("Three at the end may be a cut, though so many may be missing elsewhere", arguments: forms)
  func cut(_ form: Form) async throws {
    let site = try await site(form, people: Array(1...60))
    try site.folder.write(form.text(Array(1...57)), to: "content/people.\(form.format)")
    let result = try await site.plan()
    // A list of JSON ends with a bracket: what has lost its end is no list.
    #expect(result.plan.trips == (form.format == "json" ? [] : [.cut(source: "office")]))
    try site.folder.write(form.text(Array(4...60)), to: "content/people.\(form.format)")
    #expect(try await site.again().exit == .done)
  }

  @Test("Cut within its last three people, a roster is refused, held, or whole but for two", arguments: forms)
  func anyByte(_ form: Form) async throws {
    let site = try await site(form, people: Array(1...9))
    let whole = Array(form.text(Array(1...9)).utf8)
    let start = form.text(Array(1...6)).utf8.count - 2
    // InputExtentTests cuts all forms at every byte. A run for each takes its time: these are cut about the ends of lines.
    let isNearLineEnd = { (count: Int) in whole[(count - 2)..<min(count + 2, whole.count)].contains(0x0A) }
    for count in stride(from: start, to: whole.count, by: form.format == "csv" ? 1 : 11)
    where form.format != "csv" || isNearLineEnd(count) {
      try FileWriting.replace(site.folder.path + "/content/people.\(form.format)", with: Array(whole[..<count]))
      let plan: SyncPlan
      do throws(SyncStop) {
        plan = try await RosterSync.plan(site.options).plan
      } catch {
        #expect(error.exit == .upstream, "cut at \(count)")
        continue
      }
      if plan.isHeld { continue }
      #expect(plan.count(.missing) <= 2 && plan.people.count == plan.count(.missing), "cut at \(count)")
    }
  }

  @Test("A list of those who want out that is one shorter, while nobody is missing, is looked at")
  func shortOptOuts() async throws {
    let site = try SyncSite(
      settings: SyncSite.settings.replacing(
        "- {name: office, file: roster.csv}",
        with: """
          - {name: office, file: roster.csv}
            - {name: refusals, file: refusals.csv}
          """
      ).replacing("opt_out: {column: Out}", with: "opt_out: {column: Refused, source: refusals}"))
    try site.folder.write("Id,Refused\nU1003,x\nU1004,x\n", to: "content/refusals.csv")
    try await site.bootstrap()
    try site.folder.write("Id,Refused\nU1003,x\n", to: "content/refusals.csv")
    let before = site.content
    let result = try await site.again()
    #expect(result.exit == .held && result.plan.trips == [.cut(source: "refusals")])
    #expect(site.content == before)
    // Somebody who leaves is gone from both.
    try site.folder.write("Id,Refused\nU1003,x\nU1004,x\nU1010,x\n", to: "content/refusals.csv")
    try await site.night()
    try site.folder.write("Id,Refused\nU1003,x\nU1004,x\n", to: "content/refusals.csv")
    site.people.removeLast()
    #expect(try await site.night().exit == .done)
  }

  @Test("A second row of somebody that is gone from the end is looked at: it may have said that they want out")
  func secondRow() async throws {
    let site = try SyncSite()
    try await site.bootstrap()
    site.people.append(site.people[2].merging(["Out": "yes"]) { $1 })
    try await site.night()
    #expect(try site.profile(3).contains("consent: false"))
    site.people.removeLast()
    let result = try await site.night()
    #expect(result.exit == .held && result.plan.trips == [.cut(source: "office")])
    #expect(try site.profile(3).contains("consent: false"))
  }
}

extension String {
  /// The header's line end, where the lines carry theirs.
  fileprivate var fromHeader: String { replacing(ShorteningTests.header, with: ShorteningTests.header + "\n") }
}
