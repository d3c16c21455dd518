import Diagnostics
import Testing

@Suite("The lines of a source file")
struct SourceFileTests {
  @Test(
    "LF, CRLF and CR each end a line, and a byte order mark is no part of the first",
    arguments: [
      "one\ntwo\nthree", "one\r\ntwo\r\nthree", "one\rtwo\rthree", "\u{FEFF}one\ntwo\r\nthree",
    ])
  func lineEndings(_ text: String) {
    let file = SourceFile(path: "x", text: text)
    #expect(file.line(1) == "one")
    #expect(file.line(2) == "two")
    #expect(file.line(3) == "three")
    #expect(file.line(4) == nil)
  }

  @Test("An empty file has one empty line, and no line zero")
  func emptyFile() {
    #expect(SourceFile(path: "x", text: "").line(1) == "")
    #expect(SourceFile(path: "x", text: "").line(2) == nil)
    #expect(SourceFile(path: "x", text: "a").line(0) == nil)
  }

  @Test("Bytes that are not UTF-8 show as a replacement character and break nothing")
  func invalidBytes() {
    #expect(SourceFile(path: "x", bytes: [0x61, 0xE9, 0x62]).line(1) == "a\u{FFFD}b")
  }

  @Test(
    "A position counts Unicode scalars from one",
    arguments: [
      ("abc", 0, 1, 1), ("abc", 2, 1, 3), ("a\nbc", 2, 2, 1), ("a\r\nbc", 3, 2, 1), ("é=x", 2, 1, 2),
      ("山\n田x", 7, 2, 2),
      ("abc", 99, 1, 4), ("\u{FEFF}abc", 4, 1, 2), ("a\n", 2, 2, 1),
    ])
  func position(_ text: String, _ offset: Int, _ line: Int, _ column: Int) {
    #expect(SourceFile(path: "x", text: text).position(at: offset) == SourcePosition(line: line, column: column))
  }
}
