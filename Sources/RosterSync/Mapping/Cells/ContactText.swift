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
      let digits = candidate.prefix { $0 != "e" && $0 != "x" && $0 != "#" && $0 != ";" }
      let groups = digits.replacing("(0)", with: " ").split { !($0.isASCII && $0.isNumber) }
      return "+" + groups.joined(separator: " ") + (number.extension.map { " ext. \($0)" } ?? "")
    }
    throw .phone(text)
  }

  private static func candidates(_ text: String, callingCode: String?) -> [String] {
    let text = text.lowercased().hasPrefix("tel:") ? String(text.dropFirst(4)) : text.lowercased()
    if text.hasPrefix("+") { return [text] }
    if text.hasPrefix("00") { return ["+" + text.dropFirst(2)] }
    guard let callingCode else { return [] }
    let digits = text.prefix { $0 != "e" && $0 != "x" && $0 != "#" && $0 != ";" }.filter { $0.isASCII && $0.isNumber }
    if callingCode == "+1" {
      // Ten digits, or eleven with the 1 before them.
      if digits.utf8.count == 11, digits.hasPrefix("1") { return ["+" + text.drop { $0 != "1" }] }
      return digits.utf8.count == 10 ? ["+1 " + text] : []
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
