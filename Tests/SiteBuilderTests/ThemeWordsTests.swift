import Scheduling
import SiteTesting
import Testing

@testable import Community
@testable import SiteBuilder

@Suite("Plural rules")
struct PluralRuleTests {
  @Test(
    "A count takes the form of the CLDR's table",
    arguments: [
      ("en", "one", [1]), ("en", "other", [0, 2, 11, 21, 100, 101]),
      ("en-GB", "one", [1]), ("zz", "one", [1]),
      ("fr", "one", [0, 1]), ("fr", "other", [2, 10, 100]), ("pt-BR", "one", [0, 1]),
      ("ja", "other", [0, 1, 2, 100]), ("zh-Hant", "other", [0, 1]),
      ("ar", "zero", [0]), ("ar", "one", [1]), ("ar", "two", [2]), ("ar", "few", [3, 10, 103, 110]),
      ("ar", "many", [11, 26, 99, 111]), ("ar", "other", [100, 101, 102, 200, 1000]),
      ("ru", "one", [1, 21, 31, 101, 1001]), ("ru", "few", [2, 3, 4, 22, 104]),
      ("ru", "many", [0, 5, 11, 12, 14, 19, 20, 25, 111, 112]), ("uk", "one", [1, 21]), ("uk", "many", [11]),
      ("sr", "other", [0, 5, 11]), ("hr", "few", [2, 22]),
      ("pl", "one", [1]), ("pl", "few", [2, 3, 4, 22, 24, 102]), ("pl", "many", [0, 5, 11, 12, 14, 21, 25, 101]),
      ("cs", "few", [2, 4]), ("cs", "other", [0, 5, 22]),
      ("he", "two", [2]), ("he", "other", [0, 10, 20]),
      ("sl", "one", [1, 101]), ("sl", "two", [2, 102]), ("sl", "few", [3, 4, 104]), ("sl", "other", [0, 5, 11]),
      ("lt", "one", [1, 21]), ("lt", "few", [2, 9, 22]), ("lt", "other", [0, 10, 11, 19, 20, 111]),
      ("lv", "zero", [0, 10, 11, 19, 20, 111]), ("lv", "one", [1, 21]), ("lv", "other", [2, 9, 22]),
      ("ro", "few", [0, 2, 19, 101, 119]), ("ro", "other", [20, 100, 120]),
      ("cy", "zero", [0]), ("cy", "many", [6]), ("ga", "few", [3, 6]), ("ga", "many", [7, 10]),
    ])
  func table(_ locale: String, _ category: String, _ counts: [Int]) {
    for count in counts {
      #expect(PluralRule(locale: locale).category(of: count).rawValue == category, "\(locale) \(count)")
    }
  }
}

@Suite("Initials")
struct InitialsTests {
  @Test(
    "The letters of the first and last word stand for a person, in the script of the name",
    arguments: [
      ("Ana López", "AL"), ("Ana", "A"), ("Ludwig van Beethoven", "LB"), ("Dr. Ana López", "AL"), ("ana lópez", "AL"),
      ("Siobhán Ní Dhomhnaill", "SD"), ("O'Brien", "O"), ("Mary-Jane Watson", "MW"), ("山田 花子", "山花"), ("山田花子", "山"),
      ("Борис Петров", "БП"), ("نور الهدى", "نا"), ("Hong Nhung (洪戎) Nguyễn", "HN"), ("  Ana   López  ", "AL"),
      ("(Ana) López", "AL"), ("Émile Zola", "ÉZ"), ("J. R. R. Tolkien", "T"), ("अनन्या देशपांडे", "अदे"), ("🎓 Ana López", "AL"),
      ("42", ""), ("", ""), ("김도현", "김"), ("Ana López, PhD", "AP"),
    ])
  func table(_ name: String, _ initials: String) {
    #expect(Initials.of(name) == initials)
  }

