import Foundation
import SiteTesting

/// An HTTPS server on this machine with an authority of its own: `Tests/Servers/roster_server.py`.
final class RosterServer: Sendable {
  /// The server that all tests ask.
  static let shared = Result { try RosterServer() }

  /// What it serves: people enough that a cut can fall anywhere.
  static let roster = "ID,Name,Employer\r\n1,Zoë,\"Acme, Inc.\"\r\n2,Bo,\r\n3,Cy,Example\r\n4,Di,Example\r\n"

  private let folder: ScratchFolder
  private let server: SupervisedServer
  let port: Int

  /// The file of the authority's certificate.
  var authority: String { folder.path + "/authority.pem" }

  /// - Parameter name: what its certificate says that it is.
  init(name: String = "DNS:localhost,IP:127.0.0.1") throws {
    folder = try ScratchFolder()
    try folder.write(Self.roster, to: "roster.csv")
    try Self.certify(name, in: folder.path)
    server = try SupervisedServer(
      [
        "/usr/bin/python3", RepositoryPaths.root + "/Tests/Servers/roster_server.py", "server.pem", "server.key",
        "roster.csv", "notes",
      ], endedBy: "TERM", in: folder.path)
    port = try Self.number(String(decoding: server.output.fileHandleForReading.availableData, as: UTF8.self))
  }

  func url(_ path: String, host: String = "localhost") -> String { "https://\(host):\(port)/\(path)" }

  /// The questions that it was asked for a path: their headers, by their names in lower case.
  func questions(for path: String) throws -> [[String: String]] {
    try folder.text(of: "notes").split(separator: "\n").compactMap { line in
      let note = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return note?["path"] as? String == "/" + path ? note?["headers"] as? [String: String] : nil
    }
  }

  private static func number(_ line: String) throws -> Int {
    guard let number = Int(line.trimmingCharacters(in: .whitespacesAndNewlines)) else {
      throw ServerFailure(reason: "the server printed '\(line)' in place of its port")
    }
    return number
  }

  /// Makes an authority and has it sign a certificate.
  private static func certify(_ name: String, in folder: String) throws {
    let key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
    try openssl(
      ["req", "-x509", "-subj", "/CN=Test authority", "-keyout", "authority.key", "-out", "authority.pem"] + key,
      in: folder)
    try openssl(
      [
        "req", "-x509", "-subj", "/CN=server", "-addext", "subjectAltName=\(name)", "-addext",
        "basicConstraints=critical,CA:FALSE", "-CA", "authority.pem", "-CAkey", "authority.key", "-keyout",
        "server.key", "-out", "server.pem",
      ] + key, in: folder)
  }

  private static func openssl(_ arguments: [String], in folder: String) throws {
    let run = try CommandRun.run("/usr/bin/openssl", arguments, in: folder)
    guard run.exitCode == 0 else { throw ServerFailure(reason: run.errors) }
  }
}
