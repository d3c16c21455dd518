import ArgumentParser
import Diagnostics
import SiteBuilder

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find what is wrong with the content, without writing anything.",
    discussion: """
      Reads everything that a build reads: settings, profiles, guide, pages, theme; and checks every link inside the \
      site. Each finding says where it is, what is wrong and what to write instead.

      Examples:
        mentorbook check
        mentorbook check --format json > findings.json
        mentorbook check --strict            (warnings make it fail too)
      """)

  @OptionGroup var site: SiteOptions
  @OptionGroup var report: ReportOptions

  @Flag(help: "Fail on warnings too.")
  var strict = false

  func run() throws {
    let result = SiteBuilder.check(try site.buildOptions())
    try report.print(result.printedDiagnostics)
    report.close(CheckSummary(result))
    let isBad = result.diagnostics.hasErrors || (strict && !result.diagnostics.isEmpty)
    throw ExitCode(result.outcome == .refused ? 2 : isBad ? 1 : 0)
  }
}
