import Foundation
import SiteTesting
import Testing

/// A folder with a small site in it, for the command to run in.
struct CommandSite {
  let folder: ScratchFolder

  static let fine: [String: String] = [
    "content/site.yaml":
      "title: Command\nbase_url: https://mentors.example.edu/\ncontact: {email: office@example.edu}\n",
    "content/mentors/ana.md": "---\nname: Ana López\n---\n", "content/mentors/ben.md": "---\nname: Ben\n---\n",
    "content/guide/index.md": "---\ntitle: Guide\n---\n\nHello.\n",
  ]
  static let error = ["content/mentors/bad.md": "---\nname: Bad\ntimezone: America/NewYork\n---\n"]
  static let warning = ["content/mentors/odd.md": "---\nname: Odd\nindustri: Finance\n---\n"]

  init(_ files: [String: String]...) throws {
    folder = try ScratchFolder()
    for (path, text) in files.flatMap({ $0 }) { try folder.write(text, to: path) }
  }

  func run(_ arguments: String..., environment: [String: String] = [:]) throws -> CommandRun {
    try CommandRun.mentorbook(arguments, in: folder.path, environment: environment)
  }

  var hasOutput: Bool { FileManager.default.fileExists(atPath: folder.path + "/output") }
}

@Suite("Exit codes")
struct ExitCodeTests {
  @Test("0: all is well, and the closing line says what was built")
  func fine() throws {
    let site = try CommandSite(CommandSite.fine)
    let run = try site.run("build", "--as-of", "2027-03-01")
    #expect(run.exitCode == 0)
    #expect(run.errors == "")
    #expect(
      run.output.contains(
        /^built 2 mentors, 1 guide page → \d+ files \(\d+ changed\) in \d+\.\d\d s; time zones \d+[a-z]\n$/))
    #expect(try site.run("build", "--as-of", "2027-03-01").output.contains("(0 changed)"))
    #expect(try site.run("check").exitCode == 0)
  }

  @Test("1: something is wrong with the content; build writes the rest")
  func contentError() throws {
    let site = try CommandSite(CommandSite.fine, CommandSite.error)
    let run = try site.run("build")
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("content/mentors/bad.md:3:11: error: 'America/NewYork' is not a time zone"))
    #expect(run.output.contains("built 2 mentors") && run.output.contains("1 profile left out because of errors"))
    #expect(site.hasOutput)
    #expect(try site.run("check").exitCode == 1)
  }

  @Test("Warnings alone are no failure, unless strict asks for none")
  func warnings() throws {
    let site = try CommandSite(CommandSite.fine, CommandSite.warning)
    #expect(try site.run("check").exitCode == 0)
    #expect(try site.run("check", "--strict").exitCode == 1)
    let strict = try site.run("build", "--strict")
    #expect(strict.exitCode == 2)
    #expect(strict.errors.hasSuffix("mentorbook: nothing was written: --strict allows no warnings\n"))
    #expect(!site.hasOutput)
    #expect(try site.run("build").exitCode == 0)
  }

  @Test("2: nothing was written, because of the settings, the theme or strict")
  func refused() throws {
    let missing = try CommandSite(["x.txt": ""])
    let run = try missing.run("build")
    #expect(run.exitCode == 2)
    #expect(
      run.errors.contains("content/site.yaml: error: there is no site.yaml in 'content'\n  run 'mentorbook init'"))
    #expect(!missing.hasOutput)
    let site = try CommandSite(CommandSite.fine, CommandSite.error)
    #expect(try site.run("build", "--strict").exitCode == 2)
    #expect(try site.run("build", "--theme", "nope").exitCode == 2)
    #expect(try site.run("check", "--theme", "nope").exitCode == 2)
    #expect(!site.hasOutput)
  }

  @Test("3: the system or the output folder refused", arguments: [["thesis.txt": "mine"], [:]])
  func system(_ foreign: [String: String]) throws {
    let site = try CommandSite(
      CommandSite.fine, Dictionary(uniqueKeysWithValues: foreign.map { ("output/\($0.key)", $0.value) }))
    let run = try foreign.isEmpty ? site.run("build", "--output", "content/site.yaml/out") : site.run("build")
    #expect(run.exitCode == 3)
    #expect(run.errors.hasPrefix("mentorbook: "))
    #expect(run.output == "")
  }

  @Test(
    "64: the command line is wrong, and the message says how it would be right",
    arguments: [
      (["build", "--jobs", "0"], "--jobs needs a number from 1"), (["build", "--as-of", "tomorrow"], "2027-03-01"),
      (["build", "--base-url", "example"], "https://mentors.example.edu/"), (["bild"], "bild"),
      (["build", "--format", "xml"], "terminal"), (["theme", "fields", "profil"], "profile"),
      (["new", "mentor"], "name"),
      (["build", "--content"], "--content"), (["build", "--output", ""], "--output"),
      (["check", "--content", ""], "--content"),
    ])
  func usage(_ arguments: [String], _ hint: String) throws {
    let site = try CommandSite(CommandSite.fine)
    let run = try CommandRun.mentorbook(arguments, in: site.folder.path)
    #expect(run.exitCode == 64, "\(run.errors)")
    #expect(run.errors.contains(hint), "\(run.errors)")
    #expect(!site.hasOutput)
  }
}

