import Diagnostics
import FrontMatter
import Testing

@Suite("Reading fields by their kinds")
struct FieldReaderTests {
  enum Mode: String, CaseIterable { case video, phone, inPerson = "in-person", email }

  // MARK: - Texts

  @Test(
    "a text of one line",
    arguments: [
      ("Ana", "Ana"), ("012", "012"), ("NO", "NO"), ("'null'", "null"), ("\"  x \"", "x"),
      ("|\n  one\n  two\n", "one two"),
      (">\n  one\n\n  two\n", "one two"), ("\"a \\n  b\\tc\"", "a b\tc"), ("~", nil), ("", nil), ("null", nil),
      ("''", nil),
      ("|\n\n", nil), ("' \\t '", "\\t"), ("2013", "2013"),
    ] as [(String, String?)])
  func text(written: String, text: String?) {
    var fields = reader("x: \(written)\n")
    #expect(fields.text("x")?.value == text)
    #expect(fields.diagnostics == [])
  }

  @Test("a text of many lines keeps them")
  func multilineText() {
    var fields = reader("x: |\n\n  one\n\n   two\n\n")
    #expect(fields.multilineText("x")?.value == "one\n\n two")
  }

  @Test("a text knows where it stands")
  func placeOfText() {
    var fields = reader("a: b\nx: 'text' # c\n")
    #expect(fields.text("x")?.range == SourceRange(line: 3, column: 4, length: 6))
    #expect(fields.range(of: "x") == SourceRange(line: 3, column: 4, length: 6))
    #expect(fields.keyRange(of: "x") == SourceRange(line: 3, column: 1))
    #expect(fields.range(of: "y") == nil)
    #expect(fields.keyRange(of: "y") == nil)
  }

  @Test(
    "a list of texts",
    arguments: [
      ("[a, 'b, c', 2013]", ["a", "b, c", "2013"]), ("alone", ["alone"]), ("a, b", ["a, b"]), ("[]", []), ("", []),
      ("\n  - |\n    one\n    two\n  - NO\n", ["one two", "NO"]),
    ])
  func texts(written: String, texts: [String]) {
    var fields = reader("x: \(written)\n")
    #expect(fields.texts("x").map(\.value) == texts)
    #expect(fields.diagnostics == [])
  }

  // MARK: - Findings

  /// A wrong value, how it is read, and what is said.
  struct Wrong: CustomTestStringConvertible, Sendable {
    let lines: String
    let read: @Sendable (inout FieldReader) -> Void
    let summary: [String]
    var testDescription: String { lines }

    init(_ lines: String, _ read: @escaping @Sendable (inout FieldReader) -> Void, _ summary: [String]) {
      self.lines = lines
      self.read = read
      self.summary = summary
    }
  }

  @Test("says what is wrong with a value, and what to write instead", arguments: wrongValues)
  func wrong(_ wrong: Wrong) {
    var fields = reader(wrong.lines)
    wrong.read(&fields)
    #expect(fields.diagnostics.flatMap(\.summary) == wrong.summary)
  }

