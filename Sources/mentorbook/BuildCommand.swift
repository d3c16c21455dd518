import ArgumentParser
import SiteBuilder

struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Write the site to output/.",
    discussion: """
      Only files that changed are written, and files that no page owns any more are removed. A build that is \
      interrupted leaves no half-written file; the next one goes on where it stopped.

      A profile with an error is left out and reported; all others are built. With --strict nothing is written while \
      anything is wrong.

      Examples:
        mentorbook build
        mentorbook build --base-url https://mentors.example.edu/alumni/ --output /srv/www/mentors
        mentorbook build --as-of 2027-03-01 --strict --format github
      """)

  @OptionGroup var site: SiteOptions
  @OptionGroup var report: ReportOptions

  @Option(help: ArgumentHelp("The folder to write to.", valueName: "folder"))
  var output = "output"

  @Flag(help: "Write nothing while anything is wrong, warnings included.")
  var strict = false

  @Flag(help: "Build everything anew and put it in the place of what is there.")
  var clean = false

  @Flag(help: "Say how long each step took.")
  var timings = false

  func validate() throws {
    if output.isEmpty { throw ValidationError("--output needs the name of a folder.") }
  }

  func run() async throws {
    var options = try site.buildOptions()
    options.outputFolder = output
    options.isStrict = strict
    options.isClean = clean
    let progress = ProgressLine()
    let stopwatch = Stopwatch()
    let result = await SiteBuilder.build(options) { progress.show($0) }
    progress.clear()
    try report.print(result.printedDiagnostics)
    report.close(BuildSummary(result, seconds: stopwatch.seconds, isStrict: strict, showsTimings: timings))
    throw ExitCode(BuildSummary.exitCode(result))
  }
}
