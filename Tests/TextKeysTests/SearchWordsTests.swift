import Foundation
import SiteTesting
import Testing
import TextKeys

/// A case of Tests/Fixtures/search-vectors.json, which the tests of the theme's scripts read, too.
struct SearchVector: Decodable, Sendable, CustomTestStringConvertible {
  let name: String
  let text: String
  let folded: String
  let indexed: [String]
  let queried: [String]

  var testDescription: String { name }

  static let all: [SearchVector] = {
    let file = URL(fileURLWithPath: RepositoryPaths.fixtures + "/search-vectors.json")
    return (try? JSONDecoder().decode([SearchVector].self, from: Data(contentsOf: file))) ?? []
  }()
}

@Suite("Words of search")
struct SearchWordsTests {
  /// Compared by scalars: `String` takes composed and decomposed letters for equal.
  private static func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

  @Test("There are cases in many scripts")
  func vectorsAreThere() {
    #expect(SearchVector.all.count >= 60)
  }

  @Test("A text is folded as the scripts fold it", arguments: SearchVector.all)
  func folding(_ vector: SearchVector) {
    #expect(Self.scalars(SearchFolding.folded(vector.text)) == Self.scalars(vector.folded))
  }

  @Test("A text is cut into the words that the index has and those that are looked for", arguments: SearchVector.all)
  func cutting(_ vector: SearchVector) {
    #expect(SearchWords.indexed(vector.text).map(Self.scalars) == vector.indexed.map(Self.scalars))
    #expect(SearchWords.queried(vector.text).map(Self.scalars) == vector.queried.map(Self.scalars))
  }

  @Test("Composed and decomposed text fold to the same, and what is folded folds to itself")
  func normalization() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<4_000 {
      let text = random.text(upTo: 12)
      let folded = SearchFolding.folded(text)
      #expect(
        Self.scalars(SearchFolding.folded(text.precomposedStringWithCanonicalMapping)) == Self.scalars(folded),
        "\(Self.scalars(text))")
      #expect(
        Self.scalars(SearchFolding.folded(text.decomposedStringWithCanonicalMapping)) == Self.scalars(folded),
        "\(Self.scalars(text))")
      #expect(Self.scalars(SearchFolding.folded(folded)) == Self.scalars(folded), "\(Self.scalars(text))")
    }
  }

  @Test("The words of a text are those of its parts between spaces")
  func locality() {
    var random = SeededGenerator(seed: 12)
    for _ in 0..<2_000 {
      let parts = (0..<4).map { _ in random.text(upTo: 8) }
      #expect(SearchWords.indexed(parts.joined(separator: " ")) == parts.flatMap(SearchWords.indexed))
    }
  }

  @Test("Every word that is looked for is found in its own text: by itself, or as the beginning of one")
  func findsItself() {
    var random = SeededGenerator(seed: 13)
    for _ in 0..<2_000 {
      let text = random.text(upTo: 12)
      let indexed = SearchWords.indexed(text)
      for word in SearchWords.queried(text) {
        #expect(indexed.contains { $0.unicodeScalars.starts(with: word.unicodeScalars) }, "\(Self.scalars(text))")
      }
    }
  }

  @Test("No word is empty or longer than 40 characters, and none holds a space or an apostrophe")
  func shape() {
    var random = SeededGenerator(seed: 14)
    for _ in 0..<2_000 {
      for word in SearchWords.indexed(random.text(upTo: 90)) {
        #expect((1...40).contains(word.unicodeScalars.count))
        #expect(!word.contains { $0.isWhitespace || "'’ʼʻ".contains($0) })
      }
    }
  }

  @Test(
    "ä ö ü å ø are spelled out, whatever their form; other names have no second spelling",
    arguments: [
      ("Müller", "Mueller"), ("Jørgen Ångström", "Joergen aangstroem"), ("Mu\u{308}ller", "Mueller"),
      ("ÖZTÜRK", "oeZTueRK"), ("Łukasz", nil), ("Smith", nil), ("", nil), ("東京", nil),
    ])
  func spelledOut(_ text: String, _ expected: String?) {
    #expect(SearchWords.spelledOut(text) == expected)
  }
}
