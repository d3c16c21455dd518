import Hypertext

// Type erasure: the one file that reads a model through a raw pointer.
//
// A template's context is the address of a model, so entering a section costs one store and no page needs a dictionary.
// Who holds a `FieldAccess` must hand it the address of a model of the type that it was made for; the compiler does, as
// it takes both from the same schema.

/// How a field is read from a model at an address. Absent values read as nil.
enum FieldAccess: Sendable {
  case text(@Sendable (UnsafeRawPointer) -> String?)
  case number(@Sendable (UnsafeRawPointer) -> Int?)
  case flag(@Sendable (UnsafeRawPointer) -> Bool)
  case html(@Sendable (UnsafeRawPointer) -> SafeHTML?)
  case link(@Sendable (UnsafeRawPointer) -> Link?)
  case json(@Sendable (UnsafeRawPointer) -> [UInt8]?)
  case texts(@Sendable (UnsafeRawPointer) -> [String])
  case object(SchemaReference, ObjectAccess)
  case list(SchemaReference, ListAccess)

  /// Calls its second argument with the address of the object, or not at all when there is none.
  typealias ObjectAccess = @Sendable (UnsafeRawPointer, (UnsafeRawPointer) -> Void) -> Void
  /// Calls its second argument once with the elements, or not at all.
  typealias ListAccess = @Sendable (UnsafeRawPointer, (ModelList) -> Void) -> Void
  /// The schema of the objects behind a field. Asked for late, so that a model may contain itself.
  typealias SchemaReference = @Sendable () -> ErasedSchema
}

/// Models that lie one after the other.
struct ModelList {
  let first: UnsafeRawPointer
  let count: Int
  let stride: Int
}

extension FieldAccess {
  /// What the field holds.
  var kind: FieldKind {
    switch self {
    case .text: .text
    case .number: .number
    case .flag: .flag
    case .html: .html
    case .link: .link
    case .json: .json
    case .texts: .texts
    case .object: .object
    case .list: .list
    }
  }

  /// The schema of the object or of the list's elements.
  var nestedSchema: ErasedSchema? {
    switch self {
    case .object(let schema, _), .list(let schema, _): schema()
    default: nil
    }
  }
}

// MARK: - Reading

extension FieldAccess {
  static func object<Model, Part: TemplateModel>(_ get: @escaping @Sendable (Model) -> Part) -> FieldAccess {
    .object({ Part.schema.erased }) { model, body in
      withUnsafePointer(to: read(model, get)) { body(UnsafeRawPointer($0)) }
    }
  }

  static func object<Model, Part: TemplateModel>(_ get: @escaping @Sendable (Model) -> Part?) -> FieldAccess {
    .object({ Part.schema.erased }) { model, body in
      guard let part = read(model, get) else { return }
      withUnsafePointer(to: part) { body(UnsafeRawPointer($0)) }
    }
  }

  static func list<Model, Part>(
    of schema: @escaping SchemaReference, _ get: @escaping @Sendable (Model) -> [Part]
  ) -> FieldAccess {
    .list(schema) { model, body in read(model, get).withAddress(body) }
  }

  /// Where a part lies within its model, the part is read in place: nothing is copied or retained.
  static func storedObject<Model, Part: TemplateModel>(_ path: KeyPath<Model, Part> & Sendable) -> FieldAccess {
    guard let offset = MemoryLayout<Model>.offset(of: path) else {
      return .object { (model: Model) in model[keyPath: path] }
    }
    return .object({ Part.schema.erased }) { model, body in body(model + offset) }
  }

  static func storedList<Model, Part: TemplateModel>(_ path: KeyPath<Model, [Part]> & Sendable) -> FieldAccess {
    guard let offset = MemoryLayout<Model>.offset(of: path) else {
      return .list(of: { Part.schema.erased }) { (model: Model) in model[keyPath: path] }
    }
    return .list({ Part.schema.erased }) { model, body in
      (model + offset).assumingMemoryBound(to: [Part].self).pointee.withAddress(body)
    }
  }
}

extension Array {
  fileprivate func withAddress(_ body: (ModelList) -> Void) {
    withUnsafeBufferPointer { elements in
      guard let first = elements.baseAddress else { return }
      body(
        ModelList(first: UnsafeRawPointer(first), count: elements.count, stride: MemoryLayout<Element>.stride))
    }
  }
}

/// Calls an accessor with the model at an address.
///
/// The model counts as one that can't be copied, so that it is only lent: copying it would retain every string in it.
@inline(__always)
func read<Model: ~Copyable, Value>(_ model: UnsafeRawPointer, _ get: (borrowing Model) -> Value) -> Value {
  get(model.assumingMemoryBound(to: Model.self).pointee)
}

// MARK: - Behind an object

extension FieldAccess {
  /// The field as it reads from the model that holds the object: how a dotted name is made.
  func within(_ object: @escaping ObjectAccess) -> FieldAccess {
    switch self {
    case .text(let get): .text { FieldAccess.value(within: object, at: $0, get) }
    case .number(let get): .number { FieldAccess.value(within: object, at: $0, get) }
    case .html(let get): .html { FieldAccess.value(within: object, at: $0, get) }
    case .link(let get): .link { FieldAccess.value(within: object, at: $0, get) }
    case .json(let get): .json { FieldAccess.value(within: object, at: $0, get) }
    case .flag(let get): .flag { FieldAccess.value(within: object, at: $0, get) ?? false }
    case .texts(let get): .texts { FieldAccess.value(within: object, at: $0, get) ?? [] }
    case .object(let schema, let get):
      .object(schema) { model, body in object(model) { get($0, body) } }
    case .list(let schema, let get):
      .list(schema) { model, body in object(model) { get($0, body) } }
    }
  }

  private static func value<Value>(
    within object: @escaping ObjectAccess, at model: UnsafeRawPointer, _ get: (UnsafeRawPointer) -> Value?
  ) -> Value? {
    var value: Value?
    object(model) { value = get($0) }
    return value
  }
}
