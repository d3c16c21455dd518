import Subprocess

/// What a program said last: all that a person would read of its standard error, however long it talks.
public enum LastWords {
  /// Reads what a program says to its end, and keeps the last bytes of it; `heard` is called whenever it says something.
  public static func of(
    _ sequence: SubprocessOutputSequence, atMost longest: Int, heard: @Sendable () -> Void = {}
  ) async throws -> [UInt8] {
    var bytes: [UInt8] = []
    for try await piece in sequence {
      heard()
      piece.withUnsafeBytes { bytes.append(contentsOf: $0) }
      if bytes.count > 2 * longest { bytes.removeFirst(bytes.count - longest) }
    }
    return bytes.suffix(longest)
  }
}
