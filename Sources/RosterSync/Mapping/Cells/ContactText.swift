import Addresses
import Hypertext

/// Mail addresses, phone numbers and web addresses as rosters write them.
enum ContactText {
  /// A mail address, with or without `mailto:`.
  static func mail(_ text: String) throws(CellProblem) -> String {
    let text = text.lowercased().hasPrefix("mailto:") ? String(text.dropFirst(7)) : text
    guard let address = MailAddress(text) else { throw .mail(text) }
    return address.text
  }

  /// A phone number with its country's code, tidied: `(202) 555-0123` is `+1 202 555 0123` under `calling_code: "+1"`.
  static func phone(_ text: String, callingCode: String?) throws(CellProblem) -> String {
    for candidate in candidates(text, callingCode: callingCode) {
      guard let number = PhoneNumber(candidate) else { continue }
      return grouped(candidate.utf8.prefix(while: isOfNumber)) + (number.extension.map { " ext. \($0)" } ?? "")
    }
    throw .phone(text)
  }

  /// The digits behind a plus, in the groups that they are written in; `(0)` is dialled inside a country only.
  private static func grouped(_ text: Substring.UTF8View) -> String {
    var result = [UInt8(ascii: "+")]
    let bytes = Array(text)
    var index = 0
    while index < bytes.count {
      if bytes[index...].starts(with: "(0)".utf8) {
        index += 3
        if result.count > 1, result.last != 0x20 { result.append(0x20) }
        continue
      }
      if isDigit(bytes[index]) {
        result.append(bytes[index])
      } else if result.count > 1, result.last != 0x20 {
        result.append(0x20)
      }
      index += 1
    }
    if result.last == 0x20 { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether a byte comes before what marks an extension (`ext. 45`, `x45`, `#45`).
  private static func isOfNumber(_ byte: UInt8) -> Bool { !"ex#;".utf8.contains(byte) }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func candidates(_ text: String, callingCode: String?) -> [String] {
    let text = text.lowercased().hasPrefix("tel:") ? String(text.dropFirst(4)) : text.lowercased()
    if text.hasPrefix("+") { return [text] }
    if text.hasPrefix("00") { return ["+" + text.dropFirst(2)] }
    guard let callingCode else { return [] }
    if callingCode == "+1" {
      // Ten digits, or eleven with the 1 before them.
      let digits = text.utf8.prefix(while: isOfNumber).filter(isDigit)
      if digits.count == 11, digits.first == UInt8(ascii: "1") { return ["+" + text.drop { $0 != "1" }] }
      return digits.count == 10 ? ["+1 " + text] : []
    }
    let national = text.drop { $0 == " " || $0 == "(" }
    return [callingCode + " " + (national.hasPrefix("0") ? national.dropFirst() : national)]
  }

  /// A web address; `https://` is put before one that lacks it, and the settings' `prefix` before a bare name.
  static func link(_ text: String, prefix: String?) throws(CellProblem) -> String {
    let lower = text.lowercased()
    if lower.hasPrefix("https://") || lower.hasPrefix("http://") {
      let scheme = lower.hasPrefix("https://") ? "https://" : "http://"
      let whole = scheme + text.dropFirst(scheme.utf8.count)
      guard isWeb(whole) else { throw .link(text) }
      return whole
    }
    let host = text.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let isBareName = !host.contains(".") || host.hasPrefix("@")
    if isBareName, let prefix, !text.contains(where: { $0 == " " || $0 == ":" }) {
      let name = text.drop { $0 == "@" || $0 == "/" }
      if !name.isEmpty, isWeb(prefix + name) { return prefix + name }
    }
    guard !isBareName, isWeb("https://" + text) else { throw .link(text) }
    return "https://" + text
  }

  private static func isWeb(_ url: String) -> Bool {
    guard SafeURL(url) != nil, !url.contains(" "), let slashes = url.firstRange(of: "://") else { return false }
    let host = url[slashes.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    return labels.count > 1 && labels.allSatisfy { !$0.isEmpty } && !host.contains("@") && !host.contains(",")
  }
}
