import Files
import Scheduling

/// Why a run, or one target's part of it, did not come to its end; `PublishProblem+Message.swift` has the words.
enum PublishProblem: Error, Hashable, Sendable {
  // Settings
  case settings
  case unknownTarget(String, known: [String])
  case missingVariable(String)

  // The output folder
  case noOutput(String)
  case noManifest(String)
  case unfinishedOutput(String)
  case outputChanged(String, path: String)
  case buildErrors(String, count: Int)
  case emptyOutput(String)
  case outputBusy(String)
  case output(FileProblem)
  case path(String)

  // Limits
  case older(built: Instant, published: Instant)
  case tooManyRemovals(pages: Int, of: Int, limit: Int)
  case foreign(place: String, example: String)
  case damagedRecord(place: String)
  case newerRecord(place: String)
  case notOurLink(String)
  case nothingEarlier
  case bringsBack(profiles: Int)
  case noRollback(kind: String)

  // Other runs
  case busy(target: String)
  case overtaken

  // Signals
  case stopped

  // The target
  case target(FileProblem)
  case program(name: String, ending: String, lines: [String])
  case noProgram(String, package: String)
  case notAsSent(count: Int, example: String)
}

extension PublishProblem {
  /// Whether it is that too many pages would leave.
  var isAboutRemovals: Bool { if case .tooManyRemovals = self { true } else { false } }

  /// What the run ends with, for a problem that came before readers could see anything of it.
  var exit: PublishExit {
    switch self {
    case .settings, .unknownTarget, .missingVariable, .noRollback: .usage
    case .noOutput, .noManifest, .unfinishedOutput, .outputChanged, .buildErrors, .emptyOutput, .output, .path: .held
    case .older, .tooManyRemovals, .foreign, .damagedRecord, .newerRecord, .notOurLink: .held
    case .nothingEarlier, .bringsBack: .held
    case .outputBusy, .busy, .overtaken: .locked
    case .stopped, .target, .program, .noProgram, .notAsSent: .failed
    }
  }
}
