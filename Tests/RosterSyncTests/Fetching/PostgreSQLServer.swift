import Foundation
import SiteTesting

/// A PostgreSQL server of the tests' own, in a folder of its own, reached by a socket there.
///
/// PostgreSQL refuses to run as root; where the tests do, it runs as `nobody`.
final class PostgreSQLServer: Sendable {
  private let folder: ScratchFolder
  private let programs: String

  init() throws {
    folder = try ScratchFolder()
    programs = try Self.findPrograms()
    if Self.isRoot {
      try FileManager.default.setAttributes(
        [.ownerAccountID: Self.nobody, .groupOwnerAccountID: Self.nobody], ofItemAtPath: folder.path)
    }
    try run("initdb", ["--auth=trust", "--username=office", "--encoding=UTF8", "--locale=C", "--no-sync", data])
    let options = "-c listen_addresses= -c unix_socket_directories=\(folder.path) -c fsync=off"
    try run("pg_ctl", ["start", "--wait", "-D", data, "-l", folder.path + "/log", "-o", options])
  }

  deinit { try? run("pg_ctl", ["stop", "-D", data, "-m", "immediate"]) }

  private var data: String { folder.path + "/data" }

  /// The arguments that lead `psql` to it.
  var connection: [String] { ["--no-psqlrc", "--host", folder.path, "--username", "office", "--dbname", "postgres"] }

  /// Stops it with whatever runs.
  func stop() throws { try run("pg_ctl", ["stop", "-D", data, "-m", "immediate"]) }

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

  private func run(_ name: String, _ arguments: [String]) throws {
    let user = Self.isRoot ? ["setpriv", "--reuid=\(Self.nobody)", "--regid=\(Self.nobody)", "--clear-groups"] : []
    let run = try CommandRun.run("/usr/bin/env", user + ["\(programs)/\(name)"] + arguments, in: folder.path)
    guard run.exitCode == 0 else { throw ServerFailure(reason: "\(name): \(run.output)\(run.errors)") }
  }

  /// The newest version's programs: Debian keeps them out of PATH.
  private static func findPrograms() throws -> String {
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: "/usr/lib/postgresql")) ?? []
    let newest = versions.compactMap { Int($0) }.max()
    guard let newest else { throw ServerFailure(reason: "PostgreSQL is not installed: 'make test' does it") }
    return "/usr/lib/postgresql/\(newest)/bin"
  }
}