  @Test("No name makes more than two letters")
  func short() {
    var random = SeededGenerator(seed: 20)
    for _ in 0..<2_000 { #expect(Initials.of(random.text(upTo: 20)).count <= 2) }
  }
}

@Suite("Brand palette")
struct BrandPaletteTests {
  static func properties(_ brand: SiteSettings.Brand) -> [String: BrandColor] {
    let body = BrandPalette.styleSheet(for: brand).split { "{}".contains($0) }.dropFirst().first ?? ""
    return Dictionary(
      uniqueKeysWithValues: body.split(separator: ";").compactMap { declaration in
        let parts = declaration.split(separator: ":")
        return BrandColor(String(parts[1])).map { (String(parts[0]), $0) }
      })
  }

  @Test("Of a thousand random colours every derived one reaches the contrast that it promises")
  func contrast() throws {
    var random = SeededGenerator(seed: 21)
    let corners: [UInt8] = [0, 1, 127, 254, 255]
    let edges = corners.flatMap { red in
      corners.flatMap { green in corners.map { BrandColor(red: red, green: green, blue: $0) } }
    }
    let colours =
      edges
      + (0..<1_000).map { _ in
        BrandColor(
          red: .random(in: 0...255, using: &random), green: .random(in: 0...255, using: &random),
          blue: .random(in: 0...255, using: &random))
      }
    for colour in colours {
      let derived = Self.properties(SiteSettings.Brand(color: colour, accent: nil))
      func ratio(_ name: String, _ other: BrandColor) throws -> Double {
        try #require(derived[name]).contrast(with: other)
      }
      #expect(derived["--brand"] == colour)
      #expect(try ratio("--brand-strong", BrandPalette.white) >= 7, "\(colour.css)")
      #expect(try ratio("--brand-on-dark", BrandPalette.darkPaper) >= 7, "\(colour.css)")
      #expect(try ratio("--brand-contrast", colour) >= 4.5, "\(colour.css)")
      #expect(try ratio("--accent", BrandPalette.white) >= 4.5, "\(colour.css)")
      #expect(try ratio("--accent-on-dark", BrandPalette.darkPaper) >= 4.5, "\(colour.css)")
    }
  }

  @Test("A colour that can be read already stays as it is, and without one there is no style sheet")
  func unchanged() {
    let dark = BrandColor(red: 0x1F, green: 0x3A, blue: 0x2F)
    #expect(Self.properties(SiteSettings.Brand(color: dark, accent: nil))["--brand-strong"] == dark)
    #expect(BrandPalette.styleSheet(for: SiteSettings.Brand()) == "")
  }

  @Test(
    "A colour is read as CSS writes it",
    arguments: [("#fff", "#ffffff"), ("#1F5a4f", "#1f5a4f"), ("#010203", "#010203")])
  func reading(_ written: String, _ css: String) {
    #expect(BrandColor(written)?.css == css)
  }

  @Test(
    "What is no colour is none", arguments: ["", "#", "fff", "#ff", "#ffff", "#gggggg", "#1f5a4f ", "green", "#１２３"])
  func noColour(_ written: String) {
    #expect(BrandColor(written) == nil)
  }
}

@Suite("Phrasebook")
struct PhrasebookTests {
  static func book(_ strings: [String: String], locale: String = "en") -> Phrasebook {
    Phrasebook(
      locale: locale, strings: strings, plurals: ["mentors_count": [.one: "{n} mentor", .other: "{n} mentors"]],
      lists: ["months": (1...12).map { "M\($0)" }, "weekdays": (1...7).map { "D\($0)" }])
  }

  @Test(
    "Times of day read as the language writes them",
    arguments: [
      (0, "00:00", "12:00 am"), (65, "01:05", "1:05 am"), (720, "12:00", "12:00 pm"), (785, "13:05", "1:05 pm"),
      (1_439, "23:59", "11:59 pm"), (1_440, "00:00", "12:00 am"),
    ])
  func times(_ minutes: Int, _ long: String, _ short: String) {
    #expect(Self.book(["clock": "24"]).time(minutes: minutes) == long)
    #expect(Self.book(["clock": "12", "am": "am", "pm": "pm"]).time(minutes: minutes) == short)
  }