  static let wrongValues: [Wrong] = [
    Wrong(
      "x: [Ana]\n", { _ = $0.text("x") },
      ["2:4-2:9 error: 'x' takes a text, and this is a list", "  → write Ana => \"Ana\""]),
    Wrong(
      "x: [a, b]\n", { _ = $0.text("x") },
      ["2:4-2:10 error: 'x' takes a text, and this is a list", "  → write one text"]),
    Wrong(
      "x:\n  Law: tax\n", { _ = $0.text("x") },
      [
        "3:3-3:11 error: 'x' takes a text, and this is a group of fields",
        "  → write \"Law: tax\" => \"\\\"Law: tax\\\"\"",
      ]),
    Wrong(
      "x:\n  - Law: tax\n  - [b]\n  -\n", { _ = $0.texts("x") },
      [
        "3:5-3:13 error: an item of 'x' has to be a text, and this is a group of fields",
        "  → put quotes around it: \"Law: tax\" => \"\\\"Law: tax\\\"\"",
        "4:5-4:8 error: an item of 'x' has to be a text, and this is a list", "  → write one text for each item",
        "5:4-5:4 warning: an item of 'x' is empty", "  → delete the line, or fill it in",
      ]),
    Wrong(
      "y: 1\n", { _ = $0.requiredText("x") },
      ["2:1-2:1 error: 'x' is missing from the profile", "  → add a line 'x: …'"]),
    Wrong(
      "", { _ = $0.requiredText("x") }, ["1:1-1:1 error: 'x' is missing from the profile", "  → add a line 'x: …'"]),
    Wrong(
      "x: ~\n", { _ = $0.requiredText("x") },
      ["2:1-2:2 error: 'x' is empty and can't be", "  → write a value after 'x:'"]),
    Wrong(
      "x: ' '\n", { _ = $0.requiredText("x") },
      ["2:1-2:2 error: 'x' is empty and can't be", "  → write a value after 'x:'"]),
    Wrong(
      "x: twelve\n", { _ = $0.integer("x", in: 0...20) },
      ["2:4-2:10 error: 'x' takes a whole number, and this is 'twelve'", "  → write digits only"]),
    Wrong(
      "x: 2013.0\n", { _ = $0.integer("x", in: 1900...2100) },
      ["2:4-2:10 error: 'x' takes a whole number, and this is '2013.0'", "  → write 2013 => \"2013\""]),
    Wrong(
      "x: '13'\n", { _ = $0.integer("x", in: 1900...2100) },
      ["2:4-2:8 error: 'x' has to lie between 1900 and 2100, and this is 13"]),
    Wrong(
      "x: maybe\n", { _ = $0.flag("x") },
      ["2:4-2:9 error: 'x' is either true or false, and this is 'maybe'", "  → write 'true' or 'false'"]),
    Wrong(
      "x: vidoe\n", { _ = $0.choice("x", as: Mode.self) },
      ["2:4-2:9 error: 'x' can't be 'vidoe'", "  → did you mean 'video'? => \"video\""]),
    Wrong(
      "x: [pigeon, phone]\n", { _ = $0.choices("x", as: Mode.self) },
      ["2:5-2:11 error: 'x' can't be 'pigeon'", "  → write one of video, phone, in-person, email"]),
    Wrong(
      "x: Rome\n", { _ = $0.nested("x") },
      [
        "2:4-2:8 error: 'x' takes fields of its own, and this is a text",
        "  → write the fields below 'x:', indented by two spaces",
      ]),
    Wrong(
      "x:\n  - a: 1\n  - b\n  - ~\n", { _ = $0.nestedList("x") },
      [
        "4:5-4:6 error: an item of 'x' has to have fields of its own, and this is a text",
        "  → write its fields, such as '- name: value'", "5:5-5:6 warning: an item of 'x' is empty",
        "  → delete the line, or fill it in",
      ]),
    Wrong(
      "naem: A\ncolor: b\n'x y': c\n",
      {
        _ = $0.text("name")
        $0.finish(alsoKnown: ["x_y"])
      },
      [
        "2:1-2:5 warning: 'naem' is not a field of the profile", "  → did you mean 'name'? => \"name\"",
        "3:1-3:6 warning: 'color' is not a field of the profile",
        "4:1-4:6 warning: 'x y' is not a field of the profile",
        "  → did you mean 'x_y'? => \"x_y\"",
      ]),
    Wrong(
      "name: A\nnames: B\n",
      {
        _ = $0.text("name")
        $0.finish()
      }, ["3:1-3:6 warning: 'names' is not a field of the profile"]),
    Wrong(
      "x: {cty: Rome}\n",
      {
        var inner = $0.nested("x")
        _ = inner?.requiredText("city")
        inner?.finish()
        if let inner { $0.adopt(inner) }
      },
      [
        "2:4-2:4 error: 'city' is missing from the x", "  → add a line 'city: …'",
        "2:5-2:8 warning: 'cty' is not a field of the x", "  → did you mean 'city'? => \"city\"",
      ]),
    Wrong(
      "x: 1\n",
      {
        $0.report("own/code", at: $0.range(of: "x"), "an error of the caller", remedy: Diagnostic.Remedy("mend it"))
        $0.report(.warning, "own/code", at: nil, "a warning of the caller")
      }, ["2:4-2:5 error: an error of the caller", "  → mend it", "warning: a warning of the caller"]),
  ]

