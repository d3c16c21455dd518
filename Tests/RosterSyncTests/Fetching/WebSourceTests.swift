import Foundation
import RosterSync
import Rosters
import SiteTesting
import Testing

@Suite("A roster at an address", .serialized)
struct WebSourceTests {
  private func source(
    _ path: String, on server: RosterServer, host: String = "localhost", headers: [String: String] = [:],
    allowsPrivate: Bool = true, trusting: Bool = true, deadline: Int = 60, limit: Int = 1 << 20
  ) -> SourceSettings {
    let place = HTTPSPlace(
      server.url(path, host: host), headers: headers, allowsPrivate: allowsPrivate,
      certificates: trusting ? server.authority : nil)
    return SourceSettings(name: "roster", place: .https(place), deadlineSeconds: deadline, byteLimit: limit)
  }

  private func fetcher(_ environment: [String: String] = [:]) -> Fetcher {
    .quick(in: RepositoryPaths.root, environment)
  }

  @Test(
    "The whole roster comes, however it is sent, and after what passes by itself",
    arguments: [
      "roster.csv", "packed", "chunked", "until-end", "early-hints", "moved", "moved-relative/x/y", "moved-host",
      "hops/5",
      "twice-500", "once-429", "reset-once", "short-once",
    ])
  func whole(_ path: String) async throws {
    let server = try RosterServer.shared.get()
    let fetched = try await outcome(of: source(path, on: server), by: fetcher()).get()
    #expect(fetched.text == RosterServer.roster)
  }

  @Test(
    "What is not the whole roster is a problem",
    arguments: [
      ("nothing", .status(404, host: "localhost", attempts: 1)),
      ("status/401", .status(401, host: "localhost", attempts: 1)),
      ("status/403", .status(403, host: "localhost", attempts: 1)),
      ("status/500", .status(500, host: "localhost", attempts: 4)),
      ("status/503", .status(503, host: "localhost", attempts: 4)),
      ("status/429", .status(429, host: "localhost", attempts: 4)),
      ("status/204", .status(204, host: "localhost", attempts: 1)),
      ("status/206", .status(206, host: "localhost", attempts: 1)),
      ("status/304", .status(304, host: "localhost", attempts: 1)),
      ("later", .status(429, host: "localhost", attempts: 1)),
      ("short", .incomplete(host: "localhost", attempts: 4)),
      ("chunked-short", .incomplete(host: "localhost", attempts: 4)),
      ("loop", .redirects(limit: 5)), ("hops/6", .redirects(limit: 5)),
      ("downgrade", .insecureRedirect(host: "localhost")), ("to-file", .insecureRedirect(host: "localhost")),
      ("login", .webPage(host: "localhost")), ("bomb", .tooLarge(limit: 1 << 20)),
      ("endless", .tooLarge(limit: 1 << 20)), ("bad-gzip", .packing(host: "localhost")),
      ("cut-gzip", .packing(host: "localhost")), ("brotli", .packing(host: "localhost")),
    ] as [(String, FetchProblem)])
  func problems(_ path: String, expected: FetchProblem) async throws {
    let server = try RosterServer.shared.get()
    #expect(await problem(with: source(path, on: server), by: fetcher()) == expected)
    #expect(!expected.message.isEmpty)
  }

  @Test("A web page that says that it is CSV is found out when it is read as one")
  func pageAsRoster() async throws {
    let server = try RosterServer.shared.get()
    let fetched = try await outcome(of: source("login-as-csv", on: server), by: fetcher()).get()
    guard case .bytes(let bytes, _) = fetched.content else {
      Issue.record("no bytes")
      return
    }
    #expect(throws: RosterProblem.webPage(title: "Sign in")) { try Roster.read(bytes, as: .csv) }
  }

  @Test("A connection that breaks every time is a problem after four attempts", arguments: ["reset", "reset-midway"])
  func resets(_ path: String) async throws {
    let server = try RosterServer.shared.get()
    switch await problem(with: source(path, on: server), by: fetcher()) {
    case .connection(host: "localhost", _, attempts: 4), .incomplete(host: "localhost", attempts: 4): break
    case let other: Issue.record("\(String(describing: other))")
    }
    #expect(try server.questions(for: path).count == 4)
  }

  @Test("A server that drips, or says nothing, is left at the deadline", arguments: ["drip", "silent"])
  func slow(_ path: String) async throws {
    let server = try RosterServer.shared.get()
    let began = ContinuousClock.now
    #expect(await problem(with: source(path, on: server, deadline: 2), by: fetcher()) == .tooLate(seconds: 2))
    // Far more than it takes alone: the other tests keep all cores busy.
    #expect(ContinuousClock.now - began < .seconds(30))
  }

  @Test("Headers without end are a problem")
  func endlessHeaders() async throws {
    let server = try RosterServer.shared.get()
    #expect(await problem(with: source("headers", on: server), by: fetcher()) != nil)
  }

