extension TimeZoneProblem {
  /// What is wrong: one sentence without a full stop.
  public var message: String {
    switch self {
    case .noDatabase(let looked):
      "no time zone database found in \(looked.map { "'\($0)'" }.joined(separator: ", "))"
    case .unreadable(let directory):
      "'\(directory)' holds no time zone files that can be read"
    }
  }

  /// What to do about it.
  public var remedy: String {
    switch self {
    case .noDatabase: "install the package 'tzdata', or name the folder of its zone files in TZDIR"
    case .unreadable: "name a folder of compiled zone files, such as /usr/share/zoneinfo, in TZDIR"
    }
  }
}
