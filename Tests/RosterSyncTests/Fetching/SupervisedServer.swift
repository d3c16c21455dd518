import Foundation
import SiteTesting
import Synchronization

/// A server that ends with the tests, however they end, and its folder with it (`Tests/Servers/supervise.py`).
final class SupervisedServer: Sendable {
  /// What it prints.
  let output = Pipe()
  private let process: Mutex<Process>

  /// Starts a server.
  ///
  /// - Parameters:
  ///   - signal: what ends it: `TERM`, `QUIT`.
  ///   - folder: where it runs, and what is removed after it.
  init(_ command: [String], endedBy signal: String, in folder: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    process.arguments = [RepositoryPaths.root + "/Tests/Servers/supervise.py", signal, folder] + command
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    self.process = Mutex(process)
  }

  deinit { stop() }

  /// Ends it.
  func stop() { process.withLock { $0.terminate() } }
}

/// A server of the tests that doesn't start.
struct ServerFailure: Error {
  let reason: String
}
