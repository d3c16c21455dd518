import Diagnostics
import SiteBuilder

/// Builds the site. Profiles and pages with errors are left out of it; `CheckStep` judges that.
struct BuildStep: NightlyStep {
  static let remedy = "mend what  mentorbook build  names; until then the site stays as it was published last"
  let name = NightStep.Name.build
  private let options: NightOptions

  init(_ options: NightOptions) {
    self.options = options
  }

  func run(_ report: inout NightReport) async -> NightStep {
    let build = await SiteBuilder.build(options.build)
    report.build = build
    let errors = build.diagnostics.count { $0.severity == .error }
    switch build.outcome {
    case .failed(let message, let remedy):
      return NightStep(.build, .refused, exit: .check, message, remedy: remedy ?? Self.remedy)
    case .refused:
      return NightStep(.build, .refused, exit: .check, "nothing was built: \(errors.of("error"))", remedy: Self.remedy)
    case .written:
      return NightStep(
        .build, .done,
        "\(build.mentors.of("mentor")), \(build.files.of("file")): \(build.changed) changed, \(build.removed) removed")
    }
  }
}

extension Int {
  /// The number and what it counts: `1 file`, `2 files`.
  func of(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}
