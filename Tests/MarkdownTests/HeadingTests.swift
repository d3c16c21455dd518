import Markdown
import Testing

@Suite("Headings")
struct HeadingTests {
  @Test(
    "ids keep the letters of any script",
    arguments: [
      ("What is mentorship?", "what-is-mentorship"),
      ("Élan & Énergie: l’été", "élan-énergie-lété"),
      ("Größe und Straße", "größe-und-straße"),
      ("ΤΙ ΕΊΝΑΙ Η ΚΑΘΟΔΉΓΗΣΗ;", "τι-είναι-η-καθοδήγηση"),
      ("Что такое наставничество?", "что-такое-наставничество"),
      ("ما هو الإرشاد؟", "ما-هو-الإرشاد"),
      ("מהי חונכות?", "מהי-חונכות"),
      ("मार्गदर्शन क्या है?", "मार्गदर्शन-क्या-है"),
      ("การให้คำปรึกษาคืออะไร", "การให้คำปรึกษาคืออะไร"),
      ("什么是导师制？", "什么是导师制"),
      ("メンターシップとは何ですか？", "メンターシップとは何ですか"),
      ("멘토링이란 무엇인가?", "멘토링이란-무엇인가"),
      ("მენტორობა რა არის?", "მენტორობა-რა-არის"),
      ("வழிகாட்டுதல் என்றால் என்ன?", "வழிகாட்டுதல்-என்றால்-என்ன"),
      ("Ինչ է մենթորությունը", "ինչ-է-մենթորությունը"),
      ("3.5 hours / week", "3-5-hours-week"),
      ("🚀 Launch 1️⃣ ❤️ day", "launch-1-day"),
      ("🚀", "section"),
      ("???", "section"),
      ("`code` and *emphasis*", "code-and-emphasis"),
      ("snake_case — dash--dash", "snake-case-dash-dash"),
      ("Don't rock'n'roll", "dont-rocknroll"),
      ("Cafe\u{301}", "caf\u{E9}"),
      ("می\u{200C}خواهم", "میخواهم"),
      ("Zero\u{AD}width\u{200B}", "zerowidth"),
    ])
  func readableIDs(_ title: String, _ id: String) throws {
    let heading = try #require(render("## " + title).headings.first)
    #expect(Array(heading.id.unicodeScalars) == Array(id.unicodeScalars))
  }

  @Test("ids are unique within a page, even where a heading has another's number for its words")
  func uniqueIDs() {
    let markdown = "# A\n# A\n# a 2\n# A\n# 🚀\n#\n# Section\n# Cafe\u{301}\n# Caf\u{E9}"
    let ids = render(markdown).headings.map(\.id)
    #expect(ids == ["a", "a-2", "a-2-2", "a-3", "section", "section-2", "section-3", "café", "café-2"])
  }

  @Test("an id does not depend on where the page stands")
  func independentIDs() {
    #expect(render("## B\n## A").headings.map(\.id) == render("x\n\n## B\n\n## A").headings.map(\.id))
  }

  @Test(
    "headings move down together, no further than needed",
    arguments: [
      ("# a\n## b", 1, [2, 3]),
      ("## a\n### b", 1, [2, 3]),
      ("### a\n## b", 1, [3, 2]),
      ("# a\n## b", 2, [3, 4]),
      ("## a", 2, [3]),
      ("#### a", 2, [4]),
      ("# a\n###### b", 3, [4, 6]),
      ("# a", 0, [1]),
      ("## a", 0, [2]),
      ("# a", 9, [6]),
      ("a\n=\n\nb\n-", 1, [2, 3]),
    ])
  func offset(_ markdown: String, _ offset: Int, _ levels: [Int]) {
    let rendered = render(markdown, .profile, headingOffset: offset)
    #expect(rendered.headings.map(\.level) == levels)
    for level in levels { #expect(rendered.htmlText.contains("<h\(level) id=")) }
  }

  @Test("a guide heading links to itself, unless it holds a link or nothing")
  func selfLinks() {
    #expect(
      html("## Ask *early*")
        == "<h2 id=\"ask-early\"><a class=\"anchor\" href=\"#ask-early\">Ask <em>early</em></a></h2>\n")
    #expect(html("## See [a](b.md)") == "<h2 id=\"see-a\">See <a href=\"b.md\">a</a></h2>\n")
    #expect(html("##") == "<h2 id=\"section\"></h2>\n")
    #expect(html("## Ask", .profile) == "<h2 id=\"ask\">Ask</h2>\n")
    #expect(html("## [a](b.md)\n## c").hasSuffix("<h2 id=\"c\"><a class=\"anchor\" href=\"#c\">c</a></h2>\n"))
  }

  @Test("a heading's title is its words")
  func titles() {
    let markdown = "## *Ask* `early` & [often](x.md) ![cat](c.svg) <b>x</b> &amp;\n\nTwo\nlines\n---"
    #expect(render(markdown).headings.map(\.title) == ["Ask early & often cat x &", "Two lines"])
  }

  @Test("headings in quotes and lists count too")
  func nested() {
    #expect(render("> ## a\n\n- ### b").headings.map(\.title) == ["a", "b"])
  }
}

@Suite("Slugs")
struct SlugTests {
  @Test(
    "a slug is made of letters, digits and marks",
    arguments: [
      ("Finance & Banking", "finance-banking"), ("  A  ", "a"), ("", ""), ("!!!", ""), ("ÅNGSTRÖM", "ångström"),
      ("R&D", "r-d"), ("a_b", "a-b"), ("-x-", "x"), ("Ana López", "ana-lópez"), ("王小明", "王小明"), ("½ x²", "½-x²"),
      ("i\u{307}", "i\u{307}"), ("\u{301}a", "a"), ("e\u{301}\u{323}", "\u{1EB9}\u{301}"),
    ])
  func slugs(_ text: String, _ slug: String) {
    #expect(Array(SlugText.slug(text).unicodeScalars) == Array(slug.unicodeScalars))
  }

  @Test("a slug fits a file name and ends at a word")
  func limit() {
    let words = SlugText.slug(String(repeating: "mentorship guide ", count: 40))
    #expect(words.utf8.count <= SlugText.byteLimit && words.hasSuffix("guide"))
    let han = SlugText.slug(String(repeating: "导师", count: 100))
    #expect(han.utf8.count == SlugText.byteLimit && han.hasSuffix("师"))
    #expect(SlugText.slug(String(repeating: "a", count: 500)).utf8.count == SlugText.byteLimit)
  }

  @Test("a slug's slug is itself", arguments: ["Élan Vital", "ΟΔΟΣ", "İstanbul", "ﬁnance", "Ǆ", "한글 말"])
  func isStable(_ text: String) {
    let once = SlugText.slug(text)
    #expect(SlugText.slug(once) == once)
  }
}
