/// A page, or a part of a page, as templates see it.
///
/// The conforming type declares its fields once, in its schema: name, documentation and accessor together. A template
/// is compiled against the schema, so a name that the page lacks is found before any page is rendered.
///
///     struct TermModel: TemplateModel {
///       let label: String
///       let link: Link
///
///       static let schema = Schema<TermModel>("term", "one value of a facet") {
///         Field.text("label", "the term as readers see it") { $0.label }
///         Field.link("link", "the page of the mentors that have it") { $0.link }
///       }
///     }
public protocol TemplateModel: Sendable {
  /// The fields that a template may name; a stored `static let`, so that it is made once.
  static var schema: Schema<Self> { get }
}

/// The fields of one kind of page or part.
public struct Schema<Model>: Sendable {
  let erased: ErasedSchema

  /// A schema.
  ///
  /// - Parameters:
  ///   - name: what messages call the model: `profile`, `card`.
  ///   - summary: one line for `theme fields`.
  ///   - fields: the fields in the order in which `theme fields` lists them. Where a name is declared twice the later
  ///     declaration counts, so that a model can include another's fields and redefine one.
  public init(_ name: String, _ summary: String, @SchemaBuilder<Model> fields: () -> [Field<Model>]) {
    self.init(name, summary, identity: SchemaIdentity(type: ObjectIdentifier(Model.self)), fields: fields())
  }

  init(_ name: String, _ summary: String, identity: SchemaIdentity, fields: [Field<Model>]) {
    erased = ErasedSchema(
      name: name, summary: summary, identity: identity, isReference: Model.self is AnyObject.Type,
      fields: fields.map(\.erased))
  }
}

/// Collects the fields of a schema.
@resultBuilder
public enum SchemaBuilder<Model> {
  /// One field.
  public static func buildExpression(_ field: Field<Model>) -> [Field<Model>] { [field] }

  /// Several fields at once, such as those of an included model.
  public static func buildExpression(_ fields: [Field<Model>]) -> [Field<Model>] { fields }

  /// All of them in order.
  public static func buildBlock(_ parts: [Field<Model>]...) -> [Field<Model>] { parts.flatMap { $0 } }
}

// MARK: - Without the type

/// Which model a schema describes. Two schemas of one identity have the same fields.
struct SchemaIdentity: Hashable, Sendable {
  let type: ObjectIdentifier
  /// Tells apart schemas that are made at run time for one Swift type, as the tests do.
  var variant = 0
}

/// A schema that forgot which Swift type its accessors read.
final class ErasedSchema: Sendable {
  let name: String
  let summary: String
  let identity: SchemaIdentity
  /// Whether its models are objects that pages may share, not values.
  let isReference: Bool
  let fields: [ErasedField]
  private let indices: [String: Int]

  init(name: String, summary: String, identity: SchemaIdentity, isReference: Bool, fields: [ErasedField]) {
    var kept: [ErasedField] = []
    var indices: [String: Int] = [:]
    for field in fields {
      if let index = indices[field.name] {
        kept[index] = field
      } else {
        indices[field.name] = kept.count
        kept.append(field)
      }
    }
    self.name = name
    self.summary = summary
    self.identity = identity
    self.isReference = isReference
    self.fields = kept
    self.indices = indices
  }

  /// The field of that name.
  subscript(name: String) -> ErasedField? { indices[name].map { fields[$0] } }
}

/// A field that forgot which Swift type it reads.
struct ErasedField: Sendable {
  let name: String
  let documentation: String
  let isOptional: Bool
  let access: FieldAccess
}
