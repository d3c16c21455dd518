/// A template as a tree that can be printed, and rendered the slow and obvious way: names are looked up in dictionaries
/// while the page is written. What it renders is what a compiled template must render.
indirect enum Piece {
  case text(String)
  case variable(String, isRaw: Bool)
  case section(String, isInverted: Bool, [Piece])
  case partial(String)
  case parent(String, [(String, [Piece])])
  case block(String, [Piece])
}

extension [Piece] {
  /// The template that says this.
  var template: String { map(\.template).joined() }
}

extension Piece {
  fileprivate var template: String {
    switch self {
    case .text(let text): text
    case .variable(let name, true): "{{{\(name)}}}"
    case .variable(let name, false): "{{\(name)}}"
    case .section(let name, let isInverted, let body):
      "{{\(isInverted ? "^" : "#")\(name)}}\(body.template){{/\(name)}}"
    case .partial(let name): "{{>\(name)}}"
    case .parent(let name, let blocks):
      "{{<\(name)}}" + blocks.map { "{{$\($0)}}\($1.template){{/\($0)}}" }.joined() + "{{/\(name)}}"
    case .block(let name, let body): "{{$\(name)}}\(body.template){{/\(name)}}"
    }
  }
}

struct NaiveMustache {
  let partials: [String: [Piece]]

  /// The blocks in force, each with those in force where it was written.
  indirect enum Blocks {
    case none
    case some([String: ([Piece], Blocks)])

    subscript(name: String) -> ([Piece], Blocks)? {
      if case .some(let blocks) = self { blocks[name] } else { nil }
    }
  }

  func render(_ pieces: [Piece], _ stack: [DynamicValue], _ blocks: Blocks = .none) -> String {
    pieces.map { render($0, stack, blocks) }.joined()
  }

  private func render(_ piece: Piece, _ stack: [DynamicValue], _ blocks: Blocks) -> String {
    switch piece {
    case .text(let text):
      return text
    case .variable(let name, let isRaw):
      let text = find(name, stack).written
      return isRaw ? text : escaped(text)
    case .section(let name, true, let body):
      return find(name, stack).isTruthy ? "" : render(body, stack, blocks)
    case .section(let name, false, let body):
      let value = find(name, stack)
      if case .list(let elements) = value {
        return elements.map { render(body, stack + [$0], blocks) }.joined()
      }
      return value.isTruthy ? render(body, stack + [value], blocks) : ""
    case .partial(let name):
      return render(partials[name] ?? [], stack, blocks)
    case .parent(let name, let given):
      var all: [String: ([Piece], Blocks)] = [:]
      for (block, body) in given { all[block] = (body, blocks) }
      if case .some(let outer) = blocks { all.merge(outer) { $1 } }
      return render(partials[name] ?? [], stack, .some(all))
    case .block(let name, let body):
      guard let (replacement, inner) = blocks[name] else { return render(body, stack, blocks) }
      return render(replacement, stack, inner)
    }
  }

  private func find(_ name: String, _ stack: [DynamicValue]) -> DynamicValue {
    if name == "." { return stack.last ?? .null }
    let parts = name.split(separator: ".").map(String.init)
    for context in stack.reversed() {
      guard case .object(let members) = context, let found = members[parts[0]] else { continue }
      return parts.dropFirst().reduce(found) { value, part in
        if case .object(let members) = value { members[part] ?? .null } else { .null }
      }
    }
    return .null
  }

  private func escaped(_ text: String) -> String {
    text.map { character -> String in
      switch character {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      case "'": "&#39;"
      default: String(character)
      }
    }.joined()
  }
}

extension DynamicValue {
  fileprivate var written: String {
    switch self {
    case .text(let text): text
    case .number(let number): String(number)
    case .flag(let flag): String(flag)
    case .list, .object, .null: ""
    }
  }

  fileprivate var isTruthy: Bool {
    switch self {
    case .text(let text): !text.isEmpty
    case .number(let number): number != 0
    case .flag(let flag): flag
    case .list(let elements): !elements.isEmpty
    case .object: true
    case .null: false
    }
  }
}
