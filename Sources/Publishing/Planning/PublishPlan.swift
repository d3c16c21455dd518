import Digests
import Scheduling

/// What publishing a site to a target would do. Made without writing anything.
struct PublishPlan: Sendable {
  /// The site.
  let site: SiteOutput
  /// What the target has now; nil for none.
  let previous: PublishRecord?
  /// The record when all is done.
  let next: PublishRecord
  /// Files that the target lacks.
  let additions: [SiteFile]
  /// Files that are to have other bytes.
  let changes: [SiteFile]
  /// Files that leave at once.
  let removals: [SiteFile]
  /// Files that leave the site now and stay where they are for a while.
  let outgoing: [SiteFile]
  /// Files that stayed long enough.
  let expired: [SiteFile]
  /// Files that the site lacks, and that stay: their pages have errors now, or a limit holds them.
  let held: [SiteFile]
  /// How many profiles leave.
  let withdrawnProfiles: Int
  /// Profiles that leave because they say that they are not to be shown.
  let keptBack: Set<Substring>

  /// What a plan depends on beside the site.
  struct Terms: Sendable {
    let now: Instant
    /// How long what left the site lives on.
    let graceSeconds: Int64
  }

  /// - Parameter holding: files that stay though the site lacks them.
  init(
    site: SiteOutput, over previous: PublishRecord?, terms: Terms, first: Instant? = nil, holding: Set<String> = []
  ) {
    let profiles = Set((site.files.lazy.map(\.path) + holding).compactMap { SiteFile.profile(of: $0) })
    let leaving = previous?.profiles.subtracting(profiles) ?? []
    var sorting = Sorting(
      site: site, previous: previous, terms: terms, isSomebodyGone: !leaving.isEmpty, holding: holding)
    sorting.sort()
    self.site = site
    self.previous = previous
    (additions, changes, held) = (sorting.additions, sorting.changes, sorting.held)
    (removals, outgoing, expired) = (sorting.removals, sorting.outgoing, sorting.expired)
    withdrawnProfiles = leaving.count
    keptBack = leaving.intersection(site.unpublished.keptBack)
    // With pages that it does not have, a site is another.
    let release = held.isEmpty ? site.release : SiteFile.release(of: site.files + held)
    let isSame = previous?.release == release
    next = PublishRecord(
      release: release, asOf: site.asOf, published: terms.now,
      first: first ?? (isSame ? previous?.first : nil) ?? terms.now, isFinished: true,
      files: Dictionary(uniqueKeysWithValues: (site.files + held).map { ($0.path, $0) }), kept: sorting.kept)
  }

  /// Whether the target has all of it already.
  var isEmpty: Bool {
    additions.isEmpty && changes.isEmpty && removals.isEmpty && outgoing.isEmpty && expired.isEmpty
      && previous?.isFinished == true
  }

  /// Whether an earlier run began this and did not come to its end.
  var isResumption: Bool { previous.map { !$0.isFinished } ?? false }

  /// Pages that leave, and of how many.
  ///
  /// The pages of people who say that they are not to be shown don't count, and where there are any, neither do lists:
  /// some leave with them.
  var leavingPages: (count: Int, total: Int) {
    func counts(_ file: SiteFile) -> Bool {
      guard file.order == .page else { return false }
      if keptBack.isEmpty { return true }
      return !SiteFile.isList(file.path) && !(SiteFile.profile(of: file.path).map(keptBack.contains) ?? false)
    }
    return (removals.count(where: counts), previous?.files.values.count(where: counts) ?? 0)
  }

  /// What stands at the target while the plan is carried out: what is about to change or to leave may be there in either
  /// form.
  var underway: PublishRecord {
    var record = next
    record.isFinished = false
    for file in additions + changes + removals {
      record.files[file.path] = SiteFile(path: file.path, size: file.size, digest: PublishRecord.unsure)
    }
    for file in expired {
      record.kept[file.path] = PublishRecord.Kept(file: file, since: previous?.kept[file.path]?.since ?? next.published)
    }
    return record
  }

  /// The name of what the plan does: equal for equal inputs.
  var hash: String {
    var digest = SHA256()
    let before = previous.map { "\($0.release) \($0.isFinished)" } ?? "nothing"
    digest.update(Array("\(before)\n\(site.release)\n".utf8))
    let groups = [("+", additions), ("~", changes), ("-", removals), ("o", outgoing), ("x", expired), ("=", held)]
    for (sign, files) in groups {
      for file in files { digest.update(Array("\(sign) \(file.digest) \(file.path)\n".utf8)) }
    }
    return SHA256.hexadecimal(digest.finish())
  }
}

/// Sorts the files of two sites by what is to become of them.
private struct Sorting {
  let site: SiteOutput
  let previous: PublishRecord?
  let terms: PublishPlan.Terms
  /// Whether a profile leaves: then nothing that may tell of its mentor lives on.
  let isSomebodyGone: Bool
  /// What stays all the same.
  let holding: Set<String>

  var additions: [SiteFile] = []
  var changes: [SiteFile] = []
  var removals: [SiteFile] = []
  var outgoing: [SiteFile] = []
  var expired: [SiteFile] = []
  var held: [SiteFile] = []
  var kept: [String: PublishRecord.Kept] = [:]

  init(
    site: SiteOutput, previous: PublishRecord?, terms: PublishPlan.Terms, isSomebodyGone: Bool, holding: Set<String>
  ) {
    self.site = site
    self.previous = previous
    self.terms = terms
    self.isSomebodyGone = isSomebodyGone
    self.holding = holding
  }

  mutating func sort() {
    let paths = Set(site.files.lazy.map(\.path))
    for file in site.files {
      guard let old = previous?.files[file.path] ?? previous?.kept[file.path]?.file else {
        additions.append(file)
        continue
      }
      if old.digest != file.digest { changes.append(file) }
    }
    for (path, old) in (previous?.files ?? [:]).sorted(by: { $0.key < $1.key }) where !paths.contains(path) {
      if holding.contains(path) {
        held.append(old)
      } else if livesOn(old) {
        outgoing.append(old)
        kept[path] = PublishRecord.Kept(file: old, since: terms.now)
      } else {
        removals.append(old)
      }
    }
    for (path, old) in (previous?.kept ?? [:]).sorted(by: { $0.key < $1.key }) where !paths.contains(path) {
      // A page that is held names its parts for as long as that.
      let isNamed = !held.isEmpty || terms.now.seconds(since: old.since) < terms.graceSeconds
      if livesOn(old.file) && isNamed {
        kept[path] = old
      } else {
        expired.append(old.file)
      }
    }
  }

  /// A page that a reader opened before still asks for the files that it names; those have names of their own for ever,
  /// and so can stay beside the new ones.
  private func livesOn(_ file: SiteFile) -> Bool {
    terms.graceSeconds > 0 && file.isImmutable
      && !(isSomebodyGone && SiteFile.tellsOfPeople(file.path))
  }
}
