import Diagnostics
import FrontMatter

/// A tree of values as lines `path = "value"`, to compare and to read in a failing test.
func flattened(_ mapping: YAMLMapping, under path: String = "") -> [String] {
  mapping.entries.flatMap { flattened($0.value, at: path.isEmpty ? $0.key : path + "/" + $0.key) }
}

func flattened(_ node: YAMLNode, at path: String) -> [String] {
  switch node.content {
  case .scalar(let scalar): [path + " = " + (scalar.isNull ? "nothing" : scalar.text.debugDescription)]
  case .sequence(let items):
    items.isEmpty ? [path + " = []"] : items.enumerated().flatMap { flattened($1, at: "\(path)[\($0)]") }
  case .mapping(let mapping): mapping.entries.isEmpty ? [path + " = {}"] : flattened(mapping, under: path)
  }
}

extension Diagnostic {
  /// `3:8-3:17 error: message` and, where there is one, a line with the remedy: `  → words => "replacement"`.
  var summary: [String] {
    let place = range.map { "\($0.start.line):\($0.start.column)-\($0.end.line):\($0.end.column) " } ?? ""
    let remedy = remedy.map { "  → " + $0.words + ($0.replacement.map { " => " + $0.debugDescription } ?? "") }
    return [place + "\(severity): " + message] + (remedy.map { [$0] } ?? [])
  }
}

/// Numbers that look random and are the same in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  /// Whether something happens that happens once in so many times.
  mutating func once(in count: Int) -> Bool { Int.random(in: 0..<count, using: &self) == 0 }

  mutating func one<Element>(of elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &self)]
  }
}
