import Files
import Foundation
import SiteTesting
import Testing

/// Builds that are killed, starved of space or kept from writing: afterwards no file is half a file, and the next build
/// makes the site that a fresh one would.
@Suite("Builds that are interrupted", .serialized)
struct InterruptionTests {
  /// A site in an earlier and a later version, and what each looks like built.
  struct Versions {
    let old: FileTree
    let new: FileTree
    let oldSite: ScratchFolder
    let newSite: ScratchFolder

    static let oldFiles = content(mentors: 6, word: "old")
    static let newFiles = content(mentors: 5, word: "new")

    init() throws {
      oldSite = try Self.site(Self.oldFiles)
      newSite = try Self.site(Self.newFiles)
      old = oldSite.files(in: "output").published
      new = newSite.files(in: "output").published
    }

    static func content(mentors: Int, word: String) -> [String: String] {
      var files = [
        "content/site.yaml":
          "title: Interrupted \(word)\ntheme: plain\ncontact: {email: office@example.edu}\ndirectory: {page_size: 4}\n"
      ]
      for number in 1...mentors {
        files["content/mentors/\(word)-\(number).md"] = "---\nname: Person \(word) \(number)\nindustry: \(word)\n---\n"
        files["content/mentors/kept-\(number).md"] = "---\nname: Kept \(number)\nheadline: \(word)\n---\n"
      }
      return files
    }

    static func site(_ files: [String: String]) throws -> ScratchFolder {
      let folder = try ScratchFolder()
      for (path, text) in files { try folder.write(text, to: path) }
      try FileManager.default.copyItem(atPath: RepositoryPaths.fixtures + "/themes", toPath: folder.path + "/themes")
      let run = try CommandRun.mentorbook(InterruptionTests.build, in: folder.path)
      try #require(run.exitCode == 0, "\(run.errors)")
      return folder
    }
  }

  static let build = ["build", "--as-of", "2027-03-01", "--jobs", "2"]

  /// How a run begins, and with what options it is run.
  enum Scenario: String, CaseIterable, Sendable {
    case first = "a first build"
    case incremental = "a build over an earlier site"
    case clean = "a clean build over an earlier site"
  }

  /// System calls at which to kill, with how many of them to try in each scenario.
  static let calls = [
    "openat", "write", "rename,renameat,renameat2", "unlink,unlinkat,rmdir", "mkdir,mkdirat", "close",
  ]

  static let hasTracer = FileManager.default.isExecutableFile(atPath: "/usr/bin/strace")

  @Test(
    "A kill at any system call leaves whole files only, and the next build mends the site", arguments: Scenario.allCases
  )
  func killed(_ scenario: Scenario) throws {
    let versions = try Versions()
    var kills = 0
    for (number, call) in Self.calls.enumerated() {
      for point in Self.points(call, scenario: scenario) {
        let folder = try Self.prepared(scenario, versions)
        let run = try Self.runAndKill(call, point, scenario: scenario, in: folder)
        if run.exitCode == 0 { break }
        kills += 1
        try Self.examine(folder, versions, scenario, "\(call) \(point)")
      }
      if !Self.hasTracer && number > 0 { break }
    }
    #expect(kills >= (Self.hasTracer ? 9 : 1), "\(scenario): \(kills)")
  }

  /// The numbers of the calls to kill at. Reading the content comes before the first file is written, so that late
  /// calls of `openat` and `close` are the ones of interest.
  private static func points(_ call: String, scenario: Scenario) -> [Int] {
    guard hasTracer else { return Array(1...25) }
    switch call {
    case "openat", "close": return [75, 100]
    case "write": return [1, 3, 11]
    case "rename,renameat,renameat2": return scenario == .incremental ? [1, 2, 9] : [1, 2]
    case "unlink,unlinkat,rmdir": return [1, 2, 7]
    default: return [1, 4]
    }
  }

  private static func prepared(_ scenario: Scenario, _ versions: Versions) throws -> ScratchFolder {
    let folder = try ScratchFolder()
    for (path, text) in Versions.newFiles { try folder.write(text, to: path) }
    try FileManager.default.copyItem(atPath: RepositoryPaths.fixtures + "/themes", toPath: folder.path + "/themes")
    if scenario != .first {
      // With its times, for the notes of the earlier build hold them.
      let copy = try CommandRun.run("/bin/cp", ["-a", versions.oldSite.path + "/output", folder.path + "/"], in: "/")
      try #require(copy.exitCode == 0)
    }
    return folder
  }

  private static func runAndKill(_ call: String, _ point: Int, scenario: Scenario, in folder: ScratchFolder) throws
    -> CommandRun
  {
    let arguments = build + (scenario == .clean ? ["--clean"] : [])
    if hasTracer {
      return try CommandRun.run(
        "/usr/bin/strace",
        ["-f", "-qq", "-o", "/dev/null", "-e", "trace=\(call)", "-e", "inject=\(call):signal=SIGKILL:when=\(point)"]
          + [RepositoryPaths.command] + arguments, in: folder.path)
    }
    return try CommandRun.run(
      "/usr/bin/timeout", ["-s", "KILL", "0.\(point < 10 ? "0" : "")\(point)", RepositoryPaths.command] + arguments,
      in: folder.path)
  }

