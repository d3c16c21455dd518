import Programs

/// What may not stand in a log or a report: the values of variables whose names speak of a secret, and passwords in
/// addresses.
struct Secrets: Sendable {
  private let values: SecretValues

  init(also others: [String] = []) {
    values = SecretValues(also: others)
  }

  /// A line as it may be shown.
  func hidden(in line: String) -> String {
    var text = Self.withoutPassword(values.removed(from: line))
    text = String(text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : Character($0) })
    return text.count > 300 ? text.prefix(300) + "…" : text
  }

  /// `https://user:password@host` without what stands before the `@`.
  private static func withoutPassword(_ text: String) -> String {
    guard let scheme = text.firstRange(of: "://") else { return text }
    let rest = text[scheme.upperBound...]
    let authority = rest.prefix { !$0.isWhitespace && $0 != "/" }
    guard let at = authority.lastIndex(of: "@") else {
      return text[..<scheme.upperBound] + withoutPassword(String(rest))
    }
    return text[..<scheme.upperBound] + SecretValues.mark + withoutPassword(String(rest[at...]))
  }

  /// The last lines of what a program said.
  func lastLines(_ bytes: [UInt8], _ count: Int = 8) -> [String] {
    bytes.split { $0 == 0x0A || $0 == 0x0D }.map { hidden(in: String(decoding: $0, as: UTF8.self)) }
      .filter { !$0.allSatisfy(\.isWhitespace) }.suffix(count)
  }
}

extension ProgramEnvironment {
  /// The value of a variable that the settings name; an empty one counts as missing.
  static func value(of name: String) throws(PublishProblem) -> String {
    guard let value = own[name], !value.isEmpty else { throw .missingVariable(name) }
    return value
  }
}
