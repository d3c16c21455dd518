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

  /// Everything below a folder, sorted by path.
  ///
  /// - Parameters:
  ///   - includingHidden: whether names that begin with a dot count.
  ///   - followingLinks: whether a link to a folder is that folder; if not, it is a file. One that leads back to where
  ///     the listing has been is left out.
  public static func tree(
    of folder: String, includingHidden: Bool = false, followingLinks: Bool = true
  ) throws(FileProblem) -> [Entry] {
    var found: [Entry] = []
    var links = FollowedLinks()
    var pending = [""]
    while let below = pending.popLast() {
      for (entry, isLink) in try entries(of: folder, below: below, includingHidden: includingHidden) {
        if isLink && !followingLinks {
          found.append(Entry(path: entry.path, isFolder: false))
        } else if !isLink || !entry.isFolder || links.isNew("\(folder)/\(entry.path)") {
          found.append(entry)
          if entry.isFolder { pending.append(entry.path + "/") }
        }
      }
    }
    return found.sorted()
  }

  /// The links to folders that a listing has followed, so that it can't go round in circles.
  private struct FollowedLinks {
    private var targets: Set<String> = []

    /// Whether a link leads neither to a folder around itself nor to where an earlier one led.
    mutating func isNew(_ link: String) -> Bool {
      let folder = String(link[..<(link.lastIndex(of: "/") ?? link.endIndex)])
      guard let target = resolved(link), let own = resolved(folder) else { return false }
      return own != target && !own.hasPrefix(target + "/") && targets.insert(target).inserted
    }

    private func resolved(_ path: String) -> String? {
      guard let resolved = realpath(path, nil) else { return nil }
      defer { free(resolved) }
      return String(cString: resolved)
    }
  }

  private static func entries(
    of folder: String, below: String, includingHidden: Bool
  ) throws(FileProblem) -> [(entry: Entry, isLink: Bool)] {
    let path = below.isEmpty ? folder : folder + "/" + below
    guard let stream = opendir(path) else { throw FileProblem(.read, path) }
    defer { closedir(stream) }
    var found: [(entry: Entry, isLink: Bool)] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(entry.pointee.d_reclen)) { String(cString: $0) }
      }
      if name == "." || name == ".." || (!includingHidden && name.hasPrefix(".")) { continue }
      let type = Int32(entry.pointee.d_type)
      let place = path + "/" + name
      let isFolder = type == Int32(DT_DIR) || type != Int32(DT_REG) && kind(of: place) == .folder
      found.append((Entry(path: below + name, isFolder: isFolder), isLink(type: type, at: place)))
    }
    return found
  }

  /// Whether an entry is a link; some file systems don't tell in the listing.
  private static func isLink(type: Int32, at path: String) -> Bool {
    guard type == Int32(DT_UNKNOWN) else { return type == Int32(DT_LNK) }
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
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
    try entries(of: folder, below: "", includingHidden: false).filter(\.entry.isFolder).map(\.entry.path).sorted()
  }
}

extension FileReading {
  /// The names of all things in a folder, those that begin with a dot too, sorted.
  public static func names(in folder: String) throws(FileProblem) -> [String] {
    try entries(of: folder, below: "", includingHidden: true).map(\.entry.path).sorted()
  }
}
