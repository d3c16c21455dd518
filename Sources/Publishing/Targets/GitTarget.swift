import Files

struct GitTarget: PublishTarget {
  let address: String
  let branch: String
  let force: Bool
  let work: String
  let git: Program

  var place: String { "\(address) \(branch)" }

  private var repository: String { work + "/repository" }
  private var reference: String { "refs/heads/\(branch)" }
  /// What the branch was when the run began.
  private static let published = "refs/published"

  // MARK: - Looking

  func look() async throws(PublishProblem) -> TargetState { try await look(depth: 1) }

  private func look(depth: Int) async throws(PublishProblem) -> TargetState {
    do throws(FileProblem) { try FileWriting.removeTree(repository) } catch { throw .target(error) }
    try await git.run(["init", "--quiet", "--bare", repository])
    guard try await head() != nil else { return .empty }
    try await run([
      "fetch", "--progress", "--no-tags", "--depth=\(depth)", address, "+\(reference):\(Self.published)",
    ])
    let record = try await run(["cat-file", "blob", "\(Self.published):\(PublishRecord.name)"], accepting: [0, 128])
    if record.code == 0 { return TargetState(record: record.output) }
    let names = try await run(["ls-tree", "-z", "--name-only", Self.published]).text.split(separator: "\0")
    let foreign = names.first { !$0.hasPrefix(".") && !Self.welcome.contains(String($0)) }
    return foreign.map { .foreign(example: String($0)) } ?? .empty
  }

  /// What a branch may have before the first site.
  private static let welcome: Set<String> = ["CNAME", "README.md", "README", "LICENSE"]

  /// The commit that the branch is at; nil when there is no such branch.
  private func head() async throws(PublishProblem) -> String? {
    let result = try await run(["ls-remote", "--exit-code", address, reference], accepting: [0, 2])
    return result.code == 0 ? result.text.prefix { $0 != "\t" }.description : nil
  }

  @discardableResult
  private func run(
    _ arguments: [String], input: [UInt8] = [], in folder: String? = nil, accepting codes: Set<Int> = [0],
    index: String = "index"
  ) async throws(PublishProblem) -> Program.Result {
    var git = git
    git.environment["GIT_DIR"] = .some(repository)
    git.environment["GIT_INDEX_FILE"] = .some("\(work)/\(index)")
    let settings = ["core.autocrlf=false", "core.quotePath=false", "gc.auto=0", "commit.gpgSign=false"]
    return try await git.run(settings.flatMap { ["-c", $0] } + arguments, input: input, in: folder, accepting: codes)
  }

  // MARK: - Publishing

  func publish(_ plan: PublishPlan) async throws(PublishFailure) {
    let parent: String?
    let commit: String?
    do throws(PublishProblem) {
      let found = try await run(["rev-parse", "--verify", "--quiet", Self.published], accepting: [0, 1])
      parent = found.code == 0 ? Self.line(found) : nil
      commit = try await self.commit(plan, onto: parent)
    } catch {
      throw PublishFailure(problem: error, isOldShown: true)
    }
    if let commit { try await push(commit, onto: parent) }
  }

  /// Makes the commit; nil when the branch has all of it already.
  private func commit(_ plan: PublishPlan, onto parent: String?) async throws(PublishProblem) -> String? {
    do throws(FileProblem) { try FileWriting.removeFile("\(work)/index") } catch { throw .target(error) }
    if let parent { try await run(["read-tree", parent]) }
    let paths = plan.site.files.map(\.path)
    let objects = try await run(
      ["hash-object", "-w", "--no-filters", "--stdin-paths"], input: Array((paths.joined(separator: "\n") + "\n").utf8),
      in: plan.site.absolute
    ).text.split(separator: "\n")
    guard objects.count == paths.count else { throw .notAsSent(count: paths.count - objects.count, example: paths[0]) }
    var lines = ""
    // What leaves goes first, for a file may now have the name of a folder.
    for file in plan.removals + plan.expired { lines += "0 \(String(repeating: "0", count: 40))\t\(file.path)\0" }
    for (path, object) in zip(paths, objects) { lines += "100644 \(object)\t\(path)\0" }
    lines += "100644 \(try await blob(plan.next.bytes))\t\(PublishRecord.name)\0"
    // Without it, GitHub Pages leaves out whatever begins with an underscore.
    lines += "100644 \(try await blob([]))\t.nojekyll\0"
    try await run(["update-index", "-z", "--index-info"], input: Array(lines.utf8))
    let tree = Self.line(try await run(["write-tree"]))
    if let parent, Self.line(try await run(["rev-parse", "\(parent)^{tree}"])) == tree { return nil }
    return try await commit(tree, of: plan, onto: parent)
  }

