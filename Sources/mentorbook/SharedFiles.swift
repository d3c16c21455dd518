import Files

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The themes and the sample content that come with Mentorbook.
enum SharedFiles {
  /// The folder that holds them: `MENTORBOOK_SHARE`, else `../share/mentorbook` beside the command, else the checkout
  /// that the command was built in. nil when there is none.
  static var folder: String? {
    if let named = getenv("MENTORBOOK_SHARE") { return String(cString: named) }
    guard let command = commandPath else { return nil }
    var above = parent(of: command)
    let installed = parent(of: above) + "/share/mentorbook"
    if isShare(installed) { return installed }
    while !above.isEmpty {
      if isShare(above) { return above }
      above = parent(of: above)
    }
    return nil
  }

  private static func isShare(_ folder: String) -> Bool {
    FileReading.kind(of: folder + "/themes/default/theme.yaml") == .file
  }

  private static func parent(of path: String) -> String {
    path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
  }

  /// The path of this very command.
  static var commandPath: String? {
    guard let resolved = realpath("/proc/self/exe", nil) ?? realpath(CommandLine.arguments.first ?? "", nil) else {
      return nil
    }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
