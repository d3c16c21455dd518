/// Collects the steps of a routine or section body; literal text that follows on literal text is merged later.
struct StepList {
  private(set) var steps: [Step] = []
  /// Whether the white space that the next line would begin with is already there.
  var isIndented = false

  /// Adds a step other than text.
  mutating func append(_ step: Step) {
    isIndented = false
    steps.append(step)
  }

  /// Begins a line.
  mutating func startLine(_ shift: LineShift) {
    guard !isIndented else {
      isIndented = false
      return
    }
    if shift.followsCaller { steps.append(.indentation) }
    if !shift.added.isEmpty { steps.append(.literal(shift.added, nil)) }
  }

  /// Adds template text, its lines moved.
  mutating func append(_ text: ArraySlice<UInt8>, file: Int, startsLine: Bool, shift: LineShift) {
    guard shift != .none || isIndented else {
      if !text.isEmpty { append(.literal(Array(text), Place(file: file, range: text.indices))) }
      return
    }
    var start = text.startIndex
    var isLineStart = startsLine
    repeat {
      let end = text[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? text.endIndex
      appendLine(text[start..<end], file: file, isLineStart: isLineStart, shift: shift)
      start = end
      isLineStart = true
    } while start < text.endIndex
  }

  /// A line that is empty stays empty: indentation would only leave white space at its end.
  private mutating func appendLine(_ line: ArraySlice<UInt8>, file: Int, isLineStart: Bool, shift: LineShift) {
    var line = line
    if isLineStart, !(line.first.map { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? false) {
      startLine(shift)
      line = line.dropFirst(shift.removedCount(line))
    }
    if !line.isEmpty { append(.literal(Array(line), Place(file: file, range: line.indices))) }
  }
}
