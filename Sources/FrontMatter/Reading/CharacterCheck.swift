import Diagnostics

/// Finds bytes that are not UTF-8 and characters that YAML can't hold, before libyaml sees the text.
///
/// The characters are those that YAML 1.2.2 §5.1 excludes, and the three that libyaml, a YAML 1.1 parser, still takes
/// for line ends (U+0085, U+2028, U+2029): with these out of the way its line numbers are those of every editor.
enum CharacterCheck {
  /// What stops the whole file from being read as UTF-8; the Markdown body counts too.
  static func encodingProblem(of file: SourceFile) -> Finding? {
    if file.bytes.starts(with: [0xFF, 0xFE]) || file.bytes.starts(with: [0xFE, 0xFF]) {
      return Finding(.characters(.utf16), at: SourceRange(line: 1, column: 1))
    }
    do {
      _ = try UTF8Span(validating: file.bytes.span)
      return nil
    } catch {
      let byte = file.bytes[error.byteOffsets.lowerBound]
      let place = file.position(at: error.byteOffsets.lowerBound)
      return Finding(
        .characters(.invalidUTF8(byte: byte, windows: windowsCharacter(byte))),
        at: SourceRange(line: place.line, column: place.column))
    }
  }

  /// All characters in a part of the file that YAML can't hold; the part is known to be UTF-8.
  static func findings(in text: YAMLText) -> [Finding] {
    var findings: [Finding] = []
    for offset in text.range where mayBeForbidden(text.file.bytes[offset]) {
      guard let problem = problem(at: offset, in: text.file.bytes) else { continue }
      let place = text.file.position(at: offset)
      findings.append(Finding(.characters(problem), at: SourceRange(line: place.line, column: place.column)))
      if findings.count == 20 { break }
    }
    return findings
  }

  /// Whether a character may stand in YAML as itself; others need an escape between double quotes.
  static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0x09, 0x0A, 0x0D: true
    case 0..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: false
    default: true
    }
  }

  /// A quick sieve for the first bytes of the characters that `problem(at:in:)` names.
  private static func mayBeForbidden(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E: false
    case 0x80..<0xC2: false
    case 0xC2, 0xE2, 0xEF: true
    case 0xC3...: false
    default: true
    }
  }

  private static func problem(at offset: Int, in bytes: [UInt8]) -> CharacterProblem? {
    var decoder = UTF8()
    var iterator = bytes[offset..<min(offset + 4, bytes.count)].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator), !isPrintable(scalar) else { return nil }
    switch scalar.value {
    case 0x85, 0x2028, 0x2029: return .lineSeparator(scalar)
    case 0xFEFF, 0xFFFE, 0xFFFF: return .invisible(scalar)
    case 0x80...0x9F:
      return windowsCharacter(UInt8(scalar.value)).map { .windowsLeftover(scalar, meant: $0) } ?? .control(scalar)
    default: return .control(scalar)
    }
  }

  /// The character of a byte in Windows-1252, where it has one and it is not ASCII.
  private static func windowsCharacter(_ byte: UInt8) -> Character? {
    switch byte {
    case 0..<0x80: return nil
    case 0x80...0x9F:
      let character = windowsTable[Int(byte) - 0x80]
      return character == " " ? nil : character
    default: return Character(Unicode.Scalar(byte))
    }
  }

  /// Windows-1252 from 0x80 to 0x9F; a space where it has no character.
  private static let windowsTable: [Character] = Array("€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ")
}
