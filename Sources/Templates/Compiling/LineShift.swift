/// How the lines of a partial or block move when they are put in their place.
struct LineShift: Hashable {
  /// White space that each line loses, as far as it has it.
  var removed: [UInt8] = []
  /// White space that each line gets.
  var added: [UInt8] = []
  /// Whether the indentation that the partial was called with at run time goes before that.
  var followsCaller = false

  /// Lines stay as they are.
  static let none = LineShift()

  /// The white space of a line after the shift.
  func indentation(_ whiteSpace: [UInt8]) -> [UInt8] {
    added + whiteSpace.dropFirst(removedCount(whiteSpace[...]))
  }

  /// How many bytes a line loses at its beginning.
  func removedCount(_ line: ArraySlice<UInt8>) -> Int {
    zip(line, removed).prefix { $0 == $1 }.count
  }
}
