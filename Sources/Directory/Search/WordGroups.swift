/// Who has a word, by class: docs/search-format.md, "Words".
struct WordGroups {
  private let total: Int
  private var numbers = [[Int32]](repeating: [], count: WordClass.allCases.count)

  /// Groups of the mentors 0 to `total - 1`.
  init(total: Int) {
    self.total = total
  }

  /// Adds a mentor behind those of the same class.
  mutating func add(_ mentor: Int32, _ wordClass: Int) {
    numbers[wordClass].append(mentor)
  }

  /// Writes the groups, and is empty then.
  mutating func write(to output: inout [UInt8]) {
    Varint.append(numbers.count { !$0.isEmpty }, to: &output)
    for wordClass in numbers.indices where !numbers[wordClass].isEmpty {
      output.append(UInt8(wordClass))
      PostingList.append(numbers[wordClass], of: total, to: &output)
      numbers[wordClass].removeAll(keepingCapacity: true)
    }
  }
}

/// The groups of some words after each other, and where those of each end.
struct GroupRun: Sendable {
  private(set) var bytes: [UInt8] = []
  private(set) var ends: [Int] = []

  /// The groups of a word by its place in the run.
  subscript(index: Int) -> ArraySlice<UInt8> { bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]] }

  /// Appends what a word's groups hold.
  mutating func append(_ groups: inout WordGroups) {
    groups.write(to: &bytes)
    ends.append(bytes.count)
  }
}
