import Digests
import Files

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the sync keeps beside the content: `content/.sync/`.
///
/// | file | what it is | in git |
/// |---|---|---|
/// | `state.json` | what the last run knew | yes |
/// | `busy.json` | when mentors are busy, from their calendars | yes |
/// | `key` | the key of the hashes in the state | no |
/// | `next.json` | the state that a run was about to reach when it was interrupted | no |
/// | `stage/` | files that are not in place yet | no |
public struct SyncFolder: Sendable {
  /// The folder, as a person would type it.
  public let path: String

  /// The folder of a content folder.
  public init(contentFolder: String) {
    path = contentFolder + "/.sync"
  }

  var state: String { path + "/state.json" }
  var next: String { path + "/next.json" }
  var key: String { path + "/key" }
  var ignored: String { path + "/.gitignore" }
  var stage: String { path + "/stage" }

  /// Whether there is anything.
  public var exists: Bool { FileReading.kind(of: path) == .folder }

  /// The variable of the environment that holds the key, where it isn't in a file.
  public static let keyVariable = "MENTORBOOK_SYNC_KEY"

  // MARK: - The key

  /// The key of the environment, or of the file; nil where there is none.
  func readKey() throws(StateProblem) -> SyncKey? {
    if let written = getenv(Self.keyVariable), written.pointee != 0 {
      let key = String(cString: written)
      guard key.utf8.count >= 16 else { throw .weakKey }
      return SyncKey(Array(key.utf8))
    }
    guard let bytes = try optional(key) else { return nil }
    let text = bytes.filter { !($0 <= 0x20) }
    guard text.count >= 16 else { throw .corrupt(path: key, offset: nil) }
    return SyncKey(text)
  }

  /// A key of 32 bytes that is known to nobody yet.
  static func newKey() throws(StateProblem) -> [UInt8] {
    do throws(FileProblem) {
      return Array(SHA256.hexadecimal(try FileReading.randomBytes(32)).utf8)
    } catch {
      throw .system(error)
    }
  }

  /// A file's bytes; nil where there is none.
  func optional(_ path: String) throws(StateProblem) -> [UInt8]? {
    do throws(FileProblem) {
      return try FileReading.bytes(of: path)
    } catch {
      if error.isMissing { return nil }
      throw .system(error)
    }
  }
}
