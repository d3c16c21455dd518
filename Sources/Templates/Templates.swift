import Diagnostics

// Templates: Mustache, compiled once against a typed page model, rendered into bytes.
//
// How a template becomes a page:
//
// 1. `Tokenizer` cuts the text into tags and text; `StandaloneLines` takes out the lines that a tag has for itself; and
//    `TreeBuilder` nests what is left into a `TemplateTree`. This is done once for each file, by `TemplateLibrary`.
// 2. `Compiler` looks every name up in the `Schema` of the page, from the innermost object outwards, sets partials in,
//    and fills the blocks of parents. What comes out are `Step`s that know the field's accessor, not its name.
// 3. `EndlessCalls` refuses partials that would call themselves for ever.
// 4. `MarkupChecker` follows the steps through a small HTML tokenizer and refuses values where escaping would not make
//    them safe: a text as a link, anything in an event handler, a quote that only one branch closes.
// 5. `Assembler` makes the steps flat: a `Program` of instructions, neighbouring literals merged.
// 6. `Renderer` runs the program with the address of a page's model. No name is looked up, no dictionary is built, and
//    only the fields that the template names are computed. A list's section that reads nothing but a shared object is
//    written once for each object and then copied (`RenderMemory`).
//
// What is wrong is noted as `TemplateProblem`s on the way; their words are in `TemplateProblem+Message.swift`.

/// A template's text with the name that other templates call it by: `card` for `partials/card.mustache`.
public struct TemplateSource: Sendable {
  /// The name, without folder and extension.
  public let name: String
  /// The text.
  public let file: SourceFile

  /// A template's text under its name.
  public init(name: String, file: SourceFile) {
    self.name = name
    self.file = file
  }
}

/// The templates, partials and strings of one theme.
public struct TemplateLibrary: Sendable {
  let templates: [String: TemplateTree]
  let partials: [String: TemplateTree]
  let strings: [String: String]
  /// The partials that call themselves, be it through others.
  let recursivePartials: Set<String>

  /// A theme's texts.
  ///
  /// - Parameters:
  ///   - templates: one for each kind of page.
  ///   - partials: what `{{>name}}` and `{{<name}}` find.
  ///   - strings: what `{{strings.KEY}}` writes: plain text, fixed when a template is compiled.
  public init(templates: [TemplateSource], partials: [TemplateSource], strings: [String: String]) {
    self.templates = Self.trees(templates)
    self.partials = Self.trees(partials)
    self.strings = strings
    recursivePartials = PartialGraph(self.partials).recursivePartials
  }

  private static func trees(_ sources: [TemplateSource]) -> [String: TemplateTree] {
    Dictionary(sources.map { ($0.name, TreeBuilder.tree($0)) }) { $1 }
  }

  /// Whether there is a template of that name.
  public func hasTemplate(_ name: String) -> Bool { templates[name] != nil }

  /// What is wrong with the syntax of any of the files, whether a page uses it or not, sorted.
  public var syntaxDiagnostics: [Diagnostic] {
    (Array(templates.values) + partials.values).flatMap { tree in
      tree.findings.map { $0.problem.diagnostic(in: tree.file, at: $0.range) }
    }.sorted()
  }

  /// Whether there is a partial of that name.
  public func hasPartial(_ name: String) -> Bool { partials[name] != nil }

  /// Compiles the template of that name for a kind of page.
  ///
  /// - Returns: the template, unless a diagnostic is an error; and everything that is wrong with it and with the
  ///   partials that it reaches, sorted.
  public func compile<Model: TemplateModel>(
    _ name: String, for model: Model.Type
  ) -> (template: Template<Model>?, diagnostics: [Diagnostic]) {
    compile(name, Model.schema, policy: .html)
  }

  func compile<Model: TemplateModel>(
    _ name: String, _ schema: Schema<Model>, policy: TemplatePolicy
  ) -> (template: Template<Model>?, diagnostics: [Diagnostic]) {
    guard let tree = templates[name] else {
      return (nil, [.unknownTemplate(name, among: templates.keys)])
    }
    var compiler = Compiler(tree, page: schema.erased, library: self, policy: policy)
    compiler.reportEndlessCalls()
    if policy == .html, compiler.isWellFormed { compiler.checkMarkup() }
    let diagnostics = compiler.diagnostics
    guard !diagnostics.hasErrors else { return (nil, diagnostics) }
    let program = Assembler.program(compiler.routines, slotCount: compiler.schemas.count)
    return (Template(program: program), diagnostics)
  }
}
