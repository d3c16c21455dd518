import ArgumentParser
import Diagnostics
import Files
import RosterSync

/// Says what a sync would do, or did.
struct SyncPrinter {
  let isJSON: Bool
  let showsValues: Bool
  /// Where the reports go.
  let folder: String?

  /// Shows the plan and asks whether to apply it.
  func asks(_ plan: SyncPlan) -> Bool {
    Terminal.write(PlanText(showsValues: true).text(RosterSync.Result(plan: plan)), to: .output)
    guard plan.hasChanges else { return true }
    Terminal.write(plan.isHeld ? "Apply the opt-outs? [y/N] " : "Apply this? [y/N] ", to: .output)
    let answer = readLine(strippingNewline: true)?.lowercased() ?? ""
    return answer == "y" || answer == "yes"
  }

  /// Prints the result and writes the reports.
  func finish(_ result: RosterSync.Result) throws(SyncStop) {
    let text =
      isJSON
      ? PlanJSON.text(result, showsValues: showsValues) : PlanText(showsValues: showsValues).text(result)
    Terminal.write(text, to: .output)
    do throws(FileProblem) {
      guard folder != nil else { return }
      try write(PlanJSON.text(result, showsValues: false), PlanMarkdown.text(result))
    } catch {
      throw .system(error)
    }
  }

  /// Says why there is no result, in the reports too.
  func print(_ stop: SyncStop) {
    if isJSON { Terminal.write(StopReport.json(stop), to: .output) }
    defer { try? write(StopReport.json(stop), StopReport.markdown(stop)) }
    if case .settings(let diagnostics) = stop {
      let form = TerminalForm(isColoured: Terminal.Stream.error.showsColour)
      Terminal.write(diagnostics.map(form.text).joined(), to: .error)
    }
    Terminal.write("mentorbook: \(stop.message)\n" + (stop.remedy.map { "  \($0)\n" } ?? ""), to: .error)
  }

  private func write(_ json: String, _ markdown: String) throws(FileProblem) {
    guard let folder else { return }
    try FileWriting.makeFolder(folder)
    try FileWriting.replace(folder + "/report.json", with: Array(json.utf8))
    try FileWriting.replace(folder + "/report.md", with: Array(markdown.utf8))
  }
}
