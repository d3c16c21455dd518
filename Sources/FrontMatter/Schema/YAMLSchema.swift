/// What a YAML file of ours may hold, for editors and programs that understand JSON Schema.
///
/// It says no more than shapes: what a value means is checked by the readers. And it takes what they take: a year in
/// quotes, one term in the place of a list, a field without a value.
public indirect enum YAMLSchema: Sendable {
  /// One text. Numbers and flags count, for YAML takes `2013` and `yes` for such.
  case text
  /// A text that a regular expression fits.
  case pattern(String)
  /// A whole number.
  case integer(ClosedRange<Int>)
  /// True or false, in any of YAML's words.
  case flag
  /// One of some words.
  case words([String])
  /// A list, or one item of it alone.
  case list(YAMLSchema)
  /// A list that has to be one.
  case strictList(YAMLSchema)
  /// A group of named fields; `others` is what fields of other names hold, nil where there are none.
  case group([YAMLSchemaField], others: YAMLSchema? = nil)
  /// One of several shapes.
  case either([YAMLSchema])
}

/// A field of a group.
public struct YAMLSchemaField: Sendable {
  /// Its name.
  public let name: String
  /// What it holds.
  public let schema: YAMLSchema
  /// What it means, in a line: editors show it.
  public let meaning: String
  /// Whether it has to be there.
  public let isRequired: Bool

  /// A field.
  public init(_ name: String, _ schema: YAMLSchema, _ meaning: String, isRequired: Bool = false) {
    self.name = name
    self.schema = schema
    self.meaning = meaning
    self.isRequired = isRequired
  }
}

extension YAMLSchema {
  /// The whole as a JSON Schema of the 2020-12 draft, ending in a newline.
  public func document(title: String) -> String {
    var head: [(String, JSONPiece)] = [
      ("$schema", .text("https://json-schema.org/draft/2020-12/schema")), ("title", .text(title)),
    ]
    head += pieces(isRequired: true)
    return JSONPiece.object(head).text() + "\n"
  }

  /// The keywords that describe the value.
  private func pieces(isRequired: Bool) -> [(String, JSONPiece)] {
    // A field without a value is as good as absent, wherever it may be absent.
    let nothing = isRequired ? [] : [JSONPiece.text("null")]
    switch self {
    case .text: return [("type", .array([.text("string"), .text("number"), .text("boolean")] + nothing))]
    case .pattern(let pattern):
      return [("type", .array([.text("string"), .text("number")] + nothing)), ("pattern", .text(pattern))]
    case .integer(let range):
      return [
        ("type", .array([.text("integer"), .text("string")] + nothing)), ("minimum", .number(range.lowerBound)),
        ("maximum", .number(range.upperBound)), ("pattern", .text("^[+-]?[0-9]+$")),
      ]
    case .flag:
      let words = ["true", "false", "yes", "no", "on", "off", "y", "n"]
      return [("enum", .array([.flag(true), .flag(false)] + words.map { .text($0) } + (isRequired ? [] : [.null])))]
    case .words(let words): return [("enum", .array(words.map { .text($0) } + (isRequired ? [] : [.null])))]
    case .list(let item):
      return [("anyOf", .array([.object(item.pieces(isRequired: isRequired)), .object(Self.list(of: item))]))]
    case .strictList(let item):
      let list = JSONPiece.object(Self.list(of: item))
      return isRequired ? Self.list(of: item) : [("anyOf", .array([list, .object([("type", .text("null"))])]))]
    case .group(let fields, let others): return Self.group(fields, others, isRequired: isRequired)
    case .either(let shapes):
      return [("anyOf", .array(shapes.map { .object($0.pieces(isRequired: isRequired)) }))]
    }
  }

  private static func list(of item: YAMLSchema) -> [(String, JSONPiece)] {
    [("type", .text("array")), ("items", .object(item.pieces(isRequired: true)))]
  }

  private static func group(
    _ fields: [YAMLSchemaField], _ others: YAMLSchema?, isRequired: Bool
  ) -> [(String, JSONPiece)] {
    var pieces: [(String, JSONPiece)] = [
      ("type", isRequired ? .text("object") : .array([.text("object"), .text("null")]))
    ]
    if !fields.isEmpty {
      let properties = fields.map { field in
        (
          field.name,
          JSONPiece.object(
            [("description", .text(field.meaning))] + field.schema.pieces(isRequired: field.isRequired))
        )
      }
      pieces.append(("properties", .object(properties)))
    }
    let required = fields.filter(\.isRequired).map { JSONPiece.text($0.name) }
    if !required.isEmpty { pieces.append(("required", .array(required))) }
    pieces.append(
      ("additionalProperties", others.map { .object($0.pieces(isRequired: false)) } ?? .flag(false)))
    return pieces
  }
}

/// A piece of a JSON document, to be printed for people.
indirect enum JSONPiece {
  case null
  case text(String)
  case number(Int)
  case flag(Bool)
  case array([JSONPiece])
  case object([(String, JSONPiece)])

  /// The piece over as many lines as it needs; a list of plain values is one line.
  func text(indentation: String = "") -> String {
    let inner = indentation + "  "
    switch self {
    case .null: return "null"
    case .text(let text): return Self.quoted(text)
    case .number(let number): return String(number)
    case .flag(let flag): return flag ? "true" : "false"
    case .array(let items):
      if items.allSatisfy(\.isPlain) { return "[" + items.map { $0.text() }.joined(separator: ", ") + "]" }
      return "[\n" + items.map { inner + $0.text(indentation: inner) }.joined(separator: ",\n") + "\n" + indentation
        + "]"
    case .object(let fields):
      if fields.isEmpty { return "{}" }
      let lines = fields.map { name, value in
        inner + Self.quoted(name) + ": " + value.text(indentation: inner)
      }
      return "{\n" + lines.joined(separator: ",\n") + "\n" + indentation + "}"
    }
  }

  private var isPlain: Bool {
    switch self {
    case .array, .object: false
    default: true
    }
  }

  /// Schemas hold printable text only, so that two characters need an escape.
  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
