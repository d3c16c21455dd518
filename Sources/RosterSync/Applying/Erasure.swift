import Diagnostics
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
  /// The suppression is made durable first, and what the state knows of the person goes last: whatever interrupts it, no
  /// run brings the person back, and erasing again goes on with it.
  /// - Parameters:
  ///   - name: the university's id, or the name of the profile's file.
  ///   - ahead: whether it may be the id of somebody whom no run has seen, to be kept out should a roster bring them.
  public static func erase(
    _ name: String, ahead: Bool = false, _ options: SyncOptions
  ) throws(SyncStop) -> ErasureReceipt {
    let folder = SyncFolder(contentFolder: options.contentFolder)
    guard folder.exists else { throw .state(.missing(path: folder.state)) }
    let lock: FolderLock
    do throws(FileProblem) {
      lock = try FolderLock(folder.path)
    } catch {
      throw error.isHeldByAnother ? .locked(path: folder.path) : .system(error)
    }
    let receipt = erase(name, ahead, options, folder, lock)
    return try receipt.get()
  }

  private static func erase(
    _ name: String, _ ahead: Bool, _ options: SyncOptions, _ folder: SyncFolder, _ lock: consuming FolderLock
  ) -> Swift.Result<ErasureReceipt, SyncStop> {
    do throws(SyncStop) {
      var erasure = Erasure(folder: folder, content: options.contentFolder, known: try known(options))
      return .success(try erasure.run(name, ahead))
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

  mutating func run(_ name: String, _ ahead: Bool) throws(SyncStop) -> ErasureReceipt {
    let profiles: ProfileFolder
    do throws(FileProblem) {
      profiles = try ProfileFolder(content)
    } catch {
      throw .system(error)
    }
    guard let (id, slug) = target(name, in: profiles, ahead) else {
      throw .unknownPerson(name, nearest: NearestName.of(name, among: profiles.paths.keys))
    }
    do throws(FileProblem) {
      if let id { try suppress(id) }
      if let slug {
        try removeFiles(of: slug, in: profiles)
        try removeBusyTimes(of: slug)
      }
      if let id { try forget(id) }
    } catch {
      throw .system(error)
    }
    return receipt
  }

  /// Whom a name means: an id to keep out, a profile to remove, or both; nil where it means nobody.
  private func target(_ name: String, in profiles: ProfileFolder, _ ahead: Bool) -> (id: PersonID?, slug: String?)? {
    if let person = known.person(name) { return (person.id, person.slug) }
    if profiles.paths[name] != nil { return (nil, name) }
    let id = known.key.person(name)
    return ahead && !name.isEmpty || known.state.suppressed.contains(id) ? (id, nil) : nil
  }

  private mutating func suppress(_ id: PersonID) throws(FileProblem) {
    if !known.state.suppressed.contains(id) { known.state.suppressed.append(id) }
    try write()
    try FileWriting.removeFile(folder.next)
    try FileWriting.removeTree(folder.stage)
    try FileWriting.syncFolder(folder.path)
    receipt.isSuppressed = true
  }

  /// Last, for it tells which profile is the person's.
  private mutating func forget(_ id: PersonID) throws(FileProblem) {
    let count = known.state.people.count
    known.state.people.removeAll { $0.id == id }
    guard known.state.people.count < count else { return }
    try write()
    receipt.removed.append(folder.state + ": what it remembered")
  }

  private func write() throws(FileProblem) {
    try FileWriting.stage(folder.path + "/erasing", StateWriting.bytes(known.state, key: known.key))
    try FileWriting.move(folder.path + "/erasing", to: folder.state)
    try FileWriting.syncFolder(folder.path)
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
