/// Whether what a list's section writes depends on the element alone: then it need be written once only, however many
/// pages show the element. See `RenderMemory`.
///
/// That holds where the body reads nothing but the element and what it holds, and nothing that only the running program
/// knows: no `{{.}}` from outside, no indentation of a partial that calls itself.
struct SharedBody {
  /// A body of fewer steps is as quickly written anew as found.
  static let smallest = 12

  private let routines: [Routine]
  /// The slots that the element, and objects within it, are put into.
  private var slots: Set<Int> = []
  private var hasTop = false
  private var callers: [Int] = []
  private var stepCount = 0

  private init(_ routines: [Routine]) {
    self.routines = routines
  }

  /// Whether a section is such a list, and worth it.
  static func isShared(_ section: Section, routines: [Routine]) -> Bool {
    guard !section.isInverted, let slot = section.slot, case .field(_, .list(let schema, _)) = section.value.source,
      schema().isReference
    else { return false }
    var body = SharedBody(routines)
    body.slots = [slot]
    return body.accepts(section.body) && body.stepCount >= smallest
  }

  private mutating func accepts(_ steps: [Step]) -> Bool {
    for step in steps {
      stepCount += 1
      guard accepts(step) else { return false }
    }
    return true
  }

  private mutating func accepts(_ step: Step) -> Bool {
    switch step {
    case .literal, .string: true
    case .indentation: false
    case .write(let value, _, _): knows(value)
    case .section(let section): knows(section.value) && acceptsBody(of: section)
    case .call(let call): accepts(call)
    }
  }

  private func knows(_ value: Value) -> Bool {
    switch value.source {
    case .field(let slot, _): slots.contains(slot)
    case .top: hasTop
    }
  }

  private mutating func acceptsBody(of section: Section) -> Bool {
    let outer = (slots, hasTop)
    if let slot = section.slot { slots.insert(slot) }
    if section.needsTop { hasTop = true }
    defer { (slots, hasTop) = outer }
    return accepts(section.body)
  }

  private mutating func accepts(_ call: Call) -> Bool {
    guard call.indentation.isEmpty, !callers.contains(call.routine) else { return false }
    callers.append(call.routine)
    defer { callers.removeLast() }
    return accepts(routines[call.routine].steps)
  }
}
