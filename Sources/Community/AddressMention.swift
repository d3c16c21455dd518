import Addresses
import Diagnostics
import FrontMatter
import Markdown

/// A text of a content file that will be published and may hold a mail address, and where it stands.
///
/// Whose address it is, and whether that person's may be published, only the whole community can tell: files are read
/// one by one, so each notes its texts, and `PrivateAddressCheck` judges them.
struct AddressMention: Sendable {
  let text: [UInt8]
  let range: SourceRange
  /// Whether the text stands in the file as it is from the beginning of `range` on, all in one line.
  let isVerbatim: Bool
  /// The file, to quote its line.
  let file: SourceFile

  /// Where an address stands that begins so many bytes from the text's beginning.
  func range(at offset: Int) -> SourceRange {
    guard isVerbatim else { return range }
    let column = text[..<offset].reduce(into: range.start.column) { $0 += $1 & 0xC0 == 0x80 ? 0 : 1 }
    let length = text[offset...].prefix { $0 > 0x20 && $0 != UInt8(ascii: ")") && $0 != UInt8(ascii: ">") }
      .count { $0 & 0xC0 != 0x80 }
    return SourceRange(line: range.start.line, column: column, length: length)
  }
}

extension [AddressMention] {
  /// What the published fields of a file say, and its text.
  ///
  /// - Parameter isPublished: whether pages show a field of that name as it is.
  static func found(
    in document: FrontMatterDocument, text: RenderedMarkdown, isPublished: (String) -> Bool
  ) -> [AddressMention] {
    guard AddressWatch.hasSign(document.file.bytes) || AddressWatch.hasSign(text.html.bytes) else { return [] }
    var mentions: [AddressMention] = []
    for entry in document.root.entries where isPublished(entry.key) { mentions.add(entry.value, in: document.file) }
    guard AddressWatch.hasSign(text.html.bytes) else { return mentions }
    mentions.addLines(of: document)
    // Markdown knows ways to write an `@` that no search in its source finds.
    let start = SourceRange(line: document.bodyLine, column: 1, length: 0)
    mentions.append(AddressMention(text: text.html.bytes, range: start, isVerbatim: false, file: document.file))
    return mentions
  }

  private mutating func add(_ node: YAMLNode, in file: SourceFile) {
    switch node.content {
    case .scalar(let scalar):
      let text = Array<UInt8>(scalar.text.utf8)
      guard AddressWatch.hasSign(text) else { return }
      let isVerbatim = scalar.style == .plain && node.range.start.line == node.range.end.line
      append(AddressMention(text: text, range: node.range, isVerbatim: isVerbatim, file: file))
    case .sequence(let items):
      for item in items { add(item, in: file) }
    case .mapping(let mapping):
      for entry in mapping.entries { add(entry.value, in: file) }
    }
  }

  private mutating func addLines(of document: FrontMatterDocument) {
    let body = document.file.bytes[document.bodyRange]
    for (index, line) in body.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      let text = Array<UInt8>(line)
      guard AddressWatch.hasSign(text) else { continue }
      let range = SourceRange(line: document.bodyLine + index, column: 1, length: 0)
      append(AddressMention(text: text, range: range, isVerbatim: true, file: document.file))
    }
  }
}
