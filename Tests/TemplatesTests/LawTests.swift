import Testing

@testable import Templates

@Suite("Laws of templates")
struct LawTests {
  @Test("A compiled template renders what looking up every name in dictionaries renders", arguments: 0..<40)
  func agreesWithNaive(_ seed: UInt64) {
    var generator = RandomTemplates(seed: seed)
    for _ in 0..<50 {
      let data = generator.object(depth: 3)
      let partials = generator.partials()
      let template = generator.pieces(depth: 4, partials: partials.keys.sorted())
      let expected = NaiveMustache(partials: partials).render(template, [data])
      let (output, diagnostics) = renderPlain(template.template, data, partials: partials.mapValues(\.template))
      #expect(diagnostics.isEmpty)
      #expect(output == expected, "\(template.template) \(partials.mapValues(\.template)) \(data)")
    }
  }

  @Test("Text without tags comes out as it went in", arguments: 0..<20)
  func textIsKept(_ seed: UInt64) {
    var generator = RandomTemplates(seed: seed)
    for _ in 0..<50 {
      let text = generator.text(of: Array("ab {}<>&\"'\n\r\té日\u{2028}"), upTo: 60)
      guard !text.contains("{{") else { continue }
      #expect(renderPlain(text, [:]).output == text)
      #expect(renderPlain("{{>p}}|", [:], partials: ["p": text]).output == text + "|")
    }
  }

  @Test("Escaped text has no character that HTML gives a meaning, and reads as the text", arguments: 0..<20)
  func escaping(_ seed: UInt64) {
    var generator = RandomTemplates(seed: seed)
    for _ in 0..<50 {
      let text = generator.text(of: Array("ab<>&\"';amp#39é\u{0}日"), upTo: 40)
      let output = renderPlain("{{t}}", ["t": .text(text)]).output ?? ""
      #expect(!output.contains { "<>\"'".contains($0) })
      var read = output
      for (reference, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
        read = read.replacing(reference, with: character)
      }
      #expect(read == text)
    }
  }
}

/// Makes templates, and data for them in which every name of one list of objects is in each of them.
struct RandomTemplates {
  private var generator: SeededGenerator
  private static let names = ["a", "b", "c", "d", "e"]

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  mutating func text(of characters: [Character], upTo length: Int) -> String {
    String((0..<Int.random(in: 0...length, using: &generator)).map { _ in pick(characters) })
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &generator)]
  }

  // MARK: Data

  mutating func object(depth: Int) -> DynamicValue { value(of: shape(depth: depth)) }

  private indirect enum Shape {
    case text, number, flag, texts
    case object([String: Shape])
    case list(Shape)
  }

  private mutating func shape(depth: Int) -> Shape {
    var members: [String: Shape] = [:]
    for name in Self.names where !generator.oneIn(3) {
      switch Int.random(in: depth > 0 ? 0..<7 : 0..<4, using: &generator) {
      case 0: members[name] = .text
      case 1: members[name] = .number
      case 2: members[name] = .flag
      case 3: members[name] = .texts
      case 4: members[name] = .list(shape(depth: depth - 1))
      default: members[name] = shape(depth: depth - 1)
      }
    }
    return .object(members)
  }

  private mutating func value(of shape: Shape) -> DynamicValue {
    switch shape {
    case .text: return .text(pick(["", "x", "<&>", "long enough to lie on the heap \"quoted\""]))
    case .number: return .number(pick([0, 1, -20, 345]))
    case .flag: return .flag(generator.oneIn(2))
    case .texts: return .list((0..<Int.random(in: 0...3, using: &generator)).map { .text("t\($0)") })
    case .object(let members):
      var values: [String: DynamicValue] = [:]
      for (name, shape) in members.sorted(by: { $0.key < $1.key }) { values[name] = value(of: shape) }
      return .object(values)
    case .list(let element):
      // An empty list says nothing about its elements, so a schema made from it would lack their names.
      return .list((0..<Int.random(in: 1...3, using: &generator)).map { _ in value(of: element) })
    }
  }

  // MARK: Templates

  /// Partials of which each uses only later ones.
  mutating func partials() -> [String: [Piece]] {
    var partials: [String: [Piece]] = [:]
    for index in (0..<3).reversed() {
      partials["p\(index)"] = pieces(depth: 2, partials: partials.keys.sorted())
    }
    return partials
  }

  /// Text never is white space alone, so that no tag has a line for itself.
  mutating func pieces(depth: Int, partials: [String]) -> [Piece] {
    (0..<Int.random(in: 1...4, using: &generator)).map { _ in piece(depth: depth, partials: partials) }
  }

  private mutating func piece(depth: Int, partials: [String]) -> Piece {
    switch Int.random(in: depth > 0 ? 0..<10 : 0..<4, using: &generator) {
    case 0: return .text(pick(["-", "<p>", "x y", "}"]))
    case 1: return .variable(".", isRaw: generator.oneIn(2))
    case 2, 3: return .variable(name(), isRaw: generator.oneIn(2))
    case 4, 5: return .section(name(), isInverted: false, pieces(depth: depth - 1, partials: partials))
    case 6: return .section(name(), isInverted: true, pieces(depth: depth - 1, partials: partials))
    case 7: return .block(pick(["m", "n"]), pieces(depth: depth - 1, partials: partials))
    case 8 where !partials.isEmpty:
      let blocks = ["m", "n"].filter { _ in generator.oneIn(2) }
      return .parent(pick(partials), blocks.map { ($0, pieces(depth: depth - 1, partials: partials)) })
    default: return partials.isEmpty ? .text("-") : .partial(pick(partials))
    }
  }

  private mutating func name() -> String {
    (0..<(generator.oneIn(3) ? 2 : 1)).map { _ in pick(Self.names) }.joined(separator: ".")
  }
}
