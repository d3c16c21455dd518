import ArgumentParser
import Diagnostics
import RosterSync

struct SyncRunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Show a plan, or apply it.", shouldDisplay: false)

  @OptionGroup var folder: RunOptions

  @Flag(help: "Show what would change, and change nothing.")
  var plan = false

  @Flag(help: "Apply the plan without asking.")
  var apply = false

  @Flag(help: "Import for the first time; profiles that are there already are found by mail address and name.")
  var bootstrap = false

  @Option(help: ArgumentHelp("Apply the plan that has this hash, though it passes limits.", valueName: "hash"))
  var approve: String?

  @Flag(help: "Print the plan as JSON.")
  var json = false

  @Flag(help: "Print what fields say. On a terminal that is so anyway; a log may be public.")
  var values = false

  @Option(
    help: ArgumentHelp(
      "Write report.json and report.md into this folder: counts and ids, no values.", valueName: "folder"))
  var report: String?

  func validate() throws {
    if plan, apply || approve != nil { throw ValidationError("--plan shows, --apply and --approve apply: choose one.") }
    if apply, approve != nil { throw ValidationError("--approve applies already: leave out --apply.") }
    if let approve, approve.count != 64 || !approve.allSatisfy(\.isHexDigit) {
      throw ValidationError("--approve needs the whole hash of a plan, 64 digits, as the plan shows it.")
    }
  }

  func run() async throws {
    var options = folder.sync
    if bootstrap { options.mode = .bootstrap }
    let printer = SyncPrinter(isJSON: json, showsValues: values || Terminal.Stream.output.isTerminal, folder: report)
    let exit: SyncExit
    do throws(SyncStop) {
      let result = try await result(options, printer)
      try printer.finish(result)
      exit = result.exit
    } catch {
      printer.print(error)
      exit = error.exit
    }
    throw StopSignals.end(exit.rawValue)
  }

  /// On a terminal a person is asked; elsewhere only what an option asks for is done.
  private func result(_ options: SyncOptions, _ printer: SyncPrinter) async throws(SyncStop) -> RosterSync.Result {
    let asks = !plan && !apply && approve == nil && Terminal.isAttended && !json
    let signals = StopSignals()
    guard apply || approve != nil || asks || bootstrap && !plan else {
      return try await RosterSync.plan(options) { signals.come }
    }
    return try await RosterSync.run(options, approved: approve?.lowercased()) { plan in
      guard asks else { return .apply }
      return signals.waiting { printer.asks(plan) } ? .apply : .show
    } signal: {
      signals.come
    }
  }
}