  // MARK: - Other kinds

  @Test(
    "a whole number, with or without quotes",
    arguments: [("2013", 2013), ("'2013'", 2013), ("012", 12), ("+5", 5), ("-5", -5)])
  func integer(written: String, number: Int) {
    var fields = reader("x: \(written)\n")
    #expect(fields.integer("x", in: -10...3000)?.value == number)
    #expect(fields.integer("y", in: 0...1) == nil)
    #expect(fields.diagnostics == [])
  }

  @Test("a flag in any of its words")
  func flag() {
    for word in ["true", "True", "yes", "YES", "on", "y", "'Yes'"] {
      var fields = reader("x: \(word)\n")
      #expect(fields.flag("x")?.value == true)
    }
    for word in ["false", "FALSE", "no", "No", "off", "n", "\"no\""] {
      var fields = reader("x: \(word)\n")
      #expect(fields.flag("x")?.value == false)
    }
  }

  @Test(
    "a choice, whatever its case and separators", arguments: ["in-person", "In Person", "in_person", "'IN-PERSON'"])
  func choice(written: String) {
    var fields = reader("x: \(written)\ny: [\(written), email]\nz: phone\n")
    #expect(fields.choice("x", as: Mode.self)?.value == .inPerson)
    #expect(fields.choices("y", as: Mode.self).map(\.value) == [.inPerson, .email])
    #expect(fields.choices("z", as: Mode.self).map(\.value) == [.phone])
    #expect(fields.diagnostics == [])
  }

  @Test("groups, lists of groups and free names")
  func shapes() {
    var fields = reader("l: {city: Rome}\ns:\n  - day: tue\n  - day: wed\none: {day: fri}\nlinks:\n  web: a\n  no: b\n")
    var location = fields.nested("l")
    #expect(location?.text("city")?.value == "Rome")
    #expect(fields.nestedList("s").map { $0.mapping.entries.count } == [1, 1])
    #expect(fields.nestedList("one").count == 1)
    #expect(fields.entries("links").map(\.key) == ["web", "no"])
    #expect(fields.entries("absent").isEmpty)
    var untidy = reader("links: {\" a\\n  b \": c}\n")
    #expect(untidy.entries("links").map(\.key) == ["a b"])
    #expect(fields.node("links") != nil)
    fields.finish()
    #expect(fields.diagnostics == [])
  }

  @Test("knows more fields than fit in a word")
  func manyFields() {
    let keys = (0..<200).map { "key\($0)" }
    var fields = reader(keys.map { "\($0): x\n" }.joined())
    for key in keys where key != "key150" { #expect(fields.text(key)?.value == "x") }
    fields.finish()
    #expect(
      fields.diagnostics.flatMap(\.summary).first == "152:1-152:7 warning: 'key150' is not a field of the profile")
    #expect(fields.diagnostics.count == 1)
  }

  private func reader(_ lines: String) -> FieldReader {
    let file = SourceFile(path: "a.md", text: "---\n\(lines)---\n")
    let document = FrontMatterDocument.parse(file).document
    let empty = YAMLMapping([], at: SourceRange(line: 1, column: 1))
    return FieldReader(document?.root ?? empty, in: file, name: "profile")
  }
}
