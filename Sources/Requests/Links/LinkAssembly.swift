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
    bytes.reserveCapacity(640)
    hasQuery = bytes.contains(UInt8(ascii: "?"))
  }

  /// Begins the end of a link, to be appended to one that has a query.
  init() {
    bytes = []
    hasQuery = true
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

  /// Appends a field of addresses, each encoded as a whole.
  mutating func appendField(_ name: String, guests: [MailAddress]) {
    guard !guests.isEmpty else { return }
    beginField(name)
    for (index, guest) in guests.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(PercentEncoding.encoded(guest.ascii))
    }
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

  /// Appends a field of one line, unless there is nothing in it.
  /// - Returns: whether it had to be cut.
  @discardableResult
  mutating func appendLine(_ name: String, _ text: String?) -> Bool {
    guard let text = text.map(CleanText.oneLine), !text.isEmpty else { return false }
    return appendFitted(name, text, form: .plain, room: min(room, Self.longestLine))
  }

  /// Appends a field of several lines, unless there is nothing in it.
  /// - Parameter end: the end of the link, which must still fit behind it.
  /// - Returns: whether it had to be cut.
  @discardableResult
  mutating func appendBody(
    _ name: String, _ text: String?, form: BodyForm, before end: LinkAssembly = LinkAssembly()
  ) -> Bool {
    guard var text = text.map(CleanText.lines), !text.isEmpty else { return false }
    if CleanText.hasTab(text) { text = text.replacing("\t", with: " ") }
    return appendFitted(name, text, form: form, room: room - end.bytes.count)
  }

  /// Appends the end of the link; false when it doesn't fit.
  mutating func append(_ end: LinkAssembly) -> Bool {
    guard end.bytes.count <= room else { return false }
    bytes.append(contentsOf: end.bytes)
    return true
  }

  /// Appends the text whole, and only when that is too long measures it character by character.
  private mutating func appendFitted(_ name: String, _ text: String, form: BodyForm, room: Int) -> Bool {
    let start = bytes.count
    let couldHaveQuery = hasQuery
    beginField(name)
    let valueStart = bytes.count
    form.append(text, to: &bytes)
    if bytes.count - start <= room { return false }
    bytes.removeSubrange(valueStart...)
    let beginning = LinkText.fitted(text, room: room - (valueStart - start), form: form)
    if beginning.isEmpty {
      bytes.removeSubrange(start...)
      hasQuery = couldHaveQuery
    }
    form.append(beginning, to: &bytes)
    return true
  }
}
