import Addresses
import Hypertext
import Scheduling

/// The fields of a profile that hold terms or short values: what a facet can be made of and a profile's facts list.
///
/// The raw value is the field's name in front matter.
public enum ProfileField: String, CaseIterable, Hashable, Sendable {
  case industry
  case expertise
  case helpWith = "help_with"
  case languages
  case school
  case degree
  case majors
  case classYear = "class_year"
  case employer
  case title
  case city
  case region
  case country
  case mentoring
  case meetingModes = "meeting_modes"

  /// What a mentor's field holds, in the writer's order.
  public func values(of mentor: Mentor) -> [String] {
    switch self {
    case .industry: Self.one(mentor.industry)
    case .expertise: mentor.expertise
    case .helpWith: mentor.helpWith
    case .languages: mentor.languages
    case .school: Self.one(mentor.school)
    case .degree: Self.one(mentor.degree)
    case .majors: mentor.majors
    case .classYear: mentor.classYear.map { [String($0)] } ?? []
    case .employer: Self.one(mentor.employer)
    case .title: Self.one(mentor.title)
    case .city: Self.one(mentor.location.city)
    case .region: Self.one(mentor.location.region)
    case .country: Self.one(mentor.location.country)
    case .mentoring: mentor.mentoring.map(\.rawValue)
    case .meetingModes: mentor.meetingModes.map(\.rawValue)
    }
  }

  /// Whether the values are words of ours, whose labels the theme's strings translate.
  public var hasFixedTerms: Bool { self == .mentoring || self == .meetingModes }

  private static func one(_ value: String?) -> [String] { value.map { [$0] } ?? [] }
}

/// A field that the settings declare.
public struct CustomField: Hashable, Sendable {
  /// What the field holds.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case text
    case terms
    case flag
    case number
    case date
    case link
    case email
  }

  /// The field's name in front matter.
  public let name: String
  /// What it holds.
  public let kind: Kind
  /// What pages call it.
  public let label: String
  /// Whether one can filter by it.
  public let isFacet: Bool
  /// Whether every profile must have it.
  public let isRequired: Bool
}

/// What a custom field of one mentor holds.
public enum CustomValue: Hashable, Sendable {
  case absent
  case text(String)
  case terms([String])
  case flag(Bool)
  case number(Int)
  case date(CivilDate)
  case link(SafeURL)
  case email(MailAddress)

  /// The values as terms of a facet. A flag is a term only where it is set: nobody filters for its absence.
  public func terms(label: String) -> [String] {
    switch self {
    case .absent, .flag(false), .link, .email: []
    case .text(let text): [text]
    case .terms(let terms): terms
    case .flag(true): [label]
    case .number(let number): [String(number)]
    case .date(let date): [date.iso]
    }
  }
}
