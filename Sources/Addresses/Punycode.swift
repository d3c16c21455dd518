/// Punycode, RFC 3492: a label's letters in ASCII.
enum Punycode {
  /// The text encoded, without the `xn--` that a domain label has before it.
  ///
  /// The ASCII letters come first as they are. Then the others are told from the lowest to the highest, each by how
  /// many steps lie before its place when one counts through all places for all lower code points.
  static func encoded(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { Int($0.value) }
    var output = scalars.filter { $0 < 0x80 }.map { UInt8($0) }
    let plainCount = output.count
    if plainCount > 0 { output.append(UInt8(ascii: "-")) }
    var codePoint = 0x80
    var delta = 0
    var bias = 72
    var handled = plainCount
    while handled < scalars.count, let next = scalars.filter({ $0 >= codePoint }).min() {
      delta += (next - codePoint) * (handled + 1)
      codePoint = next
      for scalar in scalars {
        if scalar < codePoint { delta += 1 }
        guard scalar == codePoint else { continue }
        appendDigits(of: delta, bias: bias, to: &output)
        bias = adapted(delta, count: handled + 1, isFirst: handled == plainCount)
        delta = 0
        handled += 1
      }
      delta += 1
      codePoint += 1
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// A number in digits whose base grows with their place, so that its end is seen without a separator (§3.3).
  private static func appendDigits(of number: Int, bias: Int, to output: inout [UInt8]) {
    var rest = number
    var position = base
    while true {
      let threshold = min(max(position - bias, 1), 26)
      if rest < threshold { break }
      output.append(digit(threshold + (rest - threshold) % (base - threshold)))
      rest = (rest - threshold) / (base - threshold)
      position += base
    }
    output.append(digit(rest))
  }

  /// The bias for the next number, guessed from this one (§3.4).
  private static func adapted(_ delta: Int, count: Int, isFirst: Bool) -> Int {
    var delta = isFirst ? delta / 700 : delta / 2
    delta += delta / count
    var position = 0
    while delta > 455 {
      delta /= base - 1
      position += base
    }
    return position + base * delta / (delta + 38)
  }

  private static let base = 36

  private static func digit(_ value: Int) -> UInt8 {
    value < 26 ? UInt8(ascii: "a") + UInt8(value) : UInt8(ascii: "0") + UInt8(value - 26)
  }
}
