/// What a plan does with one person, and why.
public struct PersonPlan: Sendable {
  /// What happens to the profile as a whole.
  public enum Action: String, Sendable, CaseIterable {
    /// A new file.
    case added
    /// A file that was there already is now the sync's to look after.
    case linked
    /// Fields change.
    case updated
    /// Taken off the site, for the person wants out or took consent back, or said what nobody understands.
    case unpublished
    /// Taken off the site, for the person is missing upstream.
    case missing
    /// Back on the site, for the person is there again or agreed again.
    case returned
    /// The file is removed, for the person has been missing for long.
    case purged
    /// Nothing happens; there are findings, or only the state changes.
    case none
  }

  /// One field of a profile that changes.
  public struct Change: Hashable, Sendable {
    /// The field's path.
    public var field: String
    /// What it said; empty for nothing.
    public var old: String
    /// What it will say; empty for nothing.
    public var new: String
    /// Whether `old` is an editor's word that is lost.
    public var isSetBack: Bool
  }

  /// Something that is withheld until somebody has decided.
  public enum Finding: Hashable, Sendable {
    /// Editor and roster have both changed a field.
    case conflict(field: String, file: String, upstream: String)
    /// An editor has removed the file of somebody who is in the roster.
    case fileRemoved
    /// The file's front matter can't be read.
    case unreadable
    /// The file is written in a way in which a field can't be changed without changing others.
    case unchangeable(field: String)
    /// Someone new in the roster looks like the mentor of a file that is not the sync's.
    case looksLike(slug: String)
    /// The roster says that the person agreed, the profile says the opposite and always did.
    case consentConflict
    /// The roster no longer says that the person wants out, nor that they agreed.
    case optOutEnded
  }

  /// The university's id; nil where it is known by its hash alone.
  public var id: String?
  /// What stands for the id where that isn't known.
  public var hash: String
  /// The name of the profile's file.
  public var slug: String
  /// What happens to the profile.
  public var action: Action
  /// The fields that change.
  public var changes: [Change] = []
  /// What is withheld.
  public var findings: [Finding] = []

  /// What a report calls the person: an id, never a name.
  public var reference: String { id ?? hash }
}

/// What happens to one file.
struct FileChange: Sendable {
  /// The path below `content/`.
  let contentPath: String
  /// The mark of the bytes that were read; nil where the file is new.
  let before: UInt64?
  /// The bytes to write; nil where the file is removed.
  let after: [UInt8]?
  /// The mark of the bytes to write; nil where the file is removed.
  let afterMark: UInt64?
}
