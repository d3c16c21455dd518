import Diagnostics
import FrontMatter
import Testing

@Suite("Telling front matter from the body")
struct OutlineTests {
  @Test(
    "finds where the body begins",
    arguments: [
      ("---\nname: A\n---\nBody\n", true, "Body\n", 4),
      ("---\nname: A\n---\n", true, "", 4),
      ("---\nname: A\n---", true, "", 4),
      ("---  \t\nname: A\n--- \n\nBody\n---\nrest", true, "\nBody\n---\nrest", 4),
      ("---\nname: A\n...\nBody", true, "Body", 4),
      ("---\n---\nBody", true, "Body", 3),
      ("---\n---", true, "", 3),
      ("---\n# only a comment\n---\nBody", true, "Body", 4),
      ("\u{FEFF}---\r\nname: A\r\n---\r\nBody\r\n", true, "Body\r\n", 4),
      ("---\rname: A\r---\rBody", true, "Body", 4),
      ("---\nbio: |\n  a\n  ---\n---\nBody", true, "Body", 6),
      ("", false, "", 1),
      ("\n", false, "\n", 1),
      ("Body\n---\nmore\n---\n", false, "Body\n---\nmore\n---\n", 1),
      ("\u{FEFF}Body", false, "Body", 1),
      ("----\nBody", false, "----\nBody", 1),
      ("--- x\nBody", false, "--- x\nBody", 1),
      ("\n---\n\nA rule, then text\n", false, "\n---\n\nA rule, then text\n", 1),
    ])
  func body(text: String, hasFrontMatter: Bool, body: String, line: Int) throws {
    let (document, diagnostics) = FrontMatterDocument.parse(SourceFile(path: "a.md", text: text))
    #expect(diagnostics == [])
    let found = try #require(document)
    #expect(found.hasFrontMatter == hasFrontMatter)
    #expect(String(decoding: found.file.bytes[found.bodyRange], as: UTF8.self) == body)
    #expect(found.bodyLine == line)
  }

  @Test(
    "says what keeps front matter from being found",
    arguments: [
      (
        "---\nname: A\nmajors:\n- B\n\nHello\n",
        ["1:1-1:4 error: the front matter of 'a.md' begins here and never ends", "  → add a line '---' after line 4"]
      ),
      (
        "---",
        ["1:1-1:4 error: the front matter of 'a.md' begins here and never ends", "  → add a line '---' after line 1"]
      ),
      (
        "---\nname: A\n----\nHello\n",
        [
          "3:1-3:5 error: the front matter ends with a line '---', not '----'",
          "  → write '---' at the start of the line, with nothing else on it => \"---\"",
        ]
      ),
      (
        "---\nname: A\n ---\nHello\n",
        [
          "3:1-3:5 error: the front matter ends with a line '---', not ' ---'",
          "  → write '---' at the start of the line, with nothing else on it => \"---\"",
        ]
      ),
      (
        "—-\nname: A\n—-\n",
        [
          "1:1-1:3 error: front matter begins with a line '---', not '—-'", "  → write three plain hyphens => \"---\"",
        ]
      ),
      (
        "\n\n---\nname: A\n---\n",
        ["3:1-3:4 error: front matter has to begin on the first line", "  → delete the empty lines above '---'"]
      ),
    ] as [(String, [String])])
  func missing(text: String, summary: [String]) {
    let (document, diagnostics) = FrontMatterDocument.parse(SourceFile(path: "a.md", text: text))
    #expect(document == nil)
    #expect(diagnostics.flatMap(\.summary) == summary)
  }

  @Test(
    "names the first byte that is not UTF-8",
    arguments: [
      (
        Array("---\nname: Jos".utf8) + [0xE9] + Array("\n---\n".utf8),
        [
          "2:10-2:11 error: the file is not UTF-8: the byte 0xE9 can't stand here",
          "  → save the file as UTF-8; in Windows-1252 this byte is 'é'",
        ]
      ),
      (
        Array("---\nname: é\n---\nIt".utf8) + [0x92] + Array("s me\n".utf8),
        [
          "4:3-4:4 error: the file is not UTF-8: the byte 0x92 can't stand here",
          "  → save the file as UTF-8; in Windows-1252 this byte is '’'",
        ]
      ),
      (
        [0xFF, 0xFE, 0x2D, 0x00],
        ["1:1-1:2 error: the file is UTF-16, not UTF-8", "  → save it again with the encoding UTF-8"]
      ),
    ] as [([UInt8], [String])])
  func encoding(bytes: [UInt8], summary: [String]) {
    let file = SourceFile(path: "a.md", bytes: bytes)
    let (document, diagnostics) = FrontMatterDocument.parse(file)
    #expect(document == nil)
    #expect(diagnostics.flatMap(\.summary) == summary)
    #expect(YAMLDocument.parse(file).diagnostics.flatMap(\.summary) == summary)
  }
}
