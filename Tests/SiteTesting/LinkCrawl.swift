import Foundation

/// The tags of a page, as far as links go: attributes in quotes, as our templates write them.
public struct Markup {
  /// The whole text.
  public let text: String
  /// Every attribute with its value, references resolved.
  public let attributes: [(name: String, value: String)]

  /// Reads a page.
  public init(_ bytes: [UInt8]) {
    text = String(decoding: bytes, as: UTF8.self)
    var reading = TagReading(bytes)
    reading.read()
    attributes = reading.attributes
  }

  /// The names of all attributes.
  public var attributeNames: Set<String> { Set(attributes.map(\.name)) }

  /// The ids in their order.
  public var ids: [String] { attributes.filter { $0.name == "id" }.map(\.value) }

  /// Where the page leads.
  public var links: [String] { attributes.filter { ["href", "src"].contains($0.name) }.map(\.value) }
}

/// Finds the attributes of all tags, byte by byte, for a site has some thousand pages' worth of them.
private struct TagReading {
  let bytes: [UInt8]
  var index = 0
  var attributes: [(name: String, value: String)] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func read() {
    while skip(past: "<") {
      let isScript = bytes[index...].starts(with: "script".utf8)
      readTag()
      // What stands in scripts is no markup.
      if isScript, let end = bytes[index...].firstRange(of: Array("</script".utf8)) { index = end.upperBound }
    }
  }

  private mutating func readTag() {
    var name: [UInt8] = []
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\"") {
        let start = index
        _ = skip(past: "\"")
        let value = String(decoding: bytes[start..<(index - 1)], as: UTF8.self)
        attributes.append((String(decoding: name, as: UTF8.self), Self.unescaped(value)))
        name = []
      } else if byte == 0x20 || byte == 0x0A {
        name = []
      } else if byte != UInt8(ascii: "=") {
        name.append(byte)
      }
    }
  }

  private mutating func skip(past mark: Unicode.Scalar) -> Bool {
    guard let found = bytes[index...].firstIndex(of: UInt8(ascii: mark)) else { return false }
    index = found + 1
    return true
  }

  private static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }
}

/// A walk over all links of a site, as a browser would resolve them.
public struct LinkCrawl {
  /// How many links inside the site were followed.
  public private(set) var checked = 0
  /// Links that lead nowhere: `page → link`.
  public private(set) var broken: [String] = []
  private var reached: Set<String> = ["index.html", "404.html"]
  private let pages: [String: Markup]

  /// Follows all links of a site's pages; `basePath` is where the site lies on its host.
  public init(_ tree: FileTree, basePath: String) {
    pages = tree.files.filter { $0.key.hasSuffix(".html") }.mapValues { Markup($0) }
    let ids = pages.mapValues { Set($0.ids) }
    for (path, page) in pages.sorted(by: { $0.key < $1.key }) {
      for link in page.links where !Self.elsewhere.contains(where: link.hasPrefix) {
        checked += 1
        guard let target = Self.resolve(link, from: path, basePath: basePath) else {
          broken.append("\(path) → \(link)")
          continue
        }
        let isThere = tree.files[target.file] != nil
        let hasFragment = target.fragment.map { $0.isEmpty || ids[target.file]?.contains($0) == true } ?? true
        if !isThere || !hasFragment { broken.append("\(path) → \(link)") }
        if path != target.file { reached.insert(target.file) }
      }
    }
  }

  /// Pages that no other page links to.
  public var unreachablePages: [String] { pages.keys.filter { !reached.contains($0) }.sorted() }

  private static let elsewhere = ["https:", "http:", "mailto:", "tel:", "sms:", "webcal:"]

  private static func resolve(_ link: String, from page: String, basePath: String) -> (file: String, fragment: String?)?
  {
    let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let fragment = parts.count > 1 ? String(parts[1]).removingPercentEncoding : nil
    // What a query asks is for scripts: the file is the same.
    guard let written = String(parts[0].prefix { $0 != "?" }).removingPercentEncoding else { return nil }
    if written.isEmpty { return (page, fragment) }
    var folders = page.split(separator: "/").dropLast().map(String.init)
    var rest = written
    if written.hasPrefix("/") {
      guard written.hasPrefix(basePath) else { return nil }
      folders = []
      rest = String(written.dropFirst(basePath.count))
    }
    for part in rest.split(separator: "/") {
      switch part {
      case ".": continue
      case "..": if folders.popLast() == nil { return nil }
      default: folders.append(String(part))
      }
    }
    let isFolder = rest.isEmpty || rest.hasSuffix("/") || rest.hasSuffix("..") || rest == "."
    return ((folders + (isFolder ? ["index.html"] : [])).joined(separator: "/"), fragment)
  }
}
