import ArgumentParser
import Publishing

struct PublishCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Put the finished site where it is served.",
    discussion: """
      content/publish.yaml says where: folders, hosts reached by rsync, git branches, storage that speaks S3; several at \
      once if you like. Style sheets, scripts and the search index go first, then pages, then what leaves. What readers \
      of older pages still need stays for a week. A run that was cut off is finished by the next.

      Examples:
        mentorbook publish --plan              what would change
        mentorbook publish                     do it
        mentorbook publish --target web --rollback
        mentorbook publish --allow-removals    more pages go than the limit, this once

      Exit codes: 0 done; 2 the plan shows changes; 20 a limit was passed, or the output is not fit to be published; 23 \
      publishing failed, the old site is shown; 24 it failed midway, publish again; 30 another run is going on; 64 \
      publish.yaml or the command line is wrong.
      """)

  @OptionGroup var folder: RunOptions

  @Option(help: ArgumentHelp("The folder that the site was built into.", valueName: "folder"))
  var output = "output"

  @Option(help: ArgumentHelp("Publish to this target only; may be given several times.", valueName: "name"))
  var target: [String] = []

  @Flag(help: "Show what would be done, and change nothing.")
  var plan = false

  @Flag(help: "Print the plan, or what was done, as JSON.")
  var json = false

  @Flag(help: "Let more pages go than the limit, this once.")
  var allowRemovals = false

  @Flag(help: "Publish though the build found errors: pages with errors stay as they were, profiles with errors leave.")
  var allowErrors = false

  @Flag(help: "Show again what was published before.")
  var rollback = false

  @Flag(help: "Let a rollback show profiles again that were taken off since.")
  var bringBack = false

  @Flag(help: "Publish to a place that has other files, or a damaged record. Those files stay.")
  var takeOver = false

  @Flag(help: "Remove earlier releases and files of older pages at once: somebody's data had to be erased.")
  var forget = false

  func validate() throws {
    if output.isEmpty { throw ValidationError("--output needs the name of a folder.") }
    if plan && rollback { throw ValidationError("--plan shows, --rollback acts: choose one.") }
    if bringBack && !rollback { throw ValidationError("--bring-back goes with --rollback.") }
  }

  func run() async throws {
    let signals = StopSignals()
    var options = options
    options.signal = { signals.come }
    let report = await Publishing.run(options)
    let findings = ReportOptions.text(of: report.diagnostics)
    Terminal.write(findings + PublishText.problems(of: report), to: .error)
    Terminal.write(json ? PublishJSON.text(of: report) : PublishText.output(of: report), to: .output)
    throw StopSignals.end(signals.come?.exitCode ?? report.exit.rawValue)
  }

  private var options: PublishOptions {
    var options = PublishOptions(
      plan ? .plan : rollback ? .rollBack : .publish, now: folder.moment, workers: folder.workers)
    options.contentFolder = folder.contentFolder
    options.outputFolder = output.withoutTrailingSlash
    options.targets = target
    options.allowsRemovals = allowRemovals
    options.allowsErrors = allowErrors
    options.takesOver = takeOver
    options.forgets = forget
    options.bringsBack = bringBack
    return options
  }
}
