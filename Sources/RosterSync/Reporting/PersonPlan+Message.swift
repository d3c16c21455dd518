// The words of plans, and of what is withheld.

extension PersonPlan.Action {
  /// What happens, as a heading.
  var heading: String {
    switch self {
    case .added: "added"
    case .linked: "taken into the sync's care"
    case .updated: "updated"
    case .unpublished: "unpublished (opted out, or no consent)"
    case .missing: "unpublished (missing in the roster)"
    case .returned: "published again"
    case .purged: "purged (missing for long)"
    case .none: "unchanged"
    }
  }

  /// The same in a word, for counts.
  var word: String {
    switch self {
    case .added: "added"
    case .linked: "linked"
    case .updated: "updated"
    case .unpublished: "unpublished"
    case .missing: "missing"
    case .returned: "returned"
    case .purged: "purged"
    case .none: "unchanged"
    }
  }

  var sign: String {
    switch self {
    case .added, .returned: "+"
    case .linked: "="
    case .updated: "~"
    case .unpublished, .missing, .purged: "-"
    case .none: " "
    }
  }

  /// The actions in the order of reports.
  static let reported: [PersonPlan.Action] = [
    .unpublished, .missing, .purged, .added, .returned, .linked, .updated,
  ]
}

extension PersonPlan.Finding {
  /// A short name for machines.
  public var code: String {
    switch self {
    case .conflict: "conflict"
    case .fileRemoved: "file-removed"
    case .unreadable: "unreadable"
    case .unchangeable: "unchangeable"
    case .looksLike: "looks-like"
    case .consentConflict: "consent-conflict"
    case .optOutEnded: "opt-out-ended"
    }
  }

  /// The field that it is about.
  var field: String? {
    switch self {
    case .conflict(let field, _, _), .unchangeable(let field): field
    default: nil
    }
  }

  /// What is withheld, without any value.
  public var publicMessage: String {
    switch self {
    case .conflict(let field, _, _): "'\(field)' was changed in the profile and in the roster"
    case .fileRemoved: "the profile was removed, and the person is in the roster"
    case .unreadable: "the profile's fields can't be read"
    case .unchangeable(let field): "'\(field)' can't be changed without changing other lines"
    case .looksLike: "someone new has the mail address of a profile that isn't in the sync's care"
    case .consentConflict: "the roster says yes to being listed, the profile has always said no"
    case .optOutEnded: "the roster no longer says that the person wants out, nor that they agreed"
    }
  }

  /// The values behind it, for a person.
  var values: String? {
    if case .conflict(_, let file, let upstream) = self {
      return "profile: \(file.isEmpty ? "nothing" : file); roster: \(upstream.isEmpty ? "nothing" : upstream)"
    }
    return nil
  }

  /// What somebody has to decide.
  public var remedy: String {
    switch self {
    case .conflict(let field, _, _):
      "write the roster's value into the profile, change the roster, or add '\(field)' to the profile's pin: […]"
    case .fileRemoved: "bring the file back, or make it final:  mentorbook sync erase"
    case .unreadable: "mentorbook check  says what is wrong"
    case .unchangeable: "write the field on a line of its own"
    case .looksLike: "if it is the same person, run  mentorbook sync --bootstrap; else change one of the addresses"
    case .consentConflict: "ask the mentor, then write consent: true into the profile or change the roster"
    case .optOutEnded: "ask the mentor; if they agree, write consent: true into the profile"
    }
  }
}
