import Diagnostics
import FrontMatter
import Hypertext

/// Reads a field that the settings declare, by the kind that they give it.
enum CustomFieldReading {
  static func read(_ field: CustomField, from fields: inout FieldReader) -> CustomValue {
    let known = fields.diagnostics.count
    let value = value(of: field, from: &fields)
    // A value that can't be read is reported already.
    if field.isRequired && value == .absent && fields.diagnostics.count == known {
      let place = fields.keyRange(of: field.name)
      fields.report(
        ProfileProblem.requiredField(field.name, isThere: place != nil),
        at: place ?? SourceRange(line: 1, column: 1))
    }
    return value
  }

  private static func value(of field: CustomField, from fields: inout FieldReader) -> CustomValue {
    switch field.kind {
    case .text: return fields.text(field.name).map { .text($0.value) } ?? .absent
    case .terms:
      let terms = fields.texts(field.name).map(\.value)
      return terms.isEmpty ? .absent : .terms(terms)
    case .flag: return fields.flag(field.name).map { .flag($0.value) } ?? .absent
    case .number:
      return fields.integer(field.name, in: -1_000_000_000...1_000_000_000).map { .number($0.value) } ?? .absent
    case .date: return fields.date(field.name).map { .date($0) } ?? .absent
    case .email: return fields.mailAddress(field.name).map { .email($0) } ?? .absent
    case .link:
      guard let written = fields.text(field.name) else { return .absent }
      if let url = SafeURL(written.value) { return .link(url) }
      fields.report(ProfileProblem.link(name: field.name, written: written.value), at: written.range)
      return .absent
    }
  }
}
