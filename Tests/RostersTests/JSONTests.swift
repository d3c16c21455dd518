import Rosters
import Testing

@Suite("Rosters in JSON")
struct JSONTests {
  @Test("Objects in objects are columns with dots, lists are several values, numbers stay as they are written")
  func people() throws {
    let text = """
      [
        {"id": 7, "name": "Ana \\"A\\" L\\u00f3pez \\ud83d\\ude00", "home": {"city": "Lima", "zip": null},
         "majors": ["Physics", "Music"], "gpa": 3.50, "mails": [{"to": "a@x"}, {"to": "b@x"}], "ok": true},
        {"name": "Bo", "id": "8", "nick": "", "home": null, "majors": [], "ok": false, "extra": 1e3}
      ]
      """
    let roster = try Roster.read(Array(text.utf8), as: .json)
    #expect(
      Cells(roster)
        == Cells(
          ["id", "name", "home.city", "home.zip", "majors", "gpa", "mails.to", "ok", "nick", "home", "extra"],
          [
            [["7"], ["Ana \"A\" López 😀"], ["Lima"], [], ["Physics", "Music"], ["3.50"], ["a@x", "b@x"], ["true"]]
              + [[], [], []],
            [["8"], ["Bo"], [], [], [], [], [], ["false"], [], [], ["1e3"]],
          ]))
    #expect([roster.line(of: 0), roster.line(of: 1)] == [2, 4])
    #expect(roster.text(0, 4) == "Physics\nMusic")
  }

  @Test("The list is found at its path, whatever stands around it")
  func path() throws {
    let text = #"{"page": {"a": [1, {"b": "]"}]}, "data": {"x": null, "people": [{"id": 1}], "y": []}, "z": "}"}"#
    #expect(try read(text, as: .json, path: "data.people").rows == [[["1"]]])
    #expect(try read("\u{FEFF}[]", as: .json) == Cells([], []))
  }

  @Test(
    "A path that leads nowhere is a problem that names the lists there are",
    arguments: [
      (
        #"{"data": {"staff": [], "people": [1]}}"#, "data.persons",
        .jsonPath(missing: "data.persons", lists: ["staff", "people"])
      ),
      (#"{"people": []}"#, nil, .jsonNoList(path: nil, lists: ["people"])),
      (#"{"data": {"people": []}}"#, "data", .jsonNoList(path: "data", lists: ["data.people"])),
      (#"[{"id": 1}]"#, "people", .jsonPath(missing: "people", lists: [])),
      (#""text""#, nil, .jsonNoList(path: nil, lists: [])),
      (#"[{"id": 1}, 2]"#, nil, .jsonNoObject(line: 1)),
    ] as [(String, String?, RosterProblem)])
  func paths(_ text: String, _ path: String?, expected: RosterProblem) {
    #expect(problem(text.utf8, as: .json, path: path) == expected)
  }

  @Test(
    "What is no JSON is a problem with its place",
    arguments: [
      ("[{\"id\": 1,}]", .jsonSyntax(line: 1, offset: 10)), ("[{\"id\" 1}]", .jsonSyntax(line: 1, offset: 7)),
      ("[{\"id\": 1}\n{\"id\": 2}]", .jsonSyntax(line: 2, offset: 11)),
      ("[{\"id\": 01}]", .jsonSyntax(line: 1, offset: 8)),
      ("[{'id': 1}]", .jsonSyntax(line: 1, offset: 2)), ("[{\"id\": nul}]", .jsonSyntax(line: 1, offset: 8)),
      ("[{\"id\": \"a\nb\"}]", .jsonSyntax(line: 1, offset: 10)), ("[] x", .jsonSyntax(line: 1, offset: 3)),
      ("[{\"id\": \"\\x\"}]", .jsonEscape(line: 1)), ("[{\"id\": \"\\ud83d\"}]", .jsonEscape(line: 1)),
      ("[{\"id\": \"\\ude00\"}]", .jsonEscape(line: 1)), ("[{\"id\": \"\\u0000\"}]", .jsonEscape(line: 1)),
      ("[{\"id\": 1, \"id\": 2}]", .jsonDoubled(name: "id", line: 1)),
      ("[{\"id\": 1}, {\"id\": 2}", .jsonCut(line: 1)), ("[{\"id\": -}]", .jsonSyntax(line: 1, offset: 8)),
    ] as [(String, RosterProblem)])
  func syntax(_ text: String, expected: RosterProblem) {
    #expect(problem(text.utf8, as: .json) == expected)
  }

  @Test("Nesting without end is refused before it costs anything")
  func depth() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(problem("[{\"id\": \(deep)".utf8, as: .json) == .jsonDepth(line: 1))
    #expect(problem(deep.utf8, as: .json, path: "x") == .jsonPath(missing: "x", lists: []))
  }

  @Test("A file that is cut at any byte is a problem", arguments: [nil, "data.people"])
  func cut(_ path: String?) throws {
    let list = #"[{"id": 17, "name": "Zoë", "ok": true, "x": null}, {"id": 2.5e3, "tags": ["a", "b"]}]"#
    let bytes = Array((path == nil ? list : "{\"data\": {\"people\": \(list), \"n\": 2}, \"z\": 1}").utf8)
    #expect(problem(bytes, as: .json, path: path) == nil)
    for count in 0..<bytes.count {
      #expect(problem(bytes[..<count], as: .json, path: path) != nil, "cut at \(count)")
    }
  }
}
