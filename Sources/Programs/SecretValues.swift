/// What may not stand in a log or a report: the values of variables whose names speak of a secret.
public struct SecretValues: Sendable {
  private let values: [String]

  /// - Parameters:
  ///   - environment: variables. The values of those whose names speak of a secret count.
  ///   - others: further secrets.
  public init(environment: [String: String] = ProgramEnvironment.own, also others: [String] = []) {
    let named = environment.filter { Self.speaksOfSecret($0.key) }.map(\.value)
    // Of `Bearer abc`, `abc` alone is a secret as well. What is very short would take words apart.
    let all = (named + others).flatMap { [$0] + $0.split { $0 == " " || $0 == "\n" }.map(String.init) }
    values = Set(all).filter { $0.utf8.count >= 4 }.sorted { ($1.utf8.count, $1) < ($0.utf8.count, $0) }
  }

  /// What stands in their place.
  public static let mark = "[…]"

  /// A text without them.
  public func removed(from text: String) -> String {
    values.reduce(text) { $0.replacing($1, with: Self.mark) }
  }

  private static func speaksOfSecret(_ name: String) -> Bool {
    let name = name.uppercased()
    return ["PASS", "PWD", "TOKEN", "SECRET", "KEY", "CREDENTIAL", "AUTH", "COOKIE"].contains { name.contains($0) }
      && !["PWD", "OLDPWD", "SSH_AUTH_SOCK"].contains(name)
  }
}
