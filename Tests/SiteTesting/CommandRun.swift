import Foundation

/// One run of a program, from its arguments to what it printed and how it ended.
public struct CommandRun: Sendable {
  /// What it printed to standard output.
  public let output: String
  /// What it printed to standard error.
  public let errors: String
  /// Its exit code; for a run that a signal ended, 128 and the signal's number.
  public let exitCode: Int32

  /// Runs `mentorbook` and waits for its end.
  ///
  /// - Parameters:
  ///   - folder: the directory to run in.
  ///   - environment: what the environment has beside PATH; nothing of the test's own leaks in.
  ///   - program: another program, given the arguments as they are: `strace …`.
  public static func mentorbook(
    _ arguments: [String], in folder: String, environment: [String: String] = [:]
  ) throws -> CommandRun {
    try run(RepositoryPaths.command, arguments, in: folder, environment: environment)
  }

  /// Runs a program and waits for its end.
  public static func run(
    _ program: String, _ arguments: [String], in folder: String, environment: [String: String] = [:]
  ) throws -> CommandRun {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = environment.merging(["PATH": "/usr/bin:/bin"]) { given, _ in given }
    // Files, not pipes: a full pipe that nobody empties would hold the program for ever.
    let scratch = try ScratchFolder()
    let captured = try ["output", "errors"].map { name in
      try scratch.write("", to: name)
      return try FileHandle(forWritingTo: URL(fileURLWithPath: "\(scratch.path)/\(name)"))
    }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = captured[0]
    process.standardError = captured[1]
    try process.run()
    process.waitUntilExit()
    let isSignal = process.terminationReason == .uncaughtSignal
    return CommandRun(
      output: try scratch.text(of: "output"), errors: try scratch.text(of: "errors"),
      exitCode: process.terminationStatus + (isSignal ? 128 : 0))
  }
}