  @Test("A certificate must be signed by an authority that is trusted, and be the host's own")
  func certificates() async throws {
    let server = try RosterServer.shared.get()
    switch await problem(with: source("roster.csv", on: server, trusting: false), by: fetcher()) {
    case .certificate(host: "localhost", _): break
    case let other: Issue.record("\(String(describing: other))")
    }
    let other = try RosterServer(name: "DNS:other.example")
    switch await problem(with: source("roster.csv", on: other), by: fetcher()) {
    case .certificate(host: "localhost", _): break
    case let other: Issue.record("\(String(describing: other))")
    }
    let place = HTTPSPlace(server.url("roster.csv"), allowsPrivate: true, certificates: "none.pem")
    #expect(
      await problem(with: SourceSettings(name: "roster", place: .https(place)), by: fetcher())
        == .noCertificates("none.pem"))
  }

  @Test("Nobody there, and a name that nobody has, are problems")
  func nobody() async throws {
    let closed = SourceSettings(name: "roster", place: .https(HTTPSPlace("https://127.0.0.1:1/", allowsPrivate: true)))
    switch await problem(with: closed, by: fetcher()) {
    case .connection(host: "127.0.0.1", _, attempts: 4): break
    case let other: Issue.record("\(String(describing: other))")
    }
    let unknown = SourceSettings(name: "roster", place: .https(HTTPSPlace("https://no.such.host.invalid/")))
    switch await problem(with: unknown, by: fetcher()) {
    // Without any network, the name service itself doesn't answer.
    case .unknownHost("no.such.host.invalid"), .connection(host: "no.such.host.invalid", _, attempts: 4): break
    case let other: Issue.record("\(String(describing: other))")
    }
  }

  @Test("This machine and private networks are not asked, unless that is allowed")
  func privateHosts() async throws {
    let server = try RosterServer.shared.get()
    for host in ["localhost", "127.0.0.1"] {
      #expect(
        await problem(with: source("private", on: server, host: host, allowsPrivate: false), by: fetcher())
          == .privateHost(host))
    }
    #expect(try server.questions(for: "private").isEmpty)
    let literal = SourceSettings(name: "roster", place: .https(HTTPSPlace("https://[::1]:\(server.port)/")))
    #expect(await problem(with: literal, by: fetcher()) == .privateHost("::1"))
  }

  @Test("Credentials come from the environment, go to their own server alone, and are no argument")
  func credentials() async throws {
    let server = try RosterServer.shared.get()
    let secret = #"Bearer s3cr3t "quoted" \ value"#
    let asking = source("secret", on: server, headers: ["Authorization": "CRM_TOKEN"])
    #expect(try await outcome(of: asking, by: fetcher(["CRM_TOKEN": secret])).get().text == RosterServer.roster)
    #expect(await problem(with: asking, by: fetcher()) == .noVariable("CRM_TOKEN", header: "Authorization"))
    #expect(await problem(with: asking, by: fetcher(["CRM_TOKEN": "a\r\nX: b"])) == .variable("CRM_TOKEN"))
    let moved = source("moved-host?1", on: server, headers: ["Authorization": "CRM_TOKEN"])
    let before = try server.questions(for: "roster.csv").count
    _ = try await outcome(of: moved, by: fetcher(["CRM_TOKEN": secret])).get()
    #expect(try server.questions(for: "moved-host?1").first?["authorization"] == secret)
    let after = try server.questions(for: "roster.csv").dropFirst(before)
    #expect(after.count == 1 && after.first?["authorization"] == nil)
  }

  @Test("While a server is asked, no process has a credential, or the address, among its arguments")
  func argumentsOfProcesses() async throws {
    let server = try RosterServer.shared.get()
    let asking = source("silent?key=hidden-key", on: server, headers: ["Authorization": "CRM_TOKEN"])
    let fetcher = fetcher(["CRM_TOKEN": "hidden-token"])
    let task = Task { await problem(with: asking, by: fetcher) }
    while try server.questions(for: "silent?key=hidden-key").isEmpty { try await Task.sleep(for: .milliseconds(50)) }
    let all = try FileManager.default.contentsOfDirectory(atPath: "/proc").filter { Int($0) != nil }
      .compactMap { FileManager.default.contents(atPath: "/proc/\($0)/cmdline") }
      .map { String(decoding: $0, as: UTF8.self) }
    #expect(all.contains { $0.hasPrefix("curl\0") || $0.contains("/curl\0") })
    #expect(!all.contains { $0.contains("hidden-key") || $0.contains("hidden-token") })
    task.cancel()
    #expect(await task.value == .stopped)
  }

  @Test("An address that has not changed says so, and is not asked for it when the bytes are needed")
  func unchanged() async throws {
    let server = try RosterServer.shared.get()
    let tagged = source("tagged", on: server)
    let first = try await outcome(of: tagged, by: fetcher()).get()
    #expect(first.text == RosterServer.roster && !first.isSame)
    #expect(first.memory.version.entityTag == "\"one\"")
    #expect(first.modified?.secondsSinceEpoch == 784_111_777)
    let second = try await outcome(of: tagged, by: fetcher(), remembered: first.memory).get()
    #expect(second.content == .unchanged && second.isSame && second.memory == first.memory)
    #expect(second.modified == first.modified)
    #expect(try await outcome(of: tagged, by: fetcher()).get().text == RosterServer.roster)
    // What one address said doesn't count for another.
    let other = source("tagged?other", on: server)
    #expect(try await outcome(of: other, by: fetcher(), remembered: first.memory).get().text == RosterServer.roster)
  }

  @Test("A run that is stopped stops asking")
  func stopped() async throws {
    let server = try RosterServer.shared.get()
    let silent = source("silent?stopped", on: server)
    let fetcher = fetcher()
    let task = Task { await problem(with: silent, by: fetcher) }
    try await Task.sleep(for: .milliseconds(500))
    task.cancel()
    #expect(await task.value == .stopped)
  }

  @Test("No problem tells more of an address than its host")
  func discretion() async throws {
    let server = try RosterServer.shared.get()
    for path in ["status/404?key=hidden-key", "reset?key=hidden-key", "short?key=hidden-key"] {
      let found = await problem(with: source(path, on: server), by: fetcher())
      #expect(found != nil && found?.message.contains("hidden-key") == false)
    }
  }
}
