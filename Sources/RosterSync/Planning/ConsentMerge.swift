import Scheduling

/// Decides a profile's `consent` from what the rosters say and said, and what the file has.
///
/// No always counts at once; yes counts unless an editor has written no since.
struct ConsentMerge {
  /// What the rosters say; nil for nothing.
  var upstream: ConsentState.Word?
  /// What they said in the last run.
  var before: ConsentState.Word?
  /// What the file says.
  var file: Bool?

  struct Verdict: Hashable {
    /// What the file has to say; nil to leave it.
    var setting: Bool?
    /// What is remembered.
    var remembered: ConsentState.Word?
    var finding: Finding?
  }

  enum Finding: Hashable {
    /// The roster says yes, the file has always said no.
    case fileSaysNo
    /// The rosters no longer say that the person wants out, nor that they agreed.
    case optOutEnded
  }

  var verdict: Verdict {
    switch upstream {
    case .optedOut, .withdrawn, .unknown:
      return Verdict(setting: file == false ? nil : false, remembered: upstream)
    case .given:
      if file == true { return Verdict(remembered: .given) }
      switch before {
      case .given: return Verdict(remembered: .given)
      case nil where file == false: return Verdict(remembered: nil, finding: .fileSaysNo)
      default: return Verdict(setting: true, remembered: .given)
      }
    case nil:
      guard before == .optedOut else { return Verdict(remembered: before) }
      return file == true ? Verdict(remembered: nil) : Verdict(remembered: before, finding: .optOutEnded)
    }
  }
}

extension UpstreamRecord {
  /// What the rosters say about publishing the person.
  var consentWord: ConsentState.Word? {
    if isOptedOut { return .optedOut }
    return switch consent {
    case .given: .given
    case .withdrawn: .withdrawn
    case .unknown: .unknown
    case .unsaid: nil
    }
  }
}
