import Files
import Hypertext
import SiteTesting
import Testing

@testable import SiteBuilder

@Suite("Manifest")
struct ManifestTests {
  @Test("What was written down is read back")
  func roundTrip() throws {
    var random = SeededGenerator(seed: 30)
    let folder = try ScratchFolder()
    for _ in 0..<40 {
      var entries: [String: Manifest.Entry] = [:]
      for _ in 0..<Int.random(in: 0...30, using: &random) {
        let path = random.text(upTo: 12).split { $0.isNewline }.joined()
        guard !path.isEmpty else { continue }
        entries[path] = Manifest.Entry(
          digest: ContentHash(value: random.next()),
          stamp: FileStamp(
            size: .random(in: 0...(.max), using: &random), nanoseconds: .random(in: 0...(.max), using: &random)))
      }
      try folder.write(Manifest(entries: entries).bytes, to: Manifest.name)
      #expect(Manifest(folder: folder.path)?.entries == entries)
    }
  }

  @Test("A damaged line is left out, and what is no manifest is none")
  func damaged() throws {
    let folder = try ScratchFolder()
    let good = "00000000000000ff 5 7 index.html"
    try folder.write("mentorbook output 1\nnonsense\n\(good)\nzz 1 2 x\n00ff 5\n", to: Manifest.name)
    #expect(Manifest(folder: folder.path)?.entries.keys.sorted() == ["index.html"])
    try folder.write("mentorbook output 2\n\(good)\n", to: Manifest.name)
    #expect(Manifest(folder: folder.path) == nil)
    try folder.write("", to: Manifest.name)
    #expect(Manifest(folder: folder.path) == nil)
    #expect(Manifest(folder: folder.path + "/none") == nil)
  }
}

@Suite("Content hash")
struct ContentHashTests {
  @Test(
    "Texts that differ in a byte, in length or in order have different digests, as names of assets and as files",
    arguments: [false, true])
  func differs(isFile: Bool) {
    func digest(_ bytes: [UInt8]) -> ContentHash { isFile ? ContentHash(ofFile: bytes) : ContentHash(bytes) }
    var random = SeededGenerator(seed: 31)
    var seen: Set<ContentHash> = []
    var count = 0
    for length in 0...128 {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
      seen.insert(digest(bytes))
      count += 1
      for index in bytes.indices {
        var changed = bytes
        changed[index] ^= 1
        seen.insert(digest(changed))
        count += 1
      }
      guard length >= 16, bytes.prefix(8) != bytes.suffix(8) else { continue }
      seen.insert(digest(bytes.suffix(8) + bytes.dropFirst(8).dropLast(8) + bytes.prefix(8)))
      count += 1
    }
    for zeros in 1...128 {
      seen.insert(digest([UInt8](repeating: 0, count: zeros)))
      count += 1
    }
    #expect(seen.count == count)
  }

  @Test("A digest does not change from run to run, and is written in sixteen digits")
  func stable() {
    #expect(ContentHash(Array("mentorbook".utf8)) == ContentHash(Array("mentorbook".utf8)))
    #expect(ContentHash(value: 255).hexadecimal == "00000000000000ff")
  }
}

@Suite("Modules")
struct ModuleTextTests {
  @Test(
    "Comments with lines of their own go, all else stays",
    arguments: [
      ("/** a\n * b\n */\nexport const x = 1; // y\n", "export const x = 1; // y\n"),
      ("  // a\n\n  f();\n", "  f();\n"), ("/*/ still\n*/\nf();\n", "f();\n"), ("/** a */\nf();\n", "f();\n"),
      ("/*! MIT */\nf();\n", "/*! MIT */\nf();\n"), ("f(/* a */);\n", "f(/* a */);\n"),
      ("/* a */ f();\n", "/* a */ f();\n"), ("const a = `\n// b\n`;\n", "const a = `\n// b\n`;\n"),
      ("const a = `b` + `c`;\n// d\n", "const a = `b` + `c`;\n"), ("/* open\nf();\n", "/* open\nf();\n"), ("", ""),
    ])
  func table(_ module: String, _ expected: String) {
    #expect(String(decoding: ModuleText.compacted(Array(module.utf8)), as: UTF8.self) == expected)
  }
}

@Suite("Joining modules")
struct ModuleJoinTests {
  static func joined(_ files: [String: String]) -> String? {
    var modules: [String: PlainModule] = [:]
    for (path, text) in files { modules[path] = PlainModule(Array(text.utf8), at: path) }
    return ModuleJoin.joined(["main.js"], modules: modules).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test("A module becomes a function that hands out what it exports, behind those that it imports")
  func order() {
    let text = Self.joined([
      "main.js": "import { one, two as b } from \"./deep/a.js\";\nimport \"./b.js\";\none(b);\n",
      "deep/a.js": "export const two = 2;\nexport async function one(x) { return await x; }\n", "b.js": "go();",
    ])
    #expect(
      text == """
        const module0 = (() => {
        const two = 2;
        async function one(x) { return await x; }

        return {two, one};
        })();
        (() => {
        go();
        })();
        (() => {
        const {one, two: b} = module0;
        one(b);

        })();

        """)
  }

