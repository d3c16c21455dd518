import Files
import FrontMatter

/// A folder on another machine, reached by `rsync` over `ssh`.
///
/// Three passes, each a run of `rsync`:
/// 1. what pages name, and pages that are new: nobody sees any of it yet;
/// 2. the pages that change, with the feed and the site map: `--delay-updates` sends them all, then renames them together;
/// 3. what leaves: by name, never by comparing folders, so that nothing else can be hit.
///
/// The record is written before the first pass and after the last.
struct RsyncSettings: TargetSettings {
  static let kind = "rsync"

  /// `user@host:/folder`, without a slash at its end.
  let place: String
  let port: Int?
  /// The private key's file; without it, the agent's or the user's own keys.
  let identity: String?
  /// The file that says which host has which key; without it, the user's own. An unknown host is never trusted.
  let knownHosts: String?

  init?(place: Located<String>, from fields: inout FieldReader) {
    var text = place.value[...]
    while text.hasSuffix("/") { text.removeLast() }
    port = fields.integer("port", in: 1...65_535)?.value
    identity = fields.text("identity")?.value
    knownHosts = fields.text("known_hosts")?.value
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    // A word that begins with a hyphen would be an option, and `host::module` is a protocol without encryption.
    guard parts.count == 2, !parts[0].isEmpty, !parts[0].hasPrefix("-"), !parts[0].contains("/"),
      parts[0].last != "@", parts[1].hasPrefix("/") || parts[1].hasPrefix("~/"), parts[1].count > 1
    else {
      fields.report(.remotePlace(place.value), at: place.range)
      return nil
    }
    self.place = String(text)
  }

  func target(in run: TargetWorkplace) -> any PublishTarget {
    var shell = ["ssh", "-o", "BatchMode=yes", "-o", "StrictHostKeyChecking=yes", "-o", "ConnectTimeout=20"]
    shell += ["-o", "ServerAliveInterval=15", "-o", "ServerAliveCountMax=4"]
    if let port { shell += ["-p", "\(port)"] }
    if let identity { shell += ["-i", run.options.resolved(identity), "-o", "IdentitiesOnly=yes"] }
    if let knownHosts { shell += ["-o", "UserKnownHostsFile=\(run.options.resolved(knownHosts))"] }
    return RsyncTarget(
      place: place, work: run.folder,
      rsync: Program(
        name: "rsync", package: "rsync", lock: run.folder + "/programs", patience: run.patience,
        signal: run.options.signal,
        environment: ["RSYNC_RSH": Self.words(shell), "RSYNC_PROTECT_ARGS": nil, "RSYNC_OLD_ARGS": nil],
        meanings: Self.meanings))
  }

  /// rsync(1), EXIT VALUES. When the other half gives up at once, its words are sometimes lost.
  private static let meanings = [
    5: "the other side refused to begin", 10: "the connection failed",
    11: "a file could not be written, as on a full disk", 12: "the connection broke", 20: "it was told to stop",
    23: "not everything could be sent", 24: "files vanished meanwhile", 30: "nothing came for too long",
    255: "ssh could not connect",
  ]

  /// The words as `rsync` takes them apart again: at spaces, unless there are quotes.
  private static func words(_ words: [String]) -> String {
    words.map { word in
      word.contains { $0 == " " || $0 == "'" || $0 == "\"" } ? "'\(word.replacing("'", with: "''"))'" : word
    }.joined(separator: " ")
  }
}

struct RsyncTarget: PublishTarget, SharedPlace {
  let place: String
  let work: String
  let rsync: Program

  // MARK: - Looking

  func look() async throws(PublishProblem) -> TargetState {
    if let record = try await record() { return TargetState(record: record) }
    let names = try await listing(of: place)
    return names.first { !$0.hasPrefix(".") }.map { .foreign(example: $0) } ?? .empty
  }

