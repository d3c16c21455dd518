import Foundation
import RosterSync
import SiteTesting
import Testing

@Suite("A roster that a command prints")
struct CommandSourceTests {
  private func shell(_ script: String, deadline: Int = 60, limit: Int = 1 << 20) -> SourceSettings {
    SourceSettings(
      name: "roster", place: .command(["/bin/sh", "-c", script]), deadlineSeconds: deadline, byteLimit: limit)
  }

  private func fetcher(_ environment: [String: String] = [:]) -> Fetcher {
    .quick(in: RepositoryPaths.root, environment)
  }

  @Test("What a program prints is the roster, however much it is and whatever it says beside")
  func output() async throws {
    let script = "echo warning >&2; i=0; while [ $i -lt 20000 ]; do echo \"$i,Name $i\"; i=$((i+1)); done"
    let fetched = try await outcome(of: shell(script), by: fetcher()).get()
    let expected = (0..<20_000).map { "\($0),Name \($0)\n" }.joined()
    #expect(fetched.text == expected)
    #expect(fetched.modified == nil)
  }

  @Test("It runs in the content folder, found by name, without an input and without a terminal to ask at")
  func surroundings() async throws {
    let folder = try ScratchFolder()
    try folder.write("ID\n1\n", to: "query")
    let cat = SourceSettings(name: "roster", place: .command(["cat", "query", "-"]))
    #expect(try await outcome(of: cat, by: .quick(in: folder.path)).get().text == "ID\n1\n")
    let asking = shell("if ( : </dev/tty ) 2>/dev/null; then echo terminal; else echo none; fi")
    #expect(try await outcome(of: asking, by: fetcher()).get().text == "none\n")
  }

  @Test("Arguments are given as they are: no shell reads them")
  func arguments() async throws {
    let words = ["printf", "%s|%s", "$HOME; rm -rf *", "a\" 'b\nc"]
    let source = SourceSettings(name: "roster", place: .command(words))
    #expect(try await outcome(of: source, by: fetcher()).get().text == "$HOME; rm -rf *|a\" 'b\nc")
  }

  @Test(
    "A program that doesn't end well is a problem, though it printed rows",
    arguments: [
      ("echo 1; echo 2; echo no more >&2; exit 1", .exited(program: "sh", code: 1, lines: ["no more"])),
      ("echo 1; exit 3", .exited(program: "sh", code: 3, lines: [])),
      ("echo 1; kill -9 $$", .signalled(program: "sh", signal: 9, lines: [])),
      (
        "for i in 1 2 3 4 5 6 7; do echo $i >&2; done; exit 2",
        .exited(program: "sh", code: 2, lines: ["3", "4", "5", "6", "7"])
      ),
      (
        "echo 'user=ana password=letmein' ana@x.edu tok-1234 >&2; exit 1",
        .exited(program: "sh", code: 1, lines: ["user=ana password=[…] […] […]"])
      ),
      ("yes 1,2", .tooLarge(limit: 1 << 20)),
      ("head -c 1048577 /dev/zero", .tooLarge(limit: 1 << 20)),
    ] as [(String, FetchProblem)])
  func problems(_ script: String, expected: FetchProblem) async {
    #expect(await problem(with: shell(script), by: fetcher(["SITE_TOKEN": "tok-1234"])) == expected)
  }

  @Test("A program that says more than anyone reads doesn't stand still, and its last lines are shown")
  func talkative() async {
    let script = "yes 'a long line of words' | head -c 5000000 >&2; echo >&2; echo last >&2; exit 1"
    let found = await problem(with: shell(script), by: fetcher())
    guard case .exited("sh", code: 1, let lines) = found else {
      Issue.record("\(String(describing: found))")
      return
    }
    #expect(lines.last == "last" && lines.count == 5, "\(lines)")
  }

  @Test("There is no such program")
  func missing() async {
    for word in ["no-such-program-here", "/no/such/program", "./no-such-program"] {
      let found = await problem(with: SourceSettings(name: "roster", place: .command([word])), by: fetcher())
      switch found {
      case .noProgram(word), .notRun(program: word, _): break
      default: Issue.record("\(word): \(String(describing: found))")
      }
    }
  }

  @Test("A program that hangs is ended at the deadline, with all that it started")
  func hanging() async throws {
    let folder = try ScratchFolder()
    let script =
      "trap '' TERM; sleep 900 & echo $! > '\(folder.path)/inner'; echo $$ > '\(folder.path)/outer'; echo 1; wait; sleep 900"
    let began = ContinuousClock.now
    #expect(await problem(with: shell(script, deadline: 2), by: fetcher()) == .tooLate(seconds: 2))
    #expect(ContinuousClock.now - began < .seconds(60))
    for name in ["inner", "outer"] {
      let process = try #require(Int32(try folder.text(of: name).trimmingCharacters(in: .whitespacesAndNewlines)))
      #expect(Self.isGone(process), "\(name)")
    }
  }

  /// Whether a process has ended. One whose parent has ended may wait for a while to be noticed.
  private static func isGone(_ process: Int32) -> Bool {
    if kill(process, 0) != 0 { return true }
    let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    return status?.contains(") Z ") ?? true
  }

  @Test("A run that is stopped ends the program")
  func stopped() async throws {
    let folder = try ScratchFolder()
    let waiting = shell("echo $$ > '\(folder.path)/it'; exec sleep 900", deadline: 600)
    let fetcher = fetcher()
    let task = Task { await problem(with: waiting, by: fetcher) }
    while folder.files(in: "").text(of: "it")?.isEmpty ?? true { try await Task.sleep(for: .milliseconds(50)) }
    let process = try #require(Int32(try folder.text(of: "it").trimmingCharacters(in: .whitespacesAndNewlines)))
    task.cancel()
    #expect(await task.value == .stopped)
    #expect(Self.isGone(process))
  }
}
