import Rosters

/// A source that is exactly the beginning of what it was and ends earlier: it was cut off, or the people in its last rows
/// have left.
public struct Shortening: Hashable, Sendable {
  /// The source's name.
  let source: String
  /// How many rows are gone, where all that are left are whole; nil where the last may be a part of a row.
  let rows: Int?

  /// - Parameters:
  ///   - beginning: how it ends.
  ///   - rows: how many rows it has.
  ///   - before: how many it had, if that is known.
  init(_ source: String, format: RosterFormat, _ beginning: KeptExtent.Beginning, rows: Int, before: Int?) {
    self.source = source
    let isWhole =
      switch format {
      case .csv, .tsv: beginning == .behindLine
      // These say where a person ends; one that doesn't end is a problem of the whole.
      case .json, .ldif, .vcard: true
      }
    self.rows = isWhole ? before.map { $0 - rows } : nil
  }

  /// Whether it may be nothing but people who left: as few as may be missing in a night without a look, and a person gone
  /// with each row. Whoever is still there may have lost the word that they want out: of another source, or of a second row.
  ///
  /// - Parameter gone: how many people fewer the rosters have.
  func mayBeDepartures(gone: Int) -> Bool {
    guard let rows else { return false }
    return rows <= min(Guards.few, gone)
  }
}
