import Testing

@testable import RosterSync

@Suite("Names of new profiles")
struct NewSlugsTests {
  @Test("Each is given once, whatever the letters' case, and the next of a name gets a number")
  func numbers() {
    var slugs = NewSlugs(taken: ["Ana-Lopez", "ben-3"])
    let given = ["ana-lopez", "ana-lopez", "ben", "ben", "ben", "", ""].map { slugs.slug($0) }
    #expect(given == ["ana-lopez-2", "ana-lopez-3", "ben", "ben-2", "ben-4", "mentor", "mentor-2"])
  }

  @Test("A very long one is cut")
  func length() {
    var slugs = NewSlugs(taken: [])
    #expect(slugs.slug(String(repeating: "ä", count: 300)) == String(repeating: "ä", count: 100))
  }

  @Test("Ten thousand of one name are told apart")
  func many() {
    var slugs = NewSlugs(taken: [])
    #expect(Set((0..<10_000).map { _ in slugs.slug("ana") }).count == 10_000)
  }
}

@Suite("Empty fields")
struct EmptyFieldsTests {
  @Test("Empty and cleared ones are counted, in records that could be read")
  func counts() {
    func record(_ fields: UpstreamFields, isQuarantined: Bool = false) -> UpstreamRecord {
      UpstreamRecord(id: "1", row: RowPlace(source: "s", line: 2), fields: fields, isQuarantined: isQuarantined)
    }
    let records = [
      record(["name": .value(.text("Ana")), "employer": .noOpinion]),
      record(["name": .noOpinion, "employer": .cleared]),
      record(["employer": .cleared, "availability.except": .noOpinion]),
      record(["employer": .cleared], isQuarantined: true),
    ]
    #expect(EmptyFields(of: records).counts == ["name": 1, "employer": 3])
  }
}
