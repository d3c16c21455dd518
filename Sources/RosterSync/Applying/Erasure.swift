import Files
import Scheduling

/// What an erasure removed, what is left to do, and what can't be done from here.
public struct ErasureReceipt: Sendable {
  /// What is gone.
  public var removed: [String] = []
  /// Files that still say something of the person, which somebody has to look at.
  public var mentions: [String] = []
  /// Whether the id is known, so that a roster can't bring the person back.
  public var isSuppressed = false

  /// The receipt in words.
  public var text: String {
    var text = removed.isEmpty ? "nothing was there to remove\n" : "removed:\n"
    text += removed.map { "  \($0)\n" }.joined()
    text +=
      isSuppressed
      ? "kept: a keyed hash of the id, so that no roster brings the person back\n"
      : "not kept out: no id is known; erase by the university's id to keep a roster from bringing the person\n"
    if !mentions.isEmpty {
      text += "to look at, for they may say something of the person:\n" + mentions.map { "  \($0)\n" }.joined()
    }
    text += """
      to do: mentorbook build, and publish; old releases are removed as the publishing settings say
      can't be done from here: the history of git (git filter-repo), copies in a content delivery network until they
      expire, what search engines and visitors have saved

      """
    return text
  }
}

extension RosterSync {
  /// Removes a person for good.
  ///
  /// The suppression is made durable first: whatever interrupts the rest, no run brings the person back, and erasing
  /// again goes on with it.
  /// - Parameter name: the university's id, or the name of the profile's file.
  public static func erase(_ name: String, _ options: SyncOptions) throws(SyncStop) -> ErasureReceipt {
    let folder = SyncFolder(contentFolder: options.contentFolder)
    guard folder.exists else { throw .state(.missing(path: folder.state)) }
    let lock: FolderLock
    do throws(FileProblem) {
      lock = try FolderLock(folder.path)
    } catch {
      throw error.isHeldByAnother ? .locked(path: folder.path) : .system(error)
    }
    let receipt = erase(name, options, folder, lock)
    return try receipt.get()
  }

  private static func erase(
    _ name: String, _ options: SyncOptions, _ folder: SyncFolder, _ lock: consuming FolderLock
  ) -> Swift.Result<ErasureReceipt, SyncStop> {
    do throws(SyncStop) {
      var erasure = Erasure(folder: folder, content: options.contentFolder, known: try known(options))
      do throws(FileProblem) {
        return .success(try erasure.run(name))
      } catch {
        throw .system(error)
      }
    } catch {
      return .failure(error)
    }
  }
}

/// The steps of an erasure.
private struct Erasure {
  let folder: SyncFolder
  let content: String
  var known: KnownState
  var receipt = ErasureReceipt()

  init(folder: SyncFolder, content: String, known: KnownState) {
    (self.folder, self.content, self.known) = (folder, content, known)
  }

  mutating func run(_ name: String) throws(FileProblem) -> ErasureReceipt {
    let person = known.person(name)
    let profiles = try ProfileFolder(content)
    let slug = person?.slug ?? (profiles.paths[name] == nil ? nil : name)
    // An id that the state doesn't know is kept out too. A slug can't be told from one, and does no harm as one.
    let isID = person.map { $0.id == known.key.person(name) } ?? (slug == nil)
    if person != nil || isID { try suppress(person?.id ?? known.key.person(name)) }
    if let slug {
      try removeFiles(of: slug, in: profiles)
      try removeBusyTimes(of: slug)
    }
    return receipt
  }

  private mutating func suppress(_ id: PersonID) throws(FileProblem) {
    if !known.state.suppressed.contains(id) { known.state.suppressed.append(id) }
    let count = known.state.people.count
    known.state.people.removeAll { $0.id == id }
    try FileWriting.stage(folder.path + "/erasing", StateWriting.bytes(known.state, key: known.key))
    try FileWriting.move(folder.path + "/erasing", to: folder.state)
    try FileWriting.removeFile(folder.next)
    try FileWriting.removeTree(folder.stage)
    try FileWriting.syncFolder(folder.path)
    if known.state.people.count < count { receipt.removed.append(folder.state + ": what it remembered") }
    receipt.isSuppressed = true
  }

