import Diagnostics
import FrontMatter
import Testing

@Suite("Reading YAML")
struct ReadingTests {
  @Test(
    "yields the text as YAML presents it, whatever it looks like",
    arguments: [
      ("NO", "\"NO\"", YAMLScalar.Style.plain), ("on", "\"on\"", .plain), ("012", "\"012\"", .plain),
      ("1:30", "\"1:30\"", .plain), ("2024-01-02", "\"2024-01-02\"", .plain), ("1e3", "\"1e3\"", .plain),
      ("'it''s'", "\"it\\'s\"", .singleQuoted), ("\"a\\tb\\u00e9\"", "\"a\\tbé\"", .doubleQuoted),
      ("\"two\n  lines\"", "\"two lines\"", .doubleQuoted), ("two\n  lines", "\"two lines\"", .plain),
      ("|\n  a\n  b\n", "\"a\\nb\\n\"", .literal), ("|-\n  a\n   b\n", "\"a\\n b\"", .literal),
      (">\n  a\n  b\n\n  c\n", "\"a b\\nc\\n\"", .folded), ("|+\n  a\n", "\"a\\n\\n\"", .literal),
      ("", "nothing", .plain), ("~", "nothing", .plain), ("null", "nothing", .plain), ("NULL", "nothing", .plain),
      ("nuLL", "\"nuLL\"", .plain), ("'null'", "\"null\"", .singleQuoted), ("''", "\"\"", .singleQuoted),
      ("!!str null", "\"null\"", .plain), ("!!int 5", "\"5\"", .plain), ("C#", "\"C#\"", .plain),
      ("a:b", "\"a:b\"", .plain),
      ("🙂 王伟 محمد", "\"🙂 王伟 محمد\"", .plain), ("x # y", "\"x\"", .plain),
    ])
  func scalars(written: String, text: String, style: YAMLScalar.Style) throws {
    let root = try read("key: \(written)\n")
    #expect(flattened(root) == ["key = \(text)"])
    guard case .scalar(let scalar)? = root["key"]?.content else { throw Unexpected() }
    #expect(scalar.style == style)
  }

  struct Unexpected: Error {}

  @Test("knows where every name and value stands, in lines and in characters", arguments: ["\n", "\r\n", "\r"])
  func places(newline: String) throws {
    let lines = [
      "---", "név: 🙂 Ána  # x", "b: |", "  one", "", "  two", "", "list:", "- \"x\"", "-", "  y", "f: {k: [1,", "  2]}",
      "e:", "---",
    ]
    let file = SourceFile(path: "a.md", text: lines.joined(separator: newline))
    let root = try #require(FrontMatterDocument.parse(file).document).root
    var places: [String] = []
    func add(_ name: String, _ range: SourceRange) {
      places.append("\(name) \(range.start.line):\(range.start.column)-\(range.end.line):\(range.end.column)")
    }
    for entry in root.entries {
      add(entry.key, entry.keyRange)
      add("=", entry.value.range)
      if case .sequence(let items) = entry.value.content { for item in items { add("-", item.range) } }
      if case .mapping(let mapping) = entry.value.content {
        add(mapping.entries[0].key, mapping.entries[0].value.range)
      }
    }
    #expect(
      places == [
        "név 2:1-2:4", "= 2:6-2:11", "b 3:1-3:2", "= 3:4-6:6", "list 8:1-8:5", "= 9:1-11:4", "- 9:3-9:6", "- 11:3-11:4",
        "f 12:1-12:2", "= 12:4-13:6", "k 12:8-13:5", "e 14:1-14:2", "= 14:3-14:3",
      ])
    #expect(root.range == SourceRange(start: .init(line: 2, column: 1), end: .init(line: 14, column: 3)))
  }

  @Test("repeats what an anchor names")
  func aliases() throws {
    let root = try read("a: &x {b: [1, 2]}\nc: *x\nd: [*x, &y z, *y]\n")
    #expect(
      flattened(root) == [
        "a/b[0] = \"1\"", "a/b[1] = \"2\"", "c/b[0] = \"1\"", "c/b[1] = \"2\"", "d[0]/b[0] = \"1\"",
        "d[0]/b[1] = \"2\"",
        "d[1] = \"z\"", "d[2] = \"z\"",
      ])
  }

  @Test(
    "takes an empty file and one of comments for no fields",
    arguments: ["", "# nothing\n", "---\n", "null\n", "\u{FEFF}"])
  func emptySettings(text: String) throws {
    let (document, diagnostics) = YAMLDocument.parse(SourceFile(path: "site.yaml", text: text))
    #expect(diagnostics == [])
    #expect(try #require(document).root.entries.isEmpty)
  }

  @Test("reads a file that is YAML as a whole, with its places from the first line")
  func settings() throws {
    let file = SourceFile(path: "site.yaml", text: "---\ntitle: Our mentors\nbrand: {color: '#336699'}\n...\n")
    let (document, diagnostics) = YAMLDocument.parse(file)
    #expect(diagnostics == [])
    let root = try #require(document).root
    #expect(flattened(root) == ["title = \"Our mentors\"", "brand/color = \"#336699\""])
    #expect(root.entries[0].keyRange == SourceRange(line: 2, column: 1, length: 5))
  }

  // MARK: - Limits

  @Test(
    "refuses what would cost too much",
    arguments: [
      (
        "a: " + String(repeating: "[", count: 40) + String(repeating: "]", count: 40),
        "2:11-2:12 error: lists and fields nest more than 8 levels deep here"
      ),
      ("a: &a [[[[[x]]]]]\nb: [[[[*a]]]]", "3:8-3:10 error: lists and fields nest more than 8 levels deep here"),
      ("a: [" + String(repeating: "x,", count: 101) + "]", "2:199-2:199 error: there are more than 100 values"),
      (
        "a: &a [1,2,3,4]\nb: &b [*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b]\nd: [*c,*c]",
        "4:11-4:13 error: the aliases ('*name') repeat more than 50 values"
      ),
      (
        "a: " + String(repeating: "x", count: 1_000),
        "1:1-1:4 error: the YAML is 1004 bytes long; at most 1000 are read"
      ),
    ])
  func limits(text: String, summary: String) {
    let limits = YAMLLimits(depth: 8, byteCount: 1_000, nodeCount: 100, aliasExpansion: 50)
    let file = SourceFile(path: "a.md", text: "---\n\(text)\n---\n")
    let (document, diagnostics) = FrontMatterDocument.parse(file, limits: limits)
    #expect(document == nil)
    #expect(diagnostics.flatMap(\.summary).first == summary)
    #expect(diagnostics.count == 1)
  }

  @Test(
    "reads a quarter of a megabyte of anything in a moment",
    arguments: [
      "[", "{", "- ", "? ", "a: ", "\"", "&a ", "*a ", "!a ", "#", "{a: ", "[a, ", "a\n", "- - a\n", "'\n", "|\n",
      "a: b\n", "[]: ",
    ])
  func patience(piece: String) {
    let text = String(repeating: piece, count: (1 << 18) / piece.utf8.count)
    let start = ContinuousClock.now
    let (document, diagnostics) = YAMLDocument.parse(SourceFile(path: "a.yaml", text: text))
    #expect(document != nil || diagnostics.hasErrors)
    #expect(ContinuousClock.now - start < .seconds(20), "\(piece)")
  }

  private func read(_ text: String) throws -> YAMLMapping {
    let file = SourceFile(path: "a.md", text: "---\n\(text)---\n")
    let (document, diagnostics) = FrontMatterDocument.parse(file)
    #expect(diagnostics == [])
    return try #require(document).root
  }
}
