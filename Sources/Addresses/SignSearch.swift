/// Finds the places of `@` and `%40` in a file, in their order.
///
/// Every byte of a site passes through here, so blocks of 64 are looked at together: one comparison for `@`, two for
/// `%4`, and only a block that has any is searched byte by byte.
struct SignSearch {
  private let bytes: UnsafeRawBufferPointer
  private var index = 0

  private typealias Block = SIMD64<UInt8>

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  /// The next sign.
  mutating func next() -> Range<Int>? {
    while index < bytes.count {
      // A block is compared with itself moved by one byte, which must still lie within the file.
      if index + Block.scalarCount < bytes.count {
        if !blockHasSign() {
          index += Block.scalarCount
          continue
        }
        if let sign = sign(before: index + Block.scalarCount) { return sign }
      } else if let sign = sign(before: bytes.count) {
        return sign
      }
    }
    return nil
  }

  private func blockHasSign() -> Bool {
    let block = bytes.loadUnaligned(fromByteOffset: index, as: Block.self)
    let moved = bytes.loadUnaligned(fromByteOffset: index + 1, as: Block.self)
    let isSign =
      (block .== UInt8(ascii: "@")) .| ((block .== UInt8(ascii: "%")) .& (moved .== UInt8(ascii: "4")))
    let found = unsafeBitCast(Block(repeating: 0).replacing(with: 255, where: isSign), to: SIMD8<UInt64>.self)
    let folded = found.lowHalf | found.highHalf
    let twice = folded.lowHalf | folded.highHalf
    return twice[0] | twice[1] != 0
  }

  /// The next sign that begins before `end`; without one, the search goes on there.
  private mutating func sign(before end: Int) -> Range<Int>? {
    while index < end {
      let start = index
      index += 1
      if bytes[start] == UInt8(ascii: "@") { return start..<start + 1 }
      if bytes[start] == UInt8(ascii: "%"), start + 2 < bytes.count, bytes[start + 1] == UInt8(ascii: "4"),
        bytes[start + 2] == UInt8(ascii: "0")
      {
        return start..<start + 3
      }
    }
    return nil
  }
}
