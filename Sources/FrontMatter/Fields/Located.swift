import Diagnostics

/// A value with the place in the file that it was read from, so that whoever finds it wrong can point to it.
public struct Located<Value> {
  /// The value.
  public var value: Value
  /// Where it stands.
  public var range: SourceRange

  /// A value read from a place.
  public init(_ value: Value, at range: SourceRange) {
    self.value = value
    self.range = range
  }

  /// Another value at the same place.
  public func map<Other>(_ transform: (Value) throws -> Other) rethrows -> Located<Other> {
    Located<Other>(try transform(value), at: range)
  }
}

extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