  private func commit(_ tree: String, of plan: PublishPlan, onto parent: String?) async throws(PublishProblem) -> String
  {
    let message = "Publish the site as of \(plan.site.asOf.utcExtended)\n\nRelease \(plan.site.release)\n"
    let parents = force ? [] : parent.map { ["-p", $0] } ?? []
    return Self.line(try await run(["commit-tree", tree] + parents, input: Array(message.utf8)))
  }

  private func push(_ commit: String, onto parent: String?) async throws(PublishFailure) {
    let lease = force ? ["--force-with-lease=\(reference):\(parent ?? "")"] : []
    do throws(PublishProblem) {
      try await run(["push", "--progress"] + lease + [address, "\(commit):\(reference)"])
    } catch {
      // The connection may have broken before the push or after it.
      let head: String?
      do throws(PublishProblem) {
        head = try await self.head()
      } catch let other {
        _ = other
        throw PublishFailure(problem: error, isOldShown: false)
      }
      if head == commit { return }
      throw PublishFailure(problem: head == parent ? error : .overtaken, isOldShown: true)
    }
  }

  private func blob(_ bytes: [UInt8]) async throws(PublishProblem) -> String {
    Self.line(try await run(["hash-object", "-w", "--no-filters", "--stdin"], input: bytes))
  }

  private static func line(_ result: Program.Result) -> String { result.text[...].trimmed }

  func copies(of files: [SiteFile], in folder: String) async throws(PublishProblem) -> String {
    try await run(["read-tree", Self.published], index: "earlier-index")
    // It ends with 1 where a name is not there.
    try await run(
      ["--work-tree=\(folder)", "checkout-index", "--quiet", "-z", "--stdin"],
      input: files.flatMap { Array($0.path.utf8) + [0] }, in: folder, accepting: [0, 1], index: "earlier-index")
    return folder
  }

  // MARK: - Earlier sites

  /// How many publications back a rollback looks.
  private static let memory = 50

  func earlier(than record: PublishRecord) async throws(PublishProblem) -> (site: SiteOutput, record: PublishRecord) {
    _ = try await look(depth: Self.memory)
    let commits = try await run(["rev-list", "--first-parent", "--max-count=\(Self.memory)", Self.published])
    for commit in commits.text.split(separator: "\n").dropFirst() {
      let found = try await run(["cat-file", "blob", "\(commit):\(PublishRecord.name)"], accepting: [0, 128])
      guard found.code == 0, let earlier = try? PublishRecord(found.output), earlier.first < record.first,
        earlier.release != record.release
      else { continue }
      let folder = "\(work)/earlier"
      do throws(FileProblem) {
        try FileWriting.removeTree(folder)
        try FileWriting.makeFolder(folder)
        try FileWriting.removeFile("\(work)/earlier-index")
      } catch {
        throw .target(error)
      }
      try await run(["read-tree", String(commit)], index: "earlier-index")
      try await run(["--work-tree=\(folder)", "checkout-index", "--all"], in: folder, index: "earlier-index")
      return (SiteOutput(release: folder, record: earlier), earlier)
    }
    throw .nothingEarlier
  }

  func tidy() throws(PublishProblem) {
    do throws(FileProblem) {
      for name in ["repository", "earlier"] { try FileWriting.removeTree("\(work)/\(name)") }
      for name in ["index", "earlier-index"] { try FileWriting.removeFile("\(work)/\(name)") }
    } catch {
      throw .target(error)
    }
  }
}

extension Substring {
  /// The text without white space at its ends.
  fileprivate var trimmed: String {
    var text = self
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text.drop { $0.isWhitespace })
  }
}
