/// Recognises what is no roster at all, so that the message can say what it is.
enum Refusal {
  /// Looks at the first bytes.
  ///
  /// Called twice: before decoding, where other kinds of files are known by their first bytes, and after, for a web page
  /// may be in any encoding.
  static func check(_ bytes: [UInt8], format: RosterFormat) throws(RosterProblem) {
    if let kind = kind(of: bytes) { throw .otherKind(kind) }
    guard let first = bytes.firstIndex(where: { !isSpace($0) && !byteOrderMark.contains($0) }) else { throw .empty }
    guard bytes[first] == UInt8(ascii: "<") else { return }
    let beginning = String(decoding: bytes[first...].prefix(4_096), as: UTF8.self)
    let lowercased = beginning.lowercased()
    if pageBeginnings.contains(where: lowercased.hasPrefix) || lowercased.contains("<html") {
      throw .webPage(title: title(of: beginning))
    }
    if lowercased.hasPrefix("<?xml") { throw .otherKind(.xml) }
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
  private static let pageBeginnings = ["<!doctype html", "<html", "<head", "<body", "<script", "<meta", "<title"]

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private static func kind(of bytes: [UInt8]) -> RosterProblem.OtherKind? {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      // The first names in a workbook's archive.
      let names = String(decoding: bytes.prefix(200), as: UTF8.self)
      return ["[Content_Types]", "xl/", "_rels/", "mimetype", "docProps/"].contains { names.contains($0) }
        ? .workbook : .zip
    }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return .oldWorkbook }
    if bytes.starts(with: [0x1F, 0x8B]) { return .gzip }
    if bytes.starts(with: Array("%PDF".utf8)) { return .pdf }
    if bytes.starts(with: [0x7F, 0x45, 0x4C, 0x46]) || bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return .binary }
    return nil
  }

  /// The title of a web page, where it is short and plain.
  private static func title(of page: String) -> String? {
    let parts = page.split(separator: "<", omittingEmptySubsequences: true)
    guard let part = parts.first(where: { $0.lowercased().hasPrefix("title") }),
      let start = part.firstIndex(of: ">")
    else { return nil }
    let title = part[part.index(after: start)...].split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let isPlain = title.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F && $0.value != 0xFFFD }
    return title.isEmpty || title.count > 80 || !isPlain ? nil : title
  }
}
