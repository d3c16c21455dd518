import Foundation
import SiteTesting

/// A PostgreSQL server of the tests' own, in a folder of its own, reached by a socket there.
///
/// PostgreSQL refuses to run as root; where the tests do, it runs as `nobody`.
final class PostgreSQLServer: Sendable {
  private let folder: ScratchFolder
  private let server: SupervisedServer

  init() throws {
    let folder = try ScratchFolder()
    self.folder = folder
    let programs = try Self.findPrograms()
    if Self.isRoot {
      try FileManager.default.setAttributes(
        [.ownerAccountID: Self.nobody, .groupOwnerAccountID: Self.nobody], ofItemAtPath: folder.path)
    }
    let data = folder.path + "/data"
    let making = try CommandRun.run(
      "/usr/bin/env",
      Self.asUser("\(programs)/initdb") + [
        "--auth=trust", "--username=office", "--encoding=UTF8", "--locale=C", "--no-sync", data,
      ], in: folder.path)
    guard making.exitCode == 0 else { throw ServerFailure(reason: "initdb: \(making.output)\(making.errors)") }
    server = try SupervisedServer(
      Self.asUser("\(programs)/postgres") + [
        "-D", data, "-c", "listen_addresses=", "-c", "unix_socket_directories=\(folder.path)", "-c", "fsync=off",
      ], endedBy: "QUIT", in: folder.path)
    try waitUntilReady()
  }

  private func waitUntilReady() throws {
    for _ in 0..<600 {
      if (try? execute("select 1")) != nil { return }
      usleep(100_000)
    }
    throw ServerFailure(reason: "PostgreSQL doesn't answer")
  }

  /// Stops it at once, with whatever runs.
  func stop() { server.stop() }

  /// The arguments that lead `psql` to it.
  var connection: [String] { ["--no-psqlrc", "--host", folder.path, "--username", "office", "--dbname", "postgres"] }

  /// Runs statements.
  func execute(_ statements: String) throws {
    let run = try CommandRun.run(
      "/usr/bin/env", ["psql"] + connection + ["--quiet", "--set=ON_ERROR_STOP=1", "--command", statements],
      in: folder.path)
    guard run.exitCode == 0 else { throw ServerFailure(reason: run.errors) }
  }

  // MARK: - Its programs

  private static let nobody = 65_534
  private static var isRoot: Bool { geteuid() == 0 }

  private static func asUser(_ program: String) -> [String] {
    isRoot ? ["setpriv", "--reuid=\(nobody)", "--regid=\(nobody)", "--clear-groups", program] : [program]
  }

  /// The newest version's programs: Debian keeps them out of PATH.
  private static func findPrograms() throws -> String {
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: "/usr/lib/postgresql")) ?? []
    let newest = versions.compactMap { Int($0) }.max()
    guard let newest else { throw ServerFailure(reason: "PostgreSQL is not installed: 'make test' does it") }
    return "/usr/lib/postgresql/\(newest)/bin"
  }
}
