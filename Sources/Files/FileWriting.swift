#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writing files so that a reader, or a killed run, never meets half of one.
public enum FileWriting {
  /// Puts a file in place in one step: written under a temporary name beside it, then renamed.
  ///
  /// - Returns: the stamp of the file as written.
  @discardableResult
  public static func replace(_ path: String, with bytes: [UInt8]) throws(FileProblem) -> FileStamp {
    let temporary = temporaryName(for: path)
    let stamp: FileStamp
    do {
      stamp = try create(temporary, bytes)
    } catch {
      unlink(temporary)
      throw error
    }
    guard rename(temporary, path) == 0 else {
      let problem = FileProblem(.rename, path)
      unlink(temporary)
      throw problem
    }
    return stamp
  }

  /// The end of the name that a file or folder has until it is whole.
  public static let temporarySuffix = ".mentorbook-partial"

  /// A name beside the file. Of fixed length, for a name that is long already may not become longer.
  private static func temporaryName(for path: String) -> String {
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last ?? Substring(path).utf8[...]
    let hash = name.reduce(into: UInt64(0xCBF2_9CE4_8422_2325)) { $0 = ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    return "\(path.dropLast(String(Substring(name)).count)).\(String(hash, radix: 36))\(temporarySuffix)"
  }

  /// Writes a file that is not there yet, under its own name: only where nobody looks before the folder is whole.
  ///
  /// - Returns: the stamp of the file as written.
  @discardableResult
  public static func create(_ path: String, _ bytes: [UInt8]) throws(FileProblem) -> FileStamp {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw FileProblem(.write, path) }
    let problem = bytes.withUnsafeBytes { write($0, to: descriptor, path: path) }
    var status = stat()
    let hasStatus = fstat(descriptor, &status) == 0
    guard close(descriptor) == 0 && hasStatus || problem != nil else { throw FileProblem(.write, path) }
    if let problem { throw problem }
    return FileStamp(status)
  }

  static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32, path: String) -> FileProblem? {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = writeOnce(descriptor, rest)
      if written < 0 && errno == EINTR { continue }
      if written <= 0 { return FileProblem(.write, path) }
      rest = rest.dropFirst(written)
    }
    return nil
  }

  private static func writeOnce(_ descriptor: Int32, _ bytes: Slice<UnsafeRawBufferPointer>) -> Int {
    let rebased = UnsafeRawBufferPointer(rebasing: bytes)
    #if canImport(Glibc)
      return Glibc.write(descriptor, rebased.baseAddress, rebased.count)
    #else
      return Darwin.write(descriptor, rebased.baseAddress, rebased.count)
    #endif
  }

  /// Makes a folder and those above it where they are missing.
  public static func makeFolder(_ path: String) throws(FileProblem) {
    if mkdir(path, 0o755) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex else {
      throw FileProblem(.write, path)
    }
    try makeFolder(String(path[..<slash]))
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw FileProblem(.write, path) }
  }

  /// Removes a file; that it is gone already is no problem.
  public static func removeFile(_ path: String) throws(FileProblem) {
    guard unlink(path) == 0 || errno == ENOENT else { throw FileProblem(.remove, path) }
  }

  /// Removes a folder if nothing is in it.
  ///
  /// - Returns: whether it is gone.
  @discardableResult
  public static func removeFolderIfEmpty(_ path: String) -> Bool {
    rmdir(path) == 0
  }

  /// Removes a folder and all below it; links are removed, not followed.
  public static func removeTree(_ path: String) throws(FileProblem) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR else { return try removeFile(path) }
    guard let stream = opendir(path) else { throw FileProblem(.read, path) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(entry.pointee.d_reclen)) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    closedir(stream)
    for name in names { try removeTree(path + "/" + name) }
    guard rmdir(path) == 0 || errno == ENOENT else { throw FileProblem(.remove, path) }
  }
}