  func record() async throws(PublishProblem) -> [UInt8]? {
    let copy = "\(work)/\(PublishRecord.name)"
    do throws(FileProblem) { try FileWriting.removeFile(copy) } catch { throw .target(error) }
    // A folder that is missing makes it end with 23 all the same.
    let result = try await rsync.run(
      common + ["--ignore-missing-args", "\(place)/\(PublishRecord.name)", "\(work)/"], accepting: [0, 23])
    guard FileReading.kind(of: copy) == .file else {
      if result.code == 23, !Self.isMissing(result) {
        throw .program(name: rsync.name, ending: "ended with 23", lines: Secrets().lastLines(result.errors))
      }
      return nil
    }
    do throws(FileProblem) { return try FileReading.bytes(of: copy) } catch { throw .target(error) }
  }

  private func listing(of folder: String) async throws(PublishProblem) -> [String] {
    let result = try await rsync.run(common + ["--list-only", "\(folder)/"], accepting: [0, 23])
    guard result.code == 0 || Self.isMissing(result) else {
      throw .program(name: rsync.name, ending: "ended with 23", lines: Secrets().lastLines(result.errors))
    }
    // `drwxr-xr-x          4,096 2026/11/24 12:01:00 name`
    return result.text.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: " ", maxSplits: 4, omittingEmptySubsequences: true)
      return parts.count == 5 ? String(parts[4]) : nil
    }.filter { $0 != "." }
  }

  private static func isMissing(_ result: Program.Result) -> Bool {
    String(decoding: result.errors, as: UTF8.self).contains("No such file or directory")
  }

  // MARK: - Publishing

  /// Arguments of every run.
  private var common: [String] { ["-s", "--timeout=\(rsync.patience)"] }
  /// Arguments of a run that may take long: it tells how far it is.
  private var telling: [String] { common + ["--info=progress2,del", "--outbuf=L"] }
  private var sending: [String] {
    telling + [
      "--recursive", "--from0", "--files-from=-", "--times", "--checksum", "--chmod=D755,F644",
      "--temp-dir=\(Self.incoming)",
    ]
  }

  /// Where files are at the target until they are whole. `rsync` removes them even when the connection breaks; only when
  /// its other half is killed over there, the next run has to.
  private static let incoming = ".mentorbook-incoming"
  /// Where `--delay-updates` keeps whole files, beside their places, until all have come.
  private static let delayed = ".~tmp~"

  func publish(_ plan: PublishPlan) async throws(PublishFailure) {
    let new = plan.additions.filter { $0.order != .announcement }
    let parts = plan.changes.filter { $0.order == .part }
    let late =
      (plan.additions + plan.changes).filter { $0.order == .announcement } + plan.changes.filter { $0.order == .page }
    do throws(PublishProblem) {
      try await prepare()
      try await write(plan.underway)
    } catch {
      throw PublishFailure(problem: error, isOldShown: true)
    }
    do throws(PublishProblem) {
      try await send(new, from: plan.site, [])
      try await stillOurs(plan, sent: new)
      try await send(parts, from: plan.site, [])
    } catch {
      // New files have come, and none of them is named by a page that was there before.
      throw PublishFailure(problem: await cause(of: error, plan, sent: new + parts), isOldShown: true)
    }
    do throws(PublishProblem) {
      try await send(late, from: plan.site, ["--delay-updates"])
      try await remove(
        (plan.removals + plan.expired).map(\.path), staying: Set(plan.next.files.keys).union(plan.next.kept.keys))
      if plan.isResumption { try await removeLeftovers(of: plan) }
      try await stillOurs(plan, sent: new + parts + late + plan.removals)
      try await write(plan.next)
    } catch {
      let cause = await cause(of: error, plan, sent: new + parts + late + plan.removals)
      throw PublishFailure(problem: cause, isOldShown: late.isEmpty && plan.removals.isEmpty)
    }
  }

  private func send(_ files: [SiteFile], from site: SiteOutput, _ options: [String]) async throws(PublishProblem) {
    guard !files.isEmpty else { return }
    try await rsync.run(
      sending + options + ["\(site.absolute)/", "\(place)/"], input: Self.list(files.map(\.path)))
  }

  /// What a run that was cut off left at the target beside the site.
  private func removeLeftovers(of plan: PublishPlan) async throws(PublishProblem) {
    let unsure = (plan.previous?.files.values.map { $0 } ?? []).filter { $0.digest == PublishRecord.unsure }
    let delayed = unsure.map { file in
      (file.path.split(separator: "/").dropLast() + [Self.delayed[...]]).joined(separator: "/") + "/"
        + (file.path.split(separator: "/").last ?? "")
    }
    try await remove(delayed, staying: Set(plan.next.files.keys).union(plan.next.kept.keys))
  }

  func tidy() async throws(PublishProblem) {
    let left = try await listing(of: "\(place)/\(Self.incoming)").map { "\(Self.incoming)/\($0)" }
    try await remove(left, staying: [])
  }

  /// Removes files by name, and the folders that are empty then.
  private func remove(_ files: [String], staying paths: Set<String>) async throws(PublishProblem) {
    guard !files.isEmpty else { return }
    try await removeNamed(files, accepting: [0])
    let emptied = Self.folders(of: files).subtracting(Self.folders(of: paths)).subtracting([Self.incoming])
    // Deepest first. What is not empty, because something else lies there, stays.
    for depth in Set(emptied.map(Self.depth)).sorted(by: >) {
      try await removeNamed(emptied.filter { Self.depth($0) == depth }.sorted(), accepting: [0, 23])
    }
  }

  /// Names that a folder here lacks are taken for what is to be removed there; a folder only when it is empty. Those that
  /// they lie in have to be here.
  private func removeNamed(_ names: [String], accepting codes: Set<Int>) async throws(PublishProblem) {
    let nothing = "\(work)/nothing"
    do throws(FileProblem) {
      try FileWriting.removeTree(nothing)
      try FileWriting.makeFolder(nothing)
      for parent in Self.folders(of: names).sorted() { try FileWriting.makeFolder("\(nothing)/\(parent)") }
    } catch {
      throw .target(error)
    }
    try await rsync.run(
      telling + [
        "--recursive", "--from0", "--files-from=-", "--delete-missing-args", "--max-delete=\(names.count)",
        "\(nothing)/", "\(place)/",
      ], input: Self.list(names), accepting: codes)
  }

  func write(_ record: PublishRecord) async throws(PublishProblem) {
    let copy = "\(work)/\(PublishRecord.name)"
    do throws(FileProblem) { try FileWriting.replace(copy, with: record.bytes) } catch { throw .target(error) }
    try await rsync.run(
      common + ["--checksum", "--chmod=F644", "--temp-dir=\(Self.incoming)", copy, "\(place)/"])
  }

  /// Makes the folder for what is under way, where it is missing.
  private func prepare() async throws(PublishProblem) {
    let head = "\(work)/head"
    do throws(FileProblem) { try FileWriting.makeFolder("\(head)/\(Self.incoming)") } catch { throw .target(error) }
    try await rsync.run(common + ["--recursive", "--mkpath", "--chmod=D755", "\(head)/", "\(place)/"])
  }

  func copies(of files: [SiteFile], in folder: String) async throws(PublishProblem) -> String {
    try await rsync.run(
      telling + ["--from0", "--files-from=-", "--ignore-missing-args", "\(place)/", "\(folder)/"],
      input: Self.list(files.map(\.path)))
    return folder
  }

  func earlier(than record: PublishRecord) throws(PublishProblem) -> (site: SiteOutput, record: PublishRecord) {
    throw .noRollback(kind: RsyncSettings.kind)
  }

  // MARK: - Lists

  private static func list(_ paths: [String]) -> [UInt8] { paths.flatMap { Array($0.utf8) + [0] } }

  private static func folders(of paths: some Sequence<String>) -> Set<String> {
    var folders: Set<String> = []
    for path in paths {
      var parts = path.split(separator: "/").dropLast()
      while !parts.isEmpty, folders.insert(parts.joined(separator: "/")).inserted { parts.removeLast() }
    }
    return folders
  }

  private static func depth(_ path: String) -> Int { path.utf8.count { $0 == UInt8(ascii: "/") } }
}
