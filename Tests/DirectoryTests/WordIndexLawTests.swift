import Community
import Directory
import Parallelism
import SiteTesting
import Testing
import TextKeys

/// Laws of the index over a community of random words, large enough for several slices and shards.
@Suite("Laws of the index of words")
struct WordIndexLawTests {
  private static let profiles: [String] = {
    var random = SeededGenerator(seed: 21)
    let letters = Array("aeinorstlübéк東京ナ'")
    let words = (0..<4_000).map { _ in
      String((0..<Int.random(in: 2...9, using: &random)).map { _ in letters.randomElement(using: &random) ?? "a" })
    }
    func text(_ count: Int) -> String {
      (0..<count).map { _ in
        // Some words are common, most are rare.
        let rank = Int.random(in: 0..<words.count, using: &random) * Int.random(in: 0..<words.count, using: &random)
        return words[rank / words.count]
      }.joined(separator: " ")
    }
    return (0..<700).map { number in
      """
      name: "N\(number) \(text(Int.random(in: 1...3, using: &random)))"
      employer: "\(text(2))"
      headline: "\(text(3))"
      languages: ["\(text(1))", "\(text(1))"]
      ---
      \(text(25))
      """
    }
  }()

  private static let site = Result { try WordSite(profiles) }

  /// Word → mentor → class, straight from the description.
  private static func reference(_ community: Community) -> [String: [Int32: Int]] {
    var reference: [String: [Int32: Int]] = [:]
    for (number, mentor) in community.mentors.enumerated() {
      func add(_ text: String, _ wordClass: Int) {
        for word in SearchWords.indexed(text) {
          reference[word, default: [:]][Int32(number)] = max(reference[word]?[Int32(number)] ?? 0, wordClass)
        }
      }
      for text in [mentor.name, SearchWords.spelledOut(mentor.name)].compactMap(\.self) {
        add(text, 5 + min(SearchWords.queried(mentor.name).count, 4))
      }
      for text in [mentor.employer, mentor.employer.flatMap(SearchWords.spelledOut)].compactMap(\.self) { add(text, 5) }
      add(mentor.headline ?? "", 4)
      for language in mentor.languages { add(language, 3) }
      add(mentor.bio.plainText, 0)
    }
    return reference
  }

  private static func byMentor(_ groups: [Int: [Int32]]) -> [Int32: Int] {
    groups.reduce(into: [:]) { result, group in
      for mentor in group.value { result[mentor] = group.key }
    }
  }

  @Test("The index has the words, mentors and classes of a plain reference, and nothing else")
  func sameAsReference() throws {
    let site = try Self.site.get()
    let reference = Self.reference(site.community)
    let entries = site.entries(site.index.words)
    #expect(Set(entries.map(\.word)) == Set(reference.keys))
    for (word, groups) in entries { #expect(Self.byMentor(groups) == reference[word], "\(word)") }
  }

  @Test("Words ascend by their bytes, and the vocabulary has the same")
  func order() throws {
    let site = try Self.site.get()
    let words = site.entries(site.index.words).map(\.word)
    for (left, right) in zip(words, words.dropFirst()) {
      #expect(left.utf8.lexicographicallyPrecedes(right.utf8))
    }
    var reader = SearchReader(site.index.vocabulary)
    #expect(reader.vocabulary() == words)
  }

  @Test("A word is in the last shard whose first text is not behind it; each shard but the last has 12 KB")
  func shards() throws {
    let site = try Self.site.get()
    let shards = site.index.words
    #expect(shards.files.count > 2 && shards.first.count == shards.files.count && shards.first[0].isEmpty)
    #expect(shards.files.dropLast().allSatisfy { $0.count >= 12 * 1024 })
    for (number, file) in shards.files.enumerated() {
      var reader = SearchReader(file)
      for (word, _) in reader.words(of: site.community.mentors.count) {
        let shard = shards.first.lastIndex { !word.utf8.lexicographicallyPrecedes($0.utf8) }
        #expect(shard == number, "\(word)")
      }
    }
  }

  @Test("A beginning is in the prefixes exactly where a reader would need several shards, and unites its words")
  func prefixes() throws {
    let site = try Self.site.get()
    let first = site.index.words.first
    let words = site.entries(site.index.words)
    var union: [String: [Int32: Int]] = [:]
    for (word, groups) in words {
      for length in 1...3 where word.unicodeScalars.count >= length {
        let prefix = String(String.UnicodeScalarView(word.unicodeScalars.prefix(length)))
        union[prefix, default: [:]].merge(Self.byMentor(groups).filter { $0.value > 0 }, uniquingKeysWith: max)
      }
    }
    let prefixes = site.entries(site.index.prefixes)
    #expect(prefixes.count > 3)
    for (prefix, groups) in prefixes { #expect(Self.byMentor(groups) == union[prefix], "\(prefix)") }
    let needed = union.keys.filter { prefix in
      let start = first.lastIndex { !prefix.utf8.lexicographicallyPrecedes($0.utf8) } ?? 0
      return first[(start + 1)...].contains { $0.utf8.starts(with: prefix.utf8) }
    }
    #expect(Set(prefixes.map(\.word)) == Set(needed))
  }

  @Test("The index is the same at any number of workers", arguments: [1, 2, 3, 8])
  func workers(_ count: Int) throws {
    let site = try Self.site.get()
    let index = WordIndex(site.community, directory: Directory(site.community), workers: Workers(count))
    #expect(index.words.files == site.index.words.files && index.words.first == site.index.words.first)
    #expect(index.prefixes.files == site.index.prefixes.files && index.vocabulary == site.index.vocabulary)
  }
}
