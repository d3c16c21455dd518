/// Follows a compiled page through HTML and refuses what escaping would not make safe.
///
/// The steps are walked as a page would run through them, with a `MarkupState` for where in HTML each stands. Of a
/// section both ways are walked, with and without its body, and must meet in one state; a section that repeats is
/// walked until another round makes no difference. A partial is walked once for each state that it is called in.
struct MarkupChecker {
  private let routines: [Routine]
  private(set) var findings: Set<PlacedFinding> = []
  /// How calls of a routine end, by the state that they begin in; nil while the call is being walked.
  private var ends: [CallKey: MarkupState?] = [:]
  /// Calls that were met again while they were walked, and taken to end as they begin.
  private var assumed: Set<CallKey> = []
  private var hasUnevenBranches = false
  /// Where the last tag began, and the last name or value in it.
  private var tagPlace = Place(file: 0, range: 0..<0)
  private var partPlace = Place(file: 0, range: 0..<0)

  private struct CallKey: Hashable {
    let routine: Int
    let state: MarkupState
  }

  /// Checks the page that the first routine makes.
  init(_ routines: [Routine]) {
    self.routines = routines
    let end = walk(routines[0].steps, from: .start)
    // Where branches did not meet, the page may end anywhere.
    guard end.place != .text, !hasUnevenBranches else { return }
    report(.unfinishedMarkup(end.words), end.isInQuotes ? partPlace : tagPlace)
  }

  // MARK: Steps

  private mutating func walk(_ steps: [Step], from start: MarkupState) -> MarkupState {
    var state = start
    var index = 0
    while index < steps.count {
      switch steps[index] {
      case .literal(let bytes, let place): read(bytes, at: place, &state)
      case .indentation: read([UInt8(ascii: " ")], at: nil, &state)
      case .string(_, let name, let place): pass(name, .text, at: place, &state)
      case .write(let value, _, let place): pass(value.name, value.kind, at: place, &state)
      case .call(let call): state = walk(call, from: state)
      case .section(let section):
        if index + 1 < steps.count, case .section(let other) = steps[index + 1], section.isAlternative(to: other) {
          state = walk(section, or: other, from: state)
          index += 1
        } else {
          state = walk(section, from: state)
        }
      }
      index += 1
    }
    return state
  }

  private mutating func walk(_ call: Call, from start: MarkupState) -> MarkupState {
    let key = CallKey(routine: call.routine, state: start)
    if let known = ends[key] {
      if known == nil { assumed.insert(key) }
      return known ?? start
    }
    ends[key] = .some(nil)
    let end = walk(routines[call.routine].steps, from: start)
    ends[key] = end
    if assumed.contains(key), end != start {
      reportUneven(">" + routines[call.routine].name, end, start, call.place)
    }
    return end
  }

  // MARK: Sections

  private mutating func walk(_ section: Section, from start: MarkupState) -> MarkupState {
    let end = walkBody(section, from: start)
    return meet(end, start, after: section, otherwise: start)
  }

  /// `{{#name}}…{{/name}}{{^name}}…{{/name}}`: one of the two shows, so both need only end alike.
  private mutating func walk(_ section: Section, or other: Section, from start: MarkupState) -> MarkupState {
    let end = walkBody(section, from: start)
    let otherEnd = walkBody(other, from: start)
    return meet(otherEnd, end, after: other, otherwise: start)
  }

  private mutating func walkBody(_ section: Section, from start: MarkupState) -> MarkupState {
    var end = walkOnce(section.body, from: start)
    guard section.repeats else { return end }
    var begin = start
    while let next = begin.joined(with: end), next != begin {
      begin = next
      end = walkOnce(section.body, from: begin)
    }
    return meet(end, begin, after: section, otherwise: start)
  }

  /// An attribute's name that a branch ends in is judged there, for what follows may end it in more ways than one.
  private mutating func walkOnce(_ body: [Step], from start: MarkupState) -> MarkupState {
    let end = walk(body, from: start)
    if end.place == .attributeName, end != start { checkAttribute(end) }
    return end
  }

  private mutating func meet(
    _ end: MarkupState, _ other: MarkupState, after section: Section, otherwise start: MarkupState
  ) -> MarkupState {
    if let both = end.joined(with: other) { return both }
    reportUneven(section.tag, end, other, section.place)
    return start
  }

  private mutating func reportUneven(_ tag: String, _ end: MarkupState, _ other: MarkupState, _ place: Place) {
    hasUnevenBranches = true
    report(.unevenBranch(tag: tag, end: end.words, other: other.words), place)
  }

  // MARK: Literal text

  private mutating func read(_ bytes: [UInt8], at place: Place?, _ state: inout MarkupState) {
    for (offset, byte) in bytes.enumerated() {
      let before = state
      let event = state.read(byte)
      guard let event else { continue }
      let here = place.map { Place(file: $0.file, at: $0.range.lowerBound + offset) } ?? partPlace
      switch event {
      case .startedTag: tagPlace = here
      case .startedAttribute, .startedValue: partPlace = here
      case .finishedAttributeName: checkAttribute(before)
      case .unsafeScheme: reportScheme(before)
      }
    }
  }

  private mutating func checkAttribute(_ state: MarkupState) {
    guard !state.isClosingTag, let name = state.attribute, MarkupNames.isForbidden(attribute: name) else { return }
    report(.forbiddenAttribute(name), partPlace)
  }

  private mutating func reportScheme(_ state: MarkupState) {
    guard case .undecided(let scheme) = state.link else {
      return report(.unsafeScheme("", attribute: state.attribute ?? ""), partPlace)
    }
    report(.unsafeScheme(String(decoding: scheme, as: UTF8.self), attribute: state.attribute ?? ""), partPlace)
  }

  // MARK: Values

  private mutating func pass(_ name: String, _ kind: FieldKind, at place: Place, _ state: inout MarkupState) {
    let problem = TemplateProblem(name, kind, in: state)
    if let problem { report(problem, place) }
    state.passValue(isLink: kind == .link || problem != nil)
  }

  private mutating func report(_ problem: TemplateProblem, _ place: Place) {
    findings.insert(PlacedFinding(file: place.file, finding: Finding(problem: problem, range: place.range)))
  }
}

extension Section {
  /// Whether exactly one of the two shows.
  fileprivate func isAlternative(to other: Section) -> Bool {
    guard isInverted != other.isInverted, value.name == other.value.name else { return false }
    switch (value.source, other.value.source) {
    case (.top, .top): return true
    case (.field(let slot, _), .field(let otherSlot, _)): return slot == otherSlot
    default: return false
    }
  }

  /// The opening tag.
  fileprivate var tag: String { (isInverted ? "^" : "#") + value.name }
}

extension Place {
  /// A single byte.
  fileprivate init(file: Int, at offset: Int) {
    self.init(file: file, range: offset..<offset + 1)
  }
}
