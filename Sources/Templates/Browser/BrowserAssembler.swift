import Hypertext

/// Turns a partial's steps into the browser's, and finds out which values a record must hold.
struct BrowserAssembler {
  private let routines: [Routine]
  /// The record of the partial's own model.
  let layout = LayoutBuilder()
  /// What the script could not follow.
  private(set) var problems: [(TemplateProblem, Place)] = []
  private var callers: [Int] = []

  init(_ routines: [Routine]) {
    self.routines = routines
  }

  /// The steps as JSON.
  mutating func steps() -> [UInt8] {
    steps(routines[0].steps, in: Context(records: [layout], depths: [0: 0], top: nil))
  }

  /// Where in the partial a step is.
  private struct Context {
    /// The records around the step, the card's own first.
    var records: [LayoutBuilder]
    /// The depth of the record that a slot's object has.
    var depths: [Int: Int]
    /// What `{{.}}` writes.
    var top: [UInt8]?
  }

  private mutating func steps(_ steps: [Step], in context: Context) -> [UInt8] {
    var output = BrowserSteps()
    add(steps, in: context, to: &output)
    return output.finished
  }

  private mutating func add(_ steps: [Step], in context: Context, to output: inout BrowserSteps) {
    for step in steps {
      switch step {
      case .literal(let bytes, _), .string(let bytes, _, _): output.addLiteral(bytes)
      case .indentation: break
      case .write(let value, let isRaw, let place): write(value, isRaw: isRaw, place, in: context, to: &output)
      case .section(let section): add(section, in: context, to: &output)
      case .call(let call): add(call, in: context, to: &output)
      }
    }
  }

  /// A partial is set in where it is called, so one that calls itself can't be.
  private mutating func add(_ call: Call, in context: Context, to output: inout BrowserSteps) {
    guard !callers.contains(call.routine) else {
      return problems.append((.recursiveInBrowser(routines[call.routine].name), call.place))
    }
    callers.append(call.routine)
    add(routines[call.routine].steps, in: context, to: &output)
    callers.removeLast()
  }

  private mutating func write(
    _ value: Value, isRaw: Bool, _ place: Place, in context: Context, to output: inout BrowserSteps
  ) {
    guard value.kind != .json else { return problems.append((.jsonInBrowser(value.name), place)) }
    switch value.source {
    case .top:
      if let top = context.top { output.addStep(top) }
    case .field(let slot, let access):
      output.addStep(Self.writing(value, access, slot: slot, in: context))
    }
  }

  /// The step that writes a field.
  private static func writing(_ value: Value, _ access: FieldAccess, slot: Int, in context: Context) -> [UInt8] {
    let kind =
      switch value.kind {
      case .html: "h"
      case .link: "l"
      default: "t"
      }
    let depth = context.depths[slot] ?? 0
    return BrowserSteps.step(kind, depth, context.records[depth].index(ofScalar: value.name, access))
  }

  private mutating func add(_ section: Section, in context: Context, to output: inout BrowserSteps) {
    guard case .field(let slot, let access) = section.value.source else {
      return problems.append((.topInBrowser, section.place))
    }
    let depth = context.depths[slot] ?? 0
    let record = context.records[depth]
    var inner = context
    if section.isInverted {
      let index = record.index(ofTruth: section.value.name, access)
      return output.addStep(BrowserSteps.step("n", depth, index, steps(section.body, in: inner)))
    }
    switch access {
    case .texts(let get):
      inner.top = Array("[\".\"]".utf8)
      output.addStep(BrowserSteps.step("x", depth, record.add(.texts(get)), steps(section.body, in: inner)))
    case .object(_, let get):
      let part = enter(section, &inner)
      let body = steps(section.body, in: inner)
      output.addStep(BrowserSteps.step("o", depth, record.add(.object(get, part.finished)), body))
    case .list(_, let get):
      let part = enter(section, &inner)
      let body = steps(section.body, in: inner)
      output.addStep(BrowserSteps.step("e", depth, record.add(.list(get, part.finished)), body))
    case .text, .number, .flag, .html, .link, .json:
      inner.top = Self.writing(section.value, access, slot: slot, in: context)
      let index = record.index(ofScalar: section.value.name, access)
      output.addStep(BrowserSteps.step("s", depth, index, steps(section.body, in: inner)))
    }
  }

  private func enter(_ section: Section, _ context: inout Context) -> LayoutBuilder {
    let part = LayoutBuilder()
    context.records.append(part)
    if let slot = section.slot { context.depths[slot] = context.records.count - 1 }
    return part
  }
}

/// Collects the values of one record; it is filled while the steps that ask for them are written.
final class LayoutBuilder {
  private var values: [RecordLayout.Value] = []
  private var scalars: [String: Int] = [:]
  private var truths: [String: Int] = [:]

  var finished: RecordLayout { RecordLayout(values: values) }

  func add(_ value: RecordLayout.Value) -> Int {
    values.append(value)
    return values.count - 1
  }

  func index(ofScalar name: String, _ access: FieldAccess) -> Int {
    if let known = scalars[name] { return known }
    let index = add(.scalar(access))
    scalars[name] = index
    return index
  }

  /// A scalar that is written too says by itself whether it is there.
  func index(ofTruth name: String, _ access: FieldAccess) -> Int {
    if let known = scalars[name] ?? truths[name] { return known }
    let index = add(.truth(access))
    truths[name] = index
    return index
  }
}

/// Steps as JSON; literals that follow each other become one.
struct BrowserSteps {
  private var bytes: [UInt8] = [UInt8(ascii: "[")]
  private var literal: [UInt8] = []

  static func step(_ kind: String, _ depth: Int, _ index: Int, _ inner: [UInt8]? = nil) -> [UInt8] {
    var step = Array("[\"\(kind)\",\(depth),\(index)".utf8)
    if let inner { step += [UInt8(ascii: ",")] + inner }
    step.append(UInt8(ascii: "]"))
    return step
  }

  mutating func addLiteral(_ text: [UInt8]) { literal += text }

  mutating func addStep(_ step: [UInt8]) {
    endLiteral()
    separate()
    bytes += step
  }

  var finished: [UInt8] {
    var copy = self
    copy.endLiteral()
    return copy.bytes + [UInt8(ascii: "]")]
  }

  private mutating func endLiteral() {
    guard !literal.isEmpty else { return }
    separate()
    JSONText.append(literal, to: &bytes)
    literal = []
  }

  private mutating func separate() {
    if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
  }
}
