import Diagnostics
import SiteBuilder

/// Judges what the build found: an error keeps the site from being published.
///
/// While it wrote, the build searched every file for people who must not be in it (`AbsenceProof`), and every text for
/// links that lead nowhere; what it found is judged here.
struct CheckStep: NightlyStep {
  let name = NightStep.Name.check

  func run(_ report: inout NightReport) async -> NightStep {
    guard let build = report.build else { return NightStep(.check, .refused, exit: .check, "nothing was built") }
    let errors = build.diagnostics.count { $0.severity == .error }
    let warnings = build.diagnostics.count - errors
    guard errors == 0 else {
      return NightStep(
        .check, .refused, exit: .check, "\(errors.of("error")), \(build.broken.of("profile")) left out",
        remedy: BuildStep.remedy)
    }
    return NightStep(
      .check, .done, "\(warnings.of("warning")); no file tells of the \(build.withheld.of("profile")) kept back")
  }
}
