import SiteTesting
import Testing
import TextKeys

@Suite("Collation")
struct CollationKeyTests {
  @Test(
    "Names stand where readers of the language look for them",
    arguments: [
      ("en", ["Ana", "Ánh", "Bob", "Émile", "Zoë", "Ωmega", "Яна", "山田"]),
      ("en", ["Anna", "anna", "Anna B", "Annabel"]),
      ("sv", ["Zara", "Åsa", "Ängla", "Örjan"]),
      ("en", ["Ängla", "Åsa", "Örjan", "Zara"]),
      ("da", ["Zara", "Æbel", "Øre", "Ås"]),
      ("es", ["Nadia", "Nuria", "Ñico", "Olga"]),
      ("de", ["Ärmel", "Arnold", "Artur"]),
      ("en", ["10 Cool", "2 Cool", "Anna"]),
    ])
  func order(_ locale: String, _ names: [String]) {
    let alphabet = CollationLocale(locale)
    let sorted = names.shuffled().sorted { CollationKey($0, locale: alphabet) < CollationKey($1, locale: alphabet) }
    #expect(sorted == names)
  }

  @Test("The order is a strict one: irreflexive, asymmetric, transitive, and total over different texts")
  func strictOrder() {
    var random = SeededGenerator(seed: 8)
    for locale in ["en", "sv", "tr", "zz"].map(CollationLocale.init) {
      let texts = (0..<60).map { _ in random.text(upTo: 5) }
      let keys = texts.map { CollationKey($0, locale: locale) }
      for left in keys.indices {
        #expect(!(keys[left] < keys[left]))
        for right in keys.indices {
          if keys[left] < keys[right] { #expect(!(keys[right] < keys[left])) }
          if Array(texts[left].utf8) != Array(texts[right].utf8) {
            #expect(keys[left] < keys[right] || keys[right] < keys[left])
          }
        }
      }
      let sorted = keys.sorted()
      for (left, right) in zip(sorted, sorted.dropFirst()) { #expect(!(right < left)) }
      #expect(keys.shuffled().sorted() == sorted)
    }
  }

  @Test("Equal texts have equal keys, in every run")
  func deterministic() {
    #expect(CollationKey("Ana", locale: CollationLocale("en")) == CollationKey("Ana", locale: CollationLocale("en-US")))
  }
}