@Suite("Printing findings")
struct PrintingTests {
  @Test("JSON goes to standard output, alone and whole, also when nothing is wrong")
  func json() throws {
    let site = try CommandSite(CommandSite.fine, CommandSite.error, CommandSite.warning)
    let run = try site.run("check", "--format", "json")
    let document = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(document["errors"] as? Int == 1)
    #expect(document["warnings"] as? Int == 1)
    #expect(run.errors.hasPrefix("checked "))
    #expect(run.exitCode == 1)
    let fine = try CommandSite(CommandSite.fine).run("check", "--format", "json", "--quiet")
    #expect(try JSONSerialization.jsonObject(with: Data(fine.output.utf8)) is [String: Any])
    #expect(fine.errors == "")
  }

  @Test("The GitHub form is a line of its own for each finding")
  func gitHub() throws {
    let site = try CommandSite(CommandSite.fine, CommandSite.error)
    let run = try site.run("build", "--format", "github", "--quiet")
    #expect(run.output.hasPrefix("::error file=content/mentors/bad.md,line=3,col=11,endColumn=26,title=profile::"))
    #expect(run.output.split(separator: "\n").count == 1)
  }

  @Test("Quiet prints findings and no closing line")
  func quiet() throws {
    let site = try CommandSite(CommandSite.fine)
    let run = try site.run("build", "--quiet")
    #expect(run.output == "" && run.errors == "")
    #expect(try CommandSite(CommandSite.fine, CommandSite.error).run("build", "--quiet").errors.contains("error:"))
  }

  @Test(
    "Into a pipe or file neither colour nor progress is printed; colour can be forced, and NO_COLOR forbids it even then"
  )
  func colour() throws {
    let site = try CommandSite(CommandSite.fine, CommandSite.error)
    #expect(!(try site.run("build").errors.contains("\u{1B}")))
    #expect(try site.run("build", environment: ["FORCE_COLOR": "1"]).errors.contains("\u{1B}[1;31m"))
    let none = try site.run("build", environment: ["FORCE_COLOR": "1", "NO_COLOR": "1"])
    #expect(!none.errors.contains("\u{1B}"))
    #expect(!none.errors.contains("\r"))
    // An empty NO_COLOR counts as none (no-color.org).
    #expect(try site.run("build", environment: ["FORCE_COLOR": "1", "NO_COLOR": ""]).errors.contains("\u{1B}"))
  }

  @Test("On a terminal findings have colour")
  func terminal() throws {
    let site = try CommandSite(CommandSite.fine, CommandSite.error)
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/script") else { return }
    let run = try CommandRun.run(
      "/usr/bin/script", ["-qec", "'\(RepositoryPaths.command)' check", "/dev/null"], in: site.folder.path,
      environment: ["TERM": "xterm"])
    #expect(run.output.contains("\u{1B}[1;31merror:"))
  }

