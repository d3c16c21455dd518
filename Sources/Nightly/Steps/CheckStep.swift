import Diagnostics
import SiteBuilder

/// Judges what the build found.
///
/// One person's mistake must not keep another on the site who wants to leave, or cost the others their night. So an error
/// in the file of a profile or a page keeps that file's page from being changed or shown, and nothing else; somebody has
/// to look. An error in what all pages depend on ends the run.
///
/// While it wrote, the build searched every file for people who must not be in it (`AbsenceProof`), and every text for
/// links that lead nowhere; what it found is judged here.
struct CheckStep: NightlyStep {
  let name = NightStep.Name.check
  private let content: String

  init(_ options: NightOptions) {
    content = options.build.contentFolder
  }

  func run(_ report: inout NightReport) async -> NightStep {
    guard let build = report.build else { return NightStep(.check, .refused, exit: .check, "nothing was built") }
    let errors = build.diagnostics.filter { $0.severity == .error }
    let warnings = build.diagnostics.count - errors.count
    let proof = "no file tells of the \(build.withheld.of("profile")) kept back"
    if errors.isEmpty { return NightStep(.check, .done, "\(warnings.of("warning")); \(proof)") }
    let elsewhere = errors.count { !isOfOneFile($0) }
    guard elsewhere == 0 else {
      return NightStep(
        .check, .refused, exit: .check,
        "\(errors.count.of("error")), \(elsewhere) of them not in a single profile or page",
        remedy: BuildStep.remedy)
    }
    return NightStep(
      .check, .withheld, exit: .withheld,
      "\(errors.count.of("error")): \(build.broken.of("profile")) left out, "
        + "\(build.faultyPages.of("page")) not renewed; \(proof)",
      remedy: "mend what  mentorbook check  names")
  }

  /// Whether a finding is about one profile or page, and so about nobody else's.
  private func isOfOneFile(_ finding: Diagnostic) -> Bool {
    finding.path.hasSuffix(".md")
      && ["mentors", "guide", "pages"].contains { finding.path.hasPrefix("\(content)/\($0)/") }
  }
}
