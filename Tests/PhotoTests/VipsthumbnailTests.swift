import Foundation
import Subprocess
import Testing

@testable import SiteBuilder

@Suite("A program that misbehaves is found out")
struct VipsthumbnailTests {
  /// What comes of `on-its-side.jpg` when vipsthumbnail is a script of this text.
  private func outcome(of script: String, timeLimit: Duration = .seconds(60)) async throws -> PhotoProblem? {
    let site = try PhotoSite(photos: [])
    let path = try site.install("vipsthumbnail", script: script)
    let program = Vipsthumbnail(program: .path(.init(path)), timeLimit: timeLimit)
    let file = "\(PhotoSite.fixtures)/on-its-side.jpg"
    let original = OriginalPhoto(
      name: "ana.jpg", path: file,
      entry: Manifest.Entry(
        digest: ContentHash(try PhotoSite.fixture("on-its-side.jpg")), stamp: .init(size: 0, nanoseconds: 0)))
    do {
      _ = try await program.portrait(of: original)
      return nil
    } catch {
      return error
    }
  }

  @Test(
    "What it prints is shown: the reason rather than the line that only says that there is one",
    arguments: [
      ("echo 'vipsthumbnail: unable to thumbnail stdin' >&2; echo 'VipsJpeg: no' >&2; exit 1", "VipsJpeg: no"),
      ("echo '/usr/bin/vipsthumbnail: no' >&2; exit 1", "/usr/bin/vipsthumbnail: no"),
      ("exit 3", "it ended with exited(3)"),
      ("kill -9 $$", "it ended with signaled(9)"),
    ])
  func complaint(_ script: String, reason: String) async throws {
    #expect(try await outcome(of: script) == .refused("ana.jpg", because: reason))
  }

  @Test("A program that does nothing is ended at the time limit")
  func hang() async throws {
    let clock = ContinuousClock()
    let began = clock.now
    let notes = NSTemporaryDirectory() + "mentorbook-hang-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: notes) }
    let problem = try await outcome(of: "trap '' TERM; echo $$ > '\(notes)'; exec sleep 900", timeLimit: .seconds(1))
    #expect(problem == .tooSlow("ana.jpg", seconds: 1))
    // Far more than it takes alone: the other tests keep both cores busy. Nobody waits for the 900 seconds.
    #expect(clock.now - began < .seconds(300))
    let text = String(decoding: FileManager.default.contents(atPath: notes) ?? Data(), as: UTF8.self)
    let process = try #require(Int32(text.trimmingCharacters(in: .whitespacesAndNewlines)))
    #expect(kill(process, 0) != 0)
  }

  @Test(
    "What is no portrait is not published: the original itself, nothing, something else",
    arguments: ["cat", "exit 0", "echo portrait"])
  func notAsOrdered(_ script: String) async throws {
    #expect(try await outcome(of: "PATH=/usr/bin:/bin; " + script) == .notAsOrdered("ana.jpg"))
  }

  @Test("It is told what to do by its arguments and given the photo as its input: no file's name is among them")
  func arguments() async throws {
    let reply = "PATH=/usr/bin:/bin; wc -c >&2; echo \"$@\" >&2; exit 1"
    let size = try PhotoSite.fixture("on-its-side.jpg").count
    #expect(try await outcome(of: reply) == .refused("ana.jpg", because: "\(size)"))
    #expect(!Portrait.arguments.contains { $0.contains("ana") })
  }
}
