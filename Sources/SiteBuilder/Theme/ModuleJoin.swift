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
  private var exports: [String: Set<Substring>] = [:]
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
      // A name that seems not to be there was exported in a form that is not known here.
      guard add(imported.path), exports[imported.path]?.isSuperset(of: imported.origins) == true else { return false }
    }
    open.remove(path)
    let number = numbers.count
    numbers[path] = number
    exports[path] = Set(module.exports.map { $0[...] })
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
