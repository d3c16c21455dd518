import Community
import Directory
import Parallelism
import Scheduling
import SiteTesting
import Testing

/// A community of profiles, and its words as a reader sees them.
struct WordSite {
  let community: Community
  let index: WordIndex
  /// Word → class → the names of its mentors, in the order of their numbers.
  var words: [String: [Int: [String]]] = [:]

  init(_ profiles: [String], settings: String = "") throws {
    let folder = try ScratchFolder()
    try folder.write("title: T\ncontact: {email: a@example.edu}\n\(settings)", to: "content/site.yaml")
    for (number, profile) in profiles.enumerated() {
      try folder.write("---\n\(profile)", to: "content/mentors/m\(number).md")
    }
    let loaded = Community.load(
      LoadOptions(contentFolder: folder.path + "/content", asOf: Instant(secondsSinceEpoch: 1_803_900_000)))
    community = try #require(loaded.community, "\(loaded.diagnostics)")
    try #require(community.mentors.count == profiles.count, "\(loaded.diagnostics)")
    index = WordIndex(community, directory: Directory(community), workers: Workers(2))
    for (word, groups) in entries(index.words) {
      words[word] = groups.mapValues { numbers in numbers.map { community.mentors[Int($0)].name } }
    }
  }

  func entries(_ shards: WordShards) -> [(word: String, groups: [Int: [Int32]])] {
    shards.files.flatMap { file in
      var reader = SearchReader(file)
      return reader.words(of: community.mentors.count)
    }
  }
}

@Suite("The index of words")
struct WordIndexTests {
  @Test("A word is in the class of the place where it weighs most, and in no other")
  func classes() throws {
    let site = try WordSite(
      [
        """
        name: Ana Bell
        called: Anita
        headline: All about lights
        employer: Lamps and Oil
        title: Engineer of oil
        industry: Energy
        expertise: [Bulbs]
        help_with: [Careers, bulbs]
        languages: [Spanish]
        mentoring: [flash]
        meeting_modes: [in-person]
        school: Law School
        degree: MBA
        majors: [Optics]
        location: {city: Boston, region: Massachusetts, country: Utopia}
        club: Rowing
        hobby: [Chess]
        first: true
        shoe: 43
        class_year: 1999
        ---
        I know **lights**, bulbs, chess, Boston, Ana, and &amp; [some](https://example.com/hidden) <i>things</i>.

        # More
        """
      ],
      settings:
        "fields: {club: {kind: text}, hobby: {kind: terms}, first: {kind: flag, label: Pioneer}, shoe: {kind: number}}\n"
    )
    let expected: [Int: String] = [
      9: "anita", 7: "ana bell", 5: "lamps and oil engineer of energy bulbs", 4: "all about lights",
      3: "careers spanish flash in person chess pioneer", 2: "law school mba optics rowing",
      1: "boston massachusetts utopia", 0: "i know some things more",
    ]
    for (wordClass, words) in expected {
      let found = site.words.filter { $0.value.keys.contains(wordClass) }.keys.sorted()
      #expect(found == words.split(separator: " ").map(String.init).sorted(), "class \(wordClass)")
    }
    #expect(site.words.values.allSatisfy { $0.count == 1 })
  }

  @Test("A whole word is found, never one inside another: iOS is not curiosity")
  func wholeWords() throws {
    let site = try WordSite([
      "name: A\nexpertise: [iOS]\n---\n", "name: B\nheadline: Curiosity\n---\n",
      "name: C\n---\nI like iOS, IOS and ios.\n",
    ])
    #expect(site.words["ios"] == [5: ["A"], 0: ["C"]])
    #expect(site.words["curiosity"] == [4: ["B"]])
  }

  @Test(
    "A name is in the class of as many words as somebody types who types all of it",
    arguments: [
      ("Cher", "cher", 6), ("Ana Bell", "bell", 7), ("Ana María Bell", "maria", 8), ("Ana Bell de la Cruz", "cruz", 9),
      ("O'Brien", "obrien", 6), ("Mary-Jane O’Neil", "oneil", 8), ("王伟", "王伟", 6), ("王伟", "伟", 6),
      ("欧阳晓明", "晓明", 8), ("佐藤 健太", "健太", 7), ("김민준", "민준", 7), ("Łukasz Żak", "zak", 7), ("Ana Ana", "ana", 7),
      ("王伟 Wang Wei", "wang", 8),
    ])
  func names(_ name: String, _ word: String, _ wordClass: Int) throws {
    let site = try WordSite(["name: \(name)\n---\n"])
    #expect(site.words[word] == [wordClass: [name]])
  }

  @Test("A name and an employer with umlauts have a second spelling, other texts don't")
  func umlauts() throws {
    let site = try WordSite(["name: Jürgen Müller\nemployer: Mu\u{308}nch\nheadline: Zürich\n---\nGrüße aus Köln\n"])
    for word in ["jurgen", "juergen", "muller", "mueller"] { #expect(site.words[word] == [7: ["Jürgen Müller"]]) }
    #expect(site.words["munch"] != nil && site.words["muench"] != nil)
    for word in ["zuerich", "gruesse", "koeln"] { #expect(site.words[word] == nil) }
    #expect(site.words["grusse"] == [0: ["Jürgen Müller"]])
  }

  @Test("What a mentor is called counts as a name of four words where the name doesn't have it")
  func called() throws {
    let site = try WordSite(["name: Katherine Bell\ncalled: Kate Bell\n---\n"])
    #expect(site.words["kate"] == [9: ["Katherine Bell"]])
    #expect(site.words["bell"] == [7: ["Katherine Bell"]])
  }

  @Test("C, C++ and C# are three words; Han and kana are found by two neighbours")
  func signsAndRuns() throws {
    let site = try WordSite(["name: A\nexpertise: [C, C++, \"C#\"]\n---\n東京でデータ\n"])
    for word in ["c", "c++", "c#"] { #expect(site.words[word] == [5: ["A"]]) }
    for word in ["東京", "京で", "でデ", "デー", "ータ", "タ"] { #expect(site.words[word] == [0: ["A"]]) }
    #expect(site.words["東"] == nil)
  }

  @Test("A term is found by its synonyms and by what the settings call it, in the class of its field")
  func synonyms() throws {
    let site = try WordSite(
      [
        "name: A\nexpertise: [machine learning]\nindustry: Tech\n---\n", "name: B\nexpertise: [ML]\n---\n",
        "name: C\nexpertise: [Cooking]\nlocation: New York\n---\n",
      ],
      settings: """
        facets:
          - {field: expertise, synonyms: {ML: Machine learning, AI: Machine learning}}
          - {field: industry, terms: {Tech: {label: Technology}}, synonyms: {IT: Tech}}
          - {field: city, synonyms: {NYC: New York}}
        """)
    #expect(site.words["ml"] == [5: ["A", "B"]])
    #expect(site.words["ai"] == [5: ["A", "B"]])
    #expect(site.words["machine"] == [5: ["A", "B"]])
    for word in ["tech", "technology", "it"] { #expect(site.words[word] == [5: ["A"]]) }
    #expect(site.words["nyc"] == [1: ["C"]])
  }

  @Test("Without mentors there are no words")
  func empty() throws {
    let site = try WordSite([])
    #expect(site.index.words.files.isEmpty && site.index.words.first.isEmpty && site.index.vocabulary.isEmpty)
    #expect(site.index.prefixes.files.isEmpty)
  }
}
