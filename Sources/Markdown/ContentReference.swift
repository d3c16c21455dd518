import Hypertext

/// Where a destination that was written in a content file leads, as far as its letters tell.
///
/// Links between content files are written as file paths, relative to the file that holds them: from `guide/faq.md`
/// the page `pages/join.md` is `../pages/join.md`. Whether the file exists is for the caller to see.
public enum ContentReference: Hashable, Sendable {
  /// Another content file, and perhaps a heading in it: `../pages/join.md#how`.
  case content(path: String, fragment: String?)
  /// A page by its place in the site, written with a leading `/` that `path` leaves out: `/explore/`.
  case site(path: String, fragment: String?)
  /// A heading of the same file: `#how`. Empty for an empty destination.
  case fragment(String)
  /// A place elsewhere. `//example.org/x` is read as `https`.
  case external(SafeURL)
  /// A file that is not Markdown, such as `../static/map.svg`.
  case file(path: String)
  /// A scheme that a page must not link to, or a control character.
  case unsafe
  /// A path that climbs out of the content folder.
  case outside

  /// Reads a destination.
  ///
  /// `.` and `..` are resolved, escapes such as `%20` decoded, a query (`?…`) left off except from external addresses.
  ///
  /// - Parameters:
  ///   - destination: the text as `ContentLink.destination` has it.
  ///   - contentPath: the file that holds it, relative to the content folder: `guide/faq.md`.
  public static func parse(destination: String, from contentPath: String) -> ContentReference {
    let written = destination.trimmingSpaces
    if written.utf8.contains(where: WrittenDestination.isControl) { return .unsafe }
    if WrittenDestination.scheme(of: written) != nil { return SafeURL(written).map(external) ?? .unsafe }
    if written.hasPrefix("//") { return SafeURL("https:" + written).map(external) ?? .unsafe }

    let parts = Parts(written)
    guard !parts.holdsControl else { return .unsafe }
    if parts.path.isEmpty { return .fragment(parts.fragment ?? "") }
    if parts.path.hasPrefix("/") {
      guard let path = resolve(parts.path, in: []) else { return .outside }
      return .site(path: path, fragment: parts.fragment)
    }
    guard let path = resolve(parts.path, in: contentPath.split(separator: "/").dropLast()) else { return .outside }
    return path.hasMarkdownExtension ? .content(path: path, fragment: parts.fragment) : .file(path: path)
  }

  /// The path from the content folder; nil when it climbs out of it.
  private static func resolve(_ path: String, in folder: ArraySlice<Substring>) -> String? {
    var names = folder
    let written = path.split(separator: "/", omittingEmptySubsequences: true)
    for name in written {
      switch name {
      case ".": continue
      case "..":
        guard names.popLast() != nil else { return nil }
      default: names.append(name)
      }
    }
    let isFolder = path.hasSuffix("/") || written.last == "." || written.last == ".."
    return names.joined(separator: "/") + (isFolder && !names.isEmpty ? "/" : "")
  }
}

// MARK: - Parts

/// Path and fragment of a reference without scheme and host (RFC 3986 §4.2), decoded.
private struct Parts {
  let path: String
  let fragment: String?

  init(_ written: String) {
    let hash = written.utf8.firstIndex(of: UInt8(ascii: "#"))
    fragment = hash.map { Parts.decoded(written[written.utf8.index(after: $0)...]) }
    let beforeFragment = written[..<(hash ?? written.endIndex)]
    let query = beforeFragment.utf8.firstIndex(of: UInt8(ascii: "?"))
    path = Parts.decoded(beforeFragment[..<(query ?? beforeFragment.endIndex)])
  }

  var holdsControl: Bool {
    path.utf8.contains(where: WrittenDestination.isControl)
      || fragment?.utf8.contains(where: WrittenDestination.isControl) == true
  }

  /// `%XX` decoded; a text whose escapes are not UTF-8 stays as it is.
  private static func decoded(_ text: Substring) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let value = hexadecimalValue(rest.prefix(2)) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self) ?? String(text)
  }

  private static func hexadecimalValue(_ digits: Substring.UTF8View) -> UInt8? {
    guard digits.count == 2, digits.first != UInt8(ascii: "+") else { return nil }
    return UInt8(Substring(digits), radix: 16)
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    var rest = self[...]
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }

  fileprivate var hasMarkdownExtension: Bool {
    let end = suffix(3)
    return end.first == "." && end.lowercased() == ".md"
  }
}
