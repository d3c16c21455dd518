/// Control characters, which HTML can't hold even as a reference, and which nobody means to write.
///
/// Nearly all texts have none, and pay one look over their bytes.
enum ControlCharacters {
  /// Leaves control characters out of a text's tree, whether they stand in it or are written as `&#7;`, and tells where
  /// those are that stand in it.
  static func remove(from tree: borrowing CommonMarkTree, of source: MarkdownSource, _ findings: inout Findings) {
    var isSuspect = false
    for offset in source.bodyRange {
      switch source.file.bytes[offset] {
      case UInt8(ascii: "&"): isSuspect = isSuspect || byte(offset + 1, of: source) == UInt8(ascii: "#")
      case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x80..<0xC2, 0xC3...: break
      default:
        guard let control = control(at: offset, of: source) else { break }
        isSuspect = true
        let place = offset..<offset + (control.isASCII ? 1 : 2)
        findings.report(.control(control), at: findings.locator.place(of: place))
      }
    }
    if isSuspect { clean(tree) }
  }

  private static func byte(_ offset: Int, of source: MarkdownSource) -> UInt8? {
    source.bodyRange.contains(offset) ? source.file.bytes[offset] : nil
  }

  private static func control(at offset: Int, of source: MarkdownSource) -> Unicode.Scalar? {
    let first = source.file.bytes[offset]
    guard first == 0xC2 else { return Unicode.Scalar(first) }
    return byte(offset + 1, of: source).flatMap { $0 < 0xA0 ? Unicode.Scalar($0) : nil }
  }

  private static func clean(_ tree: borrowing CommonMarkTree) {
    var nodes: [CommonMarkNode] = []
    var walk = CommonMarkWalk(tree)
    while let event = walk.next() {
      if case .enter(let node) = event { nodes.append(node) }
    }
    for node in nodes {
      switch node.kind {
      case .text, .code, .htmlInline, .htmlBlock: change(node.literal, node.setLiteral)
      case .codeBlock:
        change(node.literal, node.setLiteral)
        change(node.fenceInfo, node.setFenceInfo)
      // A destination with control characters makes no link at all.
      case .link, .image: change(node.title, node.setTitle)
      default: break
      }
    }
  }

  private static func change(_ text: String, _ set: (String) -> Void) {
    func isControl(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.generalCategory == .control && scalar != "\t" && scalar != "\n"
    }
    guard text.unicodeScalars.contains(where: isControl) else { return }
    set(String(String.UnicodeScalarView(text.unicodeScalars.filter { !isControl($0) })))
  }
}
