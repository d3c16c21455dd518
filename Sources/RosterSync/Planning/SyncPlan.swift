import Digests
import Hypertext

/// What a run would do: every file that changes, and why. Made without writing anything.
public struct SyncPlan: Sendable {
  /// How a run was asked for.
  public enum Mode: String, Sendable {
    /// A run like every night's.
    case regular
    /// The first import, or one that takes older profiles into the sync's care.
    case bootstrap
  }

  /// How the run was asked for.
  public var mode: Mode
  /// Those with whom something happens or of whom something is withheld, in the order of their slugs.
  public var people: [PersonPlan]
  /// Rows and cells that are withheld.
  public var quarantined: [Quarantined]
  /// The limits that the plan goes beyond. With one of them, and without an approval, only opt-outs are applied.
  public var trips: [GuardTrip]
  /// Whether the plan is held: `files` has opt-outs alone.
  public var isHeld: Bool
  /// How many people the rosters have, and the state had.
  public var counts: Counts
  /// What the plan is approved by: SHA-256 over its inputs, the state and what it does.
  public var hash: String

  /// Files as they will be.
  var files: [FileChange]
  /// The state as it will be.
  var state: SyncState
  /// Whether that is the state as it is.
  var isStateSame: Bool

  /// Figures of the whole.
  public struct Counts: Hashable, Sendable {
    /// People in the rosters.
    public var people = 0
    /// People whom the state knew and who were not missing.
    public var before = 0
    /// People who are not let in again.
    public var suppressed = 0
    /// New people who don't want to be listed.
    public var notListed = 0
    /// People who are there, and with whom nothing happens.
    public var unchanged = 0
  }

  /// Whether files of profiles change.
  public var hasChanges: Bool { !files.isEmpty }

  /// How many people something happens to in one way.
  public func count(_ action: PersonPlan.Action) -> Int { people.count { $0.action == action } }

  /// Whether anything is withheld until somebody has decided.
  public var withholds: Bool { !quarantined.isEmpty || people.contains { !$0.findings.isEmpty } }

  /// Editors' words that an owner upstream sets back.
  public var setBack: Int { people.reduce(0) { $0 + $1.changes.count(where: \.isSetBack) } }
}

extension SyncPlan {
  /// The hash of a plan that would do this. It has nothing of the day in it, so an approval holds overnight if the
  /// roster is still the same; and nothing of the key, which before the first import is another in each run.
  static func hash(
    mode: Mode, sources: [FoundSource], settings: [UInt8], stateMark: String, files: [FileChange]
  ) -> String {
    var text: [UInt8] = []
    text += "{\"mode\":\"\(mode.rawValue)\",\"settings\":\"\(SHA256.hexadecimal(settings))\",".utf8
    text += "\"state\":\"\(stateMark)\",\"sources\":".utf8
    JSONText.append(array: sources, to: &text) { source, text in
      JSONText.append(source.memory.name + "=" + source.fingerprint, to: &text)
    }
    text += ",\"files\":".utf8
    JSONText.append(array: files, to: &text) { change, text in
      let after = change.afterMark.map { String($0, radix: 16) } ?? "-"
      let before = change.before.map { String($0, radix: 16) } ?? "-"
      JSONText.append("\(change.contentPath) \(before) \(after)", to: &text)
    }
    text.append(UInt8(ascii: "}"))
    return SHA256.hexadecimal(SHA256.digest(of: text))
  }
}
