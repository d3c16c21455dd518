/// The lines of LDIF (RFC 2849) and vCard (RFC 6350 §3.2), where one that begins with a space goes on with the last.
struct FoldedLines {
  private let text: [UInt8]
  private let alsoTab: Bool
  private var offset = 0
  private var next = 1

  /// - Parameter alsoTab: whether a tab does as well as a space.
  init(_ text: [UInt8], alsoTab: Bool) {
    self.text = text
    self.alsoTab = alsoTab
  }

  /// Whether the last line that was read had a line end.
  private(set) var isEnded = true

  /// The next line, put together, and the number of its first.
  mutating func line() -> (bytes: [UInt8], number: Int)? {
    guard offset < text.count else { return nil }
    let number = next
    var bytes = Array(part())
    while !bytes.isEmpty, offset < text.count, folds(text[offset]) {
      offset += 1
      bytes.append(contentsOf: part())
    }
    return (bytes, number)
  }

  private func folds(_ byte: UInt8) -> Bool { byte == 0x20 || alsoTab && byte == 0x09 }

  /// The bytes up to the next line end, which is passed.
  private mutating func part() -> ArraySlice<UInt8> {
    let start = offset
    while offset < text.count, text[offset] != 0x0A { offset += 1 }
    var end = offset
    isEnded = offset < text.count
    if isEnded { offset += 1 }
    if end > start, text[end - 1] == 0x0D { end -= 1 }
    next += 1
    return text[start..<end]
  }
}
