#if canImport(Glibc)
  import CRename
  import Glibc
#else
  import Darwin
#endif

/// Writing in steps that a power cut can't undo: make a file durable elsewhere, give it its name, make the folder durable.
extension FileWriting {
  /// Writes a file that nobody looks for yet, and waits until it is on the disk.
  ///
  /// - Parameter mode: who may read it; where another file has to be replaced, that one's mode.
  public static func stage(_ path: String, _ bytes: [UInt8], mode: UInt32 = 0o644) throws(FileProblem) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode_t(mode))
    guard descriptor >= 0 else { throw FileProblem(.write, path) }
    var problem = bytes.withUnsafeBytes { write($0, to: descriptor, path: path) }
    // The mask of the process may have taken rights away that the file in whose place this one comes has.
    if problem == nil, fchmod(descriptor, mode_t(mode)) != 0 || fsync(descriptor) != 0 {
      problem = FileProblem(.write, path)
    }
    guard close(descriptor) == 0 || problem != nil else { throw FileProblem(.write, path) }
    if let problem { throw problem }
  }

  /// Gives a staged file its name, in the place of the file that has it.
  public static func move(_ path: String, to target: String) throws(FileProblem) {
    guard rename(path, target) == 0 else { throw FileProblem(.rename, target) }
  }

  /// Gives a staged file the name of another, which gets the staged one's, in one step: nothing that somebody has written
  /// until that moment is lost.
  ///
  /// - Returns: false where the file system can't.
  public static func exchange(_ path: String, with target: String) throws(FileProblem) -> Bool {
    #if canImport(Glibc)
      let result = renameat2(AT_FDCWD, path, AT_FDCWD, target, exchangeFlag)
    #else
      let result = renamex_np(path, target, UInt32(RENAME_SWAP))
    #endif
    if result == 0 { return true }
    if [EINVAL, ENOSYS, ENOTSUP].contains(errno) { return false }
    throw FileProblem(.rename, target)
  }

  /// `RENAME_EXCHANGE` (renameat2(2)).
  private static let exchangeFlag: UInt32 = 2

  /// Gives a staged file its name, if no file has it.
  ///
  /// - Returns: whether the name was free.
  public static func moveIfFree(_ path: String, to target: String) throws(FileProblem) -> Bool {
    guard link(path, target) == 0 else {
      if errno == EEXIST { return false }
      throw FileProblem(.rename, target)
    }
    try removeFile(path)
    return true
  }

  /// Waits until the names in a folder are on the disk.
  public static func syncFolder(_ path: String) throws(FileProblem) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileProblem(.write, path) }
    defer { close(descriptor) }
    // Some file systems have nothing to wait for, and say so.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw FileProblem(.write, path) }
  }
}

extension FileReading {
  /// Who may read and write a file; nil where there is none.
  public static func mode(of path: String) -> UInt32? {
    var status = stat()
    return stat(path, &status) == 0 ? UInt32(status.st_mode) & 0o7777 : nil
  }

  /// Where a path leads, links followed; the path itself where it leads nowhere.
  public static func target(of path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Bytes that nobody can foresee.
  public static func randomBytes(_ count: Int) throws(FileProblem) -> [UInt8] {
    let bytes = try beginning(of: "/dev/urandom", upTo: count)
    guard bytes.count == count else { throw FileProblem(.read, "/dev/urandom", code: EIO) }
    return bytes
  }
}
