import Files

/// A state that can't be gone on from. Nothing is done while there is one.
public enum StateProblem: Error, Hashable, Sendable {
  /// There is none.
  case missing(path: String)
  /// It was cut, changed by hand or merged.
  case corrupt(path: String, offset: Int?)
  /// A later version of the program made it.
  case newer(path: String, format: Int)
  /// It was made with another key.
  case foreignKey(path: String)
  /// There is a state but no key.
  case noKey(path: String)
  /// The environment's key is too short to keep anything secret.
  case weakKey
  /// Most of the people in it have no profile here.
  case foreignContent(path: String, missing: Int, of: Int)
  /// The system refused.
  case system(FileProblem)
}

extension StateProblem {
  /// What is wrong, in words.
  public var message: String {
    switch self {
    case .missing(let path): "there is no '\(path)', so nobody knows which profiles are whose"
    case .corrupt(let path, let offset?): "'\(path)' can't be read: something is wrong at byte \(offset)"
    case .corrupt(let path, nil): "'\(path)' is not as the sync left it: it was cut, changed or merged"
    case .newer(let path, let format): "'\(path)' has the format \(format), which a later version of Mentorbook wrote"
    case .foreignKey(let path): "'\(path)' was made with another key"
    case .noKey(let path): "the key that '\(path)' was made with is missing"
    case .weakKey: "the key in MENTORBOOK_SYNC_KEY has fewer than 16 characters"
    case .foreignContent(let path, let missing, let all):
      "\(missing) of the \(all) people in '\(path)' have no profile here: it belongs to other content"
    case .system(let problem): problem.message
    }
  }

  /// The way out.
  public var remedy: String {
    switch self {
    case .missing:
      "before the first import, look at  mentorbook sync --plan  and run  mentorbook sync --bootstrap; "
        + "if there was a state, bring it back from the last commit"
    case .corrupt: "bring it back from the last commit:  git checkout -- content/.sync/state.json"
    case .newer: "use that version"
    case .foreignKey, .noKey:
      "set MENTORBOOK_SYNC_KEY to the key that this site was first imported with, or bring back content/.sync/key; "
        + "if it is lost, remove content/.sync, run  mentorbook sync --bootstrap  and erase again whom you had erased"
    case .weakKey: "make one of 32 random bytes:  openssl rand -hex 32"
    case .foreignContent: "bring back the profiles or the state from the last commit, so that they belong together"
    case .system: "mend that and run the sync again; nothing was changed"
    }
  }
}
