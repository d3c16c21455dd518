import Foundation

/// A folder for one test, gone when the test is.
public final class ScratchFolder: Sendable {
  /// Its path.
  public let path: String

  /// A fresh, empty folder.
  public init() throws {
    path = NSTemporaryDirectory() + "mentorbook-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Writes a file and the folders above it.
  public func write(_ text: String, to name: String) throws {
    try write(Array(text.utf8), to: name)
  }

  /// Writes a file and the folders above it.
  public func write(_ bytes: [UInt8], to name: String) throws {
    let file = URL(fileURLWithPath: "\(path)/\(name)")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  /// The text of a file.
  public func text(of name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)")), as: UTF8.self)
  }

  /// Every file below a folder, by its path there.
  public func files(in name: String) -> FileTree { FileTree(of: "\(path)/\(name)") }
}

/// The files of a folder with their bytes.
public struct FileTree: Equatable, Sendable {
  /// Path below the folder → bytes.
  public let files: [String: [UInt8]]

  /// Reads a folder; one that is missing has no files.
  public init(of folder: String) {
    var files: [String: [UInt8]] = [:]
    let base = URL(fileURLWithPath: folder)
    let names = FileManager.default.subpaths(atPath: folder) ?? []
    for name in names {
      var isDirectory: ObjCBool = false
      let path = base.appendingPathComponent(name).path
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory), !isDirectory.boolValue,
        let data = FileManager.default.contents(atPath: path)
      else { continue }
      files[name] = Array(data)
    }
    self.files = files
  }

  private init(files: [String: [UInt8]]) {
    self.files = files
  }

  /// The paths, sorted.
  public var paths: [String] { files.keys.sorted() }

  /// A file's text; nil when there is no such file.
  public func text(of path: String) -> String? { files[path].map { String(decoding: $0, as: UTF8.self) } }

  /// The files that a reader of the site can meet: all but the generator's own notes.
  public var published: FileTree { FileTree(files: files.filter { !$0.key.hasPrefix(".") }) }

  /// The paths whose files hold a text, whatever the case of its letters, or have it in their own name. The files of the
  /// search index are read as a browser reads them.
  public func mentioning(_ text: String) -> [String] {
    let wanted = text.lowercased()
    return paths.filter { path in
      path.lowercased().contains(wanted)
        || String(decoding: contents(of: path), as: UTF8.self).lowercased().contains(wanted)
    }
  }

  private func contents(of path: String) -> [UInt8] {
    let bytes = files[path] ?? []
    return path.hasSuffix(".bin") ? Inflating.bytes(of: bytes) ?? bytes : bytes
  }

  /// The paths of files that differ, or that only one of the two has.
  public func differences(from other: FileTree) -> [String] {
    Set(files.keys).union(other.files.keys).filter { files[$0] != other.files[$0] }.sorted()
  }
}
