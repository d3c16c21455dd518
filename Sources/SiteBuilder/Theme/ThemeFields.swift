import FoundationEssentials
import Templates

/// What each template may use, as `theme fields` prints it.
public enum ThemeFields {
  /// The templates that a theme has.
  public static var templateNames: [String] { ThemeTemplates.descriptions.map(\.template) }

  /// The fields as an indented list; a model that was listed already is only named.
  public static func text(of template: String? = nil) -> String {
    selected(template).map { name, model in
      var listing = FieldListing()
      listing.add(model, indent: 1)
      return "\(name)\n  \(model.summary)\n\(listing.text)"
    }.joined(separator: "\n")
  }

  /// The fields as JSON.
  public static func json(of template: String? = nil) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let templates = selected(template).map { TemplateFields(template: $0.template, model: ModelFields($0.model)) }
    return String(decoding: try encoder.encode(templates), as: UTF8.self) + "\n"
  }

  private static func selected(_ template: String?) -> [(template: String, model: SchemaDescription)] {
    ThemeTemplates.descriptions.filter { template == nil || $0.template == template }
  }

  private struct TemplateFields: Encodable {
    let template: String
    let model: ModelFields
  }

  private struct ModelFields: Encodable {
    let name: String
    let summary: String
    let fields: [FieldEntry]

    init(_ model: SchemaDescription) {
      name = model.name
      summary = model.summary
      fields = model.fields.map(FieldEntry.init)
    }
  }

  private struct FieldEntry: Encodable {
    let name: String
    let kind: String
    let optional: Bool
    let documentation: String
    let model: ModelFields?

    init(_ field: FieldDescription) {
      name = field.name
      kind = field.kind.rawValue
      optional = field.isOptional
      documentation = field.documentation
      model = field.nested.map(ModelFields.init)
    }
  }
}

/// The fields of models, one a line, those of a part below it.
private struct FieldListing {
  private(set) var text = ""
  private var seen: Set<String> = []

  mutating func add(_ model: SchemaDescription, indent: Int) {
    let width = model.fields.map { $0.name.count + ($0.isOptional ? 1 : 0) }.max() ?? 0
    for field in model.fields {
      let name = field.name + (field.isOptional ? "?" : "")
      let padded = name + String(repeating: " ", count: width - name.count)
      let kind = field.kind.rawValue + String(repeating: " ", count: max(0, 6 - field.kind.rawValue.count))
      text += String(repeating: "  ", count: indent) + "\(padded)  \(kind)  \(field.documentation)\n"
      guard let nested = field.nested else { continue }
      if seen.insert(nested.name).inserted {
        add(nested, indent: indent + 1)
      } else {
        text += String(repeating: "  ", count: indent + 1) + "(the fields of a \(nested.name), as above)\n"
      }
    }
  }
}
