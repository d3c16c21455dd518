import ArgumentParser
import RosterSync

struct SyncCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sync",
    abstract: "Bring the university's roster into the profiles.",
    discussion: """
      content/sync.yaml says where the roster is and what its columns mean. Without an option, a plan is shown, and on \
      a terminal you are asked whether to apply it. What editors wrote stays; whoever opted out is taken off at once; a \
      roster that looks wrong changes nothing.

      Examples:
        mentorbook sync --plan                 what would change
        mentorbook sync --bootstrap            the first import
        mentorbook sync --apply                every night
        mentorbook sync --approve 3f9ac1…      the plan with that hash, past the limits
        mentorbook sync explain ana-lopez employer
        mentorbook sync erase 204711

      Exit codes: 0 done; 2 the plan shows changes; 10 done, but rows or conflicts were withheld; 20 a limit was \
      passed or the state can't be used, nothing but opt-outs was applied; 21 a source can't be reached or is not what \
      it should be; 22 the settings or the system stand in the way; 30 another run is going on; 64 the command line is \
      wrong; 129, 130, 143 stopped by SIGHUP, Ctrl-C, SIGTERM.
      """,
    subcommands: [SyncRunCommand.self, SyncExplainCommand.self, SyncEraseCommand.self],
    defaultSubcommand: SyncRunCommand.self)
}

extension RunOptions {
  /// For the commands of the sync.
  var sync: SyncOptions { SyncOptions(contentFolder: contentFolder, asOf: moment, workers: workers) }
}
