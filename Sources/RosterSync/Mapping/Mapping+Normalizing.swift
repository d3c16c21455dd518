import Community
import FrontMatter
import Scheduling

extension Mapping {
  /// A value of a profile, as the roster's readers would have written it: two values that mean the same become equal.
  ///
  /// An editor's `Healthcare` and a roster's `Health care` are one term where the settings say so, and so are two
  /// spellings of a phone number. Made for comparing, never for writing.
  /// - Returns: the value as it is where it can't be read, or where no roster fills the field.
  public func normalized(_ value: YAMLValue, of path: String) -> YAMLValue {
    if path == "availability.weekly" { return Self.hours(value) }
    guard let field = settings.fields.first(where: { $0.paths.contains(path) }) else { return value }
    var reader = reader(of: field)
    if case .place = reader.kind { reader = part(path, of: field) }
    let texts: [String] =
      switch value {
      case .text(let text): [text]
      case .texts(let texts): texts
      case .integer(let number): [String(number)]
      case .flag(let flag): [flag ? reader.mapping.reading.yes.first ?? "" : reader.mapping.reading.no.first ?? ""]
      }
    guard case .values(let values) = reader.read(texts), values.count == 1, case .value(let read) = values[0] else {
      return value
    }
    if case .texts(let texts) = read { return .texts(texts.map(WordKey.of).sorted()) }
    guard case .text(let text) = read else { return read }
    switch reader.kind {
    case .term, .country: return .text(WordKey.of(text))
    case .mail: return .text(text.lowercased())
    default: return read
    }
  }

  /// The reader of a part of a place.
  private func part(_ path: String, of field: FieldMapping) -> CellReader {
    var own = FieldMapping(path)
    own.reading = CellReading()
    return reader(of: own)
  }

  private static func hours(_ value: YAMLValue) -> YAMLValue {
    guard case .texts(let texts) = value else { return value }
    let rules = texts.compactMap { WeeklyRule($0) }
    return rules.count == texts.count ? .texts(HoursText.written(rules)) : value
  }
}
