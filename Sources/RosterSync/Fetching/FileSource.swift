import Files
import Scheduling

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A roster that is a file, or a link to one.
struct FileSource {
  let path: String

  func contents(within limits: FetchLimits) throws(FetchProblem) -> (bytes: [UInt8], modified: Instant) {
    // The status comes first: if somebody writes meanwhile, the file counts as older than it is, never as younger.
    var status = stat()
    guard stat(path, &status) == 0 else { throw .file(FileProblem(.read, path)) }
    let kind = status.st_mode & S_IFMT
    // A pipe or a device could keep the run waiting for ever.
    guard kind == S_IFREG || kind == S_IFDIR else { throw .file(FileProblem(.read, path, code: EINVAL)) }
    guard kind == S_IFDIR || status.st_size <= limits.byteCount else { throw .tooLarge(limit: limits.byteCount) }
    let bytes: [UInt8]
    do throws(FileProblem) {
      bytes = try FileReading.bytes(of: path)
    } catch {
      throw .file(error)
    }
    guard bytes.count <= limits.byteCount else { throw .tooLarge(limit: limits.byteCount) }
    #if canImport(Glibc)
      let seconds = Int64(status.st_mtim.tv_sec)
    #else
      let seconds = Int64(status.st_mtimespec.tv_sec)
    #endif
    return (bytes, Instant(secondsSinceEpoch: seconds))
  }
}
