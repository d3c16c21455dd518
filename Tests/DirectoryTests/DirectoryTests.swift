import Community
import Directory
import Scheduling
import SiteTesting
import Testing

@Suite("The directory")
struct DirectoryTests {
  /// Mentors with the given front matter, by settings.
  static func community(
    _ settings: String, _ profiles: [String], asOf: Instant? = nil
  ) throws -> (Community, Directory) {
    let folder = try ScratchFolder()
    try folder.write("title: T\n\(settings)", to: "content/site.yaml")
    for (index, profile) in profiles.enumerated() {
      let letter = String(UnicodeScalar(UInt8(97 + index)))
      try folder.write("---\nname: \(letter)\n\(profile)---\n", to: "content/mentors/\(letter).md")
    }
    let loaded = Community.load(
      LoadOptions(
        contentFolder: folder.path + "/content", asOf: asOf ?? Instant(secondsSinceEpoch: 1_803_900_000)))
    let community = try #require(loaded.community, "\(loaded.diagnostics)")
    return (community, Directory(community))
  }

  static func directory(_ settings: String, _ profiles: [String]) throws -> Directory {
    try community(settings, profiles).1
  }

  static func text(_ facet: Facet) -> [String] {
    facet.terms.map { "\($0.label) \($0.slug) \($0.mentors.map(String.init).joined(separator: ","))" }
  }

  @Test("Spellings with one slug are one term, called as most mentors write it")
  func spellings() throws {
    let directory = try Self.directory(
      "facets: [{field: industry}]\n",
      ["industry: data science\n", "industry: Data Science\n", "industry: Data Science\n", "industry: Law\n"])
    #expect(Self.text(directory.facets[0]) == ["Data Science data-science 0,1,2", "Law law 3"])
  }

  @Test("Of equally common spellings the label does not depend on who comes first")
  func ties() throws {
    let settings = "facets: [{field: industry}]\n"
    let one = try Self.directory(settings, ["industry: data science\n", "industry: Data Science\n"])
    let other = try Self.directory(settings, ["industry: Data Science\n", "industry: data science\n"])
    #expect(one.facets[0].terms.map(\.label) == other.facets[0].terms.map(\.label))
  }

  @Test("A synonym is the term that it stands for, and a mentor who writes both has it once")
  func synonyms() throws {
    let directory = try Self.directory(
      "facets: [{field: expertise, synonyms: {ML: Machine learning, AI: Machine learning}}]\n",
      ["expertise: [ml, AI, machine Learning]\n", "expertise: [Cooking]\n"])
    #expect(Self.text(directory.facets[0]) == ["Cooking cooking 1", "Machine learning machine-learning 0"])
  }

  @Test("The settings give a term its label and slug, whatever mentors write")
  func settingsTerms() throws {
    let directory = try Self.directory(
      "facets: [{field: industry, terms: {Tech: {label: Technology, slug: it}}}]\n",
      ["industry: tech\n", "industry: Technology\n", "industry: IT\n"])
    #expect(Self.text(directory.facets[0]) == ["Technology it 0,1,2"])
  }

  @Test("Terms in any script have slugs of their own, and C, C++ and C# are three")
  func scripts() throws {
    let directory = try Self.directory(
      "facets: [{field: expertise}]\n", ["expertise: [C, C++, \"C#\", 日本語, русский, \"!!!\"]\n"])
    #expect(directory.facets[0].terms.map(\.slug) == ["c", "c-sharp", "c-plus", "русский", "日本語"])
  }

  @Test("A sentence where a term belongs has a short slug, different from that of its neighbour")
  func longTerms() throws {
    let long = String(repeating: "very long words ", count: 20)
    let directory = try Self.directory(
      "facets: [{field: industry}]\n", ["industry: \(long)one\n", "industry: \(long)two\n"])
    let slugs = directory.facets[0].terms.map(\.slug)
    #expect(Set(slugs).count == 2)
    #expect(slugs.allSatisfy { $0.utf8.count <= 100 })
  }

  @Test("A facet that nobody has a term of is left out; the largest terms come first, equal ones by label")
  func largest() throws {
    let directory = try Self.directory(
      "facets: [{field: school}, {field: languages}]\n",
      ["languages: [b, c]\n", "languages: [c, a]\n", "languages: [d]\n"])
    #expect(directory.facets.map(\.field) == ["languages"])
    let facet = directory.facets[0]
    #expect(facet.largestTerms(3).map { facet.terms[$0].label } == ["c", "a", "b"])
    #expect(facet.terms(of: 0).map { facet.terms[Int($0)].label } == ["b", "c"])
    #expect(facet.terms(of: 2).map { facet.terms[Int($0)].label } == ["d"])
  }

  @Test("Terms and mentors point at each other")
  func consistency() throws {
    var random = SeededGenerator(seed: 40)
    let words = ["Law", "law", "LAW", "Finance", "Bánking", "banking", "東京", "x y", "x-y"]
    let profiles = (0..<24).map { _ in
      "languages: [\((0..<Int.random(in: 1...4, using: &random)).map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: ", "))]\n"
    }
    let facet = try Self.directory("facets: [{field: languages}]\n", profiles).facets[0]
    for mentor in 0..<24 {
      for term in facet.terms(of: mentor) { #expect(facet.terms[Int(term)].mentors.contains(Int32(mentor))) }
    }
    for (index, term) in facet.terms.enumerated() {
      #expect(term.mentors == term.mentors.sorted() && Set(term.mentors).count == term.mentors.count)
      for mentor in term.mentors { #expect(facet.terms(of: Int(mentor)).contains(Int32(index))) }
    }
    #expect(Set(facet.terms.map(\.slug)).count == facet.terms.count)
  }
}
