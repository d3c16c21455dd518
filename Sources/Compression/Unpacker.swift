import CZlib

/// Unpacks gzip (RFC 1952), as servers pack what they send.
///
/// Other programs make do with a stream that ends too early. Here it must be whole, and its sum right.
public enum Unpacker {
  /// Why something can't be unpacked.
  public enum Problem: Error, Hashable, Sendable {
    /// It is not gzip, is damaged, or ends too early.
    case damaged
    /// It has more bytes than it may.
    case tooLarge
  }

  /// The bytes that were packed.
  ///
  /// - Parameter limit: how many there may be. No more memory is used, however much the packed bytes promise.
  public static func unpacked(_ packed: [UInt8], limit: Int) throws(Problem) -> [UInt8] {
    var stream = z_stream()
    // Sixteen more than the window asks for gzip's header and sum.
    let outcome = inflateInit2_(&stream, MAX_WBITS + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard outcome == Z_OK else { throw .damaged }
    defer { inflateEnd(&stream) }
    var bytes: [UInt8] = []
    let problem: Problem? = packed.withUnsafeBufferPointer { input in
      // zlib reads its input only, though its type doesn't say so.
      stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
      stream.avail_in = uInt(clamping: input.count)
      return unpack(&stream, into: &bytes, limit: limit)
    }
    if let problem { throw problem }
    return bytes
  }

  private static let piece = 256 << 10

  private static func unpack(_ stream: inout z_stream, into bytes: inout [UInt8], limit: Int) -> Problem? {
    while true {
      var outcome = Z_OK
      let part = [UInt8](unsafeUninitializedCapacity: piece) { output, count in
        stream.next_out = output.baseAddress
        stream.avail_out = uInt(output.count)
        outcome = inflate(&stream, Z_NO_FLUSH)
        count = output.count - Int(stream.avail_out)
      }
      guard bytes.count + part.count <= limit else { return .tooLarge }
      bytes += part
      switch outcome {
      case Z_OK: continue
      case Z_STREAM_END:
        // Several streams may follow each other (§2.2).
        if stream.avail_in == 0 { return nil }
        guard inflateReset(&stream) == Z_OK else { return .damaged }
      default: return .damaged
      }
    }
  }
}
