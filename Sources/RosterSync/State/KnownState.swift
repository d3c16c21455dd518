import Files

/// The state that a run begins with, and the key that it is read with.
public struct KnownState: Sendable {
  /// The state.
  var state: SyncState
  /// The key.
  let key: SyncKey
  /// The bytes of a key that was made just now and has to be kept.
  let newKey: [UInt8]?
  /// The state's file, for messages.
  let path: String
  /// The seal of the state as it is on the disk; nil where there is none yet.
  let seal: String?
  /// Where an interrupted run was going.
  var pending: SyncState?
  /// Who was there before an interrupted run, against which the run that goes on is to be measured too; nil where none
  /// was interrupted.
  var presentBefore: Set<PersonID>?

  /// Whether the state was there.
  public var isThere: Bool { seal != nil }

  /// What an approval is bound to.
  var mark: String { seal ?? "none" }

  /// The rosters with which an interrupted run was approved.
  var approvedSources: [SourceMemory]? { pending?.isApproved == true ? pending?.sources : nil }

  /// Reads the state.
  /// - Parameter isFirst: whether there may be none yet: then it knows nobody, and has a new key.
  public static func read(_ folder: SyncFolder, isFirst: Bool) throws(StateProblem) -> KnownState {
    let key = try folder.readKey()
    guard let bytes = try folder.optional(folder.state) else {
      let pending = try key.map { (key) throws(StateProblem) in try self.pending(folder, key: key) } ?? nil
      guard isFirst || pending != nil else { throw .missing(path: folder.state) }
      if let key {
        return KnownState(
          state: SyncState(), key: key, newKey: nil, path: folder.state, seal: nil, pending: pending)
      }
      let new = try SyncFolder.newKey()
      return KnownState(
        state: SyncState(), key: SyncKey(new), newKey: new, path: folder.state, seal: nil, pending: nil)
    }
    guard let key else { throw .noKey(path: folder.state) }
    let (state, seal) = try StateReading.read(bytes, path: folder.state, key: key)
    return KnownState(
      state: state, key: key, newKey: nil, path: folder.state, seal: seal,
      pending: try pending(folder, key: key))
  }

  private static func pending(_ folder: SyncFolder, key: SyncKey) throws(StateProblem) -> SyncState? {
    guard let bytes = try folder.optional(folder.next) else { return nil }
    return try StateReading.read(bytes, path: folder.next, key: key).state
  }

  /// The state after an interrupted run: of each person what fits the file that is there.
  func settled(in folder: ProfileFolder) throws(FileProblem) -> KnownState {
    guard let pending else { return self }
    var settled = self
    settled.presentBefore = Set(state.people.filter { $0.missingSince == nil }.map(\.id))
    var old = Dictionary(state.people.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    settled.state.people = []
    settled.state.fields = pending.fields
    for var person in pending.people {
      let mark = try folder.bytes(person.slug).map(ProfileFile.mark(of:)) ?? 0
      let before = old.removeValue(forKey: person.id)
      if person.file == mark {
        settled.state.people.append(person)
      } else if let before {
        settled.state.people.append(before)
      } else if mark != 0 {
        // The file was put in place, and an editor has written into it since.
        person.seen = 0
        settled.state.people.append(person)
      }
    }
    for person in state.people where old[person.id] != nil {
      if folder.paths[person.slug] != nil { settled.state.people.append(person) }
    }
    settled.state.people.sort { $0.id < $1.id }
    settled.state.suppressed = Array(Set(state.suppressed + pending.suppressed)).sorted()
    return settled
  }
}