  private static func examine(
    _ folder: ScratchFolder, _ versions: Versions, _ scenario: Scenario, _ point: String
  ) throws {
    let left = folder.files(in: "output")
    for (path, bytes) in left.files where !path.hasSuffix(FileWriting.temporarySuffix) && !path.hasPrefix(".") {
      #expect(
        bytes == versions.old.files[path] || bytes == versions.new.files[path],
        "\(scenario.rawValue), \(point): \(path)")
    }
    if scenario == .clean {
      // One step puts the new site in the place of the old: there is never a mixture.
      let published = left.published
      #expect(published == versions.old || published == versions.new, "\(point)")
    }
    if scenario == .first { #expect(left.published.files.isEmpty || left.published == versions.new, "\(point)") }
    let again = try CommandRun.mentorbook(build, in: folder.path)
    #expect(again.exitCode == 0, "\(scenario.rawValue), \(point): \(again.errors)")
    #expect(
      folder.files(in: "output").published.differences(from: versions.new) == [], "\(scenario.rawValue), \(point)")
    let litter = try FileReading.tree(of: folder.path, includingHidden: true)
      .filter { $0.path.hasSuffix(FileWriting.temporarySuffix) }
    #expect(litter == [], "\(scenario.rawValue), \(point)")
  }

  @Test(
    "A write, rename or removal that the system refuses ends with 3 and whole files only, and the next build mends the site",
    arguments: [
      ("write", "ENOSPC"), ("write", "EIO"), ("rename,renameat,renameat2", "EACCES"), ("unlink,unlinkat", "EPERM"),
      ("mkdir,mkdirat", "EDQUOT"), ("flock", "EIO"),
    ])
  func refused(_ call: String, _ error: String) throws {
    guard Self.hasTracer else { return }
    let versions = try Versions()
    for (scenario, point) in [(Scenario.incremental, 3), (.clean, 2)] {
      let folder = try Self.prepared(scenario, versions)
      let run = try CommandRun.run(
        "/usr/bin/strace",
        ["-f", "-qq", "-o", "/dev/null", "-e", "trace=\(call)", "-e", "inject=\(call):error=\(error):when=\(point)"]
          + [RepositoryPaths.command] + Self.build + (scenario == .clean ? ["--clean"] : []), in: folder.path)
      // Some scenarios make no such call as often; then the build is whole.
      if run.exitCode == 0 { continue }
      #expect(run.exitCode == 3, "\(scenario.rawValue): \(run.errors)")
      // Where the message itself can't be written, the exit code alone tells.
      #expect(run.errors.isEmpty && call == "write" || run.errors.hasPrefix("mentorbook: can't "), "\(run.errors)")
      try Self.examine(folder, versions, scenario, "\(call) \(error)")
    }
  }

  @Test(
    "A disk that is full leaves the old site whole, and the build that has room again goes on",
    arguments: [false, true])
  func diskFull(_ isClean: Bool) throws {
    let folder = try ScratchFolder()
    let mount = try CommandRun.run(
      "/bin/bash", ["-c", "mkdir disk && mount -t tmpfs -o size=1m tmpfs disk"], in: folder.path)
    // Only root may mount; elsewhere the refused calls above stand for it.
    guard mount.exitCode == 0 else { return }
    defer { _ = try? CommandRun.run("/bin/umount", [folder.path + "/disk"], in: "/") }
    for (path, text) in Versions.oldFiles { try folder.write(text, to: path) }
    try FileManager.default.copyItem(atPath: RepositoryPaths.fixtures + "/themes", toPath: folder.path + "/themes")
    let arguments = Self.build + ["--output", "disk/site"] + (isClean ? ["--clean"] : [])
    #expect(try CommandRun.mentorbook(arguments, in: folder.path).exitCode == 0)
    let old = folder.files(in: "disk/site").published
    try folder.write(String(repeating: "x", count: 3_000_000), to: "content/static/large.txt")
    let run = try CommandRun.mentorbook(arguments, in: folder.path)
    #expect(run.exitCode == 3)
    #expect(run.errors.contains("No space left on device"))
    #expect(folder.files(in: "disk/site").published.differences(from: old) == [])
    try FileManager.default.removeItem(atPath: folder.path + "/content/static")
    #expect(try CommandRun.mentorbook(arguments, in: folder.path).exitCode == 0)
    #expect(folder.files(in: "disk/site").published.differences(from: old) == [])
  }

  @Test("An output that may not be written to is a refusal in words, with 3")
  func unwritable() throws {
    let folder = try Versions.site(Versions.oldFiles)
    // For root nothing is unwritable; it runs the command as nobody.
    let isRoot = getuid() == 0
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path)
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path) }
    let arguments = Self.build + ["--output", "elsewhere"]
    let run =
      try isRoot
      ? CommandRun.run(
        "/usr/bin/setpriv", ["--reuid=65534", "--clear-groups", RepositoryPaths.command] + arguments, in: folder.path)
      : CommandRun.mentorbook(arguments, in: folder.path)
    #expect(run.exitCode == 3, "\(run.errors)")
    #expect(run.errors.contains("Permission denied"))
  }

  @Test("Two builds at the same time: one writes, the other is refused or comes after, and the site is whole")
  func concurrent() async throws {
    let versions = try Versions()
    let folder = try Self.prepared(.incremental, versions)
    let codes = await withTaskGroup(of: Int32.self) { group in
      for _ in 0..<4 {
        group.addTask { (try? CommandRun.mentorbook(Self.build, in: folder.path).exitCode) ?? -1 }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(codes.contains(0))
    #expect(codes.allSatisfy { $0 == 0 || $0 == 3 }, "\(codes)")
    #expect(folder.files(in: "output").published.differences(from: versions.new) == [])
  }
}
