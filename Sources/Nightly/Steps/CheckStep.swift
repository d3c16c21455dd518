import Community
import Files

/// Searches the finished site for those who must not be in it.
struct CheckStep: NightlyStep {
  let name = NightStep.Name.check
  private let options: NightOptions

  init(_ options: NightOptions) {
    self.options = options
  }

  func run(_ report: inout NightReport) async -> NightStep {
    let build = options.build
    var load = LoadOptions(
      contentFolder: build.contentFolder, asOf: build.asOf, includesDrafts: build.includesDrafts, baseURL: build.baseURL,
      workers: build.workers)
    load.asOfDay = build.asOfDay
    guard let community = Community.load(load).community else {
      return NightStep(.check, .refused, exit: .check, "the content has changed since it was built", remedy: "run it again")
    }
    let proof = AbsenceProof(community)
    do throws(FileProblem) {
      let (files, hits) = try proof.search(build.outputFolder, workers: build.workers)
      guard hits.isEmpty else {
        return NightStep(
          .check, .refused, exit: .check,
          "\(hits.count.of("file")) of the output would tell of somebody who is not published",
          remedy: "look for the file's name, or the mail address, of an unpublished profile in \(hits[0])")
      }
      return NightStep(
        .check, .done, "\(files.of("file")) searched for \(proof.count.of("unpublished profile")), none found")
    } catch {
      return NightStep(.check, .refused, exit: .check, error.message)
    }
  }
}
