import Foundation

/// Programs that the tests run.
enum Tool {
  /// What a program printed, and how it ended.
  struct Run {
    let output: String
    let errors: String
    let exitCode: Int32
  }

  /// libvips' programs; nil where they are not installed.
  static let vipsthumbnail = installed("vipsthumbnail")
  static let vips = installed("vips")
  static var hasVips: Bool { vipsthumbnail != nil && vips != nil }

  /// The command as this build made it: it lies beside the tests.
  static let mentorbook = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("mentorbook").path

  private static func installed(_ name: String) -> String? {
    ["/usr/bin/\(name)", "/usr/local/bin/\(name)", "/opt/homebrew/bin/\(name)"]
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Runs a program and waits for its end.
  static func run(
    _ program: String, _ arguments: [String], in folder: String = "/", environment: [String: String] = [:]
  ) throws -> Run {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    // Files, not pipes: a full pipe that nobody empties would hold the program for ever.
    let names = (0..<2).map { _ in NSTemporaryDirectory() + "mentorbook-run-" + UUID().uuidString }
    defer { for name in names { try? FileManager.default.removeItem(atPath: name) } }
    let captured = try names.map { name in
      _ = FileManager.default.createFile(atPath: name, contents: nil)
      return try FileHandle(forWritingTo: URL(fileURLWithPath: name))
    }
    process.standardOutput = captured[0]
    process.standardError = captured[1]
    try process.run()
    process.waitUntilExit()
    let texts = names.map { String(decoding: FileManager.default.contents(atPath: $0) ?? Data(), as: UTF8.self) }
    return Run(output: texts[0], errors: texts[1], exitCode: process.terminationStatus)
  }
}
