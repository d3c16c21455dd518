/// Writes sets of mentor numbers as short as the search index has them: docs/search-format.md, "Posting list".
public enum PostingList {
  /// Appends the set of `numbers`, which ascend, of the mentors 0 to `total - 1`.
  public static func append(_ numbers: some Collection<Int32>, of total: Int, to output: inout [UInt8]) {
    let isWritten: Void? = numbers.withContiguousStorageIfAvailable { append($0, of: total, to: &output) }
    if isWritten == nil { Array(numbers).withUnsafeBufferPointer { append($0, of: total, to: &output) } }
  }

  static func append(_ numbers: UnsafeBufferPointer<Int32>, of total: Int, to output: inout [UInt8]) {
    if numbers.count * 2 > total {
      let others = complement(of: numbers, total: total)
      Varint.append(others.count * 2 + 1, to: &output)
      others.withUnsafeBufferPointer { appendBits($0, to: &output) }
    } else {
      Varint.append(numbers.count * 2, to: &output)
      appendBits(numbers, to: &output)
    }
  }

  private static func complement(of numbers: UnsafeBufferPointer<Int32>, total: Int) -> [Int32] {
    var others: [Int32] = []
    others.reserveCapacity(total - numbers.count)
    var next: Int32 = 0
    for number in numbers {
      others.append(contentsOf: next..<number)
      next = number + 1
    }
    others.append(contentsOf: next..<Int32(total))
    return others
  }

  private static func appendBits(_ numbers: UnsafeBufferPointer<Int32>, to output: inout [UInt8]) {
    guard let last = numbers.last else { return }
    let parameter = riceParameter(of: numbers, last: last)
    output.append(UInt8(parameter))
    var bits = BitRun()
    var previous: Int32 = -1
    for number in numbers {
      let gap = UInt32(number - previous - 1)
      previous = number
      bits.appendOnes(gap >> parameter, to: &output)
      bits.append(gap & (1 << parameter - 1), width: parameter + 1, to: &output)
    }
    bits.finish(to: &output)
  }

  /// The parameter with which the list has the fewest bits; of equal ones the smallest.
  ///
  /// The bits are a convex function of the parameter: by each step up, every gap pays one bit and saves half of its
  /// quotient, rounded up, and quotients shrink. So the first step that saves nothing ends the search, which begins
  /// near its end, at what suits the mean gap.
  private static func riceParameter(of numbers: UnsafeBufferPointer<Int32>, last: Int32) -> UInt32 {
    let mean = UInt32(Int(last) + 1 - numbers.count) / UInt32(numbers.count)
    var parameter = min(24, UInt32(max(0, 31 - mean.leadingZeroBitCount)))
    while parameter > 0, saving(of: numbers, from: parameter - 1) <= numbers.count { parameter -= 1 }
    while parameter < 24, saving(of: numbers, from: parameter) > numbers.count { parameter += 1 }
    return parameter
  }

  /// The bits that unary quotients lose when the parameter is one more.
  private static func saving(of numbers: UnsafeBufferPointer<Int32>, from parameter: UInt32) -> Int {
    var saved = 0
    var previous: Int32 = -1
    for number in numbers {
      let quotient = UInt32(number - previous - 1) >> parameter
      previous = number
      saved += Int((quotient + 1) >> 1)
    }
    return saved
  }
}

/// Bits on their way into bytes, each filled from its highest bit.
private struct BitRun {
  /// The bits not yet written, at the low end.
  private var bits: UInt64 = 0
  private var count: UInt32 = 0

  /// Appends the low `width` bits of `value`, at most 32.
  mutating func append(_ value: UInt32, width: UInt32, to output: inout [UInt8]) {
    bits = bits << UInt64(width) | UInt64(value)
    count += width
    while count >= 8 {
      count -= 8
      output.append(UInt8(truncatingIfNeeded: bits >> UInt64(count)))
    }
  }

  mutating func appendOnes(_ number: UInt32, to output: inout [UInt8]) {
    var left = number
    while left >= 32 {
      append(UInt32.max, width: 32, to: &output)
      left -= 32
    }
    append((1 << left) - 1, width: left, to: &output)
  }

  /// Writes what is left, padded with zeros.
  mutating func finish(to output: inout [UInt8]) {
    if count > 0 { append(0, width: 8 - count, to: &output) }
  }
}

/// Unsigned numbers of seven bits a byte, the low ones first (LEB128).
public enum Varint {
  /// Appends a number that is not negative.
  public static func append(_ number: Int, to output: inout [UInt8]) {
    var rest = UInt(bitPattern: number)
    while rest >= 0x80 {
      output.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    output.append(UInt8(rest))
  }
}
