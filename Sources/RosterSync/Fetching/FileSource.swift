import Files
import Scheduling

/// A roster that is a file.
struct FileSource {
  let path: String

  func contents(within limits: FetchLimits) throws(FetchProblem) -> (bytes: [UInt8], modified: Instant?) {
    // The stamp comes first: if somebody writes meanwhile, the file counts as older than it is, never as younger.
    let stamp = FileStamp(of: path)
    if let stamp, stamp.size > limits.byteCount { throw .tooLarge(limit: limits.byteCount) }
    let bytes: [UInt8]
    do throws(FileProblem) {
      bytes = try FileReading.bytes(of: path)
    } catch {
      throw .file(error)
    }
    guard bytes.count <= limits.byteCount else { throw .tooLarge(limit: limits.byteCount) }
    return (bytes, stamp.map { Instant(secondsSinceEpoch: $0.nanoseconds / 1_000_000_000) })
  }
}