  @Test("A reader that goes away is no failure")
  func brokenPipe() throws {
    let site = try CommandSite(CommandSite.fine, CommandSite.error)
    let run = try CommandRun.run(
      "/bin/bash", ["-c", "'\(RepositoryPaths.command)' check --format json | true; echo ${PIPESTATUS[0]}"],
      in: site.folder.path)
    #expect(["1\n", "141\n"].contains(run.output), "\(run.output)")
  }

  @Test("Timings name the steps of the flow")
  func timings() throws {
    let run = try CommandSite(CommandSite.fine).run("build", "--timings")
    let steps = [
      "load content", "load theme", "directory", "similar mentors", "prepare", "search index", "plan",
      "render and write", "finish",
    ]
    for step in steps {
      #expect(run.output.contains(step))
    }
  }
}

@Suite("Options")
struct OptionTests {
  @Test("A day to build for is that day in the site's own zone")
  func asOf() throws {
    let site = try CommandSite(
      CommandSite.fine,
      [
        "content/site.yaml":
          "title: T\ntimezone: America/New_York\ncontact: {email: office@example.edu}\n",
        "content/mentors/away.md": "---\nname: Away\nstatus: paused\npaused_until: 2027-03-03\n---\n",
      ])
    _ = try site.run("build", "--as-of", "2027-03-02")
    let page = "output/mentors/away/index.html"
    #expect(try site.folder.text(of: page).contains("Back on 3 March 2027"))
    _ = try site.run("build", "--as-of", "2027-03-03")
    #expect(!(try site.folder.text(of: page).contains("Back on")))
    _ = try site.run("build", "--as-of", "2027-03-03T04:00:00Z")
    #expect(try site.folder.text(of: page).contains("Back on"))
    _ = try site.run("build", environment: ["SOURCE_DATE_EPOCH": "1804053600"])
    #expect(!(try site.folder.text(of: page).contains("Back on")))
  }

  @Test("The same site comes out in another folder, at any number of jobs, and twice")
  func deterministic() throws {
    let first = try CommandSite(CommandSite.fine)
    #expect(try first.run("build", "--as-of", "2027-03-01", "--jobs", "1").exitCode == 0)
    let tree = first.folder.files(in: "output").published
    for jobs in ["2", "7"] {
      let other = try CommandSite(CommandSite.fine)
      try FileManager.default.createDirectory(atPath: other.folder.path + "/deep/er", withIntermediateDirectories: true)
      let run = try CommandRun.mentorbook(
        ["build", "--as-of", "2027-03-01", "--jobs", jobs, "--content", "../../content/", "--output", "site"],
        in: other.folder.path + "/deep/er", environment: ["TZ": "Asia/Tokyo", "LANG": "tr_TR.UTF-8"])
      #expect(run.exitCode == 0)
      #expect(other.folder.files(in: "deep/er/site").published.differences(from: tree) == [])
    }
  }

  @Test("A base URL on the command line takes the place of the settings'")
  func baseURL() throws {
    let site = try CommandSite(CommandSite.fine)
    _ = try site.run("build", "--base-url", "https://www.example.edu/alumni")
    #expect(try site.folder.text(of: "output/sitemap.xml").contains("<loc>https://www.example.edu/alumni/guide/</loc>"))
  }

  @Test("Drafts are built when they are asked for")
  func drafts() throws {
    let site = try CommandSite(CommandSite.fine, ["content/guide/new.md": "---\ntitle: New\ndraft: true\n---\n\nX\n"])
    _ = try site.run("build")
    #expect(site.folder.files(in: "output/guide/new").paths == [])
    _ = try site.run("build", "--drafts")
    #expect(site.folder.files(in: "output/guide/new").paths == ["index.html"])
  }
}

@Suite("The other commands")
struct OtherCommandTests {
  @Test(
    "Every command has help with examples, and the main one tells its exit codes",
    arguments: [["build"], ["check"], ["init"], ["new", "mentor"], ["new", "page"], ["theme", "fields"]])
  func help(_ command: [String]) throws {
    let folder = try ScratchFolder()
    let run = try CommandRun.mentorbook(command + ["--help"], in: folder.path)
    #expect(run.exitCode == 0)
    #expect(run.output.contains("Examples:"))
    #expect(run.output.contains("mentorbook \(command.joined(separator: " "))"))
    let main = try CommandRun.mentorbook(["--help"], in: folder.path)
    #expect(main.output.contains("Exit codes: 0"))
    #expect(main.output.contains("64"))
  }

