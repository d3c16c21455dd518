/// Why no time zones can be had from this machine.
public enum TimeZoneProblem: Error, Hashable, Sendable {
  /// None of the folders where systems keep the time zone database is there.
  case noDatabase(looked: [String])
  /// The folder is there but holds no zones that can be read.
  case unreadable(directory: String)

  /// The folder it is about: the first in which a database was looked for.
  public var path: String {
    switch self {
    case .noDatabase(let looked): looked.first ?? ""
    case .unreadable(let directory): directory
    }
  }
}
