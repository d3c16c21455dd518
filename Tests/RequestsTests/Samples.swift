import Addresses
import Hypertext
import Scheduling

@testable import Requests

extension MailAddress {
  /// An address that a test knows to be one.
  static func of(_ written: String) -> MailAddress { MailAddress(written)! }
}

extension Instant {
  /// A moment that a test knows to be one.
  static func of(_ iso: String) -> Instant { Instant(iso)! }
}

extension CalendarEvent {
  /// Half an hour on 16 March 2027.
  static func sample(
    title: String = "Mentoring: Ana & José?", details: String? = "Line 1 <b>\nTopic: C++ & 50%",
    location: String? = "Video call", guests: [String] = []
  ) -> CalendarEvent {
    CalendarEvent(
      start: .of("2027-03-16T21:00:00Z"), end: .of("2027-03-16T21:30:00Z"), title: title, details: details,
      location: location, guests: guests.map(MailAddress.of))
  }
}

extension String {
  /// The text of a file's bytes.
  init(file bytes: [UInt8]) { self.init(decoding: bytes, as: UTF8.self) }

  /// The text that was percent-encoded.
  var percentDecoded: String {
    var bytes: [UInt8] = []
    var rest = Array(utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension SafeURL {
  /// The query's fields, decoded. A field that comes twice would show as a name of its own.
  var fields: [String: String] {
    guard let query = text.split(separator: "?", maxSplits: 1).dropFirst().first else { return [:] }
    let fields = query.split(separator: "&").map { field in
      let parts = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      return (parts[0], parts.count > 1 ? parts[1].percentDecoded : "no value")
    }
    return Dictionary(fields, uniquingKeysWith: { "\($0) twice: \($1)" })
  }
}

extension ContentText {
  /// The text escaped.
  static func escaped(_ text: String) -> String {
    var output: [UInt8] = []
    append(text, to: &output)
    return String(file: output)
  }
}

extension ParameterText {
  /// The text quoted.
  static func written(_ text: String) -> String {
    var output: [UInt8] = []
    append(text, to: &output)
    return String(file: output)
  }
}

extension LineFolding {
  /// A line folded, with its end.
  static func folded(_ line: [UInt8]) -> [UInt8] {
    var output = Array("BEGIN:X\r\n".utf8)
    output.append(contentsOf: line)
    endLine(from: 9, in: &output)
    return Array(output.dropFirst(9))
  }
}

/// A file's lines, folding undone.
func unfoldedLines(_ file: [UInt8]) -> [String] {
  var lines: [[UInt8]] = []
  for line in file.split(separator: 0x0A, omittingEmptySubsequences: true) {
    if line.first == 0x20, !lines.isEmpty {
      lines[lines.count - 1] += line.dropFirst().dropLast()
    } else {
      lines.append(Array(line.dropLast()))
    }
  }
  return lines.map { String(decoding: $0, as: UTF8.self) }
}

/// Texts that have broken programs of this kind before.
enum HostileTexts {
  static let all = [
    "", " ", "\n", "\r\n\r\n", "a\tb", "\u{0}\u{1}\u{7}\u{8}\u{1B}[31m", "\u{7F}\u{85}\u{9F}", "a\u{2028}b\u{2029}c",
    "Hi\r\nBcc: evil@example.net", "Hi\nTo: evil@example.net\n\nbody", "x\r\n\r\n<html>", "?subject=x&body=y",
    "&cc=evil@example.net",
    "%0D%0ABcc:evil%40example.net", "100%", "%", "%%00", "a+b c", "+", "#fragment", "a;b,c:d\\e\\n\\", "\\;\\,\\\\",
    "\"quoted\"", "^n^^^'",
    "BEGIN:VEVENT\r\nEND:VCALENDAR", "END:VEVENT", "\r\n END", "\nATTENDEE:mailto:evil@example.net",
    "<script>alert(1)</script>",
    "<b>&amp;</b>", "]]>", "' OR 1=1 --", "{{mentor}} {x}", "José Ñandú Straße Łódź", "李小龍", "ทดสอบ", "مرحبا بالعالم",
    "שלום",
    "👩‍👩‍👧‍👦👍🏽🇪🇺", "e\u{301}\u{327}\u{308}", "\u{202E}evil\u{202C}", "\u{FEFF}bom", "\u{200B}\u{200D}", "\u{FFFD}\u{10FFFF}",
    "𝒳𝓎𝓏",
    String(repeating: "x", count: 5_000), String(repeating: "é", count: 800), String(repeating: "👩‍👩‍👧‍👦", count: 300),
    String(repeating: "word and ", count: 400), String(repeating: "\n", count: 900), String(repeating: ";", count: 200),
  ]
}
