import Diagnostics
import Foundation
import Testing

@Suite("Printing a diagnostic")
struct FormTests {
  static let file = SourceFile(path: "content/mentors/ana.md", text: "---\nname: Ana\ntimezone: America/NewYork\n---\n")

  static let zone = Diagnostic(
    .error, "profile", in: file, at: SourceRange(line: 3, column: 11, length: 15),
    "'America/NewYork' is not a time zone",
    remedy: .init("did you mean 'America/New_York'?", replacement: "America/New_York"))

  @Test("The terminal form shows the place, the line, the mark and the remedy")
  func terminal() {
    #expect(
      TerminalForm(isColoured: false).text(of: Self.zone) == """
        content/mentors/ana.md:3:11: error: 'America/NewYork' is not a time zone
          3 | timezone: America/NewYork
            |           ^~~~~~~~~~~~~~~ did you mean 'America/New_York'?

        """)
  }

  @Test("Colour wraps the parts and changes no letter of the text")
  func colour() {
    let coloured = TerminalForm(isColoured: true).text(of: Self.zone)
    #expect(coloured.contains("\u{1B}[1;31merror:\u{1B}[0m"))
    let stripped = coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "")
    #expect(stripped == TerminalForm(isColoured: false).text(of: Self.zone))
  }

  @Test("A finding about a whole file has no excerpt and its remedy on a line of its own")
  func wholeFile() {
    let diagnostic = Diagnostic(.warning, "content", path: "content/guide", "no landing page", remedy: .init("add one"))
    #expect(
      TerminalForm(isColoured: false).text(of: diagnostic) == "content/guide: warning: no landing page\n  add one\n")
  }

  @Test(
    "The mark stands under the marked text, however wide a terminal draws what is before it",
    arguments: [
      ("name: Ana", 7, 3, 6, 3), ("name: 山田 花子", 7, 2, 6, 4), ("a\u{301}b: x", 3, 1, 1, 1), ("🎓🎓 x", 4, 1, 5, 1),
      ("\tx", 2, 1, 1, 1),
    ])
  func mark(_ line: String, _ column: Int, _ length: Int, _ offset: Int, _ width: Int) throws {
    let file = SourceFile(path: "x.md", text: line)
    let diagnostic = Diagnostic(
      .error, "x", in: file, at: SourceRange(line: 1, column: column, length: length), "wrong")
    let lines = TerminalForm(isColoured: false).text(of: diagnostic).split(separator: "\n")
    let mark = try #require(lines.last).dropFirst("    | ".count)
    #expect(mark.prefix { $0 == " " }.count == offset)
    #expect(mark.drop { $0 == " " }.count == width)
  }

  @Test("A long line is cut around the mark")
  func longLine() throws {
    let line = String(repeating: "a", count: 500) + "WRONG" + String(repeating: "b", count: 500)
    let diagnostic = Diagnostic(
      .error, "x", in: SourceFile(path: "x.md", text: line), at: SourceRange(line: 1, column: 501, length: 5), "wrong")
    let lines = TerminalForm(isColoured: false).text(of: diagnostic).split(separator: "\n")
    #expect(lines[1].contains("…") && lines[1].contains("WRONG") && lines[1].count < 120)
    let start = try #require(lines[1].firstRange(of: "WRONG")).lowerBound
    let mark = try #require(lines[2].firstIndex(of: "^"))
    #expect(
      lines[1].distance(from: lines[1].startIndex, to: start) == lines[2].distance(from: lines[2].startIndex, to: mark))
  }

  @Test("Control characters of the content never reach the terminal")
  func controls() {
    let file = SourceFile(path: "a\u{1B}[2J.md", text: "name: \u{1B}]0;evil\u{7}")
    let diagnostic = Diagnostic(.error, "x", in: file, at: SourceRange(line: 1, column: 7), "bad \u{1B}[31m text")
    let text = TerminalForm(isColoured: false).text(of: diagnostic)
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x7F })
  }

  @Test("The GitHub form is one workflow command with the place, its parts escaped")
  func gitHub() {
    #expect(
      GitHubForm.text(of: Self.zone)
        == "::error file=content/mentors/ana.md,line=3,col=11,endColumn=26,title=profile::"
        + "'America/NewYork' is not a time zone%0Adid you mean 'America/New_York'?\n")
    let odd = Diagnostic(.warning, "a:b,c", path: "100%,x:y.md", "50% \r\n done")
    #expect(GitHubForm.text(of: odd) == "::warning file=100%25%2Cx%3Ay.md,title=a%3Ab%2Cc::50%25 %0A done\n")
  }

  @Test("The JSON form has every fact, counts by severity, and sorted keys")
  func json() throws {
    let warning = Diagnostic(.warning, "content", path: "content/guide", "no landing page")
    let text = try JSONForm.text(of: [Self.zone, warning])
    let document = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(document["errors"] as? Int == 1)
    #expect(document["warnings"] as? Int == 1)
    let first = try #require((document["diagnostics"] as? [[String: Any]])?.first)
    #expect(first["line"] as? Int == 3)
    #expect(first["column"] as? Int == 11)
    #expect(first["endColumn"] as? Int == 26)
    #expect(first["replacement"] as? String == "America/New_York")
    #expect(first["path"] as? String == "content/mentors/ana.md")
    #expect(text.hasSuffix("}\n"))
  }

  @Test("Findings sort by file, line and column")
  func order() {
    func finding(_ path: String, _ line: Int?, _ column: Int = 1) -> Diagnostic {
      Diagnostic(.error, "x", path: path, at: line.map { SourceRange(line: $0, column: column) }, "m")
    }
    let sorted = [
      finding("a.md", nil), finding("a.md", 2), finding("a.md", 2, 5), finding("a.md", 10), finding("b.md", 1),
    ]
    #expect(sorted.reversed().sorted() == sorted)
    #expect(sorted.shuffled().sorted() == sorted)
  }
}