  private mutating func removeFiles(of slug: String, in profiles: ProfileFolder) throws(FileProblem) {
    let file = try profiles.read(slug)
    let words = [file?.text("email"), file?.text("name"), "mentors/\(slug)"].compactMap(\.self)
    let photo = file?.text("photo").map { $0.hasPrefix("photos/") ? String($0.dropFirst(7)) : $0 }
    for path in [profiles.paths[slug].map { content + "/" + $0 }].compactMap(\.self) {
      try FileWriting.removeFile(path)
      receipt.removed.append(path)
    }
    if let photo, !photo.hasPrefix("/"), !photo.contains(".."), try !isPhoto(photo, usedIn: profiles, except: slug) {
      let path = content + "/photos/" + photo
      if FileReading.kind(of: path) == .file {
        try FileWriting.removeFile(path)
        receipt.removed.append(path)
      }
    }
    // The portraits' names don't tell whose they are; all of them are made again by the next build.
    let cache = content + "/../.mentorbook/photos"
    if photo != nil, FileReading.kind(of: cache) == .folder {
      try FileWriting.removeTree(cache)
      receipt.removed.append(cache + " (made again by the next build)")
    }
    // The last build noted who is not to be published.
    let note = content + "/../.mentorbook/unpublished"
    if FileReading.kind(of: note) == .folder {
      try FileWriting.removeTree(note)
      receipt.removed.append(note + " (made again by the next build)")
    }
    receipt.mentions = try mentions(of: words)
  }

  /// When somebody is busy is theirs too.
  private mutating func removeBusyTimes(of slug: String) throws(FileProblem) {
    let path = content + "/" + BusyRecord.path
    guard FileReading.kind(of: path) == .file, var record = try? BusyRecord(FileReading.bytes(of: path)),
      record.feeds.removeValue(forKey: slug) != nil
    else { return }
    try FileWriting.stage(path + ".new", record.bytes)
    try FileWriting.move(path + ".new", to: path)
    try FileWriting.syncFolder(folder.path)
    receipt.removed.append(path + ": when they are busy")
  }

  private func isPhoto(
    _ photo: String, usedIn profiles: ProfileFolder, except slug: String
  ) throws(FileProblem) -> Bool {
    for other in profiles.paths.keys where other != slug {
      let named = try profiles.read(other)?.text("photo")
      if named == photo || named == "photos/" + photo { return true }
    }
    return false
  }

  /// The endings of texts and rosters.
  private static let readable = [
    ".md", ".yaml", ".yml", ".csv", ".tsv", ".json", ".ldif", ".vcf", ".txt", ".html", ".ics",
  ]

  /// Texts of the content that say the person's name or address, or lead to the profile.
  private func mentions(of words: [String]) throws(FileProblem) -> [String] {
    let needles = words.map { Array($0.utf8) }.filter { $0.count > 3 }
    var found: [String] = []
    for entry in try FileReading.tree(of: content) where !entry.isFolder {
      guard Self.readable.contains(where: entry.path.lowercased().hasSuffix) else { continue }
      let bytes = try FileReading.bytes(of: content + "/" + entry.path)
      if needles.contains(where: { Self.contains(bytes, $0) }) { found.append(content + "/" + entry.path) }
    }
    return found
  }

  private static func contains(_ bytes: [UInt8], _ needle: [UInt8]) -> Bool {
    guard let first = needle.first, bytes.count >= needle.count else { return false }
    for start in 0...(bytes.count - needle.count) where bytes[start] == first {
      if bytes[start..<start + needle.count].elementsEqual(needle) { return true }
    }
    return false
  }
}
