import Diagnostics

@testable import Templates

/// A value as the cases of the Mustache specification write it.
enum DynamicValue: Sendable {
  case text(String)
  case number(Int)
  case flag(Bool)
  case list([DynamicValue])
  case object([String: DynamicValue])
  case null
}

extension DynamicValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
  init(stringLiteral text: String) { self = .text(text) }
  init(integerLiteral number: Int) { self = .number(number) }
  init(booleanLiteral flag: Bool) { self = .flag(flag) }
  init(arrayLiteral elements: DynamicValue...) { self = .list(elements) }
  init(dictionaryLiteral pairs: (String, DynamicValue)...) { self = .object(Dictionary(uniqueKeysWithValues: pairs)) }
  init(nilLiteral: ()) { self = .null }

  var text: String? {
    switch self {
    case .text(let text): text
    case .number(let number): String(number)
    default: nil
    }
  }
}

/// A model whose schema is made from the value that it holds.
struct DynamicModel: TemplateModel {
  let value: DynamicValue

  static let schema = Schema<DynamicModel>("dynamic", "made at run time") {}

  /// The member of that name; an element of a list that is no object is its own member `.`.
  subscript(name: String) -> DynamicValue {
    if name == "." { return value }
    guard case .object(let members) = value else { return .null }
    return members[name] ?? .null
  }

  var elements: [DynamicValue] {
    if case .list(let elements) = value { elements } else { [] }
  }
}

/// Makes schemas from values, each told apart from all others.
final class DynamicSchemas {
  private var count = 0

  func schema(for examples: [DynamicValue]) -> Schema<DynamicModel> {
    count += 1
    var fields: [Field<DynamicModel>] = []
    var members: [String: [DynamicValue]] = [:]
    for example in examples {
      if case .object(let object) = example {
        members.merge(object.mapValues { [$0] }) { $0 + $1 }
      } else {
        members[".", default: []].append(example)
      }
    }
    let identity = SchemaIdentity(type: ObjectIdentifier(DynamicModel.self), variant: count)
    for (name, values) in members.sorted(by: { $0.key < $1.key }) { fields.append(field(name, values)) }
    return Schema("dynamic", "made at run time", identity: identity, fields: fields)
  }

  private func field(_ name: String, _ values: [DynamicValue]) -> Field<DynamicModel> {
    switch values[0] {
    case .text, .null:
      return .text(name, "") { $0[name].text }
    case .number:
      return .number(name, "") { if case .number(let number) = $0[name] { number } else { 0 } }
    case .flag:
      return .flag(name, "") { if case .flag(let flag) = $0[name] { flag } else { false } }
    case .object:
      let schema = schema(for: values).erased
      let access = FieldAccess.object { (model: DynamicModel) -> DynamicModel? in
        if case .object = model[name] { DynamicModel(value: model[name]) } else { nil }
      }
      guard case .object(_, let read) = access else { fatalError("an object's access reads an object") }
      return Field(name, "", .object({ schema }, read))
    case .list:
      let elements = values.flatMap { DynamicModel(value: $0).elements }
      if elements.allSatisfy({ $0.text != nil }) {
        return .texts(name, "") { DynamicModel(value: $0[name]).elements.compactMap(\.text) }
      }
      let schema = schema(for: elements).erased
      return Field(
        name, "",
        .list(of: { schema }) { (model: DynamicModel) in
          DynamicModel(value: model[name]).elements.map(DynamicModel.init)
        })
    }
  }
}

/// Renders a template by the bare rules of Mustache.
func renderPlain(
  _ template: String, _ data: DynamicValue, partials: [String: String] = [:]
) -> (output: String?, diagnostics: [Diagnostic]) {
  let library = TemplateLibrary(
    templates: [TemplateSource(name: "case", file: SourceFile(path: "case.mustache", text: template))],
    partials: partials.sorted { $0.key < $1.key }.map {
      TemplateSource(name: $0.key, file: SourceFile(path: "partials/\($0.key).mustache", text: $0.value))
    },
    strings: [:])
  let (compiled, diagnostics) = library.compile("case", DynamicSchemas().schema(for: [data]), policy: .plain)
  guard let compiled else { return (nil, diagnostics) }
  var output: [UInt8] = []
  compiled.render(DynamicModel(value: data), rootPrefix: "", into: &output)
  return (String(decoding: output, as: UTF8.self), diagnostics)
}
