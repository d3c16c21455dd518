/// A module of the plain form, taken apart: imports and exports have lines of their own, and nothing waits outside of
/// functions.
struct PlainModule {
  struct Import {
    /// As a destructuring pattern has them: `a`, `b: c`.
    let names: [String]
    /// What they are called where they come from.
    var origins: [Substring] { names.map { $0.prefix { $0 != ":" } } }
    /// Below the modules' folder.
    let path: String
  }

  private(set) var imports: [Import] = []
  private(set) var exports: [String] = []
  private(set) var body: [UInt8] = []

  /// Takes a module apart; nil where it is not of the plain form.
  ///
  /// Most lines only pass through, so they are looked at as bytes; as text those alone that say where something is from.
  init?(_ text: [UInt8], at path: String) {
    body.reserveCapacity(text.count)
    // A text in backticks may run over lines and hold anything.
    var isWithinText = false
    for line in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      defer { if !line.count(where: { $0 == UInt8(ascii: "`") }).isMultiple(of: 2) { isWithinText.toggle() } }
      if isWithinText {
        add(line)
      } else if ["import ", "import{", "import\""].contains(where: { line.starts(with: $0.utf8) }) {
        guard let imported = Self.imported(Self.text(line), from: path) else { return nil }
        imports.append(imported)
      } else if line.starts(with: "export".utf8) {
        guard !Self.dependsOnPlace(line), let (name, declaration) = Self.exported(Self.text(line)) else { return nil }
        exports.append(name)
        add(declaration.utf8)
      } else {
        guard !Self.dependsOnPlace(line) else { return nil }
        guard line.holds(Self.lateImport) else {
          add(line)
          continue
        }
        guard let late = Self.withLateImports(Self.text(line), from: path) else { return nil }
        add(late.utf8)
      }
    }
  }

  private mutating func add(_ line: some Collection<UInt8>) {
    body += line
    body.append(UInt8(ascii: "\n"))
  }

  private static func text(_ line: ArraySlice<UInt8>) -> Substring { String(decoding: line, as: UTF8.self)[...] }

  /// Whether a line means something else within a function of another file: it asks for its own address, or waits. What
  /// is indented is taken to be within a function already.
  private static func dependsOnPlace(_ line: ArraySlice<UInt8>) -> Bool {
    if line.holds("import.meta") { return true }
    let isOutermost = line.first.map { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") } ?? false
    return isOutermost && line.holds("await ") && !line.holds("async ")
  }

  private static func imported(_ line: Substring, from path: String) -> Import? {
    let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2] == ";", let target = resolved(parts[1], from: path) else { return nil }
    let clause = parts[0].dropFirst("import".count).trimmingSpaces
    if clause.isEmpty { return Import(names: [], path: target) }
    guard clause.hasPrefix("{"), clause.hasSuffix("from"), let end = clause.firstIndex(of: "}"),
      clause[clause.index(after: end)...].trimmingSpaces == "from"
    else { return nil }
    let names = clause[clause.index(after: clause.startIndex)..<end].split(separator: ",").map { name in
      name.split(separator: " ").filter { $0 != "as" }.joined(separator: ": ")
    }
    return Import(names: names.filter { !$0.isEmpty }, path: target)
  }

  /// What a line exports, and the line without saying so.
  private static func exported(_ line: Substring) -> (name: String, declaration: Substring)? {
    guard line.hasPrefix("export ") else { return nil }
    let declaration = line.dropFirst("export ".count)
    var words = declaration.split { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "$" }
    if words.first == "async" { words.removeFirst() }
    guard let kind = words.first, ["function", "class", "const"].contains(kind), words.count > 1 else { return nil }
    // `export const {a, b} = …` exports more than one name.
    guard kind != "const" || !declaration.dropFirst("const ".count).trimmingSpaces.hasPrefix("{") else { return nil }
    return (String(words[1]), declaration)
  }

  /// How an import begins that is not made before the module runs.
  private static let lateImport = "import(\""

  /// A line whose `import("./x.js")` finds its file from the folder of all modules; nil where it can't.
  private static func withLateImports(_ line: Substring, from path: String) -> String? {
    var output = ""
    var rest = line
    while let range = rest.firstRange(of: lateImport) {
      let behind = rest[range.upperBound...]
      guard let end = behind.firstIndex(of: "\""), let target = resolved(behind[..<end], from: path) else { return nil }
      output += rest[..<range.upperBound] + "./" + target
      rest = behind[end...]
    }
    return output + rest
  }

  /// Where a relative path leads; nil where it is none, or leaves the folder.
  private static func resolved(_ relative: Substring, from path: String) -> String? {
    guard relative.hasPrefix("./") || relative.hasPrefix("../") else { return nil }
    var parts = path.split(separator: "/").dropLast()
    for part in relative.split(separator: "/") where part != "." {
      if part == ".." {
        guard parts.popLast() != nil else { return nil }
      } else {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}

extension Substring {
  fileprivate var trimmingSpaces: Substring {
    guard let first = firstIndex(where: { $0 != " " }), let last = lastIndex(where: { $0 != " " }) else { return "" }
    return self[first...last]
  }
}

extension ArraySlice<UInt8> {
  /// Whether a text stands somewhere in the bytes.
  fileprivate func holds(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { text in
      withUnsafeBufferPointer { bytes in
        guard let first = text.first, bytes.count >= text.count else { return text.isEmpty }
        return (0...bytes.count - text.count).contains { start in
          bytes[start] == first && text.indices.allSatisfy { bytes[start + $0] == text[$0] }
        }
      }
    }
  }
}
