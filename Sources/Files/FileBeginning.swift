#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension FileReading {
  /// The first bytes of a file: as many as were asked for, or as it has.
  public static func beginning(of path: String, upTo count: Int) throws(FileProblem) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileProblem(.read, path) }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let got = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress.map { $0 + filled }, count - filled) }
      if got < 0 && errno == EINTR { continue }
      guard got >= 0 else { throw FileProblem(.read, path) }
      if got == 0 { break }
      filled += got
    }
    return Array(bytes.prefix(filled))
  }
}
