import Digests
import Files
import Parallelism
import Scheduling

/// Makes a plan from what the rosters say, the state and the profiles. Reads files, writes none.
///
/// 1. The records are sorted out: known by the state, new, erased; and the state's people who are not among them.
/// 2. Each known profile is merged with its record, in parallel (`PersonMerge`). Where neither has changed since the
///    last run, the file is only digested.
/// 3. New people get a file, or the one that is theirs already (`Linking`). The missing are hidden, or purged.
/// 4. The guards look at the whole (`Guards`). If one trips, only opt-outs are left in the plan.
public struct Planner: Sendable {
  /// What a plan is made from.
  public struct Input: Sendable {
    /// The content folder, as a person would type it.
    public var contentFolder: String
    /// What `sync.yaml` says.
    public var settings: SyncSettings
    /// The digest of `sync.yaml`.
    public var settingsDigest: [UInt8]
    /// What the rosters say.
    public var mapped: MappingResult
    /// The rosters.
    public var sources: [FoundSource]
    /// Sources that are older than they may be.
    public var suspicions: [GuardTrip]
    /// Sources that may have been cut off.
    var shortenings: [Shortening] = []
    /// By path: which words mean the same, for fields of terms.
    var terms: [String: TermMap] = [:]
    /// The day of the run, on the site's clock.
    public var today: CivilDate
    /// How many profiles are looked at at the same time.
    public var workers: Workers

    /// All of it.
    public init(
      contentFolder: String, settings: SyncSettings, settingsDigest: [UInt8], mapped: MappingResult,
      sources: [FoundSource], suspicions: [GuardTrip] = [], today: CivilDate, workers: Workers = .all
    ) {
      self.contentFolder = contentFolder
      self.settings = settings
      self.settingsDigest = settingsDigest
      self.mapped = mapped
      self.sources = sources
      self.suspicions = suspicions
      self.today = today
      self.workers = workers
    }
  }

  let input: Input
  let mode: SyncPlan.Mode
  let known: KnownState
  let merge: PersonMerge
  let folder: ProfileFolder

