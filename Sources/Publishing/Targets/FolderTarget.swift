import Files
import FrontMatter
import Parallelism

/// A folder on this machine that a web server serves:
///
///     /srv/www/mentors/
///       current -> releases/3f9a41c0d2e75b18     what the server shows: root /srv/www/mentors/current;
///       releases/3f9a41c0d2e75b18/               a whole site, never changed once it has its name
///       releases/77d20e…/                        the ones before, for --rollback
///
/// A release is put together beside, settled on the disk, given its name, and shown by one rename of the link. Files that
/// stay the same are hard links to those of the release before. What left the site and lives on is in it too.
struct FolderSettings: TargetSettings {
  static let kind = "folder"

  let path: String
  /// How many releases there are at most, the shown one included.
  let keep: Int

  init?(place: Located<String>, from fields: inout FieldReader) {
    path = place.value
    keep = fields.integer("keep", in: 1...1000)?.value ?? 5
  }

  func target(in run: TargetWorkplace) -> any PublishTarget {
    FolderTarget(place: run.options.resolved(path), keep: run.options.forgets ? 1 : keep, workers: run.options.workers)
  }
}

struct FolderTarget: PublishTarget {
  let place: String
  let keep: Int
  let workers: Workers

  var lockFolder: String? { place }

  private var link: String { place + "/current" }
  private var releases: String { place + "/releases" }

  // MARK: - Looking

  func look() throws(PublishProblem) -> TargetState {
    guard FileReading.kind(of: place) == .folder else { return .empty }
    if let release = try shown() {
      return TargetState(record: (try? FileReading.bytes(of: "\(release)/\(PublishRecord.name)")) ?? [])
    }
    let names = (try? FileReading.names(in: place)) ?? []
    let others = names.filter { !$0.hasPrefix(".") && $0 != "releases" && !$0.hasSuffix(FileWriting.temporarySuffix) }
    return others.first.map { .foreign(example: $0) } ?? .empty
  }

  /// The release that is shown; nil when there is none.
  private func shown() throws(PublishProblem) -> String? {
    guard let destination = ReleaseFolders.destination(of: link) else {
      if FileReading.kind(of: link) != .nothing { throw .notOurLink(link) }
      return nil
    }
    guard destination.hasPrefix("releases/"), FileReading.kind(of: link) == .folder else { throw .notOurLink(link) }
    return "\(place)/\(destination)"
  }

  // MARK: - Publishing

  func publish(_ plan: PublishPlan) throws(PublishFailure) {
    do throws(PublishProblem) {
      let previous = try shown()
      do throws(FileProblem) {
        let name = try place(plan, beside: previous)
        try ReleaseFolders.point(link, to: "releases/\(name)")
      } catch {
        throw .target(error)
      }
    } catch {
      throw PublishFailure(problem: error, isOldShown: true)
    }
    do throws(FileProblem) {
      try ReleaseFolders.settle(place)
    } catch {
      throw PublishFailure(problem: .target(error), isOldShown: false)
    }
  }

  /// Puts the release together and gives it its name.
  private func place(_ plan: PublishPlan, beside previous: String?) throws(FileProblem) -> String {
    let record = plan.next.bytes
    // Two releases of one site differ in what lives on beside it.
    let name = String(SiteFile.release(of: plan.site.files + Self.staying(plan)).prefix(16))
    let folder = "\(releases)/\(name)"
    try FileWriting.makeFolder(releases)
    let staged = folder + FileWriting.temporarySuffix
    for leftover in try FileReading.names(in: releases) where leftover.hasSuffix(FileWriting.temporarySuffix) {
      try FileWriting.removeTree("\(releases)/\(leftover)")
    }
    do throws(FileProblem) {
      try FileWriting.makeFolder(staged)
      try fill(staged, with: plan, previous: previous)
      try FileWriting.create("\(staged)/\(PublishRecord.name)", record)
      try ReleaseFolders.settle(staged)
    } catch {
      try? FileWriting.removeTree(staged)
      throw error
    }
    if FileReading.kind(of: folder) == .folder {
      // It was shown before, and its record has the dates of then.
      try FolderSwitching.exchange(staged, folder)
      try FileWriting.removeTree(staged)
    } else {
      try FolderSwitching.rename(staged, to: folder)
    }
    return name
  }

