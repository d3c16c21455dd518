import Foundation
import RosterSync
import Rosters
import SiteTesting
import Testing

@Suite("A roster in PostgreSQL", .serialized)
struct PostgreSQLTests {
  private static let server = Result { () throws -> PostgreSQLServer in
    let server = try PostgreSQLServer()
    try server.execute(
      """
      create table alumni (id int primary key, name text, employer text, note text);
      insert into alumni values
        (1, 'Zoë "Z" López', 'Acme, Inc.', E'two\\nlines'), (2, 'Bo', null, ''), (3, 'Łukasz 👩‍🔬', 'Example', null);
      create table many as select n as id, 'Person ' || n as name from generate_series(1, 200000) as n;
      """)
    return server
  }

  private func source(
    _ query: String, on server: PostgreSQLServer, options: [String] = [], deadline: Int = 120
  ) -> SourceSettings {
    SourceSettings(
      name: "database", place: .command(["psql"] + server.connection + options + ["--csv", "--command", query]),
      deadlineSeconds: deadline)
  }

  private let fetcher = Fetcher.quick(in: RepositoryPaths.root)

  @Test("A query's rows are the roster's")
  func rows() async throws {
    let server = try Self.server.get()
    let query = "select id as \"ID\", name as \"Preferred Name\", employer, note from alumni order by id"
    guard case .bytes(let bytes, _) = try await outcome(of: source(query, on: server), by: fetcher).get().content else {
      Issue.record("no bytes")
      return
    }
    let roster = try Roster.read(bytes, as: .csv)
    #expect(
      InputExtentTests.cells(roster) == [
        [["ID"], ["Preferred Name"], ["employer"], ["note"]],
        [["1"], ["Zoë \"Z\" López"], ["Acme, Inc."], ["two\nlines"]], [["2"], ["Bo"], [], []],
        [["3"], ["Łukasz 👩‍🔬"], ["Example"], []],
      ])
  }

  @Test("All of many rows come")
  func manyRows() async throws {
    let server = try Self.server.get()
    let fetched = try await outcome(of: source("select * from many", on: server), by: fetcher).get()
    guard case .bytes(let bytes, _) = fetched.content else {
      Issue.record("no bytes")
      return
    }
    #expect(try Roster.read(bytes, as: .csv).count == 200_000)
  }

  @Test("A query that is wrong, or fails when half of its rows are out, is a problem")
  func failing() async throws {
    let server = try Self.server.get()
    let wrong = await problem(with: source("select nonsense from alumni", on: server), by: fetcher)
    guard case .exited("psql", code: 1, let lines) = wrong else {
      Issue.record("\(String(describing: wrong))")
      return
    }
    #expect(lines.contains { $0.contains("nonsense") })
    // Fetched piece by piece, so that the first rows are printed before the last one fails.
    let query = "select id, 1 / (150000 - id) as x from many"
    let half = await problem(
      with: source(query, on: server, options: ["--set=FETCH_COUNT=100"]), by: fetcher)
    guard case .exited("psql", code: 1, let reasons) = half else {
      Issue.record("\(String(describing: half))")
      return
    }
    #expect(reasons.contains { $0.contains("division by zero") })
  }

  @Test("A query that hangs is left at the deadline")
  func hanging() async throws {
    let server = try Self.server.get()
    let slow = source("select pg_sleep(900)", on: server, deadline: 2)
    #expect(await problem(with: slow, by: fetcher) == .tooLate(seconds: 2))
  }

  @Test("A connection that the server drops in the middle is a problem")
  func dropped() async throws {
    let server = try Self.server.get()
    let query = "select id, case when id = 150000 then pg_terminate_backend(pg_backend_pid())::text end from many"
    let found = await problem(with: source(query, on: server, options: ["--set=FETCH_COUNT=100"]), by: fetcher)
    guard case .exited("psql", let code, let lines) = found else {
      Issue.record("\(String(describing: found))")
      return
    }
    #expect(code != 0 && !lines.isEmpty)
  }

  @Test("A server that is stopped while a query runs, or isn't there, is a problem")
  func stopped() async throws {
    let server = try PostgreSQLServer()
    let query = "select n, pg_sleep(0.01) from generate_series(1, 100000) as n"
    let running = source(query, on: server, options: ["--set=FETCH_COUNT=10"])
    let fetcher = fetcher
    let task = Task { await problem(with: running, by: fetcher) }
    try await Task.sleep(for: .seconds(1))
    server.stop()
    guard case .exited("psql", let code, _) = await task.value else {
      Issue.record("it ended well")
      return
    }
    #expect(code != 0)
    guard case .exited("psql", code: 2, _) = await problem(with: running, by: fetcher) else {
      Issue.record("it ended well")
      return
    }
  }
}
