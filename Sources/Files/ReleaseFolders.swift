#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a folder of releases is made with: hard links to files that stay the same, and one symbolic link that says which
/// release is shown.
public enum ReleaseFolders {
  /// Gives a file a second name; the bytes exist once.
  ///
  /// - Returns: false where the file system has no such names, or where two of them lie between; then it has to be copied.
  public static func share(_ path: String, as other: String) throws(FileProblem) -> Bool {
    if link(path, other) == 0 { return true }
    if [EXDEV, EPERM, EMLINK, EOPNOTSUPP].contains(errno) { return false }
    throw FileProblem(.write, other)
  }

  /// Where a symbolic link leads, as it is written; nil where there is none.
  public static func destination(of link: String) -> String? {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let length = buffer.withUnsafeMutableBytes { bytes in
      bytes.baseAddress.map { readlink(link, $0.assumingMemoryBound(to: CChar.self), bytes.count) } ?? -1
    }
    return length < 0 ? nil : String(decoding: buffer.prefix(length), as: UTF8.self)
  }

  /// Lets a symbolic link lead elsewhere, in one step: whoever follows it arrives at the old place or at the new one.
  public static func point(_ link: String, to destination: String) throws(FileProblem) {
    let temporary = link + FileWriting.temporarySuffix
    unlink(temporary)
    guard symlink(destination, temporary) == 0 else { throw FileProblem(.write, temporary) }
    guard rename(temporary, link) == 0 else {
      let problem = FileProblem(.rename, link)
      unlink(temporary)
      throw problem
    }
  }

  /// Waits until everything that was written to the file system of a folder is on the disk.
  public static func settle(_ folder: String) throws(FileProblem) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileProblem(.write, folder) }
    defer { close(descriptor) }
    #if canImport(Glibc)
      // Swift's view of the C library lacks this call (it asks for _GNU_SOURCE), so it is looked up by name. Without it
      // a full disk or a failing one would show itself only after the switch.
      typealias Sync = @convention(c) (Int32) -> Int32
      if let symbol = dlsym(nil, "syncfs") {
        guard unsafeBitCast(symbol, to: Sync.self)(descriptor) == 0 else { throw FileProblem(.write, folder) }
        return
      }
    #endif
    sync()
  }
}

extension FileReading {
  /// The path from the root, for a program that runs in another folder.
  public static func absolute(_ path: String) -> String {
    if path.hasPrefix("/") { return path }
    guard let current = getcwd(nil, 0) else { return path }
    defer { free(current) }
    return "\(String(cString: current))/\(path)"
  }
}
