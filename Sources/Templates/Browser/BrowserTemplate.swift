import Diagnostics

/// A template compiled for the browser: steps that a small script follows, and for each model a record of the values that
/// the steps ask for.
///
/// So what the build writes on static pages and what a script writes later come from one template, whatever a theme makes
/// of it. The form of steps and records is in docs/search-format.md, "Cards".
public struct BrowserTemplate<Model: TemplateModel>: Sendable {
  /// The steps as JSON.
  public let steps: [UInt8]
  let layout: RecordLayout

  /// Appends the record of a model, a JSON array.
  public func appendRecord(of model: Model, to output: inout [UInt8]) {
    withUnsafePointer(to: model) { layout.append(UnsafeRawPointer($0), to: &output) }
  }
}

extension TemplateLibrary {
  /// Compiles a partial for the browser, as if it were a template of its own.
  ///
  /// - Returns: the template, unless a diagnostic is an error. A partial that writes JSON, or that calls itself, can't be
  ///   followed by the script.
  public func compileForBrowser<Model: TemplateModel>(
    _ partial: String, for model: Model.Type
  ) -> (template: BrowserTemplate<Model>?, diagnostics: [Diagnostic]) {
    guard let tree = partials[partial] else { return (nil, [.unknownTemplate(partial, among: partials.keys)]) }
    var compiler = Compiler(tree, page: Model.schema.erased, library: self, policy: .html)
    compiler.reportEndlessCalls()
    if compiler.isWellFormed { compiler.checkMarkup() }
    guard !compiler.diagnostics.hasErrors else { return (nil, compiler.diagnostics) }
    var assembler = BrowserAssembler(compiler.routines)
    let steps = assembler.steps()
    for (problem, place) in assembler.problems {
      compiler.note([Finding(problem: problem, range: place.range)], file: place.file)
    }
    let diagnostics = compiler.diagnostics
    guard !diagnostics.hasErrors else { return (nil, diagnostics) }
    return (BrowserTemplate(steps: steps, layout: assembler.layout.finished), diagnostics)
  }
}
