import ArgumentParser
import Files
import Nightly

struct NightlyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nightly",
    abstract: "Sync, build, check and publish: one line for every night.",
    discussion: """
      Takes the roster in (if there is a content/sync.yaml), builds the site, searches it for people who must not be in \
      it, and publishes it (if there is a content/publish.yaml). The first step that refuses ends the run, and the site \
      stays as it was. If the roster can't be had or passes a limit, nothing but opt-outs is taken from it, and the run \
      goes on. 'mentorbook init --ci NAME' writes what starts it every night.

      Examples:
        mentorbook nightly
        mentorbook nightly --report nightly/report.json --digest nightly/digest.eml
        mentorbook nightly --approve 3f9ac1…    this roster, past the limits, once

      Exit codes: 0 done; 10 done, but something was withheld: rows or conflicts of the \
      roster, profiles or pages with errors; 20 a limit was passed; 21 a roster can't be \
      reached or is not what it should be; 22 the settings, the content or the system stand in the way of a site; 23 \
      publishing failed, the old site is shown; 24 it failed midway, publish again; 30 another run is going on; 64 \
      publish.yaml or the command line is wrong; 129, 130, 143 stopped by SIGHUP, Ctrl-C, SIGTERM.
      """)

  @OptionGroup var site: SiteOptions

  @Option(help: ArgumentHelp("The folder to build into.", valueName: "folder"))
  var output = "output"

  @Option(
    help: ArgumentHelp("Write a report for programs into this file: counts and ids, no values.", valueName: "file"))
  var report: String?

  @Option(
    help: ArgumentHelp(
      "Write a report in Markdown into this file. On GitHub it is shown with the run in any case.", valueName: "file"))
  var summary: String?

  @Option(
    help: ArgumentHelp(
      "Write a mail to the office into this file: what to look at, whom to remind. It has names in it.",
      valueName: "file"))
  var digest: String?

  @Option(help: ArgumentHelp("Apply the roster's plan that has this hash, though it passes limits.", valueName: "hash"))
  var approve: String?

  @Flag(help: "Let more pages leave the published site than the limit, this once.")
  var allowRemovals = false

  @Flag(help: "Say nothing while all is well.")
  var quiet = false

  func validate() throws {
    if output.isEmpty { throw ValidationError("--output needs the name of a folder.") }
    if let approve, approve.count != 64 || !approve.allSatisfy(\.isHexDigit) {
      throw ValidationError("--approve needs the whole hash of a plan, 64 digits, as the report shows it.")
    }
  }

  func run() async throws {
    var options = NightOptions(build: try site.buildOptions())
    options.build.outputFolder = output
    options.approved = approve?.lowercased()
    options.allowsRemovals = allowRemovals
    let printer = NightPrinter(isQuiet: quiet)
    let signals = StopSignals()
    let night = await Nightly.run(options, hear: printer.hear) { signals.come }
    printer.finish(night)
    let isReported = printer.write(night, report: report, summary: summary, digest: digest)
    throw StopSignals.end(night.exit == .done && !isReported ? NightExit.check.rawValue : night.exit.rawValue)
  }
}
