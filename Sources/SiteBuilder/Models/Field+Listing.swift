import Templates

extension Field {
  /// A list, and a flag `has_NAME` that says whether there is anything in it.
  ///
  /// Mustache repeats a section for each element; a heading above the list needs the question on its own.
  static func listing<Part: TemplateModel>(
    _ name: String, _ documentation: String, _ path: KeyPath<Model, [Part]> & Sendable
  ) -> [Field] {
    [
      .list(name, documentation, path),
      .flag("has_\(name)", "Whether there is any.", anyIn: path),
    ]
  }
}
