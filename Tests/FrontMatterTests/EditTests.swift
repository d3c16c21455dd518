import Diagnostics
import FrontMatter
import Testing

@Suite("Editing front matter in place")
struct EditTests {
  /// An edit: the front matter before, the field and its new value (nil to remove it), the front matter after.
  struct Edit: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let before: String
    let key: String
    let value: YAMLValue?
    let after: String

    init(_ description: String, _ before: String, _ key: String, _ value: YAMLValue?, _ after: String) {
      testDescription = description
      self.before = before
      self.key = key
      self.value = value
      self.after = after
    }
  }

  @Test("changes the field and nothing else", arguments: settings + quotings + lists + groups + removals)
  func edit(_ edit: Edit) throws {
    let document = try document("---\n\(edit.before)---\n\nBody: *x*\n---\n")
    let edited = try edit.value.map { try document.setting(edit.key, to: $0) } ?? document.removing(edit.key)
    #expect(String(decoding: edited, as: UTF8.self) == "---\n\(edit.after)---\n\nBody: *x*\n---\n")
  }

  static let settings = [
    Edit("keeps a comment", "name: Ana # ours\n", "name", .text("Eva"), "name: Eva # ours\n"),
    Edit("keeps the gap", "name:    Ana\nx: y\n", "name", .text("Eva"), "name:    Eva\nx: y\n"),
    Edit("fills an empty field", "name: # who\nx: y\n", "name", .text("Eva"), "name: Eva # who\nx: y\n"),
    Edit("fills a null", "name: ~\n", "name", .text("Eva"), "name: Eva\n"),
    Edit("adds at the end", "name: Ana\n# last\n\n", "title", .text("Dean"), "name: Ana\n# last\ntitle: Dean\n\n"),
    Edit("adds to nothing", "", "name", .text("Ana"), "name: Ana\n"),
    Edit("adds below a comment", "# none yet\n", "name", .text("Ana"), "# none yet\nname: Ana\n"),
    Edit("leaves what is said already", "ok: yes\n", "ok", .flag(true), "ok: yes\n"),
    Edit("changes a flag", "ok: yes # or no\n", "ok", .flag(false), "ok: false # or no\n"),
    Edit("changes a number in quotes", "year: \"2013\"\n", "year", .integer(2014), "year: \"2014\"\n"),
    Edit("changes a number", "year: 2013\n", "year", .integer(2014), "year: 2014\n"),
    Edit("joins plain lines", "bio: one\n  two\nx: y\n", "bio", .text("three"), "bio: three\nx: y\n"),
    Edit(
      "replaces a block text whole", "bio: | # text\n  one\n\n  two\n\nx: y\n", "bio", .text("three"),
      "bio: three # text\n\nx: y\n"),
    Edit(
      "keeps a block text's indentation", "bio: |\n    one\n    two\nx: y\n", "bio", .text("a\n\nb\n"),
      "bio: |\n    a\n\n    b\nx: y\n"),
    Edit("writes lines as a block", "bio: one\nx: y\n", "bio", .text("a\nb"), "bio: |-\n  a\n  b\nx: y\n"),
    Edit("keeps a value on the next line", "name:\n  Ana\n", "name", .text("Eva"), "name:\n  Eva\n"),
    Edit("writes a name in quotes", "a: b\n", "no", .text("Norge"), "a: b\n\"no\": Norge\n"),
    Edit("finds a name with dots", "a.b: c\n", "a.b", .text("d"), "a.b: d\n"),
    Edit("keeps the indentation of all", "  a: b\n", "c", .text("d"), "  a: b\n  c: d\n"),
  ]

  static let quotings =
    [
      Edit("single quotes stay", "a: 'b'\n", "a", .text("it's"), "a: 'it''s'\n"),
      Edit("single quotes give way to escapes", "a: 'b'\n", "a", .text("\u{7}"), "a: \"\\x07\"\n"),
      Edit("double quotes stay", "a: \"b\"\n", "a", .text("say \"hi\"\n"), "a: \"say \\\"hi\\\"\\n\"\n"),
      Edit("a date stays without quotes", "a: 2024-01-02\n", "a", .text("2025-02-03"), "a: 2025-02-03\n"),
      Edit("a date gets quotes among texts", "a: soon\n", "a", .text("2025-02-03"), "a: \"2025-02-03\"\n"),
    ]
    + [
      ("no", "\"no\""), ("on", "\"on\""), ("012", "\"012\""), ("1:30", "\"1:30\""), ("null", "\"null\""),
      ("~", "\"~\""), ("", "\"\""), ("@ana", "\"@ana\""), ("a: b", "\"a: b\""), ("C #1", "\"C #1\""),
      ("ends:", "\"ends:\""), (" x", "\" x\""), ("x ", "\"x \""), ("a\tb", "\"a\\tb\""), ("C#", "C#"),
      ("key:value", "key:value"), ("https://example.com/#a", "https://example.com/#a"), ("🙂 Ana", "🙂 Ana"),
      ("O'Brien", "O'Brien"), ("'tis", "\"'tis\""), ("\"so\"", "'\"so\"'"), ("a\\b", "a\\b"), ("-5", "\"-5\""),
      ("- x", "\"- x\""), ("---", "\"---\""), ("[x]", "\"[x]\""), ("王伟", "王伟"), ("“so”", "\"“so”\""),
      ("\u{0}\u{85}\u{2028}\u{FEFF}", "\"\\0\\x85\\u2028\\uFEFF\""), ("+1 555 0100", "+1 555 0100"),
      ("1,000", "\"1,000\""),
      ("3.0", "\"3.0\""), ("0x1F", "\"0x1F\""), ("<<", "\"<<\""), ("12 Main St", "12 Main St"), ("no idea", "no idea"),
    ].map { text, written in Edit("writes \(text.debugDescription)", "", "a", .text(text), "a: \(written)\n") }

  static let lists = [
    Edit("keeps brackets", "a: [b, \"c\"] # d\n", "a", .texts(["c", "e"]), "a: [\"c\", e] # d\n"),
    Edit("keeps padding", "a: [ b ]\n", "a", .texts(["b", "c"]), "a: [ b, c ]\n"),
    Edit(
      "keeps lines in brackets", "a: [\n  b,\n  c,\n]\n", "a", .texts(["b", "c", "d"]), "a: [\n  b,\n  c,\n  d,\n]\n"),
    Edit("fills brackets", "a: []\n", "a", .texts(["x, y", "z"]), "a: [\"x, y\", z]\n"),
    Edit("empties brackets", "a: [b, c]\n", "a", .texts([]), "a: []\n"),
    Edit(
      "keeps items with their comments", "a:\n  - b # one\n  # two\n  - 'c'\n  - d\n", "a", .texts(["b", "c", "e"]),
      "a:\n  - b # one\n  # two\n  - 'c'\n  - e\n"),
    Edit("keeps dashes at the margin", "a:\n- b\n-   c\nx: y\n", "a", .texts(["b", "d"]), "a:\n- b\n- d\nx: y\n"),
    Edit(
      "puts an item between", "a:\n  - b\n  - d\n", "a", .texts(["b", "c: x", "d"]), "a:\n  - b\n  - \"c: x\"\n  - d\n"),
    Edit("empties lines", "a: # why\n  - b\n\n  - c\n\nx: y\n", "a", .texts([]), "a: [] # why\n\nx: y\n"),
    Edit("makes a list of a text", "a: b # c\n", "a", .texts(["d", "e"]), "a: [d, e] # c\n"),
    Edit("takes a text for a list of one", "a: b\n", "a", .texts(["b"]), "a: b\n"),
    Edit("makes a text of a list", "a:\n  - b\n  - c\nx: y\n", "a", .text("d"), "a: d\nx: y\n"),
    Edit("adds a short list", "", "a", .texts(["b", "no"]), "a: [b, \"no\"]\n"),
    Edit(
      "adds a long list", "", "majors",
      .texts(["Mechanical Engineering", "Electrical Engineering", "Comparative Literature", "Law"]),
      "majors:\n  - Mechanical Engineering\n  - Electrical Engineering\n  - Comparative Literature\n  - Law\n"),
  ]

  static let groups = [
    Edit(
      "sets a field in a group", "l:\n  city: Rome # x\nz: 1\n", "l.city", .text("Oslo"), "l:\n  city: Oslo # x\nz: 1\n"
    ),
    Edit(
      "adds after its siblings", "l:\n    city: Rome\n\n# of z\nz: 1\n", "l.country", .text("Italy"),
      "l:\n    city: Rome\n    country: Italy\n\n# of z\nz: 1\n"),
    Edit(
      "adds between brackets", "l: {city: Rome} # x\n", "l.country", .text("a, b"),
      "l: {city: Rome, country: \"a, b\"} # x\n"),
    Edit("adds to empty brackets", "l: {}\n", "l.city", .text("Rome"), "l: {city: Rome}\n"),
    Edit("adds to an empty group", "l: # where\nz: 1\n", "l.city", .text("Rome"), "l: # where\n  city: Rome\nz: 1\n"),
    Edit("adds to a null", "l: null\n", "l.city", .text("Rome"), "l:\n  city: Rome\n"),
    Edit("makes the groups", "z: 1\n", "a.b.c", .flag(true), "z: 1\na:\n  b:\n    c: true\n"),
    Edit("indents as the file does", "l:\n    x: 1\n", "a.b", .integer(2), "l:\n    x: 1\na:\n    b: 2\n"),
    Edit("replaces a group by a text", "l:\n  x: 1\n  y: 2\nz: 3\n", "l", .text("Rome"), "l: Rome\nz: 3\n"),
    Edit("edits between brackets for all", "{a: 1, b: [c]}\n", "b", .texts(["d"]), "{a: 1, b: [d]}\n"),
  ]

  static let removals = [
    Edit("removes a field with its comment", "a: 1\nb: 2 # x\nc: 3\n", "b", nil, "a: 1\nc: 3\n"),
    Edit("leaves comments above", "a: 1\n# of b\nb: 2\n", "b", nil, "a: 1\n# of b\n"),
    Edit("removes all lines", "a: |\n  x\n\n  y\nb:\n  - c\n  - d\ne: 1\n", "b", nil, "a: |\n  x\n\n  y\ne: 1\n"),
    Edit("removes a block text", "a: |\n  x\n\n  y\nb: 1\n", "a", nil, "b: 1\n"),
    Edit("removes from a group", "l:\n  a: 1\n  b: 2\n", "l.a", nil, "l:\n  b: 2\n"),
    Edit("removes a group with its last field", "l:\n  a: 1\nz: 1\n", "l.a", nil, "z: 1\n"),
    Edit("removes from brackets", "l: {a: 1, b: 2, c: 3}\n", "l.b", nil, "l: {a: 1, c: 3}\n"),
    Edit("removes last from brackets", "l: {a: 1, b: 2}\n", "l.b", nil, "l: {a: 1}\n"),
    Edit("does nothing where nothing is", "a: 1\n", "b.c", nil, "a: 1\n"),
  ]

  @Test(
    "keeps line ends, the byte order mark and a missing last line end",
    arguments: [
      ("\u{FEFF}---\r\nname: Ana\r\n---\r\nHi", "\u{FEFF}---\r\nname: Ana\r\nbio: |\r\n  a\r\n  b\r\n---\r\nHi"),
      ("---\rname: Ana\r---", "---\rname: Ana\rbio: |\r  a\r  b\r---"),
      ("---  \nname: Ana\n...", "---  \nname: Ana\nbio: |\n  a\n  b\n..."),
      ("Just a body\r\n", "---\r\nbio: |\r\n  a\r\n  b\r\n---\r\nJust a body\r\n"),
      ("\u{FEFF}Hi", "\u{FEFF}---\nbio: |\n  a\n  b\n---\nHi"),
      ("", "---\nbio: |\n  a\n  b\n---\n"),
    ])
  func keepsBytes(before: String, after: String) throws {
    let edited = try document(before).setting("bio", to: .text("a\nb\n"))
    #expect(edited == Array(after.utf8))
  }

  @Test(
    "refuses what would change something else, and says why",
    arguments: [
      (
        "a: &x 1\nb: *x\n", "a",
        "'a' can't be changed in 'a.md' without changing something else there; edit the file by hand"
      ),
      (
        "l: &x {a: 1}\nb: *x\n", "b.a",
        "'b.a' can't be changed in 'a.md' without changing something else there; edit the file by hand"
      ),
      ("? a\n: 1\n", "a", nil),
      ("a: 1\na: 2\n", "b", nil),
      ("a: text\n", "a.b", "'a.b' can't be set, for 'a' on line 2 has a value that holds no fields"),
      ("a: [1]\n", "a.b.c", "'a.b.c' can't be set, for 'a' on line 2 has a value that holds no fields"),
      ("a: 1\n", "a.", "'a.' is not the name of a field"),
      ("a: 1\n", "", "'' is not the name of a field"),
    ] as [(String, String, String?)])
  func refuses(before: String, key: String, message: String?) throws {
    let document = try document("---\n\(before)---\n")
    do {
      let edited = try document.setting(key, to: .text("new"))
      #expect(message == nil, "\(String(decoding: edited, as: UTF8.self))")
    } catch {
      #expect(error.message == message)
    }
  }

  @Test("refuses to remove a field that is there twice, or one that shares its line")
  func refusesToRemove() throws {
    #expect(throws: FrontMatterEditProblem.wouldChangeOthers(path: "a", file: "a.md")) {
      try document("---\na: 1\na: 2\n---\n").removing("a")
    }
    #expect(throws: FrontMatterEditProblem.wouldChangeOthers(path: "a", file: "a.md")) {
      try document("---\n? a\n: 1\n---\n").removing("a")
    }
  }

  private func document(_ text: String) throws -> FrontMatterDocument {
    try #require(FrontMatterDocument.parse(SourceFile(path: "a.md", text: text)).document)
  }
}