  @Test("The version is printed")
  func version() throws {
    let folder = try ScratchFolder()
    #expect(try CommandRun.mentorbook(["--version"], in: folder.path).output.contains(/^\d+\.\d+\.\d+\n$/))
  }

  @Test("theme fields prints what each template may use, for a person and as JSON")
  func themeFields() throws {
    let folder = try ScratchFolder()
    let all = try CommandRun.mentorbook(["theme", "fields"], in: folder.path)
    for template in ["home", "explore", "facet", "profile", "shortlist", "respond", "guide", "page", "not_found"] {
      #expect(all.output.contains("\(template)\n") || all.output.hasPrefix("\(template)\n"))
    }
    let profile = try CommandRun.mentorbook(["theme", "fields", "profile"], in: folder.path)
    for field in ["request", "slots", "is_open", "bio", "html", "headline?"] { #expect(profile.output.contains(field)) }
    #expect(!profile.output.contains("all_terms"))
    let json = try CommandRun.mentorbook(["theme", "fields", "--json"], in: folder.path)
    #expect((try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])?.count == 10)
  }

  @Test("new adds a profile that builds, and says where it is")
  func new() throws {
    let site = try CommandSite(CommandSite.fine)
    let first = try site.run("new", "mentor", "Ana López", "--email", "ana@example.edu")
    #expect(first.exitCode == 0)
    #expect(first.output == "content/mentors/ana-lopez.md\n")
    #expect(try site.run("new", "mentor", "Ana López").output == "content/mentors/ana-lopez-2.md\n")
    #expect(try site.run("new", "page", "After the meeting").output == "content/guide/after-the-meeting.md\n")
    #expect(try site.run("check").exitCode == 0)
    let refused = try site.run("new", "mentor", "🎓")
    #expect(refused.exitCode != 0)
    #expect(refused.errors.contains("No file name can be made from '🎓'. Name one with --slug."))
  }

  @Test("init starts a site that builds at once, and refuses to start one twice")
  func start() throws {
    let folder = try ScratchFolder()
    let run = try CommandRun.mentorbook(["init", "my-site", "--title", "Ours"], in: folder.path)
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.output.contains("next: cd my-site && mentorbook build"))
    let build = try CommandRun.mentorbook(["build", "--as-of", "2026-11-24"], in: folder.path + "/my-site")
    #expect(build.exitCode == 0, "\(build.errors)")
    #expect(build.output.contains("built 5 mentors"))
    #expect(try folder.text(of: "my-site/output/index.html").contains("Ours"))
    let again = try CommandRun.mentorbook(["init", "my-site"], in: folder.path)
    #expect(again.exitCode != 0)
    #expect(again.errors.contains("already"))
  }

  @Test("A folder of broken profiles ends with 1, its neighbours built; strict ends with 2 and writes nothing")
  func broken() throws {
    let folder = try ScratchFolder()
    try FileManager.default.copyItem(
      atPath: RepositoryPaths.fixtures + "/broken-profiles/content", toPath: folder.path + "/content")
    try FileManager.default.copyItem(atPath: RepositoryPaths.fixtures + "/themes", toPath: folder.path + "/themes")
    let strict = try CommandRun.mentorbook(["build", "--strict"], in: folder.path)
    #expect(strict.exitCode == 2)
    #expect(folder.files(in: "output").paths == [])
    let run = try CommandRun.mentorbook(["build", "--as-of", "2027-03-01T06:00:00Z"], in: folder.path)
    #expect(run.exitCode == 1)
    #expect(run.output.contains("built 15 mentors"))
    let findings = try CommandRun.mentorbook(
      ["check", "--as-of", "2027-03-01T06:00:00Z", "--format", "json"], in: folder.path)
    let lines = String(
      decoding: try Data(contentsOf: URL(fileURLWithPath: RepositoryPaths.fixtures + "/broken-profiles/expected.txt")),
      as: UTF8.self
    ).split(separator: "\n").count
    #expect(findings.output.components(separatedBy: "\"severity\"").count - 1 == lines)
  }
}
