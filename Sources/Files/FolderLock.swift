#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Holds a folder for this run alone; ends with the value, or with the process however that ends.
public struct FolderLock: ~Copyable, Sendable {
  private let descriptor: Int32

  /// Takes the lock of a folder.
  ///
  /// - Throws: a `FileProblem` with the code `EWOULDBLOCK` when another run holds it.
  public init(_ path: String) throws(FileProblem) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileProblem(.lock, path) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let problem = FileProblem(.lock, path)
      close(descriptor)
      throw problem
    }
    self.descriptor = descriptor
  }

  deinit {
    // A program that is just being started holds a copy of the descriptor until it runs; closing ours would not be enough.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }
}

extension FileProblem {
  /// Whether another run holds the lock.
  public var isHeldByAnother: Bool { action == .lock && code == EWOULDBLOCK }
}

/// Questions about folders that decide how one can be replaced.
public enum FolderSwitching {
  /// Whether a folder can be put in the place of a path.
  ///
  /// It can't where another file system begins; nor in the place of a link, which would be lost while the folder that
  /// it leads to stayed as it is; nor of `.`, which is no name.
  public static func canBeReplaced(_ path: String) -> Bool {
    let name = path.split(separator: "/").last ?? "."
    guard name != ".", name != ".." else { return false }
    var own = stat()
    guard lstat(path, &own) == 0 else { return true }
    var parent = stat()
    return own.st_mode & S_IFMT != S_IFLNK && stat(path + "/..", &parent) == 0 && own.st_dev == parent.st_dev
  }

  /// Gives a folder its name, in the place of an empty folder or of nothing.
  public static func rename(_ folder: String, to path: String) throws(FileProblem) {
    guard renamed(folder, path) == 0 else { throw FileProblem(.rename, path) }
  }

  /// Lets two folders change places in one step, so that at every moment each name has a whole folder.
  public static func exchange(_ folder: String, _ other: String) throws(FileProblem) {
    #if canImport(Glibc)
      // Swift's view of the C library lacks this call (it asks for _GNU_SOURCE), so it is looked up by name.
      typealias Rename = @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32
      guard let symbol = dlsym(nil, "renameat2") else { throw FileProblem(.rename, other, code: ENOSYS) }
      let exchange: UInt32 = 2
      let exchanged = unsafeBitCast(symbol, to: Rename.self)(AT_FDCWD, folder, AT_FDCWD, other, exchange)
    #else
      let exchanged = renamex_np(folder, other, UInt32(RENAME_SWAP))
    #endif
    guard exchanged == 0 else { throw FileProblem(.rename, other) }
  }

  private static func renamed(_ folder: String, _ path: String) -> Int32 {
    #if canImport(Glibc)
      Glibc.rename(folder, path)
    #else
      Darwin.rename(folder, path)
    #endif
  }
}
