import Rosters
import SiteTesting
import Testing

@Suite("CSV and TSV")
struct DelimitedTests {
  static let people = Cells(["ID", "Name", "Employer"], texts: [["1", "Ana", "Acme, Inc."], ["2", "Bo", ""]])

  @Test(
    "The same people are read however a program writes them",
    arguments: [
      ("lines end in LF", "ID,Name,Employer\n1,Ana,\"Acme, Inc.\"\n2,Bo,\n"),
      ("lines end in CR LF", "ID,Name,Employer\r\n1,Ana,\"Acme, Inc.\"\r\n2,Bo,\r\n"),
      ("lines end in CR", "ID,Name,Employer\r1,Ana,\"Acme, Inc.\"\r2,Bo,\r"),
      ("the last line doesn't end, as in Google Sheets", "ID,Name,Employer\r\n1,Ana,\"Acme, Inc.\"\r\n2,Bo,"),
      ("everything is in quotes", "\"ID\",\"Name\",\"Employer\"\n\"1\",\"Ana\",\"Acme, Inc.\"\n\"2\",\"Bo\",\"\"\n"),
      ("a byte order mark", "\u{FEFF}ID,Name,Employer\n1,Ana,\"Acme, Inc.\"\n2,Bo,\n"),
      ("a byte order mark before a quote", "\u{FEFF}\"ID\",Name,Employer\n1,Ana,\"Acme, Inc.\"\n2,Bo,\n"),
      ("semicolons", "ID;Name;Employer\n1;Ana;Acme, Inc.\n2;Bo;\n"),
      ("semicolons that are announced", "sep=;\r\nID;Name;Employer\r\n1;Ana;Acme, Inc.\r\n2;Bo;\r\n"),
      ("space around headers", " ID , Name,Employer \n1,Ana,\"Acme, Inc.\"\n2,Bo,\n"),
      ("spaces before and behind quotes", "ID,Name,Employer\n1, \"Ana\" ,  \"Acme, Inc.\"\n2,Bo,\n"),
      ("empty lines", "\n\nID,Name,Employer\n\n1,Ana,\"Acme, Inc.\"\n\r\n2,Bo,\n\n"),
      ("rows of nothing at the end, as Excel leaves them", "ID,Name,Employer\n1,Ana,\"Acme, Inc.\"\n2,Bo,\n,,\n,,\n"),
    ])
  func written(_ id: String, _ text: String) throws {
    #expect(try read(text, as: .csv) == Self.people)
  }

  @Test("Tabs part the cells of TSV, and commas are text")
  func tabs() throws {
    let text = "ID\tName\tEmployer\n1\tAna\tAcme, Inc.\n2\t\"Bo\"\t\n"
    #expect(try read(text, as: .tsv) == Self.people)
  }

  @Test("A quoted cell holds separators, quotes and lines; a quote in another cell is just a quote")
  func quotes() throws {
    let text = "ID,Note\n1,\"a, \"\"b\"\"\r\nc\n\n\"\"\"\n2,\"\"\n3,5'10\"\n"
    let roster = try Roster.read(Array(text.utf8), as: .csv)
    #expect(
      Cells(roster) == Cells(["ID", "Note"], texts: [["1", "a, \"b\"\r\nc\n\n\""], ["2", ""], ["3", "5'10\""]]))
    #expect((0..<3).map { roster.line(of: $0) } == [2, 6, 7])
  }

  @Test("A semicolon in a header doesn't part columns where commas do")
  func semicolonInHeader() throws {
    let text = "ID,Office hours (Tue 4-5:30pm; Thu 9-10am)\n1,Tue 4; Thu 9\n"
    #expect(try read(text, as: .csv).rows == [[["1"], ["Tue 4; Thu 9"]]])
  }

  @Test("Headers without rows are a roster of nobody; doubled headers are left to those who look for them")
  func headersAlone() throws {
    #expect(try read("ID,Name", as: .csv) == Cells(["ID", "Name"], []))
    #expect(try read("ID,Name,Name\n1,a,b\n", as: .csv).columns == ["ID", "Name", "Name"])
    #expect(try read("ID\n1\n", as: .csv) == Cells(["ID"], texts: [["1"]]))
  }

  @Test(
    "What can't be read whole is a problem with its line",
    arguments: [
      ("ID,Name\n1,Ana\n2,\"Bo\n3,Cy\n", RosterProblem.unclosedQuote(line: 3)),
      ("ID,Name\n1,Ana\n2\n", .width(line: 3, cells: 1, columns: 2)),
      ("ID,Name\n1,Ana,x\n", .width(line: 2, cells: 3, columns: 2)),
      ("ID,Name\n\n1,\"A\nna\",x\n", .width(line: 3, cells: 3, columns: 2)),
      ("ID,Name\n1,\"Ana\" Lopez\n", .textAfterQuote(line: 2)),
      ("ID;Name\n1,Ana\n", .width(line: 2, cells: 1, columns: 2)),
      (",,\n,,\n", .noHeaders(line: 1)),
      ("", .empty), (" \r\n\n", .empty), ("\u{FEFF}", .empty),
    ])
  func problems(_ text: String, expected: RosterProblem) {
    #expect(problem(text.utf8, as: .csv) == expected)
    #expect(!expected.message.isEmpty)
  }

  @Test("Whatever cells hold, what is written by RFC 4180 is read back")
  func writtenAndRead() throws {
    var generator = SeededGenerator(seed: 4180)
    let pieces = ["a", "Ä", ",", "\"", "\n", "\r\n", ";", " ", "👩‍🔬", "\t", "1"]
    for _ in 0..<500 {
      let width = Int.random(in: 2...5, using: &generator)
      let rows = (0..<Int.random(in: 0...6, using: &generator)).map { row in
        ["#\(row)"]
          + (1..<width).map { _ in
            (0..<Int.random(in: 0...6, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }
              .joined()
          }
      }
      let columns = (0..<width).map { "C\($0)" }
      let text = ([columns] + rows).map { row in
        row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\r\n"
      }.joined()
      #expect(try read(text, as: .csv) == Cells(columns, texts: rows))
    }
  }
}
