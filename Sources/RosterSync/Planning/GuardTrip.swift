/// A limit that a plan goes beyond: nothing of it is applied but opt-outs, until a person has looked.
public enum GuardTrip: Hashable, Sendable {
  /// How many, of how many, and how many may be.
  public struct Measure: Hashable, Sendable {
    public var count: Int
    public var of: Int
    public var limit: Int
  }

  /// No person at all came.
  case noRows
  /// A column is missing or doubled.
  case columns(SchemaProblem)
  /// People are missing in this run.
  case absences(Measure)
  /// People went missing over the last runs.
  case absencesOverRuns(Measure)
  /// As many are new as are missing: the ids are others.
  case replaced(added: Int, missing: Int, of: Int)
  /// A field came empty, or unreadable, that was not.
  case blanked(field: String, Measure)
  /// A field says something else for many.
  case changed(field: String, Measure)
  /// A source is older than it may be.
  case stale(source: String, hours: Int, limit: Int)
  /// A source is exactly the beginning of what it was, as a file that was cut off is.
  case cut(source: String)
  /// Rows can't be read.
  case quarantined(Measure)
  /// People opted out.
  case optOuts(Measure)

  /// Whether an approval lets the plan through.
  public var isApprovable: Bool {
    switch self {
    case .noRows, .columns: false
    default: true
    }
  }

  /// Whether opt-outs are held back too: there are none to be trusted, or too many.
  var holdsOptOuts: Bool {
    switch self {
    case .noRows, .columns, .optOuts: true
    default: false
    }
  }
}

extension GuardTrip {
  /// A short name for machines.
  public var code: String {
    switch self {
    case .noRows: "no-rows"
    case .columns: "columns"
    case .absences: "missing"
    case .absencesOverRuns: "missing-in-seven-runs"
    case .replaced: "replaced"
    case .blanked: "blanked"
    case .changed: "changed"
    case .stale: "stale"
    case .cut: "cut"
    case .quarantined: "quarantined"
    case .optOuts: "opted-out"
    }
  }

  /// What happened, in words. It holds no personal value.
  public var message: String {
    switch self {
    case .noRows: "the roster has nobody in it"
    case .columns(let problem): problem.message
    case .absences(let measure): "\(Self.people(measure)) are missing in the roster\(Self.limit(measure))"
    case .absencesOverRuns(let measure):
      "\(Self.people(measure)) went missing over the last \(SyncState.rememberedRuns) runs\(Self.limit(measure))"
    case .replaced(let added, let missing, let all):
      "\(missing) of \(all) people are missing and \(added) are new: is the column of ids another one?"
    case .blanked(let field, let measure):
      "'\(field)' came empty or unreadable for \(Self.people(measure)) who had it\(Self.limit(measure))"
    case .changed(let field, let measure):
      "'\(field)' is another for \(Self.people(measure))\(Self.limit(measure))"
    case .stale(let source, let hours, let limit):
      "'\(source)' is \(hours) hours old; it may be \(limit)"
    case .cut(let source):
      "'\(source)' is exactly the beginning of what it was, and ends earlier: it may have been cut off"
    case .quarantined(let measure):
      "\(measure.count) of \(measure.of) rows can't be read\(Self.limit(measure))"
    case .optOuts(let measure): "\(Self.people(measure)) opted out at once\(Self.limit(measure))"
    }
  }

  /// What to do about it.
  public var remedy: String {
    switch self {
    case .noRows: "look at the source; an export that failed looks like this"
    case .columns(let problem): problem.remedy
    case .cut: "see that the export was finished; if people at the end of it did leave, approve this very plan"
    case .stale: "see why the roster isn't made anew any more"
    case .replaced: "see that 'key' in sync.yaml names the column of the university's id"
    default: "if that is right, approve this very plan"
    }
  }

  private static func people(_ measure: Measure) -> String { "\(measure.count) of \(measure.of) people" }

  private static func limit(_ measure: Measure) -> String { "; more than \(measure.limit) need a look" }
}
