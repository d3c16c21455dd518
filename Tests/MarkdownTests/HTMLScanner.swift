/// A small strict reader of our own HTML: it knows only what the renderer may write and calls all else a fault.
struct HTMLScanner {
  private(set) var faults: [String] = []
  private var open: [String] = []
  private var rest: Substring

  private static let void: Set<String> = ["br", "hr", "img", "input"]
  private static let elements: Set<String> = [
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "a", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "hr",
    "br", "img", "aside", "figure", "figcaption", "label", "input",
  ]
  private static let attributes: Set<String> = [
    "href", "src", "alt", "title", "class", "id", "rel", "role", "aria-label", "loading", "type", "checked", "start",
  ]

  /// What is wrong with the HTML; empty when it is safe and balanced.
  static func faults(in html: String) -> [String] {
    // Marks that combine with a bracket or quote would hide it from `Character`.
    let scalars = html.unicodeScalars.map { $0.isASCII && $0 != "\r" ? $0 : "x" }
    var scanner = HTMLScanner(rest: String(String.UnicodeScalarView(scalars))[...])
    scanner.scan()
    return scanner.faults
  }

  private init(rest: Substring) {
    self.rest = rest
  }

  private mutating func scan() {
    while let bracket = rest.firstIndex(of: "<") {
      rest = rest[rest.index(after: bracket)...]
      guard let end = rest.firstIndex(of: ">") else { return faults.append("a tag without end") }
      readTag(rest[..<end])
      rest = rest[rest.index(after: end)...]
    }
    if !open.isEmpty { faults.append("left open: \(open)") }
  }

  private mutating func readTag(_ tag: Substring) {
    if tag.first == "/" {
      let name = String(tag.dropFirst())
      if open.popLast() != name { faults.append("</\(name)> closes nothing") }
      return
    }
    let name = String(tag.prefix { $0.isLetter || $0.isNumber })
    if !Self.elements.contains(name) { faults.append("<\(tag.prefix(40))> is not ours") }
    if ["a", "p", "label"].contains(name), open.contains(name) { faults.append("<\(name)> inside <\(name)>") }
    if !Self.void.contains(name) { open.append(name) }
    readAttributes(tag.dropFirst(name.count), of: name)
  }

  private mutating func readAttributes(_ text: Substring, of element: String) {
    var rest = text.drop { $0 == " " }
    while !rest.isEmpty, rest != "/" {
      let name = String(rest.prefix { $0.isLetter || $0 == "-" })
      rest = rest.dropFirst(name.count)
      if !Self.attributes.contains(name) { return faults.append("<\(element)> has '\(name)' in '\(text)'") }
      if rest.hasPrefix("=\"") {
        let value = rest.dropFirst(2).prefix { $0 != "\"" }
        rest = rest.dropFirst(value.count + 3)
        if name == "href" || name == "src" { checkURL(Self.unescaped(String(value))) }
      }
      rest = rest.drop { $0 == " " }
    }
  }

  /// As a browser reads it: leading control characters and spaces dropped, tabs and line ends dropped anywhere.
  private mutating func checkURL(_ value: String) {
    let scalars = value.unicodeScalars.drop { $0.value <= 0x20 }.filter { !"\t\n\r".unicodeScalars.contains($0) }
    let text = String(String.UnicodeScalarView(scalars)).lowercased()
    guard let colon = text.firstIndex(of: ":"), !text[..<colon].contains(where: { "/?#".contains($0) }) else { return }
    let scheme = String(text[..<colon])
    if !["http", "https", "mailto", "tel", "sms", "webcal"].contains(scheme) { faults.append("scheme in '\(value)'") }
  }

  private static func unescaped(_ text: String) -> String {
    var output = text
    for (reference, character) in [
      ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"),
    ] {
      output = output.split(separator: reference, omittingEmptySubsequences: false).joined(separator: character)
    }
    return output
  }
}
