import Community
import FrontMatter
import Scheduling

/// Reads the cells of one field.
///
/// Pure, and the same for equal cells, so that what a cell means has to be found once for all rows that say the same.
/// A class, for a copy of its tables for each of two million cells took a tenth of a run.
final class CellReader: Sendable {
  let mapping: FieldMapping
  let kind: FieldKind
  let terms: TermMap
  let today: CivilDate
  let zoneNames: Set<String>

  init(mapping: FieldMapping, kind: FieldKind, terms: TermMap, today: CivilDate, zoneNames: Set<String>) {
    self.mapping = mapping
    self.kind = kind
    self.terms = terms
    self.today = today
    self.zoneNames = zoneNames
  }

  /// What a cell says: the values of the field's paths, or what is wrong.
  enum Outcome: Sendable {
    case nothing
    case values([UpstreamValue])
    case problem(CellProblem)
  }

  /// Reads a cell.
  /// - Parameter texts: what stands in the cell; several where the roster's format has lists.
  func read(_ texts: [String]) -> Outcome {
    do throws(CellProblem) {
      var cleaned: [String] = []
      for text in isList && mapping.reading.separators.isEmpty ? texts.flatMap(Self.lines) : texts {
        let text = try CellText.cleaned(text)
        if !text.isEmpty { cleaned.append(text) }
      }
      guard !cleaned.isEmpty else { return .nothing }
      if cleaned.count > 1, !isList { throw CellProblem.several(cleaned) }
      return .values(try values(cleaned))
    } catch {
      return .problem(error)
    }
  }

  private var isList: Bool {
    switch kind {
    case .terms, .choices: true
    default: false
    }
  }

  /// A list may have an item a line, which tidying would put on one line.
  private static func lines(_ text: String) -> [String] {
    text.utf8.contains(0x0A) ? text.split(whereSeparator: \.isNewline).map(String.init) : [text]
  }

  private func values(_ texts: [String]) throws(CellProblem) -> [UpstreamValue] {
    let text = texts[0]
    switch kind {
    case .line:
      if mapping.field == "name", !text.unicodeScalars.contains(where: \.properties.isAlphabetic) {
        throw .noLetter(text)
      }
      return [.value(.text(text))]
    case .term: return [try terms.one(text).map { .value(.text($0)) } ?? .noOpinion]
    case .terms: return [list(try terms.list(texts, separators: mapping.reading.separators))]
    case .choice(let choices):
      return [try terms.choice(text, among: choices).map { .value(.text($0)) } ?? .noOpinion]
    case .choices(let choices):
      return [list(try terms.choices(texts, among: choices, separators: mapping.reading.separators))]
    case .country: return [try terms.one(text).map { .value(.text(Countries.named($0))) } ?? .noOpinion]
    case .year: return [.value(.integer(try NumberText.year(text, mapping.reading, today: today)))]
    case .number(let range): return [.value(.integer(try NumberText.number(text, in: range)))]
    case .flag: return [.value(.flag(try WordText.flag(text, yes: mapping.reading.yes, no: mapping.reading.no)))]
    case .date: return [.value(.text(try DateText.date(text, order: mapping.reading.dateOrder).iso))]
    case .mail: return [.value(.text(try ContactText.mail(text)))]
    case .phone: return [.value(.text(try ContactText.phone(text, callingCode: mapping.reading.callingCode)))]
    case .link: return [.value(.text(try ContactText.link(text, prefix: mapping.reading.prefix)))]
    case .place: return try place(text)
    case .zone, .hours: return [.value(.text(text))]
    }
  }

  /// A list of which nothing is left says nothing.
  private func list(_ texts: [String]) -> UpstreamValue { texts.isEmpty ? .noOpinion : .value(.texts(texts)) }

  private func place(_ text: String) throws(CellProblem) -> [UpstreamValue] {
    let text = terms.written[WordKey.of(text)]?.first ?? text
    do throws(PlaceText.Problem) {
      let place = try PlaceText.read(text, usualCountry: mapping.reading.country.map(Countries.named))
      return [place.city, place.region, place.country].map { part in
        part.map { .value(.text($0)) } ?? .noOpinion
      }
    } catch {
      switch error {
      case .tooManyParts: throw .placeParts(text)
      case .regionOrCountry(let part): throw .regionOrCountry(part, place: text)
      case .noPlace: throw .noPlace(text)
      }
    }
  }
}
