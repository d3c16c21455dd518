import Digests
import Files
import Parallelism
import Scheduling

/// A finished site in a folder, held for this run alone.
final class SiteOutput: Sendable {
  /// The folder.
  let folder: String
  /// All files, by path.
  let files: [SiteFile]
  /// The moment that the site was built for.
  let asOf: Instant
  /// What an earlier site had and this one has not.
  let unpublished: Unpublished
  /// The name of the site as a whole.
  let release: String
  /// The folder for other programs, which may run elsewhere, and would take a name with a colon for a place elsewhere.
  var absolute: String { FileReading.absolute(folder) }
  /// Keeps builds, and other runs, from changing the folder meanwhile.
  private let lock: FolderLock?

  init(
    folder: String, files: [SiteFile], asOf: Instant, unpublished: Unpublished = Unpublished(),
    lock: consuming FolderLock? = nil
  ) {
    self.folder = folder
    self.files = files
    self.asOf = asOf
    self.unpublished = unpublished
    self.lock = lock
    release = SiteFile.release(of: files)
  }

  /// A site that was published, as it lies in its release.
  convenience init(release folder: String, record: PublishRecord) {
    let files = record.files.values.sorted { $0.path < $1.path }
    self.init(folder: folder, files: files, asOf: record.asOf)
  }

  /// Takes the folder of a build that finished, and without errors unless the options say otherwise.
  static func open(_ options: PublishOptions) throws(PublishProblem) -> SiteOutput {
    let folder = options.outputFolder
    guard FileReading.kind(of: folder) == .folder else { throw .noOutput(folder) }
    let lock: FolderLock
    do throws(FileProblem) {
      lock = try FolderLock(folder)
    } catch {
      throw error.isHeldByAnother ? .outputBusy(folder) : .output(error)
    }
    // A new site is written beside and put in place at the end: then the folder that was locked is not this one any more.
    let manifest = try BuildManifest(folder: folder)
    guard manifest.errors == 0 || options.allowsErrors else { throw .buildErrors(folder, count: manifest.errors) }
    guard manifest.files.contains(where: { $0.path == "index.html" }) else { throw .emptyOutput(folder) }
    let files = try digested(manifest, in: folder, workers: options.workers)
    let unpublished = Unpublished(of: manifest.bytes, in: options.unpublishedFolder)
    return SiteOutput(folder: folder, files: files, asOf: manifest.asOf, unpublished: unpublished, lock: lock)
  }

  /// Each file with its digest, unless one is not as the build left it.
  private static func digested(
    _ manifest: BuildManifest, in folder: String, workers: Workers
  ) throws(PublishProblem) -> [SiteFile] {
    let results = workers.map(manifest.files.count) { index -> Result<SiteFile, PublishProblem> in
      let (path, stamp) = manifest.files[index]
      let place = "\(folder)/\(path)"
      guard path.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { return .failure(.path(path)) }
      guard FileStamp(of: place) == stamp else { return .failure(.outputChanged(folder, path: path)) }
      do throws(FileProblem) {
        let bytes = try FileReading.bytes(of: place)
        guard Int64(bytes.count) == stamp.size else { return .failure(.outputChanged(folder, path: path)) }
        let digest = SHA256.hexadecimal(SHA256.digest(of: bytes))
        return .success(SiteFile(path: path, size: stamp.size, digest: digest))
      } catch {
        return .failure(.output(error))
      }
    }
    var files: [SiteFile] = []
    files.reserveCapacity(results.count)
    for result in results { files.append(try result.get()) }
    return files
  }
}

/// What a build notes in the folder that it wrote (`Manifest` in `SiteBuilder` writes it, `.mentorbook`): its moment, its
/// errors, and each file's size and time.
private struct BuildManifest {
  let bytes: [UInt8]
  let asOf: Instant
  let errors: Int
  let files: [(path: String, stamp: FileStamp)]

  init(folder: String) throws(PublishProblem) {
    guard let bytes = try? FileReading.bytes(of: "\(folder)/.mentorbook") else { throw .noManifest(folder) }
    let lines = bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    guard lines.first == "mentorbook output 1" else { throw .noManifest(folder) }
    // `# as-of 2027-03-01T06:00:00Z errors 0`; it is not there while a first build is under way.
    guard lines.count > 1, case let note = lines[1].split(separator: " "), note.count == 5, note[0] == "#",
      let asOf = Instant(String(note[2])), let errors = Int(note[4])
    else { throw .unfinishedOutput(folder) }
    self.bytes = bytes
    var files: [(path: String, stamp: FileStamp)] = []
    files.reserveCapacity(lines.count)
    for line in lines.dropFirst(2) {
      let parts = line.split(separator: " ", maxSplits: 3)
      guard parts.count == 4, let size = Int64(parts[1]), let time = Int64(parts[2]) else {
        throw .unfinishedOutput(folder)
      }
      files.append((String(parts[3]), FileStamp(size: size, nanoseconds: time)))
    }
    self.asOf = asOf
    self.errors = errors
    self.files = files
  }
}
