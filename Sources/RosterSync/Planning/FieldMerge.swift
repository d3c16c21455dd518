/// The three-way merge of one field, over hashes: what the values are does not matter.
///
/// | base, file, upstream | shared | upstream's | editor's |
/// |---|---|---|---|
/// | upstream says nothing | keep | keep | keep |
/// | file = upstream | adopt | adopt | keep |
/// | upstream = base | keep | set back | keep |
/// | file = base, or both empty | take | take | keep |
/// | otherwise | conflict | set back | keep |
///
/// A pinned field is kept, whoever owns it. Only `adopt`, `take` and `set back` move the base to what upstream says.
struct FieldMerge {
  var owner: FieldOwner
  /// Whether the profile names the field under `pin`.
  var isPinned = false
  /// What both last agreed on; nil where they never did.
  var base: UInt64?
  /// What the file may be read as.
  var file: [UInt64]
  /// Whether the file has nothing there.
  var isFileEmpty: Bool
  /// What upstream says; nil for nothing.
  var upstream: UInt64?

  /// What becomes of the field.
  enum Verdict: Hashable, Sendable {
    /// The file stays as it is, and so does the base.
    case keep
    /// The file says it already.
    case adopt
    /// The file gets upstream's value.
    case take
    /// The file gets upstream's value, and an editor's is lost.
    case setBack
    /// The file stays as it is until somebody has decided.
    case conflict

    /// Whether the base moves to what upstream says.
    var movesBase: Bool { self == .adopt || self == .take || self == .setBack }
  }

  var verdict: Verdict {
    guard owner != .editor, let upstream else { return .keep }
    if file.contains(upstream) { return .adopt }
    if isPinned { return .keep }
    let isFileAsBase = base.map(file.contains) ?? isFileEmpty
    if isFileAsBase { return .take }
    if owner == .upstream { return .setBack }
    return upstream == base ? .keep : .conflict
  }
}
