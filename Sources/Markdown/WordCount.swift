/// Counts words, in scripts with and without spaces.
enum WordCount {
  static func of(_ text: String) -> Int {
    var count = 0
    var isInsideWord = false
    for scalar in text.unicodeScalars {
      if scalar.standsAlone {
        count += 1
        isInsideWord = false
      } else if scalar.isASCII ? scalar.isASCIILetterOrDigit : scalar.properties.isAlphabetic || scalar.isNumber {
        if !isInsideWord { count += 1 }
        isInsideWord = true
      } else if scalar == " " || scalar.properties.isWhitespace {
        isInsideWord = false
      }
    }
    return count
  }
}

extension Unicode.Scalar {
  fileprivate var isASCIILetterOrDigit: Bool {
    switch self {
    case "a"..."z", "A"..."Z", "0"..."9": true
    default: false
    }
  }

  fileprivate var isNumber: Bool { properties.numericType != nil }

  /// Kana and Han characters, which are written without spaces.
  fileprivate var standsAlone: Bool {
    switch value {
    case 0x3041...0x30FF, 0x31F0...0x31FF: properties.isAlphabetic
    case 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: properties.isIdeographic
    default: false
    }
  }
}
