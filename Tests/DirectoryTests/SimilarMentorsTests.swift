import Community
import Directory
import Parallelism
import SiteTesting
import Testing

@Suite("Similar mentors")
struct SimilarMentorsTests {
  /// The similar mentors of a community, and its directory.
  private static func similar(
    _ profiles: [String], settings: String = "", workers: Int = 2, reach: Int = SimilarMentors.usualReach
  ) throws -> (mentors: SimilarMentors, directory: Directory) {
    let community = try ListingOrderTests.community(profiles, settings: settings)
    let directory = Directory(community)
    let similar = SimilarMentors(community, directory: directory, workers: Workers(workers), reach: reach)
    return (similar, directory)
  }

  private static func words(_ traits: [SharedTrait], _ directory: Directory) -> [String] {
    traits.map { trait in
      switch trait {
      case .term(let facet, let term): directory.facets[facet].terms[term].label
      case .text(let text): text
      case .classYear(let year): String(year)
      }
    }
  }

  /// Profiles of people who have nothing in common with anybody.
  private static func strangers(_ count: Int) -> [String] { [String](repeating: "", count: count) }

  @Test(
    "With everybody in reach the result is that of comparing everybody to everybody",
    arguments: [(40, 1), (150, 2), (150, 3), (400, 4)] as [(Int, UInt64)])
  func bruteForce(_ count: Int, _ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let people = (0..<count).map { _ in SimilarReference.Person(using: &generator) }
    let settings = "facets: [{field: expertise}, {field: city}, {field: club}]\nfields: {club: {kind: terms}}\n"
    let found = try Self.similar(people.map(\.profile), settings: settings, reach: .max).mentors
    let expected = SimilarReference(people).picks
    #expect(people.indices.map { found.mentors(like: $0) } == expected)
    #expect(expected.contains { $0.count == 4 })
  }

  @Test("However little is in reach: nobody twice, never oneself, the open before others, and nobody open on no page")
  func laws() throws {
    var generator = SeededGenerator(seed: 5)
    let people = (0..<700).map { _ in SimilarReference.Person(using: &generator) }
    let found = try Self.similar(people.map(\.profile), reach: 60).mentors
    var shown: Set<Int> = []
    for mentor in people.indices {
      let picks = found.mentors(like: mentor)
      #expect(Set(picks).count == picks.count && picks.count <= 4 && !picks.contains(mentor))
      let open = picks.map { people[$0].isOpen }
      #expect(open == open.filter(\.self) + open.filter { !$0 })
      for other in picks { #expect(!found.traits(sharedBy: mentor, and: other).isEmpty) }
      shown.formUnion(picks)
    }
    let forgotten = people.indices.filter {
      people[$0].isOpen && !shown.contains($0) && !found.mentors(like: $0).isEmpty
    }
    #expect(forgotten.isEmpty, "\(forgotten)")
  }

  @Test("Any number of workers finds the same")
  func workers() throws {
    var generator = SeededGenerator(seed: 6)
    let profiles = (0..<300).map { _ in SimilarReference.Person(using: &generator).profile }
    let results = try [1, 2, 7].map { workers in
      let found = try Self.similar(profiles, workers: workers, reach: 50).mentors
      return profiles.indices.map { found.mentors(like: $0) }
    }
    #expect(results[0] == results[1] && results[1] == results[2])
  }

  @Test("Of many who are equally alike no four are everybody's")
  func spread() throws {
    let profiles = (0..<600).map { "industry: \($0 < 300 ? "Law" : "Music")\n" }
    for reach in [64, 1000] {
      let found = try Self.similar(profiles, reach: reach).mentors
      var shown = [Int](repeating: 0, count: profiles.count)
      for mentor in profiles.indices {
        for other in found.mentors(like: mentor) {
          shown[other] += 1
          #expect((mentor < 300) == (other < 300))
        }
      }
      #expect(shown.reduce(0, +) == 4 * profiles.count)
      #expect(shown.allSatisfy { (1...16).contains($0) }, "\(shown.max() ?? 0)")
    }
  }

  @Test("A rare thing in common says more than a common one, and what says the most is named first")
  func rarity() throws {
    let (found, directory) = try Self.similar(
      [
        "expertise: [Owls, Law, Tax]\nclass_year: 2010\n", "expertise: [Law, Tax]\n", "expertise: [Owls]\n",
        "expertise: [Law, Owls]\nclass_year: 2010\n",
      ] + [String](repeating: "expertise: [Law]\n", count: 6) + Self.strangers(14))
    #expect(found.mentors(like: 0).prefix(3) == [3, 1, 2])
    #expect(Self.words(found.traits(sharedBy: 0, and: 3), directory) == ["Owls", "Law", "2010"])
    #expect(Self.words(found.traits(sharedBy: 1, and: 0), directory) == ["Tax", "Law"])
    #expect(found.mentors(like: 19).isEmpty)
  }

  @Test("What more than half of all have in common, their language say, says nothing")
  func commonplace() throws {
    let (found, _) = try Self.similar([String](repeating: "languages: [English]\n", count: 5) + Self.strangers(4))
    #expect((0..<9).allSatisfy { found.mentors(like: $0).isEmpty })
    let (half, _) = try Self.similar([String](repeating: "languages: [English]\n", count: 5) + Self.strangers(5))
    #expect(half.mentors(like: 0).count == 4)
  }

  @Test("A town is told from others of its name, and only the smallest place in common is named")
  func places() throws {
    func at(_ city: String, _ region: String, _ country: String) -> String {
      "location: {city: \(city), region: \(region), country: \(country)}\n"
    }
    let (found, directory) = try Self.similar(
      [
        at("Portland", "Oregon", "US"), at("Portland", "Maine", "US"), at("Portland", "Oregon", "US"),
        at("Salem", "Oregon", "US"),
      ] + Self.strangers(6))
    func shared(_ other: Int) -> [String] { Self.words(found.traits(sharedBy: 0, and: other), directory) }
    #expect((1...3).map(shared) == [["US"], ["Portland"], ["Oregon"]])
    #expect(found.mentors(like: 0) == [2, 3, 1])
  }

  @Test("The settings' synonyms are one thing; a field of their own counts where one can filter by it")
  func settings() throws {
    let settings = """
      facets: [{field: expertise, synonyms: {ML: Machine learning}}]
      fields: {club: {kind: terms, facet: true}, pet: {kind: text}}

      """
    let (found, directory) = try Self.similar(
      [
        "expertise: [ML]\nclub: [Chess]\npet: cat\n", "expertise: [Machine learning]\n", "club: [chess]\n",
        "pet: cat\n",
      ],
      settings: settings)
    #expect(found.mentors(like: 0).sorted() == [1, 2])
    #expect(Self.words(found.traits(sharedBy: 0, and: 1), directory) == ["Machine learning"])
  }

  @Test("Who takes requests comes before a more similar mentor who takes none")
  func openFirst() throws {
    let (found, _) = try Self.similar(
      [
        "expertise: [A, B, C]\n", "expertise: [A, B, C]\nstatus: paused\n", "expertise: [A, B]\ncapacity: 0\n",
        "expertise: [C]\n",
      ] + Self.strangers(4))
    #expect(found.mentors(like: 0) == [3, 1, 2])
  }
}
