/// Finds the tags that have their line for themselves, and takes the rest of such lines out of the template.
///
/// The Mustache specification: a line of white space and one tag that is not an interpolation does not show in the
/// output. Its inheritance module widens this: several inheritance tags may share a line. Of these the tags of a
/// block are judged here; a parent counts as one tag from its opening to its closing one, so it is judged when the tree
/// is built and both are known.
struct StandaloneLines {
  private(set) var tokens: [Token]
  /// For each closing tag what kind of tag it closes.
  private var closes: [Int: Tag] = [:]

  /// Marks the tokens of a whole template.
  init(_ tokens: [Token], in bytes: [UInt8]) {
    self.tokens = tokens
    pairTags()
    var start = 0
    for index in tokens.indices {
      let endsInLineFeed = tokens[index].tag == nil && bytes[tokens[index].range.upperBound - 1] == UInt8(ascii: "\n")
      guard endsInLineFeed || index == tokens.count - 1 else { continue }
      mark(start..<index + 1)
      start = index + 1
    }
  }

  /// Which tag is closed is taken from the order alone; where names do not match, the tree builder complains.
  private mutating func pairTags() {
    var open: [Tag] = []
    for (index, token) in tokens.enumerated() {
      switch token.tag {
      case .section, .inverted, .parent, .block: open.append(token.tag ?? .section)
      case .close: closes[index] = open.popLast()
      default: break
      }
    }
  }

  private mutating func mark(_ line: Range<Int>) {
    let tags = line.filter { tokens[$0].tag != nil }
    let isBlank = line.allSatisfy { tokens[$0].tag != nil || tokens[$0].isBlank }
    markEdges(of: line, tags: tags)
    if let only = tags.first, tags.count == 1, isBlank, canStandAlone(only) {
      tokens[only].isStandalone = true
      for index in line where index != only { tokens[index].isDropped = true }
      return
    }
    for tag in tags where isStandaloneBlockTag(tag, in: line) {
      tokens[tag].isStandalone = true
      if tag > line.lowerBound, tokens[tag - 1].isBlank { tokens[tag - 1].isDropped = true }
      if tag + 1 < line.upperBound, tokens[tag + 1].isBlank { tokens[tag + 1].isDropped = true }
    }
    if let first = line.first(where: { !tokens[$0].isDropped && !tokens[$0].isStandalone }) {
      tokens[first].startsLine = true
    }
  }

  private mutating func markEdges(of line: Range<Int>, tags: [Int]) {
    guard let first = tags.first, let last = tags.last else { return }
    let before = line.lowerBound..<first
    if before.allSatisfy({ tokens[$0].isBlank }) {
      tokens[first].leading = tokens[line.lowerBound].range.lowerBound..<tokens[first].range.lowerBound
    }
    tokens[last].endsLine = (last + 1..<line.upperBound).allSatisfy { tokens[$0].isBlank }
  }

  private func canStandAlone(_ index: Int) -> Bool {
    switch tokens[index].tag {
    case .variable, .rawVariable, .parent, nil: false
    case .close: closes[index] != .parent
    default: true
    }
  }

  /// A block's opening tag takes the line ending behind it, a closing one the white space before it, as long as there
  /// are only inheritance tags around it; beyond the parent tag that holds it, text does not matter.
  private func isStandaloneBlockTag(_ index: Int, in line: Range<Int>) -> Bool {
    let before = line.prefix(through: index).dropLast().reversed()
    let after = line.suffix(from: index + 1)
    if tokens[index].tag == .block {
      return after.allSatisfy { tokens[$0].isBlank || opens($0) }
        && before.prefix { tokens[$0].tag != .parent }.allSatisfy { tokens[$0].isBlank || isInheritance($0) }
    }
    return closes[index] == .block
      && before.allSatisfy { tokens[$0].isBlank || closes[$0] == .block || closes[$0] == .parent }
      && after.prefix { closes[$0] != .parent }.allSatisfy { tokens[$0].isBlank || isInheritance($0) }
  }

  private func opens(_ index: Int) -> Bool {
    tokens[index].tag == .block || tokens[index].tag == .parent
  }

  private func isInheritance(_ index: Int) -> Bool {
    opens(index) || closes[index] == .block || closes[index] == .parent
  }
}
