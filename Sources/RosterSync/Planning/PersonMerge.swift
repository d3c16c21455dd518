import FrontMatter
import Scheduling

/// Merges what the rosters say about one person into the profile. Pure: no disk, no clock.
struct PersonMerge: Sendable {
  let settings: SyncSettings
  let key: SyncKey
  /// The fields of the state, in which `PersonState.base` is to be read and written.
  let fields: [String]
  /// The owner of each mapped field's path.
  let owners: [String: FieldOwner]
  let today: CivilDate
  /// The digest of the settings, so that all is looked at anew after they changed.
  let settingsMark: UInt64
  /// By path: which words of a profile mean the same, for fields of terms.
  let terms: [String: TermMap]

  init(
    settings: SyncSettings, key: SyncKey, state: SyncState, today: CivilDate, settingsMark: UInt64,
    terms: [String: TermMap] = [:]
  ) {
    self.terms = terms
    self.settings = settings
    self.key = key
    self.today = today
    self.settingsMark = settingsMark
    var owners: [String: FieldOwner] = [:]
    var fields = state.fields
    for mapping in settings.fields {
      for path in mapping.paths {
        owners[path] = mapping.owner
        if !fields.contains(path) { fields.append(path) }
      }
    }
    (self.owners, self.fields) = (owners, fields)
  }

  /// What becomes of a person.
  struct Outcome: Sendable {
    let id: PersonID
    var plan: PersonPlan
    /// What is to be remembered; nil to forget the person.
    var state: PersonState?
    var file: FileChange?
    /// The fields, by their index, of which the roster says something else than last time.
    var moved: [Int] = []
  }

  // MARK: - What upstream says

  /// The hash of all that the rosters say about a person.
  func seen(_ record: UpstreamRecord) -> UInt64 {
    var hash = key.record()
    withUnsafeBytes(of: settingsMark.littleEndian) { hash.update($0) }
    for (path, value) in record.fields {
      guard let value = CanonicalValue(value, of: path) else { continue }
      hash.update(0xFF)
      hash.update(path.utf8)
      value.feed(&hash)
    }
    hash.update(0xFE)
    hash.update((record.consentWord?.rawValue ?? "").utf8)
    hash.update(record.isQuarantined ? 1 : 0)
    return hash.finish()
  }

  // MARK: - Someone new

  /// The profile of somebody who has none.
  func adding(_ record: UpstreamRecord, id: PersonID, slug: String) -> Outcome {
    var written: [(path: String, value: YAMLValue)] = []
    var state = PersonState(id: id, slug: slug)
    state.base = Array(repeating: .none, count: fields.count)
    // A new profile is all new; what it says is in its file.
    let plan = PersonPlan(id: record.id, hash: id.short, slug: slug, action: .added)
    for (path, value) in record.fields {
      guard let canonical = CanonicalValue(value, of: path) else { continue }
      if let index = fields.firstIndex(of: path) {
        state.base[index] = FieldBase(hash: key.field(path, of: id, canonical), day: Int32(today.daysSinceEpoch))
      }
      guard case .value(let value) = value, !canonical.isNothing else { continue }
      written.append((path, value))
    }
    if record.consentWord == .given {
      written.append(("consent", .flag(true)))
      state.consent = ConsentState(word: .given, since: today, source: record.row.source)
    }
    let bytes = NewFrontMatter.bytes(written)
    state.file = ProfileFile.mark(of: bytes)
    state.seen = seen(record)
    return Outcome(
      id: id, plan: plan, state: state,
      file: FileChange(contentPath: "mentors/\(slug).md", before: nil, after: bytes, afterMark: state.file))
  }

  // MARK: - Someone who is there

  /// Whether nothing can have changed since the last run.
  func isSettled(_ state: PersonState, _ record: UpstreamRecord, mark: UInt64) -> Bool {
    state.seen != 0 && state.missingSince == nil && state.file == mark && state.seen == seen(record)
  }

