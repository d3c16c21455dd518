import Hypertext

/// Turns template trees into steps: looks every name up, fills the blocks of parents, and sets partials in their place.
///
/// A partial is compiled once for each scope, set of blocks and indentation that it is called with, and then called.
/// The work is spread over `Compiler+Names`, `Compiler+Sections` and `Compiler+Partials`.
struct Compiler {
  /// How deep sections, blocks and partials may lie within each other, all partials set in. Deeper is a mistake.
  static let deepest = 100
  /// How many nodes a page may grow to, all partials and blocks set in.
  static let largest = 200_000

  let library: TemplateLibrary
  let policy: TemplatePolicy
  /// The template, then the partials in the order in which they were met.
  private(set) var files: [TemplateTree]
  private var fileIndices: [String: Int] = [:]
  private(set) var schemas: [ErasedSchema] = []
  /// The page itself, then each partial as often as it is compiled in a different way.
  var routines: [Routine] = []
  var routineIndices: [RoutineKey: Int] = [:]
  var blockSets = BlockSets()
  /// Who calls whom; see `EndlessCalls`.
  var calls: [CallEdge] = []
  private var nodeCount = 0
  /// Whether the section being compiled writes `{{.}}`.
  var usesTop = false
  private(set) var findings: Set<PlacedFinding> = []

  /// Compiles a template for a page.
  init(_ tree: TemplateTree, page: ErasedSchema, library: TemplateLibrary, policy: TemplatePolicy) {
    self.library = library
    self.policy = policy
    files = [tree]
    note(tree.findings, file: 0)
    let scope = Scope(page: slot(of: page))
    routines = [Routine(name: tree.name)]
    let region = Region(file: 0, scope: scope, blocks: BlockSets.none, shift: .none, routine: 0, depth: 0)
    var list = StepList()
    add(tree.nodes, in: region, to: &list)
    routines[0].steps = list.steps
  }

  /// Where in the page the compiler is.
  struct Region {
    let file: Int
    var scope: Scope
    /// The blocks that replace those of the template.
    let blocks: BlockSets.Index
    var shift: LineShift
    let routine: Int
    var depth: Int
    /// For each slot filled within the routine where its object comes from; see `EndlessCalls`.
    var origins: [Int: Origin] = [:]
  }

  // MARK: Nodes

  /// Compiles nodes one after the other.
  mutating func add(_ nodes: [Node], in region: Region, to list: inout StepList) {
    for node in nodes {
      guard region.depth <= Self.deepest else {
        return report(.nestedTooDeep(limit: Self.deepest), node.range, in: region)
      }
      nodeCount += 1
      guard nodeCount <= Self.largest else {
        if nodeCount == Self.largest + 1 { report(.tooLarge(limit: Self.largest), node.range, in: region) }
        return
      }
      add(node, in: region, to: &list)
    }
  }

  private mutating func add(_ node: Node, in region: Region, to list: inout StepList) {
    if case .text = node.kind {
      list.append(
        files[region.file].file.bytes[node.range], file: region.file, startsLine: node.startsLine, shift: region.shift)
      return
    }
    if node.startsLine { list.startLine(region.shift) }
    switch node.kind {
    case .text: break
    case .variable(let name, let isRaw):
      addVariable(name, isRaw: isRaw, tag: node.range, in: region, to: &list)
    case .section(let name, let isInverted, let body):
      addSection(name, isInverted: isInverted, body: body, tag: node.range, in: region, to: &list)
    case .partial(let name, let indentation):
      addCall(name, indentation: indentation, blocks: region.blocks, tag: node.range, in: region, to: &list)
    case .parent(let name, let indentation, let blocks, let ignored):
      if let ignored, policy == .html { report(.ignoredInParent(name.text), ignored, in: region) }
      let set = blockSets.adding(blocks, file: region.file, to: region.blocks)
      addCall(name, indentation: indentation, blocks: set, tag: node.range, in: region, to: &list)
    case .block(let block):
      addBlock(block, in: region, to: &list)
    }
  }

  private mutating func addVariable(
    _ name: Name, isRaw: Bool, tag: Range<Int>, in region: Region, to list: inout StepList
  ) {
    let place = Place(file: region.file, range: tag)
    switch lookUp(name, in: region) {
    case .missing:
      break
    case .string(let text):
      if isRaw, policy == .html { report(.alwaysEscaped(name.text, kind: .text), tag, in: region) }
      list.append(.string(HTMLEscaping.escaped(text), name: name.text, place))
    case .value(let value):
      if policy == .html, let problem = TemplateProblem(writing: value, isRaw: isRaw) {
        report(problem, tag, in: region)
      }
      list.append(.write(value, isRaw: isRaw, place))
    }
  }

  // MARK: Slots and files

  /// The slot that holds objects of a schema.
  mutating func slot(of schema: ErasedSchema) -> Int {
    if let known = schemas.firstIndex(where: { $0.identity == schema.identity }) { return known }
    schemas.append(schema)
    return schemas.count - 1
  }

  /// The file of a partial; what is wrong with its syntax is noted when it is first asked for.
  mutating func file(ofPartial name: String) -> Int? {
    if let known = fileIndices[name] { return known }
    guard let tree = library.partials[name] else { return nil }
    fileIndices[name] = files.count
    files.append(tree)
    note(tree.findings, file: files.count - 1)
    return files.count - 1
  }

  // MARK: Findings

  /// Notes a problem of the template that the region is of.
  mutating func report(_ problem: TemplateProblem, _ range: Range<Int>, in region: Region) {
    note([Finding(problem: problem, range: range)], file: region.file)
  }

  /// Notes problems of a file.
  mutating func note(_ found: [Finding], file: Int) {
    for finding in found { findings.insert(PlacedFinding(file: file, finding: finding)) }
  }
}

/// How strict the compiler is.
enum TemplatePolicy: Sendable {
  /// Every name must be known, and everything must stand where it is safe in HTML.
  case html
  /// Bare Mustache: what is unknown shows as nothing, anything may stand anywhere.
  case plain
}

extension TemplateProblem {
  /// What is wrong with writing a value with `{{name}}` or, raw, with `{{{name}}}`.
  fileprivate init?(writing value: Value, isRaw: Bool) {
    switch value.kind {
    case .text, .number, .link:
      guard isRaw else { return nil }
      self = .alwaysEscaped(value.name, kind: value.kind)
    case .html, .json:
      guard !isRaw else { return nil }
      self = .neverEscaped(value.name, kind: value.kind)
    case .flag, .texts, .object, .list:
      self = .notWritable(value.name, kind: value.kind)
    }
  }
}
