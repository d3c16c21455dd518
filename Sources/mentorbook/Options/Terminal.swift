#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the command writes to, and whether a person watches.
enum Terminal {
  /// Where text goes; the raw value is the descriptor.
  enum Stream: Int32 {
    case output = 1
    case error = 2

    /// Whether it is a terminal.
    var isTerminal: Bool { isatty(rawValue) == 1 }

    /// Whether to use colour: on a terminal, unless the environment asks for none (no-color.org).
    var showsColour: Bool {
      if let set = getenv("NO_COLOR"), set.pointee != 0 { return false }
      if let forced = getenv("FORCE_COLOR"), forced.pointee != 0 { return true }
      if let kind = getenv("TERM"), String(cString: kind) == "dumb" { return false }
      return isTerminal
    }
  }

  /// Whether there is somebody to ask: input and output are a terminal.
  static var isAttended: Bool { isatty(0) == 1 && Stream.output.isTerminal }

  /// Writes text at once. That a reader went away (a pipe to `head`) is no problem of ours.
  static func write(_ text: String, to stream: Stream) {
    var text = text
    text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while let base = rest.baseAddress, rest.count > 0 {
        let written = systemWrite(stream.rawValue, base, rest.count)
        if written < 0 && errno == EINTR { continue }
        guard written > 0 else { return }
        rest = UnsafeRawBufferPointer(rebasing: rest[written...])
      }
    }
  }

  private static func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, bytes, count)
    #else
      Darwin.write(descriptor, bytes, count)
    #endif
  }
}