  /// The profile of somebody who is in the rosters.
  /// - Parameter optOutOnly: whether nothing but an opt-out is to be done, for a guard holds the rest.
  func merging(
    _ record: UpstreamRecord, into before: PersonState, file: ProfileFile, contentPath: String,
    isLinked: Bool = false, optOutOnly: Bool = false
  ) -> Outcome {
    var work = Work(file: file, state: before, plan: plan(of: before, record))
    work.state.base += Array(repeating: .none, count: max(0, fields.count - before.base.count))
    guard file.document != nil else {
      work.plan.findings.append(.unreadable)
      work.state.seen = 0
      return Outcome(id: before.id, plan: work.plan, state: work.state, file: nil)
    }
    let pinned = file.pinned
    if !optOutOnly {
      if !record.isQuarantined { bringBack(&work) }
      for (path, value) in record.fields { merge(path, value, pinned: pinned, &work) }
    }
    mergeConsent(record, &work)
    if isLinked, work.plan.action == .none { work.plan.action = .linked }
    return outcome(work, seen: optOutOnly ? 0 : seen(record), mark: file, contentPath: contentPath)
  }

  /// The profile of somebody who is missing in the rosters.
  func missing(_ before: PersonState, file: ProfileFile, contentPath: String) -> Outcome {
    var work = Work(file: file, state: before, plan: plan(of: before, nil))
    let since = before.missingSince ?? today
    work.state.missingSince = since
    let isPinned = file.pinned.contains("status")
    if !isPinned, today.daysSinceEpoch - since.daysSinceEpoch >= settings.purgeAfterDays {
      work.plan.action = .purged
      let mark = ProfileFile.mark(of: file.bytes)
      let change = FileChange(contentPath: contentPath, before: mark, after: nil, afterMark: nil)
      return Outcome(id: before.id, plan: work.plan, state: nil, file: change)
    }
    if before.missingSince == nil { work.state.formerStatus = file.text("status") ?? "" }
    guard file.document != nil else {
      work.plan.findings.append(.unreadable)
      return Outcome(id: before.id, plan: work.plan, state: work.state, file: nil)
    }
    if !isPinned, !file.isHidden {
      work.plan.action = .missing
      set("status", to: .text("hidden"), new: "hidden", isSetBack: before.missingSince != nil, &work)
    }
    return outcome(work, seen: 0, mark: file, contentPath: contentPath)
  }

  // MARK: - Steps

  private struct Work {
    var file: ProfileFile
    var state: PersonState
    var plan: PersonPlan
    var moved: [Int] = []
  }

  private func plan(of state: PersonState, _ record: UpstreamRecord?) -> PersonPlan {
    PersonPlan(id: record?.id, hash: state.id.short, slug: state.slug, action: .none)
  }

  private func bringBack(_ work: inout Work) {
    guard work.state.missingSince != nil else { return }
    if work.file.isHidden, work.state.formerStatus != "hidden" {
      let former = work.state.formerStatus
      set("status", to: former.isEmpty ? nil : .text(former), new: former, isSetBack: false, &work)
      // Whoever has not agreed stays off the site.
      work.plan.action = work.file.consent == false ? .updated : .returned
    }
    work.state.missingSince = nil
    work.state.formerStatus = ""
  }

