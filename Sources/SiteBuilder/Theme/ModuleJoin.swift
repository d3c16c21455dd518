/// Joins a module with those that it imports into one file: one request instead of thirty, and two thirds of the bytes,
/// since the small files compress together.
///
/// It knows the plain form that modules are written in: each import and export on a line of its own (`import {a, b as c}
/// from "./x.js";`, `export function`, `export const`), no default export, no import in a circle. Each module becomes a
/// function that is called once and hands out what it exports, so names of two modules never meet. Modules of another form
/// are left as they are, and the browser fetches each.
struct ModuleJoin {
  private let files: [String: [UInt8]]
  private var numbers: [String: Int] = [:]
  private var open: Set<String> = []
  private var text = ""

  /// The modules of a page in one; nil where one of them can't be joined, or there is but one.
  ///
  /// - Parameters:
  ///   - entries: the modules that the page runs, below the modules' folder.
  ///   - files: path below that folder → text, of all modules.
  static func joined(_ entries: [String], files: [String: [UInt8]]) -> [UInt8]? {
    var join = ModuleJoin(files: files)
    for entry in entries {
      guard join.add(entry) else { return nil }
    }
    // One module, or none, is best left as it is.
    guard join.numbers.count > 1 else { return nil }
    return Array(join.text.utf8)
  }

  private init(files: [String: [UInt8]]) {
    self.files = files
  }

  /// Adds a module behind those that it imports.
  private mutating func add(_ path: String) -> Bool {
    if numbers[path] != nil { return true }
    guard let bytes = files[path], let module = PlainModule(String(decoding: bytes, as: UTF8.self), at: path),
      open.insert(path).inserted
    else { return false }
    for imported in module.imports {
      guard add(imported.path) else { return false }
    }
    open.remove(path)
    let number = numbers.count
    numbers[path] = number
    write(module, number)
    return true
  }

  private mutating func write(_ module: PlainModule, _ number: Int) {
    text += module.exports.isEmpty ? "(() => {\n" : "const module\(number) = (() => {\n"
    for imported in module.imports where !imported.names.isEmpty {
      text += "const {\(imported.names.joined(separator: ", "))} = module\(numbers[imported.path] ?? 0);\n"
    }
    text += module.body
    if !module.exports.isEmpty { text += "return {\(module.exports.joined(separator: ", "))};\n" }
    text += "})();\n"
  }
}

/// A module taken apart.
struct PlainModule {
  struct Import {
    /// As a destructuring pattern has them: `a`, `b: c`.
    let names: [String]
    /// Below the modules' folder.
    let path: String
  }

  private(set) var imports: [Import] = []
  private(set) var exports: [String] = []
  private(set) var body = ""

  /// Takes a module apart; nil where it is not of the plain form.
  init?(_ text: String, at path: String) {
    for line in text.split(separator: "\n") {
      if line.hasPrefix("import ") || line.hasPrefix("import{") || line.hasPrefix("import\"") {
        guard let imported = Self.imported(line, from: path) else { return nil }
        imports.append(imported)
      } else if line.hasPrefix("export") {
        guard !line.contains("import.meta"), let (name, declaration) = Self.exported(line) else { return nil }
        exports.append(name)
        body += declaration + "\n"
      } else {
        guard !line.contains("import.meta"), let late = Self.withLateImports(line, from: path) else { return nil }
        body += late + "\n"
      }
    }
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

  /// A line whose `import("./x.js")` finds its file from the folder of all modules; nil where it can't.
  private static func withLateImports(_ line: Substring, from path: String) -> String? {
    let start = "import(\""
    var output = ""
    var rest = line
    while let range = rest.firstRange(of: start) {
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