  /// Looks at what there is.
  init(_ input: Input, mode: SyncPlan.Mode, known: KnownState) throws(StateProblem) {
    self.mode = mode
    do throws(FileProblem) {
      folder = try ProfileFolder(input.contentFolder)
      self.known = try known.settled(in: folder)
    } catch {
      throw .system(error)
    }
    var input = input
    // By a clock that was set back, somebody would be missing since long ago tomorrow, and purged.
    if let last = self.known.state.runs.last?.day { input.today = max(input.today, last) }
    self.input = input
    merge = PersonMerge(
      settings: input.settings, key: known.key, state: self.known.state, today: input.today,
      settingsMark: input.settingsDigest.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }, terms: input.terms)
  }

  /// Makes the plan.
  /// - Parameter approved: the hash of the plan that a person has approved, if one has.
  func plan(approved: String?) throws(StateProblem) -> SyncPlan {
    var draft = Draft(input, state: known.state, fields: merge.fields)
    guard input.mapped.schemaProblems.isEmpty else {
      draft.trips = input.mapped.schemaProblems.map { .columns($0) }
      return held(draft, [])
    }
    guard !input.mapped.records.isEmpty else {
      draft.trips = [.noRows]
      return held(draft, [])
    }
    let sorted = try sortedOut()
    draft.counts.suppressed = sorted.suppressed
    draft.add(try merged(sorted.known))
    try addNew(sorted.new, to: &draft)
    draft.add(try missing(sorted.missing))
    draft.measure(merge.fields, sorted, records: input.mapped, presentBefore: known.presentBefore)
    draft.trips = input.suspicions + cuts
    draft.trips += Guards(settings: input.settings.guards, state: known.state).trips(draft.measures)
    let plan = complete(draft)
    let isApproved = approved == plan.hash || known.approvedSources == input.sources.map(\.memory)
    if draft.trips.isEmpty || isApproved && draft.trips.allSatisfy(\.isApprovable) { return plan }
    return held(draft, try optOuts(sorted.known), hash: plan.hash)
  }

  /// Sources that ended earlier than by people who left.
  private var cuts: [GuardTrip] {
    let gone = (known.state.runs.last?.people ?? 0) - input.mapped.records.count
    return input.shortenings.filter { !$0.mayBeDepartures(gone: gone) }.map { .cut(source: $0.source) }
  }

  // MARK: - Who is who

  /// The records by what the state knows of them.
  struct SortedOut: Sendable {
    var known: [(record: Int, person: Int)] = []
    var new: [(record: Int, id: PersonID)] = []
    var missing: [Int] = []
    var suppressed = 0
  }

  private func sortedOut() throws(StateProblem) -> SortedOut {
    let records = input.mapped.records
    let ids = input.workers.map(records.count) { merge.key.person(records[$0].id) }
    let index = known.state.indexed()
    let suppressed = Set(known.state.suppressed)
    var sorted = SortedOut()
    var isPresent = Array(repeating: false, count: known.state.people.count)
    for (record, id) in ids.enumerated() {
      if suppressed.contains(id) {
        sorted.suppressed += 1
      } else if let person = index[id] {
        isPresent[person] = true
        sorted.known.append((record, person))
      } else {
        sorted.new.append((record, id))
      }
    }
    sorted.missing = isPresent.indices.filter { !isPresent[$0] }
    let lost = known.state.people.count { folder.paths[$0.slug] == nil }
    guard lost <= max(2, known.state.people.count / 2) else {
      throw .foreignContent(path: known.path, missing: lost, of: known.state.people.count)
    }
    return sorted
  }

  // MARK: - Steps

  private func merged(_ pairs: [(record: Int, person: Int)]) throws(StateProblem) -> [PersonMerge.Outcome?] {
    let results = input.workers.map(pairs.count) { index in
      let (record, person) = (input.mapped.records[pairs[index].record], known.state.people[pairs[index].person])
      return Result { () throws(FileProblem) in try outcome(of: person, record) }
    }
    return try Self.all(results)
  }

  /// What becomes of somebody the state knows; nil where nothing can have changed.
  private func outcome(of person: PersonState, _ record: UpstreamRecord) throws(FileProblem) -> PersonMerge.Outcome? {
    guard let bytes = try folder.bytes(person.slug), let path = folder.paths[person.slug] else {
      return fileRemoved(person, record)
    }
    if merge.isSettled(person, record, mark: ProfileFile.mark(of: bytes)) { return nil }
    let file = ProfileFile(path: input.contentFolder + "/" + path, bytes: bytes)
    return merge.merging(record, into: person, file: file, contentPath: path)
  }

  private func fileRemoved(_ person: PersonState, _ record: UpstreamRecord) -> PersonMerge.Outcome {
    var plan = PersonPlan(id: record.id, hash: person.id.short, slug: person.slug, action: .none)
    plan.findings = [.fileRemoved]
    var state = person
    (state.seen, state.file, state.missingSince) = (0, 0, nil)
    return PersonMerge.Outcome(id: person.id, plan: plan, state: state, file: nil)
  }

  private func addNew(_ new: [(record: Int, id: PersonID)], to draft: inout Draft) throws(StateProblem) {
    if new.isEmpty { return }
    let candidates = new.filter { pair in
      let record = input.mapped.records[pair.record]
      return !record.isQuarantined && record.consentWord != .unknown
    }
    let wanted = candidates.filter { pair in
      let word = input.mapped.records[pair.record].consentWord
      return word != .optedOut && word != .withdrawn
    }
    // Somebody whose profile is there and who wants out is linked, so that the profile goes.
    let records = candidates.map { input.mapped.records[$0.record] }
    let owned = Set(known.state.people.map(\.slug))
    let files = candidates.isEmpty ? [] : try unowned(owned)
    let linking = Linking(files, records: records)
    let bySlug = Dictionary(files.map { ($0.slug, $0.file) }, uniquingKeysWith: { first, _ in first })
    var linked: Set<Int> = []
    for pair in candidates {
      let record = input.mapped.records[pair.record]
      guard let slug = linking.byMail(record) ?? (mode == .bootstrap ? linking.byName(record) : nil) else { continue }
      linked.insert(pair.record)
      if mode == .bootstrap, let file = bySlug[slug], let path = folder.paths[slug] {
        let state = PersonState(id: pair.id, slug: slug)
        draft.add([merge.merging(record, into: state, file: file, contentPath: path, isLinked: true)])
      } else {
        var plan = PersonPlan(id: record.id, hash: pair.id.short, slug: slug, action: .none)
        plan.findings = [.looksLike(slug: slug)]
        draft.people.append(plan)
      }
    }
    draft.counts.notListed = candidates.count - wanted.count
    let unlinked = wanted.filter { !linked.contains($0.record) }
    if unlinked.isEmpty { return }
    var names = NewSlugs(taken: Array(folder.paths.keys) + known.state.people.map(\.slug))
    let added = unlinked.map { pair in
      (pair.record, pair.id, names.slug(input.mapped.records[pair.record].suggestedSlug))
    }
    draft.add(
      input.workers.map(added.count) { index in
        let (record, id, slug) = added[index]
        return merge.adding(input.mapped.records[record], id: id, slug: slug)
      })
  }

  private func unowned(_ owned: Set<String>) throws(StateProblem) -> [(slug: String, file: ProfileFile)] {
    let slugs = folder.paths.keys.filter { !owned.contains($0) }.sorted()
    let results = input.workers.map(slugs.count) { index in
      Result { () throws(FileProblem) in try folder.read(slugs[index]) }
    }
    return zip(slugs, try Self.all(results)).compactMap { slug, file in file.map { (slug, $0) } }
  }

  private func missing(_ people: [Int]) throws(StateProblem) -> [PersonMerge.Outcome?] {
    let results = input.workers.map(people.count) { index in
      let person = known.state.people[people[index]]
      return Result { () throws(FileProblem) -> PersonMerge.Outcome? in
        guard let file = try folder.read(person.slug), let path = folder.paths[person.slug] else {
          // An editor removed the file of somebody who left: there is nothing more to look after.
          let plan = PersonPlan(id: nil, hash: person.id.short, slug: person.slug, action: .none)
          return PersonMerge.Outcome(id: person.id, plan: plan, state: nil, file: nil)
        }
        return merge.missing(person, file: file, contentPath: path)
      }
    }
    return try Self.all(results)
  }

  /// What is left where a guard holds the plan: those who said that they want out.
  private func optOuts(_ pairs: [(record: Int, person: Int)]) throws(StateProblem) -> [PersonMerge.Outcome] {
    let out = pairs.filter { pair in
      let word = input.mapped.records[pair.record].consentWord
      return word == .optedOut || word == .withdrawn
    }
    let results = out.map { pair in
      let (record, person) = (input.mapped.records[pair.record], known.state.people[pair.person])
      return Result { () throws(FileProblem) -> PersonMerge.Outcome? in
        guard let file = try folder.read(person.slug), let path = folder.paths[person.slug] else { return nil }
        return merge.merging(record, into: person, file: file, contentPath: path, optOutOnly: true)
      }
    }
    return try Self.all(results).compactMap(\.self)
  }

  private static func all<Value>(_ results: [Result<Value, FileProblem>]) throws(StateProblem) -> [Value] {
    var values: [Value] = []
    values.reserveCapacity(results.count)
    for result in results {
      switch result {
      case .success(let value): values.append(value)
      case .failure(let problem): throw .system(problem)
      }
    }
    return values
  }
}
