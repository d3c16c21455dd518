/// A line of a contact card: `item1.EMAIL;TYPE=work,pref:ana@example.edu`.
struct CardProperty {
  /// The name in capitals, without its group.
  let name: String
  /// The types in lower case, without `pref`.
  let types: [String]
  let isPreferred: Bool
  /// Whether the value is no text.
  let isBinary: Bool
  private let raw: [UInt8]

  /// Takes a line apart; nil where it is no property.
  init?(_ line: [UInt8]) {
    guard let colon = Self.colon(in: line), colon > 0 else { return nil }
    let parts = Self.split(line[..<colon], at: UInt8(ascii: ";"))
    let named = parts[0].split(separator: UInt8(ascii: "."))
    guard let last = named.last, last.allSatisfy(Self.isInName) else { return nil }
    name = String(decoding: last, as: UTF8.self).uppercased()
    var types: [String] = []
    var isPreferred = false
    var isBinary = false
    for part in parts.dropFirst() {
      let (key, values) = Self.parameter(part)
      switch key {
      // vCard 3.0 lets the name TYPE be left out.
      case "type", "": types += values
      case "pref": isPreferred = true
      case "encoding": isBinary = true
      default: break
      }
    }
    self.types = types.filter { $0 != "pref" }
    self.isPreferred = isPreferred || types.contains("pref")
    self.isBinary = isBinary
    raw = Array(line[(colon + 1)...])
  }

  private static func isInName(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "_")
  }

  /// The colon before the value: one within quotes is part of a parameter.
  private static func colon(in line: [UInt8]) -> Int? {
    var isQuoted = false
    for (index, byte) in line.enumerated() {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == UInt8(ascii: ":") && !isQuoted { return index }
    }
    return nil
  }

  private static func split(_ bytes: ArraySlice<UInt8>, at separator: UInt8) -> [ArraySlice<UInt8>] {
    var isQuoted = false
    return bytes.split(omittingEmptySubsequences: false) { byte in
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      return byte == separator && !isQuoted
    }
  }

  private static func parameter(_ part: ArraySlice<UInt8>) -> (key: String, values: [String]) {
    let equals = part.firstIndex(of: UInt8(ascii: "="))
    let key = equals.map { String(decoding: part[..<$0], as: UTF8.self).lowercased() } ?? ""
    let text = String(decoding: equals.map { part[($0 + 1)...] } ?? part, as: UTF8.self).lowercased()
    return (key, text.split { $0 == "," || $0 == "\"" }.map(String.init))
  }

  // MARK: - Values

  /// Whether commas part the value.
  var isList: Bool { name == "CATEGORIES" || name == "NICKNAME" }

  /// The value as one text.
  var text: String {
    let text = Self.unescaped(raw[...])
    let isPhone = name == "TEL" && text.lowercased().hasPrefix("tel:")
    let isMail = name == "EMAIL" && text.lowercased().hasPrefix("mailto:")
    return isPhone ? String(text.dropFirst(4)) : isMail ? String(text.dropFirst(7)) : text
  }

  /// The values of a list.
  var values: [String] { parts(at: UInt8(ascii: ",")).map(Self.unescaped) }

  /// The parts of a structured value.
  var components: [String] { parts(at: UInt8(ascii: ";")).map(Self.unescaped) }

  private func parts(at separator: UInt8) -> [ArraySlice<UInt8>] {
    var isEscaped = false
    return raw.split(omittingEmptySubsequences: false) { byte in
      let ends = byte == separator && !isEscaped
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
      return ends
    }
  }

  /// `\n`, `\,`, `\;` and `\\` (RFC 6350 §3.4).
  private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
    var text: [UInt8] = []
    var isEscaped = false
    for byte in bytes {
      if isEscaped {
        text.append(byte | 0x20 == UInt8(ascii: "n") ? 0x0A : byte)
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else {
        text.append(byte)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
