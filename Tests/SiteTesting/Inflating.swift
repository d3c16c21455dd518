import CZlib

/// Reads raw deflate streams, as a visitor's browser does.
public enum Inflating {
  /// The bytes of a stream; nil when it is damaged, breaks off, or has anything behind its end.
  public static func bytes(of compressed: [UInt8]) -> [UInt8]? {
    var stream = z_stream()
    guard inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      return nil
    }
    defer { inflateEnd(&stream) }
    var output: [UInt8] = []
    var input = compressed
    return input.withUnsafeMutableBufferPointer { input in
      stream.next_in = input.baseAddress
      stream.avail_in = uInt(input.count)
      while true {
        var outcome = Z_OK
        output += [UInt8](unsafeUninitializedCapacity: 65_536) { chunk, count in
          stream.next_out = chunk.baseAddress
          stream.avail_out = uInt(chunk.count)
          outcome = inflate(&stream, Z_NO_FLUSH)
          count = chunk.count - Int(stream.avail_out)
        }
        if outcome == Z_STREAM_END { return stream.avail_in == 0 ? output : nil }
        guard outcome == Z_OK else { return nil }
      }
    }
  }
}
