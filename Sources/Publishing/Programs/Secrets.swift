#if canImport(Glibc)
  @preconcurrency import Glibc
#else
  @preconcurrency import Darwin
#endif

/// What may not stand in a log or a report: the values of variables whose names speak of a secret, and passwords in
/// addresses.
struct Secrets: Sendable {
  private let values: [String]

  init(also others: [String] = []) {
    let named = EnvironmentVariables.all.filter { Self.speaksOfSecret($0.key) }.map(\.value)
    // What is very short would take words apart.
    values = Set(named + others).filter { $0.utf8.count >= 4 }.sorted { ($1.utf8.count, $1) < ($0.utf8.count, $0) }
  }

  private static func speaksOfSecret(_ name: String) -> Bool {
    let name = name.uppercased()
    return ["PASS", "TOKEN", "SECRET", "KEY", "CREDENTIAL", "AUTH", "COOKIE"].contains { name.contains($0) }
      && name != "SSH_AUTH_SOCK"
  }

  /// A line as it may be shown.
  func hidden(in line: String) -> String {
    var text = line
    for value in values { text = text.replacing(value, with: "[…]") }
    text = Self.withoutPassword(text)
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
    return text[..<scheme.upperBound] + "[…]" + withoutPassword(String(rest[at...]))
  }

  /// The last lines of what a program said.
  func lastLines(_ bytes: [UInt8], _ count: Int = 8) -> [String] {
    bytes.split { $0 == 0x0A || $0 == 0x0D }.map { hidden(in: String(decoding: $0, as: UTF8.self)) }
      .filter { !$0.allSatisfy(\.isWhitespace) }.suffix(count)
  }
}

/// The environment that this program runs in.
enum EnvironmentVariables {
  static let all: [String: String] = {
    var variables: [String: String] = [:]
    var next: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = environ
    while let pointer = next, let entry = pointer.pointee {
      let text = String(cString: entry)
      if let equals = text.firstIndex(of: "=") {
        variables[String(text[..<equals])] = String(text[text.index(after: equals)...])
      }
      next = pointer + 1
    }
    return variables
  }()

  /// The value of a variable that the settings name; an empty one counts as missing.
  static func value(of name: String) throws(PublishProblem) -> String {
    guard let value = all[name], !value.isEmpty else { throw .missingVariable(name) }
    return value
  }
}