  private func fill(_ folder: String, with plan: PublishPlan, previous: String?) throws(FileProblem) {
    let old = plan.previous
    let files = plan.site.files + Self.staying(plan)
    for parent in Set(files.map { Self.parent(of: $0.path) }).sorted() where !parent.isEmpty {
      try FileWriting.makeFolder("\(folder)/\(parent)")
    }
    let isNew = plan.site.files.count
    let problems = workers.map(files.count) { index -> FileProblem? in
      let file = files[index]
      let target = "\(folder)/\(file.path)"
      do throws(FileProblem) {
        let isThere = (old?.files[file.path] ?? old?.kept[file.path]?.file)?.digest == file.digest
        if isThere, let previous, try Self.share(file, of: previous, as: target) { return nil }
        guard index < isNew || previous != nil else { return nil }
        let source = index < isNew ? plan.site.folder : previous ?? plan.site.folder
        try FileWriting.create(target, try FileReading.bytes(of: "\(source)/\(file.path)"))
        return nil
      } catch  where index >= isNew && error.isMissing {
        // Somebody removed a file that readers hardly ask for any more.
        return nil
      } catch {
        return error
      }
    }
    for problem in problems { if let problem { throw problem } }
  }

  /// Links to the file of the release before, if that is still as it was written.
  private static func share(_ file: SiteFile, of release: String, as target: String) throws(FileProblem) -> Bool {
    let source = "\(release)/\(file.path)"
    guard FileStamp(of: source)?.size == file.size else { return false }
    return try ReleaseFolders.share(source, as: target)
  }

  /// Files of the release before that the site lacks.
  private static func staying(_ plan: PublishPlan) -> [SiteFile] {
    (plan.held + plan.next.kept.values.map(\.file)).sorted { $0.path < $1.path }
  }

  private static func parent(of path: String) -> String {
    path.split(separator: "/").dropLast().joined(separator: "/")
  }

  func copies(of files: [SiteFile], in folder: String) throws(PublishProblem) -> String { try shown() ?? folder }

  // MARK: - Earlier releases

  func earlier(than record: PublishRecord) throws(PublishProblem) -> (site: SiteOutput, record: PublishRecord) {
    let before = kept().filter { $0.record.first < record.first && $0.record.release != record.release }
    guard let last = before.max(by: { ($0.record.first, $0.name) < ($1.record.first, $1.name) }) else {
      throw .nothingEarlier
    }
    return (SiteOutput(release: "\(releases)/\(last.name)", record: last.record), last.record)
  }

  private func kept() -> [(name: String, record: PublishRecord)] {
    let names = (try? FileReading.folders(in: releases)) ?? []
    return names.compactMap { name in
      guard let bytes = try? FileReading.bytes(of: "\(releases)/\(name)/\(PublishRecord.name)") else { return nil }
      return (try? PublishRecord(bytes)).map { (name, $0) }
    }
  }

  /// Removes the oldest releases, and what is not whole. Of one site, as a rollback makes them, one release stays.
  private func prune(keeping shown: String) throws(FileProblem) {
    let newestFirst = kept().sorted { left, right in
      if left.name == shown || right.name == shown { return left.name == shown }
      return (left.record.published, left.name) > (right.record.published, right.name)
    }
    var sites: Set<String> = []
    let staying = newestFirst.filter { sites.insert($0.record.release).inserted }.prefix(keep).map(\.name)
    for name in try FileReading.names(in: releases) where name != shown && !staying.contains(name) {
      try FileWriting.removeTree("\(releases)/\(name)")
    }
  }

  func tidy() throws(PublishProblem) {
    guard let shown = try shown(), let name = shown.split(separator: "/").last else { return }
    do throws(FileProblem) { try prune(keeping: String(name)) } catch { throw .target(error) }
  }
}
