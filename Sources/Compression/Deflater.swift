import CZlib

// The one file that touches zlib's pointers. What leaves it are Swift values.

/// Makes bytes shorter, as raw deflate streams (RFC 1951): what a browser's `DecompressionStream("deflate-raw")` reads.
///
/// To be kept by a worker for many files: zlib's tables take a quarter of a megabyte, and to make them anew for each
/// small file would take longer than the file itself.
public final class Deflater {
  private let stream: UnsafeMutablePointer<z_stream>

  /// A compressor.
  ///
  /// - Parameter level: from 1, the quickest, to 9, the shortest.
  public init(level: Int32) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // A negative window asks for a raw stream, without zlib's header and sum; memory level 9 for the largest tables.
    let outcome = deflateInit2_(
      stream, min(max(level, 1), 9), Z_DEFLATED, -MAX_WBITS, MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    precondition(outcome == Z_OK, "there is no memory for zlib's tables")
  }

  deinit {
    deflateEnd(stream)
    stream.deinitialize(count: 1)
    stream.deallocate()
  }

  /// The bytes as one raw deflate stream.
  public func deflated(_ bytes: [UInt8]) -> [UInt8] {
    deflateReset(stream)
    // With room for the longest outcome, one call does it all.
    let room = Int(deflateBound(stream, uLong(bytes.count)))
    return bytes.withUnsafeBufferPointer { input in
      [UInt8](unsafeUninitializedCapacity: room) { output, count in
        // zlib reads its input only, though its type doesn't say so.
        stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.pointee.avail_in = uInt(input.count)
        stream.pointee.next_out = output.baseAddress
        stream.pointee.avail_out = uInt(room)
        let outcome = deflate(stream, Z_FINISH)
        precondition(outcome == Z_STREAM_END, "zlib's own bound for a stream was too small")
        count = room - Int(stream.pointee.avail_out)
      }
    }
  }
}
