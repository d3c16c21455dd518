import Diagnostics

/// One template file as a tree of nodes: the syntax only, before any name has been looked up.
struct TemplateTree: Sendable {
  let name: String
  let file: SourceFile
  let nodes: [Node]
  /// What is wrong with the syntax. A tree that has problems is not compiled.
  let findings: [Finding]
}

/// A part of a template.
struct Node: Sendable {
  let kind: Kind
  /// The bytes of the opening tag, or of the text.
  let range: Range<Int>
  /// Whether the node is the first thing left of its line, where the indentation of a partial goes.
  let startsLine: Bool

  indirect enum Kind: Sendable {
    /// Literal text: the node's range of the file.
    case text
    case variable(Name, isRaw: Bool)
    case section(Name, isInverted: Bool, body: [Node])
    /// A partial; it has an indentation when it stands on a line of its own.
    case partial(Name, indentation: [UInt8]?)
    /// A parent with the blocks that replace its own.
    case parent(Name, indentation: [UInt8]?, blocks: [Node], ignored: Range<Int>?)
    case block(Block)
  }
}

/// A name as it was written in a tag.
struct Name: Sendable {
  let text: String
  let range: Range<Int>
}

/// A block: in a template a place with a default, in a parent tag what replaces that default.
struct Block: Sendable {
  let name: Name
  let body: [Node]
  /// Whether the opening tag ended its line, so that the body begins with a new line.
  let isStandalone: Bool
  /// The white space that belongs to the block's place: taken from each line of what is written here, put before each
  /// line of what comes here instead.
  let indentation: [UInt8]
}
