import Diagnostics
import FrontMatter
import Hypertext
import Markdown

/// Reads one page of the guide or of `pages/`: pure, like `ProfileReading`.
struct TextPageReading {
  let includesDrafts: Bool
  /// Places that no page may lead to, for they tell of mentors who are kept back.
  var unpublished: Set<String> = []
  /// The words above callouts without a title of their own.
  let calloutLabels: [CalloutKind: String]

  /// What became of one page.
  struct Outcome {
    var page: TextPage?
    /// Whether it is kept back for what it says, and not for how it is written.
    var saysPrivateThings = false
    /// Published texts that may say a mail address.
    var mentions: [AddressMention] = []
    var diagnostics: [Diagnostic]
  }

  /// Reads the page of the given file; `contentPath` is its path below `content/`.
  func read(_ file: SourceFile, contentPath: String) -> Outcome {
    let (document, problems) = FrontMatterDocument.parse(file)
    guard let document else { return Outcome(diagnostics: problems) }
    var fields = FieldReader(document.root, in: file, name: "page")
    let references = ReferenceCollector(contentPath: contentPath, file: file, unpublished: unpublished)
    let text = Markdown.render(
      MarkdownSource(file: file, bodyRange: document.bodyRange, firstLine: document.bodyLine),
      options: .guide(references: references, calloutLabels: calloutLabels))
    if fields.flag("draft")?.value == true && !includesDrafts { return Outcome(diagnostics: []) }
    let title = fields.text("title")?.value
    if title == nil { fields.report(ContentProblem.noTitle, at: SourceRange(line: 1, column: 1)) }
    var diagnostics = problems + text.diagnostics
    var found = references.references(in: text, diagnostics: &diagnostics)
    let page = TextPage(
      contentPath: contentPath,
      address: SiteAddresses.page(forContent: contentPath) ?? .home,
      title: title ?? "",
      lead: fields.text("lead")?.value,
      description: fields.text("description")?.value,
      section: fields.text("section")?.value,
      order: fields.integer("order", in: -100_000...100_000)?.value ?? 1000,
      actions: fields.linkedTitles("actions") { written, part in
        link(written, contentPath: contentPath, in: &part, references: &found)
      }.filter { !$0.leads(to: unpublished) },
      text: text,
      references: found)
    fields.finish(alsoKnown: ["draft"])
    diagnostics += fields.diagnostics
    return Outcome(
      page: diagnostics.hasErrors ? nil : page, mentions: .found(in: document, text: text) { $0 != "draft" },
      diagnostics: diagnostics)
  }

  private func link(
    _ written: Located<String>, contentPath: String, in fields: inout FieldReader,
    references: inout [InternalReference]
  ) -> Link {
    let outcome = WrittenLink.resolve(written.value, from: contentPath)
    if case .site(let place) = outcome.link { references.append(fields.reference(to: place, written: written)) }
    if let problem = outcome.problem { fields.report(problem, at: written.range) }
    return outcome.link ?? .site(.home)
  }
}
