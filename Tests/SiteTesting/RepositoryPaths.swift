import Foundation

/// Where the package's own files are: found from this file's place, so that tests run from any directory.
public enum RepositoryPaths {
  /// The package's folder.
  public static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// The whole sites that tests build.
  public static let fixtures = root + "/Tests/Fixtures"

  /// The command as this build made it.
  public static let command: String = {
    // The test bundle lies beside it; how deep, depends on the platform.
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
    while folder.path != "/" {
      let candidate = folder.appendingPathComponent("mentorbook").path
      if FileManager.default.isExecutableFile(atPath: candidate), !isFolder(candidate) { return candidate }
      folder.deleteLastPathComponent()
    }
    return root + "/.build/debug/mentorbook"
  }()

  private static func isFolder(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory.boolValue
  }
}