  @Test("A text in backticks keeps its empty lines and whatever else it holds")
  func texts() {
    let text = Self.joined(["main.js": "import \"./a.js\";\n", "a.js": "const t = `\n\nexport default\nimport x\n`;\n"])
    #expect(text?.contains("`\n\nexport default\nimport x\n`;") == true)
  }

  @Test("What is loaded late is found from the folder of all modules")
  func late() {
    let text = Self.joined([
      "main.js": "import \"./deep/a.js\";\n", "deep/a.js": "go(() => import(\"../late.js\"));\n", "late.js": "",
    ])
    #expect(text?.contains("import(\"./late.js\")") == true)
  }

  @Test(
    "Modules of another form are not joined",
    arguments: [
      "export default 1;", "export { a };", "export const a = 1, b = 2;", "export const { a, b } = c;",
      "export let a = 1;", "import {\n  x\n} from \"./main.js\";",
      "import { x } from \"./main.js\";\nexport const b = 1;",
      "export const b = import.meta.url;", "const c = await fetch(1);\nexport const b = 1;",
      "import x from \"far\";\nexport const b = 1;", "export * from \"./main.js\";",
    ])
  func others(_ module: String) {
    #expect(Self.joined(["main.js": "import { b } from \"./a.js\";\nb;\n", "a.js": module]) == nil)
  }
}

@Suite("Style sheets")
struct StyleSheetTests {
  static func compacted(_ sheet: String) -> String {
    String(decoding: StyleSheet.compacted(Array(sheet.utf8)), as: UTF8.self)
  }

  @Test(
    "White space and comments go where they mean nothing, and nowhere else",
    arguments: [
      ("a { b: c; }\n", "a{b:c}"), ("a  b > c + d ~ e {}", "a b > c + d ~ e{}"), ("a/* x */b{}", "a b{}"),
      ("a{width:calc(1px + 2px)}", "a{width:calc(1px + 2px)}"), ("a :hover{}", "a :hover{}"),
      ("a:hover{}", "a:hover{}"),
      ("a{content:\"  /* no */  ;}\"}", "a{content:\"  /* no */  ;}\"}"),
      ("a{content:'\\'  x'}", "a{content:'\\'  x'}"),
      ("@media (min-width: 10px) and (x) { a { b : c } }", "@media (min-width:10px) and (x){a{b :c}}"),
      ("/* only */", ""), ("", ""), ("a{b:c;;}", "a{b:c}"), ("a,\n b{}", "a,b{}"),
      (".a\\: b{}", ".a\\: b{}"), ("a{--b: ;c: d}", "a{--b:;c:d}"),
    ])
  func table(_ sheet: String, _ expected: String) {
    #expect(Self.compacted(sheet) == expected)
  }

  @Test("Compacting what is compact changes nothing")
  func idempotent() {
    var random = SeededGenerator(seed: 32)
    let pieces = ["a", " ", "{", "}", ";", ",", "/*", "*/", "\"", "'", "\\", ":", "\n", "url(x)", "+", "é"]
    for _ in 0..<3_000 {
      let sheet = (0..<Int.random(in: 0...14, using: &random))
        .map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
      let once = Self.compacted(sheet)
      #expect(Self.compacted(once) == once, "\(sheet)")
    }
    for path in FileTree(of: RepositoryPaths.root + "/themes").files where path.key.hasSuffix(".css") {
      let once = StyleSheet.compacted(path.value)
      #expect(StyleSheet.compacted(once) == once, "\(path.key)")
    }
  }
}

@Suite("Small documents")
struct SmallDocumentTests {
  @Test("A page's file is its folder's index.html, and no address leads out of the output")
  func outputPath() {
    #expect(OutputPath(SitePath("")).path == "index.html")
    #expect(OutputPath(SitePath("a/b/")).path == "a/b/index.html")
    #expect(OutputPath(SitePath("a/b.vcf")).path == "a/b.vcf")
    #expect(OutputPath(SitePath("../../etc/passwd")).path == "etc/passwd")
  }

  @Test("JSON is written by the rules, absent values left out")
  func json() {
    let value: JSONWriter.Value = .object([
      ("a", .text("x\"\\\n\u{1}é")), ("b", nil), ("c", .list([.text("1"), .object([])])), ("d", .list([])),
    ])
    #expect(
      String(decoding: JSONWriter.bytes(of: value), as: UTF8.self)
        == #"{"a":"x\"\\\u000a\u0001é","c":["1",{}],"d":[]}"#)
  }

  @Test(
    "An offset from UTC is written with a true minus sign",
    arguments: [
      (0, "+0"), (3_600, "+1"), (-18_000, "\u{2212}5"), (19_800, "+5:30"), (-12_600, "\u{2212}3:30"), (20_700, "+5:45"),
    ])
  func offsets(_ seconds: Int, _ text: String) {
    #expect(ZoneOffsetText.text(seconds) == text)
  }

  @Test("A mentor's tint is one of twelve and stays with the slug")
  func tint() {
    var random = SeededGenerator(seed: 33)
    for _ in 0..<500 { #expect((0..<12).contains(Tint.of(random.text(upTo: 20)))) }
    #expect(Tint.of("ana-lopez") == Tint.of("ana-lopez"))
    #expect(Set((0..<200).map { Tint.of("mentor-\($0)") }).count == 12)
  }
}
