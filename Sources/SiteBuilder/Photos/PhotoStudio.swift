import Community
import Files
import Parallelism
import Synchronization

/// Makes the photos that a site publishes, all of one shape, from the originals in `content/photos/`.
///
/// An original is never published: a telephone writes into it where and when it was taken.
///
/// 1. `examine` gives each original that a published mentor names its digest, and sees that it is an image at all. One
///    that has the size and time of the last build is not read again.
/// 2. `develop` has `Vipsthumbnail` make the portraits that `PhotoCache` lacks, as many at a time as there are workers.
/// 3. `PhotoAlbum` says where each will be published, and what could not be made: its mentor is shown with initials.
struct PhotoStudio: Sendable {
  private let photoFolder: String
  private let cache: PhotoCache
  private let workers: Workers

  /// The studio of a site.
  init(_ options: BuildOptions) {
    photoFolder = options.contentFolder + "/photos"
    cache = PhotoCache(folder: options.besideContent(".mentorbook/photos"))
    workers = options.workers
  }

  /// Called from any thread with the number of portraits that are done, and of how many.
  typealias Progress = @Sendable (_ done: Int, _ total: Int) -> Void

  /// The photos of a community's mentors, made where they are not there yet.
  func album(of community: Community, progress: @escaping Progress = { _, _ in }) async -> PhotoAlbum {
    let names = community.photoNames
    let originals = examine(names)
    let refusals = await develop(originals.compactMap { try? $0.get() }, progress: progress)
    var album = PhotoAlbum()
    var problems: [String: PhotoProblem] = [:]
    for (name, result) in zip(names, originals) {
      switch result {
      case .success(let original):
        problems[name] = refusals[original.portrait]
        if refusals[original.portrait] == nil { album.add(original, from: cache.path(of: original.portrait)) }
      case .failure(let problem): problems[name] = problem
      }
    }
    cache.finish(originals.compactMap { try? $0.get() })
    album.diagnostics = PhotoProblem.diagnostics(problems, in: community, photoFolder: photoFolder)
    return album
  }

  /// An album without photos, and what can be said about them without making any.
  func check(_ community: Community) -> PhotoAlbum {
    let names = community.photoNames
    let found = workers.map(names.count) { index -> PhotoProblem? in
      do throws(FileProblem) {
        let bytes = try FileReading.beginning(of: "\(photoFolder)/\(names[index])", upTo: ImageKind.tellingBytes)
        return ImageKind(beginning: bytes) == nil ? .noImage(names[index]) : nil
      } catch {
        return .system(error)
      }
    }
    var album = PhotoAlbum()
    let problems = Dictionary(uniqueKeysWithValues: zip(names, found)).compactMapValues(\.self)
    album.awaited = names.count - problems.count
    album.diagnostics = PhotoProblem.diagnostics(problems, in: community, photoFolder: photoFolder)
    return album
  }
}

// MARK: - 1. Examine

/// A photo as it lies in `photos/`: an image, as far as its first bytes tell.
struct OriginalPhoto: Sendable {
  /// Its path below `photos/`.
  let name: String
  /// Its path as a person would type it.
  let path: String
  /// Digest of its bytes, and its size and time.
  let entry: Manifest.Entry

  /// The name of the portrait made from it: another for other bytes, and for another way of making it.
  var portrait: ContentHash { Portrait.digest(of: entry.digest) }
}

extension PhotoStudio {
  private func examine(_ names: [String]) -> [Result<OriginalPhoto, PhotoProblem>] {
    let known = names.isEmpty ? [:] : cache.originals()
    return workers.map(names.count) { index in
      let name = names[index]
      return Result { () throws(PhotoProblem) in try examine(name, known: known[name]) }
    }
  }

  private func examine(_ name: String, known: Manifest.Entry?) throws(PhotoProblem) -> OriginalPhoto {
    let path = "\(photoFolder)/\(name)"
    let stamp = FileStamp(of: path)
    if let known, known.stamp == stamp { return OriginalPhoto(name: name, path: path, entry: known) }
    let bytes: [UInt8]
    do throws(FileProblem) { bytes = try FileReading.bytes(of: path) } catch { throw .system(error) }
    guard ImageKind(beginning: bytes.prefix(ImageKind.tellingBytes)) != nil else { throw .noImage(name) }
    // A link has no stamp of its own: a time that no file has lets the next build read it again.
    let entry = Manifest.Entry(
      digest: ContentHash(bytes), stamp: stamp ?? FileStamp(size: Int64(bytes.count), nanoseconds: -1))
    return OriginalPhoto(name: name, path: path, entry: entry)
  }
}

// MARK: - 2. Develop

extension PhotoStudio {
  /// Makes the portraits that the cache lacks.
  ///
  /// - Returns: what became of those that could not be made.
  private func develop(
    _ originals: [OriginalPhoto], progress: @escaping Progress
  ) async -> [ContentHash: PhotoProblem] {
    // The same bytes under two names are one portrait.
    let missing = Dictionary(originals.map { ($0.portrait, $0) }) { first, _ in first }.values
      .filter { !cache.holds($0.portrait) }.sorted { $0.name < $1.name }
    guard !missing.isEmpty else { return [:] }
    guard let tool = await Vipsthumbnail.find() else {
      return Dictionary(uniqueKeysWithValues: missing.map { ($0.portrait, .noTool) })
    }
    let done = Atomic(0)
    let problems = await workers.map(awaiting: missing.count) { index -> PhotoProblem? in
      let problem = await develop(missing[index], with: tool)
      progress(done.add(1, ordering: .relaxed).newValue, missing.count)
      return problem
    }
    return Dictionary(uniqueKeysWithValues: zip(missing.map(\.portrait), problems)).compactMapValues(\.self)
  }

  private func develop(_ original: OriginalPhoto, with tool: Vipsthumbnail) async -> PhotoProblem? {
    do throws(PhotoProblem) {
      try cache.keep(try await tool.portrait(of: original), as: original.portrait)
      return nil
    } catch {
      return error
    }
  }
}

extension Community {
  /// The photos that published mentors name, each once, sorted.
  fileprivate var photoNames: [String] { Set(mentors.compactMap(\.photo?.value)).sorted() }
}
