import SiteTesting
import Testing
import TextKeys

@Suite("Slug")
struct SlugTests {
  @Test(
    "A name becomes lower-case words joined by hyphens, readable in its own script",
    arguments: [
      ("Ana López", "ana-lopez"), ("São Paulo", "sao-paulo"), ("O'Brien", "obrien"), ("O’Brien", "obrien"),
      ("Straße", "strasse"), ("Łukasz Ångström", "lukasz-angstrom"), ("C++", "c-plus"), ("C#", "c-sharp"), ("C", "c"),
      ("東京", "東京"), ("Москва", "москва"), ("R&D", "r-d"), ("  a  --  b  ", "a-b"), ("1990s", "1990s"),
      ("Hawaiʻi", "hawaii"), ("ʻOkina", "okina"), ("नमस्ते", "नमस्ते"), ("القاهرة", "القاهرة"), ("Ⅻ", "ⅻ"),
      ("a/b\\c", "a-b-c"), ("..", ""), ("🎓", ""), ("", ""), ("!!!", ""), ("Cafe\u{301}", "cafe"), ("й", "й"),
      ("Ελλάδα", "ελλάδα"), ("İstanbul", "istanbul"), ("Əliyev", "eliyev"), ("əliyev", "eliyev"),
    ])
  func table(_ text: String, _ slug: String) {
    #expect(Slug.of(text) == slug)
  }

  @Test("The slug of a slug is that slug")
  func idempotent() {
    var random = SeededGenerator(seed: 6)
    for _ in 0..<4_000 {
      let text = random.text(upTo: 12)
      let slug = Slug.of(text)
      #expect(Slug.of(slug) == slug, "\(text.unicodeScalars.map { String($0.value, radix: 16) })")
    }
  }

  @Test("The slug of any single letter of Unicode is its own slug")
  func everyScalar() {
    for value in UInt32(0)...0x1_FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let slug = Slug.of(String(scalar))
      if Slug.of(slug) != slug { Issue.record("U+\(String(value, radix: 16)): \(slug) → \(Slug.of(slug))") }
    }
  }

  @Test("A slug holds no separator at its ends, none twice, and nothing that leads to another folder")
  func shape() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<4_000 {
      let slug = Slug.of(random.text(upTo: 16))
      #expect(!slug.hasPrefix("-") && !slug.hasSuffix("-") && !slug.contains("--"))
      #expect(!slug.unicodeScalars.contains { "/\\.:?#%&<>\"' ".unicodeScalars.contains($0) || $0.value < 0x20 })
    }
  }

  @Test("Upper and lower case of a Latin letter have one slug")
  func caseOfLatinLetters() {
    for value in (0xC0...0x24F).map({ UInt32($0) }) + (0x1E00...0x1EFF).map({ UInt32($0) }) {
      guard let scalar = Unicode.Scalar(value), scalar.properties.isUppercase else { continue }
      let lower = scalar.properties.lowercaseMapping
      #expect(Slug.of(String(scalar)) == Slug.of(lower), "U+\(String(value, radix: 16)) \(scalar)")
    }
  }
}
