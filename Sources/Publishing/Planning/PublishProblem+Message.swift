import Diagnostics

extension PublishProblem {
  /// What is wrong, as one sentence without a full stop.
  var message: String {
    switch self {
    case .settings: "publish.yaml can't be used"
    case .unknownTarget(let name, _): "there is no target '\(name)'"
    case .missingVariable(let name): "the environment has no \(name)"
    case .noOutput(let folder): "there is no folder '\(folder)'"
    case .noManifest(let folder): "'\(folder)' was not built by Mentorbook"
    case .unfinishedOutput(let folder): "the build of '\(folder)' did not come to its end"
    case .outputChanged(let folder, let path): "'\(folder)/\(path)' is not as the build left it"
    case .buildErrors(let folder, let count): "the build of '\(folder)' had \(count) error\(count == 1 ? "" : "s")"
    case .emptyOutput(let folder): "'\(folder)' has no index.html"
    case .outputBusy(let folder): "another run is using '\(folder)'"
    case .output(let problem), .target(let problem): problem.message
    case .path(let path): "'\(path.debugDescription.dropFirst().dropLast())' can't be a file's name at every target"
    case .older(let built, let published):
      "the site was built as of \(built.utcExtended), and what is published is of \(published.utcExtended)"
    case .tooManyRemovals(let pages, let total, let limit):
      "\(pages) of \(total) pages would be removed, and the limit is \(limit)"
    case .foreign(let place, let example): "'\(place)' has files that Mentorbook did not publish, such as '\(example)'"
    case .damagedRecord(let place): "the record of what was published in '\(place)' can't be read"
    case .newerRecord(let place): "a newer version of Mentorbook published to '\(place)'"
    case .notOurLink(let path): "'\(path)' is not a link to a release"
    case .nothingEarlier: "no earlier release is kept"
    case .bringsBack(let count):
      "\(count) profile\(count == 1 ? "" : "s") that \(count == 1 ? "was" : "were") taken off since would be shown again"
    case .noRollback(let kind): "a target of the kind '\(kind)' keeps no earlier release"
    case .busy(let target): "another run is publishing to '\(target)'"
    case .overtaken: "another run began to publish to the same place"
    case .stopped: "told to stop"
    case .program(let name, let ending, _): "\(name) \(ending)"
    case .noProgram(let name, _): "the program '\(name)' is not there"
    case .notAsSent(let count, let example):
      "\(count) file\(count == 1 ? " is" : "s are") not at the target as sent, such as '\(example)'"
    }
  }

  /// What to do about it.
  var remedy: String? {
    switch self {
    case .unknownTarget(let name, let known):
      NearestName.of(name, among: known).map { "did you mean '\($0)'?" }
        ?? "there are: \(known.joined(separator: ", "))"
    case .missingVariable(let name): "set \(name); publish.yaml names it"
    case .noOutput, .noManifest, .emptyOutput: "build the site first: mentorbook build"
    case .unfinishedOutput, .outputChanged: "build again: mentorbook build"
    case .buildErrors:
      "mend what 'mentorbook check' names, and build again; or add --allow-errors: such pages stay, such profiles leave"
    case .path: "give the file in static/ another name"
    case .older: "build again, or see whether the clock of one of the machines is wrong"
    case .tooManyRemovals: "look at 'mentorbook publish --plan'; if they may go, add --allow-removals"
    case .foreign: "name an empty place; or, if these files may stay beside the site's, add --take-over"
    case .damagedRecord:
      "add --take-over to publish all files again; what the record listed and the site lacks stays there"
    case .newerRecord: "publish with that version"
    case .notOurLink: "move it away"
    case .bringsBack: "if they may be, add --bring-back"
    case .noRollback: "build the earlier content, and publish that"
    case .noProgram(_, let package): "install the package \(package)"
    case .stopped, .notAsSent: "publish again"
    case .outputBusy, .busy, .overtaken: "try again when it has ended"
    case .settings, .output, .target, .program, .nothingEarlier: nil
    }
  }

  /// What a program said before it gave up.
  var lines: [String] { if case .program(_, _, let lines) = self { lines } else { [] } }
}
