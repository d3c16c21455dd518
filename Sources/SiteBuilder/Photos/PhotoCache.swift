import Files
import Scheduling

/// The portraits that builds have made, kept for the next: `.mentorbook/photos/` in the site's folder.
///
/// A portrait's name is its digest, so that none is ever stale; each is put in place whole. `originals` notes the digest
/// of each original with its size and time. All of it can be removed at any moment and is made again.
struct PhotoCache: Sendable {
  /// Where it is.
  let folder: String

  /// Where the portrait of a digest is, or will be.
  func path(of portrait: ContentHash) -> String { "\(folder)/\(portrait.hexadecimal).jpg" }

  /// Whether a portrait is there.
  func holds(_ portrait: ContentHash) -> Bool { FileReading.kind(of: path(of: portrait)) == .file }

  /// Puts a portrait in place.
  func keep(_ bytes: [UInt8], as portrait: ContentHash) throws(PhotoProblem) {
    do throws(FileProblem) {
      try FileWriting.makeFolder(folder)
      try FileWriting.replace(path(of: portrait), with: bytes)
    } catch {
      throw .system(error)
    }
  }

  // MARK: - Originals

  private static let heading = "mentorbook photos 1"
  private var notes: String { folder + "/originals" }

  /// What the last build noted about the originals, by their path below `photos/`.
  func originals() -> [String: Manifest.Entry] {
    Manifest(file: notes, heading: Self.heading)?.entries ?? [:]
  }

  /// Notes the originals and removes portraits that belong to none.
  func finish(_ originals: [OriginalPhoto]) {
    guard FileReading.kind(of: folder) == .folder else { return }
    let entries = Dictionary(originals.map { ($0.name, $0.entry) }) { first, _ in first }
    let bytes = Manifest(entries: entries).bytes(heading: Self.heading)
    // Whatever goes wrong here costs the next build some time, and no more.
    if (try? FileReading.bytes(of: notes)) != bytes { _ = try? FileWriting.replace(notes, with: bytes) }
    removeUnused(keeping: Set(originals.map { $0.portrait.hexadecimal + ".jpg" }))
  }

  /// Young files stay: another build of the site may have made one a moment ago and be about to publish it.
  private static let youthSeconds: Int64 = 3600

  private func removeUnused(keeping used: Set<String>) {
    let old = (Instant.now().secondsSinceEpoch - Self.youthSeconds) * 1_000_000_000
    for name in (try? FileReading.names(in: folder)) ?? [] {
      guard name.hasSuffix(".jpg") || name.hasSuffix(FileWriting.temporarySuffix), !used.contains(name) else {
        continue
      }
      guard let stamp = FileStamp(of: "\(folder)/\(name)"), stamp.nanoseconds < old else { continue }
      try? FileWriting.removeFile("\(folder)/\(name)")
    }
  }
}
