import Programs

/// Takes out of what programs say whatever may not stand in a public log: credentials, mail addresses, what stands
/// behind the host in addresses.
struct Redaction: Sendable {
  private let secrets: SecretValues

  /// - Parameters:
  ///   - environment: the environment's variables. Those whose names speak of a secret are taken out.
  ///   - secrets: further secrets.
  init(environment: [String: String], secrets: [String] = []) {
    self.secrets = SecretValues(environment: environment, also: secrets)
  }

  /// What replaces what is taken out.
  static let mark = SecretValues.mark

  /// A line without secrets and control characters, and not too long.
  func redacted(_ line: String) -> String {
    let text = secrets.removed(from: line)
    let words = text.split { $0.isWhitespace || $0.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F } }
    let shown = words.map { Self.redacted(word: String($0)) }.joined(separator: " ")
    return shown.count > 300 ? String(shown.prefix(300)) + "…" : shown
  }

  private static func redacted(word: String) -> String {
    if let scheme = word.firstRange(of: "://") {
      let rest = word[scheme.upperBound...]
      let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
      let hasMore = host.endIndex != rest.endIndex
      let isPlain = !host.contains("@")
      return word[..<scheme.upperBound] + (isPlain ? String(host) : mark) + (hasMore ? "/" + mark : "")
    }
    if word.contains("@") { return mark }
    // password=…, as in the addresses of databases
    let lowercased = word.lowercased()
    for name in ["password=", "passwd=", "pwd=", "token=", "secret="] {
      guard let range = lowercased.firstRange(of: name) else { continue }
      return word.prefix(lowercased.distance(from: lowercased.startIndex, to: range.upperBound)) + mark
    }
    return word
  }

  /// The last lines of what a program said.
  func lastLines(_ bytes: [UInt8], _ count: Int = 5) -> [String] {
    // Empty lines are passed, so a few more are looked at than are shown.
    let lines = bytes.split { $0 == 0x0A || $0 == 0x0D }.suffix(4 * count)
    return lines.map { redacted(String(decoding: $0, as: UTF8.self)) }.filter { !$0.isEmpty }.suffix(count)
  }
}
