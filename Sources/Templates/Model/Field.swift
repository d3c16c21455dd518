import Hypertext

/// One field of a model: its name in templates, one line of documentation, and how it is read.
public struct Field<Model>: Sendable {
  let erased: ErasedField

  init(_ name: String, _ documentation: String, isOptional: Bool = false, _ access: FieldAccess) {
    erased = ErasedField(name: name, documentation: documentation, isOptional: isOptional, access: access)
  }
}

// MARK: - Values

extension Field {
  /// Text, which is always escaped.
  public static func text(
    _ name: String, _ documentation: String, _ get: @escaping @Sendable (Model) -> String
  ) -> Field {
    Field(name, documentation, .text { read($0, get) })
  }

  /// Text that may be absent.
  public static func text(
    _ name: String, _ documentation: String, _ get: @escaping @Sendable (Model) -> String?
  ) -> Field {
    Field(name, documentation, isOptional: true, .text { read($0, get) })
  }

  /// A whole number; 0 is falsy.
  public static func number(
    _ name: String, _ documentation: String, _ get: @escaping @Sendable (Model) -> Int
  ) -> Field {
    Field(name, documentation, .number { read($0, get) })
  }

  /// Yes or no.
  public static func flag(
    _ name: String, _ documentation: String, _ get: @escaping @Sendable (Model) -> Bool
  ) -> Field {
    Field(name, documentation, .flag { read($0, get) })
  }

  /// Safe HTML.
  public static func html(
    _ name: String, _ documentation: String, _ get: @escaping @Sendable (Model) -> SafeHTML
  ) -> Field {
    Field(name, documentation, .html { read($0, get) })
  }

  /// Safe HTML that may be absent.
  public static func html(
    _ name: String, _ documentation: String, _ get: @escaping @Sendable (Model) -> SafeHTML?
  ) -> Field {
    Field(name, documentation, isOptional: true, .html { read($0, get) })
  }

  /// A place in the site, or a safe URL.
  public static func link(
    _ name: String, _ documentation: String, _ get: @escaping @Sendable (Model) -> Link
  ) -> Field {
    Field(name, documentation, .link { read($0, get) })
  }

  /// A link that may be absent.
  public static func link(
    _ name: String, _ documentation: String, _ get: @escaping @Sendable (Model) -> Link?
  ) -> Field {
    Field(name, documentation, isOptional: true, .link { read($0, get) })
  }

  /// JSON, UTF-8, for a `<script>`; the renderer writes `<`, `>`, `&`, U+2028 and U+2029 as `\u` escapes.
  public static func json(
    _ name: String, _ documentation: String, _ get: @escaping @Sendable (Model) -> [UInt8]
  ) -> Field {
    Field(name, documentation, .json { read($0, get) })
  }

  /// JSON that may be absent.
  public static func json(
    _ name: String, _ documentation: String, _ get: @escaping @Sendable (Model) -> [UInt8]?
  ) -> Field {
    Field(name, documentation, isOptional: true, .json { read($0, get) })
  }

  /// Several texts.
  public static func texts(
    _ name: String, _ documentation: String, _ get: @escaping @Sendable (Model) -> [String]
  ) -> Field {
    Field(name, documentation, .texts { read($0, get) })
  }
}

// MARK: - Objects and lists

extension Field {
  /// An object that is made when a template asks for it.
  public static func model<Part: TemplateModel>(
    _ name: String, _ documentation: String, _ get: @escaping @Sendable (Model) -> Part
  ) -> Field {
    Field(name, documentation, .object(get))
  }

  /// An object that may be absent.
  public static func model<Part: TemplateModel>(
    _ name: String, _ documentation: String, _ get: @escaping @Sendable (Model) -> Part?
  ) -> Field {
    Field(name, documentation, isOptional: true, .object(get))
  }

  /// An object that the model stores: where the model is a struct, it is read in place, without a copy. In a class a
  /// closure is faster than a key path.
  public static func model<Part: TemplateModel>(
    _ name: String, _ documentation: String, _ path: KeyPath<Model, Part> & Sendable
  ) -> Field {
    Field(name, documentation, .storedObject(path))
  }

  /// A list of objects that is made when a template asks for it.
  public static func list<Part: TemplateModel>(
    _ name: String, _ documentation: String, _ get: @escaping @Sendable (Model) -> [Part]
  ) -> Field {
    Field(name, documentation, .list(of: { Part.schema.erased }, get))
  }

  /// A list of objects that the model stores: where the model is a struct, it is read in place, without a copy. In a
  /// class a closure is faster than a key path.
  public static func list<Part: TemplateModel>(
    _ name: String, _ documentation: String, _ path: KeyPath<Model, [Part]> & Sendable
  ) -> Field {
    Field(name, documentation, .storedList(path))
  }

  /// Whether a list that the model stores has any elements: what a heading above the list asks.
  public static func flag<Part: TemplateModel>(
    _ name: String, _ documentation: String, anyIn path: KeyPath<Model, [Part]> & Sendable
  ) -> Field {
    let list = FieldAccess.storedList(path)
    return Field(name, documentation, .flag { list.isTruthy($0) })
  }

  /// All fields of a part, as fields of the model that stores it: a profile has what its card has.
  public static func including<Part: TemplateModel>(_ path: KeyPath<Model, Part> & Sendable) -> [Field] {
    guard case .object(_, let part) = FieldAccess.storedObject(path) else { return [] }
    return Part.schema.erased.fields.map {
      Field($0.name, $0.documentation, isOptional: $0.isOptional, $0.access.within(part))
    }
  }
}
