/// What `content/sync.yaml` says: where the rosters are, and what their columns mean.
public struct SyncSettings: Sendable {
  /// The rosters. The first says who is there; the others add columns for the same people.
  public var sources: [SourceSettings]
  /// The column of the university's own id for a person.
  public var key: ColumnName
  /// The profile fields that rosters fill, in the order of `sync.yaml`.
  public var fields: [FieldMapping]
  /// The column that says whether a person agreed to be listed; nil where no roster says it.
  public var consent: ConsentColumn?
  /// The column that says that a person wants to be taken out; nil where no roster says it.
  public var optOut: OptOutColumn?
  /// The limits beyond which nothing is applied.
  public var guards: GuardSettings
  /// How many days a mentor who is missing upstream is kept, unpublished, before the file is purged.
  public var purgeAfterDays: Int
  /// How mentors' calendars are read.
  public var calendars: CalendarSettings

  /// Settings by their parts.
  public init(
    sources: [SourceSettings], key: ColumnName, fields: [FieldMapping] = [], consent: ConsentColumn? = nil,
    optOut: OptOutColumn? = nil, guards: GuardSettings = GuardSettings(), purgeAfterDays: Int = 30,
    calendars: CalendarSettings = CalendarSettings()
  ) {
    self.sources = sources
    self.key = key
    self.fields = fields
    self.consent = consent
    self.optOut = optOut
    self.guards = guards
    self.purgeAfterDays = purgeAfterDays
    self.calendars = calendars
  }

  /// The file's name in the content folder.
  public static let fileName = "sync.yaml"
}

/// A column by its header. Case, runs of spaces, and `_` or `-` for a space don't matter.
public struct ColumnName: Hashable, Sendable {
  /// The header, as `sync.yaml` writes it.
  public var header: String
  /// Other headers that the column has had or may get. Only one of all may be in a roster.
  public var aliases: [String]
  /// The source in which to look; nil for the one that has the column.
  public var source: String?

  /// A column by its header.
  public init(_ header: String, aliases: [String] = [], source: String? = nil) {
    self.header = header
    self.aliases = aliases
    self.source = source
  }
}

/// Who has the last word on a field.
public enum FieldOwner: String, CaseIterable, Hashable, Sendable {
  /// The roster: what an editor changes is set back, unless the profile pins it.
  case upstream
  /// The editor: the roster fills the field of a new mentor, and never again.
  case editor
  /// Both: who changed it last has the last word, and if both did it is a conflict.
  case shared
}

/// The column that says whether a person agreed to be listed.
public struct ConsentColumn: Hashable, Sendable {
  /// The column.
  public var column: ColumnName
  /// What stands there when the person agreed.
  public var given: [String]
  /// What stands there when the person did not, or took it back.
  public var withdrawn: [String]

  /// A column with its words.
  public init(_ column: ColumnName, given: [String] = Self.yes, withdrawn: [String] = Self.no) {
    self.column = column
    self.given = given
    self.withdrawn = withdrawn
  }

  /// Words for yes.
  public static let yes = ["yes", "y", "true", "t", "1"]
  /// Words for no.
  public static let no = ["no", "n", "false", "f", "0"]
}

/// The column that says that a person wants to be taken out.
public struct OptOutColumn: Hashable, Sendable {
  /// The column.
  public var column: ColumnName
  /// What stands there when the person wants out.
  public var out: [String]
  /// What stands there when the person wants to stay; an empty cell says the same.
  public var stays: [String]

  /// A column with its words.
  public init(_ column: ColumnName, out: [String] = ConsentColumn.yes + ["x"], stays: [String] = ConsentColumn.no) {
    self.column = column
    self.out = out
    self.stays = stays
  }
}

/// How mentors' calendars are read.
public struct CalendarSettings: Hashable, Sendable {
  /// Whether they are read at all.
  public var areRead = true
  /// How long one may take.
  public var deadlineSeconds = 20
  /// How large one may be.
  public var byteLimit = 8 << 20
  /// How many are read at the same time.
  public var atOnce = 8
  /// For how many days the last good copy counts when a calendar can't be read; 0 closes its owner's times at once.
  public var keptDays = 0

  /// The usual settings.
  public init() {}
}
