import FrontMatter
import TextKeys

/// What the rosters say about one person, in terms of profile fields.
public struct UpstreamRecord: Sendable {
  /// The university's id.
  public var id: String
  /// The row of the first source.
  public var row: RowPlace
  /// The values by field. Empty in a quarantined record.
  public var fields: UpstreamFields
  /// Whether the person agreed to be listed.
  public var consent: Consent
  /// Whether the person wants to be taken out. It counts in a quarantined record too.
  public var isOptedOut: Bool
  /// Whether the row could not be read: the person is there, and keeps the last good version.
  public var isQuarantined: Bool
  /// The name that a new profile's file would get; empty where the person's name has no letter.
  public var suggestedSlug: String {
    if case .value(.text(let name))? = fields["name"] { Slug.of(name) } else { "" }
  }

  /// Whether a person agreed to be listed.
  public enum Consent: Hashable, Sendable {
    case given
    case withdrawn
    /// A word that the settings don't know: as good as no.
    case unknown(String)
    /// An empty cell, or no such column.
    case unsaid
  }

  /// A record by its parts.
  public init(
    id: String, row: RowPlace, fields: UpstreamFields = [:], consent: Consent = .unsaid, isOptedOut: Bool = false,
    isQuarantined: Bool = false
  ) {
    self.id = id
    self.row = row
    self.fields = fields
    self.consent = consent
    self.isOptedOut = isOptedOut
    self.isQuarantined = isQuarantined
  }
}

/// What a roster says about one field.
public enum UpstreamValue: Hashable, Sendable {
  /// The field has this value. Hours are texts such as `tue 16:00-17:30`, dates are texts.
  case value(YAMLValue)
  /// The cell is empty, and the settings let that empty the field.
  case cleared
  /// The cell is empty or could not be understood: the field stays as it is.
  case noOpinion
}

/// Where a row stands.
public struct RowPlace: Hashable, Comparable, Sendable {
  /// The source's name.
  public var source: String
  /// The line in the file, counted from 1.
  public var line: Int

  /// A line of a source.
  public init(source: String, line: Int) {
    self.source = source
    self.line = line
  }

  public static func < (left: RowPlace, right: RowPlace) -> Bool {
    (left.source, left.line) < (right.source, right.line)
  }
}

/// A row, or a cell of it, that is not applied until somebody has looked.
public struct Quarantined: Hashable, Sendable {
  /// Where it stands.
  public var row: RowPlace
  /// Whose row it is; nil where the id is blank.
  public var id: String?
  /// The column, by its header in the roster.
  public var column: String
  /// What is wrong, in words. It may quote the cell, so it belongs on a terminal, not in a log.
  public var reason: String
  /// The same without any of the cell's words, for logs.
  public var publicReason: String
  /// What to ask the person who knows.
  public var question: String?
  /// Whether the whole row is withheld, or only this column.
  public var extent: Extent

  /// How much of a row is withheld.
  public enum Extent: Hashable, Sendable { case row, column }

  /// A finding about a row.
  public init(
    row: RowPlace, id: String?, column: String, reason: String, publicReason: String, question: String? = nil,
    extent: Extent = .row
  ) {
    self.row = row
    self.id = id
    self.column = column
    self.reason = reason
    self.publicReason = publicReason
    self.question = question
    self.extent = extent
  }
}
