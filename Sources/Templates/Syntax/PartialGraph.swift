/// Which partials name which others.
struct PartialGraph {
  private let named: [String: Set<String>]

  init(_ partials: [String: TemplateTree]) {
    named = partials.mapValues { Set($0.nodes.namedPartials) }
  }

  /// The partials that call themselves, be it through others.
  var recursivePartials: Set<String> {
    Set(named.keys.filter { reaches($0, from: $0) })
  }

  private func reaches(_ goal: String, from start: String) -> Bool {
    var seen: Set<String> = []
    var pending = Array(named[start] ?? [])
    while let name = pending.popLast() {
      if name == goal { return true }
      if seen.insert(name).inserted { pending += named[name] ?? [] }
    }
    return false
  }
}

extension [Node] {
  /// The partials and parents that stand anywhere in the nodes.
  fileprivate var namedPartials: [String] {
    flatMap { node -> [String] in
      switch node.kind {
      case .text, .variable: []
      case .section(_, _, let body): body.namedPartials
      case .partial(let name, _): [name.text]
      case .parent(let name, _, let blocks, _): [name.text] + blocks.namedPartials
      case .block(let block): block.body.namedPartials
      }
    }
  }
}
