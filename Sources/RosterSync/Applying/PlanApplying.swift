import Files
import Parallelism
import Programs

/// Puts a plan's files in place, so that whatever ends the run, the next one gets to where this one was going.
///
/// 1. Every new text is written to `.sync/stage/` and made durable. Until here nothing can be seen of the run.
/// 2. `.sync/next.json` says where the run is going. It is for the run after a run that was killed.
/// 3. Each file is read once more. If it is still what the plan was made from, the staged one takes its place; if an
///    editor has saved it since, be it in that very moment, it is left alone and looked at again in the next run.
/// 4. The folders are made durable, and last the state.
struct PlanApplying {
  let folder: SyncFolder
  let contentFolder: String
  let known: KnownState
  let workers: Workers

  /// What was done.
  struct Applied: Sendable {
    /// The files that changed, as paths below `content/`.
    var written: [String] = []
    /// Those that an editor saved in the meantime.
    var skipped: [String] = []
  }

  /// Why nothing, or not everything, was done.
  enum Failure: Error {
    case stopped(StopSignal)
    case system(FileProblem)
  }

  /// - Parameter signal: asked until the first file is put in place; from then on a run is ended by finishing it.
  func apply(_ plan: SyncPlan, isApproved: Bool, signal: () -> StopSignal?) throws(Failure) -> Applied {
    if plan.isStateSame, known.pending == nil { return Applied() }
    defer { try? FileWriting.removeTree(folder.stage) }
    do throws(FileProblem) {
      try prepare()
      try stage(plan)
    } catch {
      throw .system(error)
    }
    if let signal = signal() { throw .stopped(signal) }
    do throws(FileProblem) {
      try announce(plan, isApproved: isApproved)
      let applied = try putInPlace(plan.files)
      try finish(plan.state, applied)
      return applied
    } catch {
      throw .system(error)
    }
  }

  private var stagedState: String { folder.stage + "/state" }

  private func staged(_ index: Int) -> String { folder.stage + "/\(index)" }

  // MARK: - Steps

  private func prepare() throws(FileProblem) {
    try FileWriting.makeFolder(folder.path)
    try FileWriting.removeTree(folder.stage)
    try FileWriting.makeFolder(folder.stage)
    let ignored = Array("/key\n/next.json\n/stage/\n/cache.json\n".utf8)
    if (try? FileReading.bytes(of: folder.ignored)) != ignored {
      try FileWriting.replace(folder.ignored, with: ignored)
    }
    if let key = known.newKey {
      try FileWriting.stage(folder.stage + "/key", key + [0x0A], mode: 0o600)
      try FileWriting.move(folder.stage + "/key", to: folder.key)
    }
    try FileWriting.makeFolder(contentFolder + "/mentors")
  }

  private func stage(_ plan: SyncPlan) throws(FileProblem) {
    let files = plan.files
    let problems = workers.map(files.count) { index -> FileProblem? in
      guard let bytes = files[index].after else { return nil }
      let mode = FileReading.mode(of: contentFolder + "/" + files[index].contentPath) ?? 0o644
      do throws(FileProblem) {
        try FileWriting.stage(staged(index), bytes, mode: mode)
        return nil
      } catch {
        return error
      }
    }
    if let problem = problems.lazy.compactMap(\.self).first { throw problem }
    try FileWriting.stage(stagedState, StateWriting.bytes(plan.state, key: known.key))
  }

  /// Says where the run is going.
  private func announce(_ plan: SyncPlan, isApproved: Bool) throws(FileProblem) {
    var next = plan.state
    next.isApproved = isApproved
    try FileWriting.stage(folder.stage + "/next", StateWriting.bytes(next, key: known.key))
    try FileWriting.move(folder.stage + "/next", to: folder.next)
    try FileWriting.syncFolder(folder.path)
  }

  private func putInPlace(_ files: [FileChange]) throws(FileProblem) -> Applied {
    var applied = Applied()
    var folders: Set<String> = []
    for (index, change) in files.enumerated() {
      let path = FileReading.target(of: contentFolder + "/" + change.contentPath)
      if try put(change, staged: staged(index), at: path) {
        applied.written.append(change.contentPath)
        folders.insert(path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/"))
      } else {
        try FileWriting.removeFile(staged(index))
        applied.skipped.append(change.contentPath)
      }
    }
    for folder in folders.sorted() { try FileWriting.syncFolder(folder.isEmpty ? "/" : folder) }
    return applied
  }

  /// - Returns: whether the file was still the one that the plan was made from.
  private func put(_ change: FileChange, staged: String, at path: String) throws(FileProblem) -> Bool {
    guard let before = change.before else { return try FileWriting.moveIfFree(staged, to: path) }
    do throws(FileProblem) {
      guard try mark(of: path) == before else { return false }
      guard let after = change.after else { return try remove(path, by: staged, if: before) }
      return try replace(path, by: staged, if: before, after: ProfileFile.mark(of: after))
    } catch {
      if error.isMissing { return false }
      throw error
    }
  }

  /// Changes places with the staged file, and back if an editor has saved it since it was read.
  private func replace(
    _ path: String, by staged: String, if before: UInt64, after: UInt64
  ) throws(FileProblem) -> Bool {
    guard try FileWriting.exchange(staged, with: path) else {
      try FileWriting.move(staged, to: path)
      return true
    }
    if try mark(of: staged) == before {
      try FileWriting.removeFile(staged)
      return true
    }
    _ = try FileWriting.exchange(staged, with: path)
    // Saved once more meanwhile: then that is the newest.
    if try mark(of: staged) != after { _ = try FileWriting.exchange(staged, with: path) }
    return false
  }

  /// Takes a file away, and puts it back if an editor has saved it since it was read.
  private func remove(_ path: String, by staged: String, if before: UInt64) throws(FileProblem) -> Bool {
    try FileWriting.move(path, to: staged)
    if try mark(of: staged) == before {
      try FileWriting.removeFile(staged)
      return true
    }
    // Where it was saved once more meanwhile, that is the newest.
    _ = try FileWriting.moveIfFree(staged, to: path)
    return false
  }

  private func mark(of path: String) throws(FileProblem) -> UInt64 {
    ProfileFile.mark(of: try FileReading.bytes(of: path))
  }

  /// The state comes last: what it says is true by then.
  private func finish(_ state: SyncState, _ applied: Applied) throws(FileProblem) {
    if !applied.skipped.isEmpty {
      try FileWriting.stage(stagedState, StateWriting.bytes(without(applied.skipped, state), key: known.key))
    }
    try FileWriting.move(stagedState, to: folder.state)
    try FileWriting.removeFile(folder.next)
    try FileWriting.syncFolder(folder.path)
  }

  /// The state in which some people are as they were before, to be looked at again.
  private func without(_ skipped: [String], _ state: SyncState) -> SyncState {
    let slugs = Set(skipped.compactMap { $0.split(separator: "/").last.map { String($0.dropLast(3)) } })
    var state = state
    state.people.removeAll { slugs.contains($0.slug) }
    for var person in known.state.people where slugs.contains(person.slug) {
      person.seen = 0
      person.base += Array(repeating: .none, count: max(0, state.fields.count - person.base.count))
      state.people.append(person)
    }
    state.people.sort { $0.id < $1.id }
    return state
  }
}