  private func merge(_ path: String, _ value: UpstreamValue, pinned: Set<String>, _ work: inout Work) {
    guard let upstream = CanonicalValue(value, of: path), let owner = owners[path],
      let index = fields.firstIndex(of: path)
    else { return }
    let readings = readings(path, of: work.file)
    let hash = key.field(path, of: work.state.id, upstream)
    let isHidden = path == "status" && work.file.isHidden
    let merge = FieldMerge(
      owner: owner, isPinned: isHidden || Self.isPinned(path, in: pinned), base: work.state[base: index],
      file: readings.map { key.field(path, of: work.state.id, $0) },
      isFileEmpty: readings.first?.isNothing ?? true, upstream: hash)
    if let base = merge.base, base != hash, owner != .editor { work.moved.append(index) }
    let verdict = merge.verdict
    switch verdict {
    case .keep, .adopt: break
    case .conflict:
      work.plan.findings.append(
        .conflict(field: path, file: readings.first?.text ?? "", upstream: upstream.text))
    case .take, .setBack:
      let new: YAMLValue? = if case .value(let value) = value, !upstream.isNothing { value } else { nil }
      guard set(path, to: new, new: upstream.text, isSetBack: verdict == .setBack, &work) else { return }
    }
    if verdict.movesBase, work.state[base: index] != hash {
      work.state.base[index] = FieldBase(hash: hash, day: Int32(today.daysSinceEpoch))
    }
  }

  /// What a profile's field may say: also what its words stand for, as `Tech` may be the site's `Technology`.
  func readings(_ path: String, of file: ProfileFile) -> [CanonicalValue] {
    let readings = file.readings(path)
    guard let map = terms[path], let written = readings.first, !written.isNothing,
      let meant = try? written.items.flatMap({ try map.terms($0) }), meant != written.items
    else { return readings }
    return readings + [CanonicalValue(meant)]
  }

  static func isPinned(_ path: String, in pinned: Set<String>) -> Bool {
    pinned.contains(path) || path.firstIndex(of: ".").map { pinned.contains(String(path[..<$0])) } == true
  }

  private func mergeConsent(_ record: UpstreamRecord, _ work: inout Work) {
    let verdict = ConsentMerge(
      upstream: record.consentWord, before: work.state.consent?.word, file: work.file.consent
    ).verdict
    if let setting = verdict.setting {
      let isDone = set("consent", to: .flag(setting), new: setting ? "true" : "false", isSetBack: false, &work)
      if isDone { work.plan.action = setting ? .returned : .unpublished }
    }
    if verdict.remembered != work.state.consent?.word {
      work.state.consent = verdict.remembered.map {
        ConsentState(word: $0, since: today, source: record.row.source)
      }
    }
    switch verdict.finding {
    case .fileSaysNo: work.plan.findings.append(.consentConflict)
    case .optOutEnded: work.plan.findings.append(.optOutEnded)
    case nil: break
    }
  }

  /// Changes the file, unless that can't be done without changing something else.
  @discardableResult
  private func set(
    _ path: String, to value: YAMLValue?, new: String, isSetBack: Bool, _ work: inout Work
  ) -> Bool {
    let old = work.file.text(path) ?? ""
    do throws(FrontMatterEditProblem) {
      try work.file.set(path, to: value)
    } catch {
      work.plan.findings.append(.unchangeable(field: path))
      return false
    }
    work.plan.changes.append(.init(field: path, old: old, new: new, isSetBack: isSetBack))
    return true
  }

  private func outcome(_ work: Work, seen: UInt64, mark file: ProfileFile, contentPath: String) -> Outcome {
    var work = work
    let mark = ProfileFile.mark(of: file.bytes)
    let isChanged = work.file.bytes != file.bytes
    work.state.file = isChanged ? ProfileFile.mark(of: work.file.bytes) : mark
    work.state.seen = work.plan.findings.isEmpty ? seen : 0
    if isChanged, work.plan.action == .none { work.plan.action = .updated }
    let change =
      isChanged
      ? FileChange(contentPath: contentPath, before: mark, after: work.file.bytes, afterMark: work.state.file) : nil
    return Outcome(id: work.state.id, plan: work.plan, state: work.state, file: change, moved: work.moved)
  }
}

extension Mapping {
  /// By path: which words mean the same, for the fields of terms.
  var termMaps: [String: TermMap] {
    var maps: [String: TermMap] = [:]
    for field in settings.fields {
      switch FieldKind.of(field.field, site: site) {
      case .term, .terms, .country: maps[field.field] = reader(of: field).terms
      default: break
      }
    }
    return maps
  }
}
