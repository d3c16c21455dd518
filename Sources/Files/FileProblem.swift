#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file or folder that the system would not let us use.
public struct FileProblem: Error, Hashable, Sendable {
  /// What was being done.
  public enum Action: String, Hashable, Sendable {
    /// Reading a file or a folder.
    case read
    /// Creating or writing a file or a folder.
    case write
    /// Removing a file or a folder.
    case remove
    /// Giving a file or folder its final name.
    case rename
    /// Taking the lock of a folder.
    case lock
  }

  /// What was being done.
  public let action: Action
  /// The file or folder.
  public let path: String
  /// The system's error number.
  public let code: Int32

  /// A refusal by the system, as `errno` tells it at the moment of the call.
  public init(_ action: Action, _ path: String, code: Int32 = errno) {
    self.action = action
    self.path = path
    self.code = code
  }

  /// Whether there is nothing at that path.
  public var isMissing: Bool { code == ENOENT || code == ENOTDIR }

  /// The refusal as a sentence: `can't write 'output/index.html': No space left on device`.
  public var message: String { "can't \(action.rawValue) '\(path)': \(String(cString: strerror(code)))" }
}
