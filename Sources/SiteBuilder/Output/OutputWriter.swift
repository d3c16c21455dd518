import Files
import Hypertext

/// Puts single files of a site in place, where they changed.
struct OutputWriter: Sendable {
  let root: String
  let previous: Manifest
  let isStaged: Bool

  /// What became of one file.
  struct Written: Sendable {
    let entry: Manifest.Entry
    let isChanged: Bool
  }

  /// Puts a file in place unless it is there already.
  ///
  /// - Parameter file: below the output folder.
  func write(_ bytes: [UInt8], to file: OutputPath) throws(FileProblem) -> Written {
    let digest = ContentHash(ofFile: bytes)
    let target = "\(root)/\(file.path)"
    if let known = previous.entries[file.path], known.digest == digest, FileStamp(of: target) == known.stamp {
      return Written(entry: known, isChanged: false)
    }
    if !isStaged, isAlreadyThere(bytes, at: target), let stamp = FileStamp(of: target) {
      return Written(entry: Manifest.Entry(digest: digest, stamp: stamp), isChanged: false)
    }
    return Written(entry: Manifest.Entry(digest: digest, stamp: try place(bytes, at: target)), isChanged: true)
  }

  /// After a killed run, or a copy that changed the files' times, the bytes themselves tell.
  private func isAlreadyThere(_ bytes: [UInt8], at target: String) -> Bool {
    guard FileStamp(of: target)?.size == Int64(bytes.count) else { return false }
    return (try? FileReading.bytes(of: target)) == bytes
  }

  private func place(_ bytes: [UInt8], at target: String) throws(FileProblem) -> FileStamp {
    // In a new site a page's folder is never there yet: trying without it would cost a failed call for every page.
    if isStaged, target.hasSuffix("/index.html") { try FileWriting.makeFolder(Self.folder(of: target)) }
    do {
      return try put(bytes, at: target)
    } catch {
      if error.isMissing {
        try makeFolder(Self.folder(of: target))
      } else if !isStaged, FileReading.kind(of: target) == .folder {
        // A folder of pages that are gone has the name that a file has now.
        try FileWriting.removeTree(target)
      } else {
        throw error
      }
      return try put(bytes, at: target)
    }
  }

  private func put(_ bytes: [UInt8], at target: String) throws(FileProblem) -> FileStamp {
    try isStaged ? FileWriting.create(target, bytes) : FileWriting.replace(target, with: bytes)
  }

  /// Makes the folder of a page; a file of an earlier build that has the folder's name, or that of one above, goes.
  private func makeFolder(_ folder: String) throws(FileProblem) {
    var path = folder
    while !isStaged, path.utf8.count > root.utf8.count {
      if FileReading.kind(of: path) == .file { try FileWriting.removeFile(path) }
      path = Self.folder(of: path)
    }
    try FileWriting.makeFolder(folder)
  }

  private static func folder(of path: String) -> String {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex
    return String(path[..<slash])
  }
}

/// The place of a file in the output folder; it can't lead out of it.
struct OutputPath: Hashable, Sendable {
  let path: String

  /// Where the page or file at an address is kept: a page's folder holds its `index.html`.
  init(_ address: SitePath) {
    path = address.path.isEmpty || address.path.hasSuffix("/") ? address.path + "index.html" : address.path
  }
}
