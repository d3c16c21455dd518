import Files
import Hypertext

/// The folder that a site is written to, and the promise that it is never half of one.
///
/// 1. `open` looks at what is there. Nothing, or a wish for a clean build: everything goes into a folder beside it, and
///    one rename puts the whole site in place. An earlier site of ours: files are replaced one by one, each whole.
///    Something else: it is refused, for the last step removes files.
/// 2. `OutputWriter.write` puts one file in place, or sees that it is there already. It may be called from many threads.
/// 3. `finish` removes what no page owns, notes what was written, and puts a new site in place.
///
/// A run that is killed leaves either the old site or a mixture of whole old and new files, and the next run mends the
/// mixture: a file counts as written only if its size and time are those that the manifest noted.
struct OutputFolder: ~Copyable {
  /// The folder as the caller named it.
  let path: String
  /// Where files are written: `path`, or the folder beside it.
  private let root: String
  private let previous: Manifest
  private let isStaged: Bool
  private let replacesOld: Bool
  private let lock: FolderLock
  /// The lock of the old site, where a new one takes its place.
  private let oldLock: FolderLock?

  /// Why an output folder can't be used.
  enum Refusal: Error {
    /// Files lie in it that no build of ours wrote.
    case foreign(path: String)
    /// Another build is writing to it.
    case busy(path: String)
    /// The system said no.
    case system(FileProblem)
  }

  // MARK: - 1. Open

  /// Takes an output folder for one build.
  static func open(_ path: String, isClean: Bool) throws(Refusal) -> OutputFolder {
    let path = withoutTrailingSlashes(path)
    let contents = contents(of: path)
    let manifest = Manifest(folder: path)
    if manifest == nil, !contents.isEmpty { throw .foreign(path: path) }
    let canStage = FolderSwitching.canBeReplaced(path)
    let isStaged = canStage && (isClean || contents.isEmpty)
    let root = isStaged ? path + FileWriting.temporarySuffix : path
    do throws(FileProblem) {
      try FileWriting.makeFolder(root)
      let lock = try FolderLock(root)
      if isStaged {
        // What a killed run left there; the lock says that it is not running any more.
        for name in Self.contents(of: root) { try FileWriting.removeTree("\(root)/\(name)") }
      } else {
        removeLeftover(beside: path)
        if manifest == nil {
          // From the first file on the folder is known as ours, so that a killed first build can be gone on with.
          try FileWriting.replace("\(root)/\(Manifest.name)", with: Manifest(entries: [:]).bytes)
        }
      }
      let replacesOld = isStaged && manifest != nil
      let oldLock: FolderLock? = replacesOld ? try FolderLock(path) : nil
      return OutputFolder(
        path: path, root: root, previous: isStaged ? Manifest(entries: [:]) : manifest ?? Manifest(entries: [:]),
        isStaged: isStaged, replacesOld: replacesOld, lock: lock, oldLock: oldLock)
    } catch {
      throw error.isHeldByAnother ? .busy(path: path) : .system(error)
    }
  }

  /// What a run left beside the folder that was killed before, or just after, its site was in place.
  private static func removeLeftover(beside path: String) {
    let leftover = path + FileWriting.temporarySuffix
    // Whoever still works on it holds its lock.
    guard FileReading.kind(of: leftover) == .folder, let lock = try? FolderLock(leftover) else { return }
    try? FileWriting.removeTree(leftover)
    _ = consume lock
  }

  private static func withoutTrailingSlashes(_ path: String) -> String {
    var path = path[...]
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return String(path)
  }

  private static func contents(of folder: String) -> [String] {
    (try? FileReading.names(in: folder)) ?? []
  }

  // MARK: - 2. Write

  /// What puts single files in place; it may be used from many threads.
  var writer: OutputWriter { OutputWriter(root: root, previous: previous, isStaged: isStaged) }

  // MARK: - 3. Finish

  /// Removes what no page owns, notes what is there and what is not, and puts a new site in place.
  ///
  /// - Returns: how many files were removed.
  consuming func finish(
    _ entries: [String: Manifest.Entry], note: Manifest.BuildNote, unpublished: UnpublishedNote
  ) throws(FileProblem) -> Int {
    let removed = isStaged ? 0 : try removeUnowned(entries)
    let manifest = Manifest(entries: entries, note: note).bytes
    unpublished.write(beside: path, of: manifest)
    try FileWriting.replace("\(root)/\(Manifest.name)", with: manifest)
    guard isStaged else { return removed }
    if replacesOld {
      try FolderSwitching.exchange(root, path)
      try FileWriting.removeTree(root)
    } else {
      try FolderSwitching.rename(root, to: path)
    }
    return removed
  }

  /// Gives up a site that was never put in place.
  consuming func discard() {
    if isStaged { try? FileWriting.removeTree(root) }
  }

  /// Names at the top that begin with a dot are the host's affair (`.git`, `.nojekyll`) and stay. What a link leads to
  /// lies elsewhere and is not ours to remove.
  private func removeUnowned(_ owned: [String: Manifest.Entry]) throws(FileProblem) -> Int {
    var removed = 0
    var folders: [String] = []
    for entry in try FileReading.tree(of: root, includingHidden: true, followingLinks: false) {
      let isLitter = entry.path.hasSuffix(FileWriting.temporarySuffix)
      if entry.path.hasPrefix(".") && !isLitter { continue }
      if entry.isFolder {
        folders.append(entry.path)
      } else if owned[entry.path] == nil, !isFolderOfPages(entry.path, owned) {
        try FileWriting.removeFile("\(root)/\(entry.path)")
        removed += isLitter ? 0 : 1
      }
    }
    for folder in folders.reversed() { FileWriting.removeFolderIfEmpty("\(root)/\(folder)") }
    return removed
  }

  /// Whether something is a link to a folder in which pages were written.
  private func isFolderOfPages(_ path: String, _ owned: [String: Manifest.Entry]) -> Bool {
    FileReading.kind(of: "\(root)/\(path)") == .folder && owned.keys.contains { $0.hasPrefix(path + "/") }
  }
}
