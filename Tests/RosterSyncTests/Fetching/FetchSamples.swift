import Foundation
import Rosters
import SiteTesting

@testable import RosterSync

extension SyncKey {
  /// A key for tests.
  static let sample = SyncKey(Array("a key for tests, and for nothing else".utf8))
}

extension KeptExtent {
  /// What is kept of an input by the sample key.
  init(_ bytes: [UInt8]) { self.init(InputExtent(bytes), by: .sample) }

  func beginning(_ bytes: [UInt8]) -> Beginning? { beginning(bytes, by: .sample) }
}

/// What comes of fetching.
func outcome(
  of source: SourceSettings, by fetcher: Fetcher, remembered memory: FetchMemory? = nil
) async -> Result<Fetched, FetchProblem> {
  do throws(FetchProblem) {
    return .success(try await fetcher.bytes(of: source, remembered: memory, by: .sample))
  } catch {
    return .failure(error)
  }
}

/// The problem with a source; nil where there is none.
func problem(with source: SourceSettings, by fetcher: Fetcher) async -> FetchProblem? {
  if case .failure(let problem) = await outcome(of: source, by: fetcher) { return problem }
  return nil
}

extension Fetcher {
  /// A fetcher that doesn't wait long between attempts.
  static func quick(in folder: String, _ environment: [String: String] = [:]) -> Fetcher {
    Fetcher(
      contentFolder: folder, environment: environment,
      pauses: [.milliseconds(10), .milliseconds(20), .milliseconds(30)])
  }
}

extension Fetched {
  /// The bytes as text; nil where nothing has changed.
  var text: String? {
    if case .bytes(let bytes, _) = content { return String(decoding: bytes, as: UTF8.self) }
    return nil
  }
}
