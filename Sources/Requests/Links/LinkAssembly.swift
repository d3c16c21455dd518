import Addresses
import Hypertext

/// A link as it is put together: every part encoded, the whole never longer than mail and calendar programs take.
struct LinkAssembly {
  /// The most that one line, such as a subject, may take of a link.
  static let longestLine = 400

  private var bytes: [UInt8]
  private var hasQuery: Bool

  /// Begins a link. `base` is a URL as it will stand, with or without a query.
  init(_ base: String) {
    bytes = Array(base.utf8)
    bytes.reserveCapacity(768)
    hasQuery = bytes.contains(UInt8(ascii: "?"))
  }

  /// How many bytes there is room for.
  var room: Int { LinkLength.longest - bytes.count }

  /// The finished link.
  var url: SafeURL { SafeURL(assembled: String(decoding: bytes, as: UTF8.self)) }

  /// Appends text that is already encoded.
  mutating func append(_ encoded: String) {
    bytes.append(contentsOf: encoded.utf8)
  }

  /// Begins a query field.
  mutating func beginField(_ name: String) {
    if !hasQuery {
      bytes.append(UInt8(ascii: "?"))
      hasQuery = true
    } else if bytes.last != UInt8(ascii: "?") {
      bytes.append(UInt8(ascii: "&"))
    }
    append(name)
    bytes.append(UInt8(ascii: "="))
  }

  /// Appends a field whose value is already encoded.
  mutating func appendField(_ name: String, encoded value: String) {
    beginField(name)
    append(value)
  }

  /// Appends addresses, already encoded, with commas between them: the first for sure, the others while there is
  /// room for them and for a line of text.
  /// - Returns: whether any had to be left out.
  mutating func appendAddresses(_ addresses: [String]) -> Bool {
    for (index, address) in addresses.enumerated() {
      guard index == 0 || room > address.utf8.count + Self.longestLine else { return true }
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(address)
    }
    return false
  }

  /// A line of text, encoded, no longer than a link has room for.
  static func encodedLine(_ text: String) -> String {
    let line = LinkText.oneLine(text)
    return PercentEncoding.encoded(
      LinkText.fitted(line, room: longestLine, length: BodyForm.plain.encodedLength).text)
  }

  /// Appends a field of one line, unless there is nothing in it.
  /// - Returns: whether it had to be cut.
  mutating func appendLine(_ name: String, _ text: String?) -> Bool {
    guard let text = text.map(LinkText.oneLine), !text.isEmpty else { return false }
    return appendFitted(name, text, form: .plain, most: Self.longestLine)
  }

  /// Appends a field of several lines, unless there is nothing in it.
  /// - Parameter behind: how much room to leave for what comes after.
  /// - Returns: whether it had to be cut.
  @discardableResult
  mutating func appendBody(_ name: String, _ text: String?, form: BodyForm, leaving behind: Int = 0) -> Bool {
    guard let text = text.map(LinkText.lines), !text.isEmpty else { return false }
    return appendFitted(name, text, form: form, most: room - behind)
  }

  private mutating func appendFitted(_ name: String, _ text: String, form: BodyForm, most: Int) -> Bool {
    let room = min(most, room) - name.utf8.count - 2
    let written = form.written(text)
    if LinkText.encodedLength(written) <= room {
      beginField(name)
      PercentEncoding.append(written.utf8, to: &bytes)
      return false
    }
    let beginning = LinkText.fitted(text, room: room, length: form.encodedLength).text
    if !beginning.isEmpty {
      beginField(name)
      PercentEncoding.append(form.written(beginning).utf8, to: &bytes)
    }
    return true
  }
}
