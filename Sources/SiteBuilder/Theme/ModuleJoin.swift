/// Joins a module with those that it imports into one file: one request instead of thirty, and two thirds of the bytes,
/// since the small files compress together.
///
/// It knows the plain form that modules are written in: each import and export on a line of its own (`import {a, b as c}
/// from "./x.js";`, `export function`, `export const`), no default export, no import in a circle. Each module becomes a
/// function that is called once and hands out what it exports, so names of two modules never meet. Modules of another form
/// are left as they are, and the browser fetches each.
struct ModuleJoin {
  private let modules: [String: PlainModule]
  private var numbers: [String: Int] = [:]
  private var exports: [String: Set<Substring>] = [:]
  private var open: Set<String> = []
  private var text: [UInt8] = []

  /// The modules of a page in one; nil where one of them can't be joined, or there is but one.
  ///
  /// - Parameters:
  ///   - entries: the modules that the page runs, below the modules' folder.
  ///   - modules: path below that folder → module, of all that are of the plain form.
  static func joined(_ entries: [String], modules: [String: PlainModule]) -> [UInt8]? {
    var join = ModuleJoin(modules: modules)
    for entry in entries {
      guard join.add(entry) else { return nil }
    }
    // One module, or none, is best left as it is.
    guard join.numbers.count > 1 else { return nil }
    return join.text
  }

  private init(modules: [String: PlainModule]) {
    self.modules = modules
  }

  /// Adds a module behind those that it imports.
  private mutating func add(_ path: String) -> Bool {
    if numbers[path] != nil { return true }
    guard let module = modules[path], open.insert(path).inserted else { return false }
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
    text += (module.exports.isEmpty ? "(() => {\n" : "const module\(number) = (() => {\n").utf8
    for imported in module.imports where !imported.names.isEmpty {
      text += "const {\(imported.names.joined(separator: ", "))} = module\(numbers[imported.path] ?? 0);\n".utf8
    }
    text += module.body
    if !module.exports.isEmpty { text += "return {\(module.exports.joined(separator: ", "))};\n".utf8 }
    text += "})();\n".utf8
  }
}
