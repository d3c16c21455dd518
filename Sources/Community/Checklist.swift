import Diagnostics
import Hypertext
import Markdown

extension Community {
  /// The page whose checklist prepares for a meeting: the one that the settings name, or the guide's first. Nothing
  /// where no page has one.
  public var checklist: TextPage? {
    let page =
      if let chosen = settings.requests.checklist {
        (guide + pages).first { $0.address.path == chosen.path }
      } else {
        guide.first { !$0.text.checklist.isEmpty }
      }
    return page?.text.checklist.isEmpty == false ? page : nil
  }
}

extension SiteSettings {
  /// What is to be said about the page that the settings name for its checklist, if it is there. A page that is not
  /// there is missed like the target of any link.
  func checklistDiagnostics(among pages: [TextPage]) -> [Diagnostic] {
    guard let chosen = requests.checklist, let page = pages.first(where: { $0.address.path == chosen.path }),
      page.text.checklist.isEmpty, let reference = references.first(where: { $0.target == chosen })
    else { return [] }
    let problem = SettingsProblem.noChecklist(reference.written)
    var diagnostic = Diagnostic(
      problem.severity, problem.code, path: reference.path, at: reference.range, problem.message,
      remedy: problem.remedy)
    diagnostic.excerpt = reference.excerpt
    return [diagnostic]
  }
}
