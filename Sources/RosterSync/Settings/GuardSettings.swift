/// The limits of a run; beyond any of them nothing is applied until a person has approved the plan.
///
/// Shares are of 1: `0.05` is 5 %. All are measured against the last successful run. That no row at all came is no
/// limit of these: it always stops the run.
public struct GuardSettings: Hashable, Sendable {
  /// How many may be missing in a run, whatever share that is.
  public var absences = 2
  /// The share that may be missing in a run.
  public var absenceShare = 0.05
  /// The share that may have gone missing over seven runs.
  public var absenceShareOverSevenRuns = 0.15
  /// In what share of records a field that upstream owns may become empty.
  public var blankedShare = 0.20
  /// In what share of records a field that upstream owns may change.
  public var changedShare = 0.50
  /// The share that may be new while as many are missing: beyond it the key column is another.
  public var replacedShare = 0.20
  /// The share of rows that may be quarantined.
  public var quarantinedShare = 0.02
  /// The share that may opt out at once.
  public var optOutShare = 0.50

  /// The usual limits.
  public init() {}
}
