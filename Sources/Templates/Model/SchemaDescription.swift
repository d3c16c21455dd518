/// A schema as plain values, for `theme fields`: a tree that can be printed as text or JSON.
public struct SchemaDescription: Hashable, Sendable {
  /// What messages call the model.
  public let name: String
  /// One line about it.
  public let summary: String
  /// Its fields in the order of declaration.
  public let fields: [FieldDescription]

  /// Describes a schema and the schemas within it.
  public static func describe<Model>(_ schema: Schema<Model>) -> SchemaDescription {
    SchemaDescription(schema.erased, within: [])
  }

  private init(_ schema: ErasedSchema, within outer: [SchemaIdentity]) {
    name = schema.name
    summary = schema.summary
    let path = outer + [schema.identity]
    fields = schema.fields.map { field in
      let nested = field.access.nestedSchema
      return FieldDescription(
        name: field.name, kind: field.access.kind, isOptional: field.isOptional, documentation: field.documentation,
        model: nested?.name,
        nested: nested.flatMap { path.contains($0.identity) ? nil : SchemaDescription($0, within: path) })
    }
  }
}

/// One field of a `SchemaDescription`.
public struct FieldDescription: Hashable, Sendable {
  /// The name in templates.
  public let name: String
  /// What it holds.
  public let kind: FieldKind
  /// Whether it may be absent.
  public let isOptional: Bool
  /// One line about it.
  public let documentation: String
  /// For objects and lists, the name of the model within.
  public let model: String?
  /// For objects and lists, the model within; nil where the model contains itself and was described further out.
  public let nested: SchemaDescription?
}
