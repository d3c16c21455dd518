import Community

/// Which terms of one field each mentor has: compressed rows of term numbers.
struct TermColumn: Sendable {
  // The terms of mentor i are terms[starts[i]..<starts[i + 1]], in the writer's order.
  private let starts: [Int32]
  private let terms: [Int32]

  /// The column of a field, given what it holds for each mentor. What a mentor writes twice counts once.
  init(of mentors: [Mentor], in index: inout TermIndex, values: (Mentor) -> [String]) {
    var starts: [Int32] = [0]
    var found: [Int32] = []
    starts.reserveCapacity(mentors.count + 1)
    for mentor in mentors {
      let first = found.count
      for value in values(mentor) {
        guard let term = index.term(for: value), !found[first...].contains(term) else { continue }
        found.append(term)
      }
      starts.append(Int32(found.count))
    }
    self.init(starts: starts, terms: found)
  }

  /// A column of the given rows, one behind the other.
  init(starts: [Int32], terms: [Int32]) {
    self.starts = starts
    self.terms = terms
  }

  /// Whether nobody has a term.
  var isEmpty: Bool { terms.isEmpty }

  /// How many mentors there are.
  var count: Int { starts.count - 1 }

  /// The terms of one mentor.
  subscript(mentor: Int) -> ArraySlice<Int32> { terms[Int(starts[mentor])..<Int(starts[mentor + 1])] }

  /// The same column, each term under another number.
  func renumbered(_ numbers: [Int32]) -> TermColumn {
    TermColumn(starts: starts, terms: terms.map { numbers[Int($0)] })
  }

  /// The mentors of each term, in the order in which they are given: one pass puts all terms' lists in order.
  ///
  /// - Parameter count: how many terms there are.
  func members(of mentors: some Sequence<Int32>, count: Int) -> [[Int32]] {
    var members = [[Int32]](repeating: [], count: count)
    for mentor in mentors {
      for term in self[Int(mentor)] { members[Int(term)].append(mentor) }
    }
    return members
  }
}
