import Scheduling

/// What the last run knew: `content/.sync/state.json`.
///
/// It lies beside the content and is committed with it, so it holds no values: of each field of each person there is a
/// keyed hash, which is all that a three-way merge needs of its base.
public struct SyncState: Sendable, Equatable {
  /// The version of the format that this program writes.
  static let format = 1
  /// How many runs are remembered.
  static let rememberedRuns = 7

  /// The fields that each person's `base` speaks of, in this order.
  var fields: [String] = []
  /// What was fetched last, by source.
  var sources: [SourceMemory] = []
  /// The last runs that found another roster, the newest last.
  var runs: [RunMemory] = []
  /// How many records had each field empty in the last run that passed.
  var emptyCounts: [String: Int] = [:]
  /// How many rows were withheld in the last run that passed.
  var quarantined = 0
  /// The people whose profiles the sync looks after, in the order of their ids.
  var people: [PersonState] = []
  /// People who were erased, and are not to come back.
  var suppressed: [PersonID] = []
  /// Whether a person approved the run that was on its way to this state; only while that is going on.
  var isApproved = false

  /// A state that knows nobody.
  init() {}

  /// The state's people by their ids.
  func indexed() -> [PersonID: Int] {
    Dictionary(people.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

/// What is remembered of one source. Without the key, nothing of it tells anything about a person.
///
/// The `ETag` of an address is not remembered: it is the server's, and may be a digest of the roster without a key.
public struct SourceMemory: Hashable, Sendable {
  /// The source's name.
  public var name: String
  /// Where it was.
  public var place: KeptPlace
  /// What it had.
  public var extent: KeptExtent
  /// How many rows; nil in a state of before these were counted.
  public var rows: Int?

  /// A source as it was.
  public init(name: String, place: KeptPlace, extent: KeptExtent, rows: Int? = nil) {
    (self.name, self.place, self.extent, self.rows) = (name, place, extent, rows)
  }
}

/// What is remembered of a run.
struct RunMemory: Hashable, Sendable {
  var day: CivilDate
  /// How many people the rosters had.
  var people: Int
  /// How many of those that were there before were missing.
  var absences: Int
}

/// What is remembered of one person.
struct PersonState: Sendable, Equatable {
  var id: PersonID
  /// The name of the profile's file, given once.
  var slug: String
  /// The hash of what the rosters said, and of how it was read; 0 while something is withheld, so that it is looked at
  /// in every run.
  var seen: UInt64 = 0
  /// The beginning of the digest of the file as the last run left it; 0 where there is none.
  var file: UInt64 = 0
  /// What the rosters said about consent.
  var consent: ConsentState?
  /// Since when the person is missing upstream.
  var missingSince: CivilDate?
  /// The `status` that the profile had before it was hidden for that; empty where it had none.
  var formerStatus = ""
  /// The base of each of the state's fields.
  var base: [FieldBase] = []

  subscript(base index: Int) -> UInt64? {
    index < base.count && base[index] != .none ? base[index].hash : nil
  }
}

/// The value that upstream and file last agreed on, and since when.
struct FieldBase: Hashable, Sendable {
  var hash: UInt64 = 0
  /// The day of the run that brought it, in days since 1970; 0 where there is no base.
  var day: Int32 = 0

  static let none = FieldBase()
}

/// What the rosters said about a person's consent, and since when: the evidence for publishing.
struct ConsentState: Hashable, Sendable {
  enum Word: String, Sendable { case given, withdrawn, unknown, optedOut = "opted-out" }
  var word: Word
  var since: CivilDate
  var source: String
}
