import Diagnostics

/// What a value is, apart from how and where it is written.
indirect enum Shape: Equatable {
  case nothing
  case text([UInt8])
  case list([Shape])
  case fields([Field])
  /// A value that was asked for, however it is written.
  case asked(YAMLValue)

  struct Field: Equatable {
    let key: String
    var value: Shape
  }

  init(_ mapping: YAMLMapping) {
    self = .fields(mapping.entries.map { Field(key: $0.key, value: Shape($0.value)) })
  }

  init(_ node: YAMLNode) {
    switch node.content {
    case .scalar(let scalar): self = scalar.isNull ? .nothing : .text(Array(scalar.text.utf8))
    case .sequence(let items): self = .list(items.map(Shape.init))
    case .mapping(let mapping): self = Shape(mapping)
    }
  }

  /// The shape with the value at a path set; what is missing on the way comes last in its group.
  func setting(_ path: some Collection<String>, to value: YAMLValue) -> Shape {
    guard let name = path.first else { return .asked(value) }
    var fields = if case .fields(let fields) = self { fields } else { [Field]() }
    if let index = fields.firstIndex(where: { $0.key == name }) {
      fields[index].value = fields[index].value.setting(path.dropFirst(), to: value)
    } else {
      fields.append(Field(key: name, value: Shape.nothing.setting(path.dropFirst(), to: value)))
    }
    return .fields(fields)
  }

  /// The shape without the value at a path.
  func removing(_ path: some Collection<String>) -> Shape {
    guard let name = path.first, case .fields(var fields) = self,
      let index = fields.firstIndex(where: { $0.key == name })
    else { return self }
    if path.count == 1 {
      fields.remove(at: index)
    } else {
      fields[index].value = fields[index].value.removing(path.dropFirst())
    }
    return .fields(fields)
  }

  /// Whether a value in a file has this shape.
  func isShape(of node: YAMLNode) -> Bool {
    switch (self, node.content) {
    case (.asked(let value), _): return value.isSaid(by: node)
    case (.fields(let fields), .mapping(let mapping)):
      return fields.count == mapping.entries.count
        && zip(fields, mapping.entries).allSatisfy { $0.key.isExactly($1.key) && $0.value.isShape(of: $1.value) }
    case (.list(let items), .sequence(let nodes)):
      return items.count == nodes.count && zip(items, nodes).allSatisfy { $0.isShape(of: $1) }
    default: return self == Shape(node)
    }
  }
}

/// Makes sure that an edited file says what was asked for, and everything else that it said before.
struct EditCheck {
  let before: FrontMatterDocument
  let expected: Shape

  func accepts(_ bytes: [UInt8]) -> Bool {
    let file = SourceFile(path: before.file.path, bytes: bytes)
    let (after, findings) = FrontMatterDocument.read(file, limits: before.limits)
    guard let after, bytes[after.bodyRange] == before.file.bytes[before.bodyRange] else { return false }
    let findingsBefore = FrontMatterDocument.read(before.file, limits: before.limits).findings.count
    return findings.count <= findingsBefore
      && expected.isShape(of: YAMLNode(.mapping(after.root), at: after.root.range))
  }
}
