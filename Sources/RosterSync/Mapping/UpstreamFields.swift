/// Values by field path: `employer`, `location.city`, `availability.weekly`, `links.linkedin`.
///
/// The names are shared by all records of a run, and the values are a plain array: a hundred thousand dictionaries
/// would take three times the memory.
public struct UpstreamFields: Sendable {
  private let names: Names
  private var values: [UpstreamValue]

  /// The names of a run's fields.
  final class Names: Sendable {
    let paths: [String]
    init(_ paths: [String]) { self.paths = paths }
  }

  init(_ names: Names, values: [UpstreamValue]) {
    self.names = names
    self.values = values
  }

  /// The value of a field; nil where no roster fills it.
  public subscript(path: String) -> UpstreamValue? {
    names.paths.firstIndex(of: path).flatMap { $0 < values.count ? values[$0] : nil }
  }

  /// Adds one for each field that is empty or could not be understood, in the order of the settings.
  func countEmpty(in counts: inout [Int]) {
    for index in values.indices {
      switch values[index] {
      case .noOpinion, .cleared: counts[index] += 1
      case .value: break
      }
    }
  }

  /// The paths, in the order of the settings.
  public var paths: ArraySlice<String> { names.paths.prefix(values.count) }
}

extension UpstreamFields: ExpressibleByDictionaryLiteral, Sequence {
  public init(dictionaryLiteral elements: (String, UpstreamValue)...) {
    self.init(Names(elements.map(\.0)), values: elements.map(\.1))
  }

  public func makeIterator() -> AnyIterator<(path: String, value: UpstreamValue)> {
    var index = 0
    return AnyIterator {
      guard index < values.count else { return nil }
      defer { index += 1 }
      return (names.paths[index], values[index])
    }
  }
}
