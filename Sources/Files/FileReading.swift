#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reading files and folders with the fewest system calls.
///
/// A site of 100,000 profiles opens as many files: Foundation's reading costs several times the three calls made here.
public enum FileReading {
  /// The whole contents of a file.
  public static func bytes(of path: String) throws(FileProblem) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileProblem(.read, path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileProblem(.read, path) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw FileProblem(.read, path, code: EISDIR) }
    return try bytes(from: descriptor, expected: Int(status.st_size), path: path)
  }

  private static func bytes(from descriptor: Int32, expected: Int, path: String) throws(FileProblem) -> [UInt8] {
    var failure: FileProblem?
    // One byte more than expected, so that the common case sees the end of the file within two reads.
    var bytes = [UInt8](unsafeUninitializedCapacity: expected + 1) { buffer, count in
      failure = fill(buffer, count: &count, from: descriptor, path: path)
    }
    while failure == nil, bytes.count > expected, bytes.count == bytes.capacity || bytes.count % 4096 == 1 {
      // The file grew, or says no size (a pipe): go on in larger pieces.
      let more = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
        failure = fill(buffer, count: &count, from: descriptor, path: path)
      }
      if more.isEmpty { break }
      bytes += more
    }
    if let failure { throw failure }
    return bytes
  }

  private static func fill(
    _ buffer: UnsafeMutableBufferPointer<UInt8>, count: inout Int, from descriptor: Int32, path: String
  ) -> FileProblem? {
    count = 0
    while count < buffer.count, let base = buffer.baseAddress {
      let got = read(descriptor, base + count, buffer.count - count)
      if got < 0 && errno == EINTR { continue }
      if got < 0 { return FileProblem(.read, path) }
      if got == 0 { return nil }
      count += got
    }
    return nil
  }

  /// One thing in a folder.
  public struct Entry: Hashable, Comparable, Sendable {
    /// Its path below the folder that was listed, `/` between its parts.
    public let path: String
    /// Whether it is a folder.
    public let isFolder: Bool

    public static func < (left: Entry, right: Entry) -> Bool { left.path < right.path }
  }

  /// Everything below a folder, sorted by path; links are followed.
  ///
  /// - Parameter includingHidden: whether names that begin with a dot count.
  public static func tree(of folder: String, includingHidden: Bool = false) throws(FileProblem) -> [Entry] {
    var found: [Entry] = []
    var pending = [""]
    while let below = pending.popLast() {
      for entry in try entries(of: folder, below: below, includingHidden: includingHidden) {
        found.append(entry)
        if entry.isFolder { pending.append(entry.path + "/") }
      }
    }
    return found.sorted()
  }

  private static func entries(
    of folder: String, below: String, includingHidden: Bool
  ) throws(FileProblem) -> [Entry] {
    let path = below.isEmpty ? folder : folder + "/" + below
    guard let stream = opendir(path) else { throw FileProblem(.read, path) }
    defer { closedir(stream) }
    var found: [Entry] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(entry.pointee.d_reclen)) { String(cString: $0) }
      }
      if name == "." || name == ".." || (!includingHidden && name.hasPrefix(".")) { continue }
      found.append(
        Entry(path: below + name, isFolder: isFolder(type: Int32(entry.pointee.d_type), at: path + "/" + name)))
    }
    return found
  }

  private static func isFolder(type: Int32, at path: String) -> Bool {
    if type == Int32(DT_DIR) { return true }
    if type == Int32(DT_REG) { return false }
    return kind(of: path) == .folder
  }

  /// What lies at a path.
  public enum Kind: Sendable {
    /// A file, or something else that is no folder.
    case file
    /// A folder.
    case folder
    /// Nothing.
    case nothing
  }

  /// What lies at a path; links are followed.
  public static func kind(of path: String) -> Kind {
    var status = stat()
    guard stat(path, &status) == 0 else { return .nothing }
    return status.st_mode & S_IFMT == S_IFDIR ? .folder : .file
  }
}

extension FileReading {
  /// The names of the folders in a folder, sorted.
  public static func folders(in folder: String) throws(FileProblem) -> [String] {
    try entries(of: folder, below: "", includingHidden: false).filter(\.isFolder).map(\.path).sorted()
  }
}

extension FileReading {
  /// The names of all things in a folder, those that begin with a dot too, sorted.
  public static func names(in folder: String) throws(FileProblem) -> [String] {
    try entries(of: folder, below: "", includingHidden: true).map(\.path).sorted()
  }
}
