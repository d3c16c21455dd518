#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file's size and time of change: two equal stamps mean that nobody wrote to it in between.
public struct FileStamp: Hashable, Sendable {
  /// Bytes.
  public let size: Int64
  /// The time of the last change, in nanoseconds since 1970.
  public let nanoseconds: Int64

  /// A stamp that was written down earlier.
  public init(size: Int64, nanoseconds: Int64) {
    self.size = size
    self.nanoseconds = nanoseconds
  }

  /// The stamp of the file at a path; nil when there is none, or when it is no file.
  public init?(of path: String) {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    self.init(status)
  }

  init(_ status: stat) {
    size = Int64(status.st_size)
    #if canImport(Glibc)
      nanoseconds = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
    #else
      nanoseconds = Int64(status.st_mtimespec.tv_sec) * 1_000_000_000 + Int64(status.st_mtimespec.tv_nsec)
    #endif
  }
}