  @Test(
    "Large numbers have the language's separator between groups of three",
    arguments: [
      (0, "0"), (999, "999"), (1_000, "1,000"), (12_345, "12,345"), (1_234_567, "1,234,567"), (-1_000, "-1,000"),
    ])
  func numbers(_ value: Int, _ text: String) {
    #expect(Self.book(["group_separator": ","]).number(value) == text)
  }

  @Test("A date has its parts in the language's order, and a parameter that nothing fills shows as it is written")
  func dates() throws {
    let day = try #require(CivilDate("2027-03-02"))
    #expect(Self.book(["date_format": "{year}/{month}/{day} {era}"]).date(day) == "2027/M3/2 {era}")
    #expect(Self.book(["weekday_date_format": "{weekday} {day}"]).weekdayDate(day) == "D2 2")
  }

  @Test("A count takes its plural form with the number written as the language does")
  func plurals() {
    let book = Self.book(["group_separator": "."])
    #expect(book.plural(.mentorsCount, 1) == "1 mentor")
    #expect(book.plural(.mentorsCount, 10_000) == "10.000 mentors")
  }

  @Test(
    "A phrase is cut up at its braces",
    arguments: [("{", "{"), ("{}", "{}"), ("a}b", "a}b"), ("{n", "{n"), ("{{n}}", "{{n}}")])
  func braces(_ phrase: String, _ filled: String) {
    #expect(Phrase(phrase).filled(["n": "7"]) == filled)
  }
}

@Suite("Shipped themes")
struct ShippedThemeTests {
  @Test(
    "Every language of every shipped theme loads without a finding",
    arguments: ["default", "collegiate"], ["en", "de", "es", "ar", "en-GB", "de-AT"])
  func languages(_ theme: String, _ locale: String) {
    let (loaded, diagnostics) = Theme.load(theme, from: [RepositoryPaths.root + "/themes"], locale: locale)
    #expect(loaded != nil)
    #expect(diagnostics == [])
    #expect(loaded.map { ThemeTemplates.compile($0.templates).diagnostics } == [])
  }

  @Test(
    "A translation has every word of the English strings with the same parameters, and every plural form that it needs",
    arguments: ["de", "es", "ar"])
  func translation(_ locale: String) throws {
    let folder = [RepositoryPaths.root + "/themes"]
    let english = try #require(Theme.load("default", from: folder, locale: "en").theme).phrases
    var diagnostics: [String] = []
    let translated = try #require(Theme.load("default", from: folder, locale: locale).theme).phrases
    for (key, text) in english.strings.sorted(by: { $0.key < $1.key }) {
      let (own, wanted) = (Phrase(translated.strings[key] ?? "").parameters, Phrase(text).parameters)
      // A message may greet by the whole name where the language is formal.
      let isRight =
        key.hasPrefix("default_") || key.hasPrefix("slot_")
        ? own.isSubset(of: SiteSettings.RequestSettings.placeholders) && !own.isEmpty : own == wanted
      if !isRight || translated.strings[key] == nil { diagnostics.append("\(key): \(own)") }
    }
    #expect(diagnostics == [])
  }

  @Test("A language that a theme does not speak is a warning, and its site is English")
  func unknownLanguage() {
    let (theme, diagnostics) = Theme.load("default", from: [RepositoryPaths.root + "/themes"], locale: "tlh")
    #expect(theme != nil)
    #expect(diagnostics.map(\.message) == ["the theme does not speak 'tlh': its words will be English"])
  }

  @Test("The words that templates may use name every field once")
  func fieldNames() {
    for (template, model) in ThemeTemplates.descriptions {
      let names = model.fields.map(\.name)
      #expect(
        Set(names).count == names.count, "\(template): \(names.filter { name in names.count { $0 == name } > 1 })")
      for nested in model.fields.compactMap(\.nested) {
        let names = nested.fields.map(\.name)
        #expect(Set(names).count == names.count, "\(nested.name)")
      }
    }
  }
}
