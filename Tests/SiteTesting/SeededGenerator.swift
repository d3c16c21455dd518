/// Random numbers that are the same in every run: a property test that fails fails again.
public struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  /// A stream of numbers that the seed decides.
  public init(seed: UInt64) {
    state = seed
  }

  /// The next number (SplitMix64).
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// A text of up to `longest` scalars: mostly letters of many scripts, with marks, signs and controls among them.
  public mutating func text(upTo longest: Int) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...longest, using: &self) {
      let range = Self.ranges[Int.random(in: 0..<Self.ranges.count, using: &self)]
      if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &self)) { text.append(scalar) }
    }
    return String(text)
  }

  private static let ranges: [ClosedRange<UInt32>] = [
    0x61...0x7A, 0x41...0x5A, 0x20...0x7E, 0x20...0x2F, 0x00...0x1F, 0x7F...0xFF, 0x100...0x24F, 0x250...0x2AF,
    0x2B0...0x2FF, 0x300...0x36F, 0x370...0x3FF, 0x400...0x52F, 0x531...0x5FF, 0x600...0x6FF, 0x900...0x97F,
    0xE00...0xE7F, 0x10A0...0x10FF, 0x1200...0x137F, 0x13A0...0x13FF, 0x1D00...0x1DBF, 0x1E00...0x1EFF,
    0x1F00...0x1FFF, 0x2000...0x206F, 0x2100...0x218F, 0x2C60...0x2C7F, 0x3040...0x30FF, 0x4E00...0x9FFF,
    0xA720...0xA7FF, 0xAC00...0xD7A3, 0xFB00...0xFB06, 0xFF00...0xFFEF, 0x1_0400...0x1_044F, 0x1_F300...0x1_F64F,
  ]
}
