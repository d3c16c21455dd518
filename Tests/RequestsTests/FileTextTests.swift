import Testing

@testable import Requests

@Suite("Text in files")
struct FileTextTests {
  /// Undoes folding as RFC 5545 §3.1 says: a line break with a space behind it is nothing.
  private func unfolded(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index...].starts(with: [0x0D, 0x0A, 0x20]) {
        index += 3
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    return output
  }

  /// Undoes the escaping of text.
  private func unescaped(_ text: String) -> String {
    var output = String.UnicodeScalarView()
    var scalars = text.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      guard scalar == "\\", let next = scalars.next() else {
        output.append(scalar)
        continue
      }
      output.append(next == "n" || next == "N" ? "\n" : next)
    }
    return String(output)
  }

  /// Undoes RFC 6868 and quotation marks.
  private func unquoted(_ text: String) -> String {
    let inner = text.hasPrefix("\"") ? text.dropFirst().dropLast() : text[...]
    var output = String.UnicodeScalarView()
    var scalars = inner.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      guard scalar == "^", let next = scalars.next() else {
        output.append(scalar)
        continue
      }
      output.append(next == "n" ? "\n" : next == "'" ? "\"" : next)
    }
    return String(output)
  }

  /// What a file can hold of a text: line breaks of one kind, no control characters but the tab.
  private func storable(_ text: String) -> String {
    var output = String.UnicodeScalarView()
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if "\n\r\u{85}\u{2028}\u{2029}".unicodeScalars.contains(scalar) {
        if !(scalar == "\n" && last == "\r") { output.append("\n") }
      } else if scalar == "\t" || scalar.properties.generalCategory != .control {
        output.append(scalar)
      }
      last = scalar
    }
    return String(output)
  }

  private func randomText() -> String {
    let pieces = [
      "a", "é", "😀", "👩‍👩‍👧‍👦", "\\", ";", ",", ":", "\"", "^", "\n", "\r\n", "\r", "\t", "\u{7}", "\u{2028}", "n", " ",
      "xxxxxxxxxxx",
    ]
    return (0..<Int.random(in: 0...60)).map { _ in pieces.randomElement()! }.joined()
  }

  @Test("Folding is undone by unfolding, and no line has more than 75 octets or breaks a character")
  func folding() {
    for text in HostileTexts.all + (0..<3_000).map({ _ in randomText() }) {
      let line = Array(text.utf8).filter { $0 != 0x0D && $0 != 0x0A }
      let folded = LineFolding.folded(line)
      #expect(unfolded(folded) == line + [0x0D, 0x0A])
      for physical in folded.split(separator: 0x0A) {
        #expect(physical.count <= 76 && physical.last == 0x0D)
        #expect(String(validating: physical.dropLast(), as: UTF8.self) != nil)
      }
    }
  }

  @Test("Bytes that are no UTF-8 are folded all the same")
  func noUnicode() {
    let line = [UInt8](repeating: 0x80, count: 500)
    #expect(unfolded(LineFolding.folded(line)) == line + [0x0D, 0x0A])
  }

  @Test("Escaping is undone by unescaping, and leaves nothing that ends a line or a value")
  func escaping() {
    for text in HostileTexts.all + (0..<3_000).map({ _ in randomText() }) {
      let escaped = ContentText.escaped(text)
      #expect(unescaped(escaped) == storable(text))
      #expect(!escaped.utf8.contains { $0 == 0x0D || $0 == 0x0A })
    }
  }

  @Test("Quoting is undone by unquoting, and leaves nothing that ends a parameter")
  func quoting() {
    for text in HostileTexts.all + (0..<3_000).map({ _ in randomText() }) {
      let quoted = ParameterText.written(text)
      #expect(unquoted(quoted) == storable(text))
      let inner = quoted.hasPrefix("\"") ? quoted.dropFirst().dropLast() : quoted[...]
      #expect(!inner.utf8.contains(UInt8(ascii: "\"")) && !inner.utf8.contains(0x0A))
    }
  }
}
