import Community
import Diagnostics
import Digests
import Files
import FrontMatter
import Programs
import Rosters
import Scheduling

extension RosterSync {
  /// What a run came to.
  public struct Result: Sendable {
    /// The plan.
    public var plan: SyncPlan
    /// Whether it was applied; if the plan is held, its opt-outs were.
    public var isApplied = false
    /// Profiles that an editor saved while the run was going on; they are looked at again in the next.
    public var skipped: [String] = []
    /// Rows of each source.
    public var rows: [SourceRows] = []
    /// Calendars that could not be read; their owners' times are closed.
    public var calendarFailures: [CalendarFailure] = []
    /// How many calendars were read.
    public var calendarsRead = 0

    /// A plan that nothing was done with yet.
    public init(plan: SyncPlan, rows: [SourceRows] = []) {
      (self.plan, self.rows) = (plan, rows)
    }

    /// What the command ends with.
    public var exit: SyncExit {
      if plan.isHeld { return .held }
      if !isApplied, plan.hasChanges { return .planHasChanges }
      return plan.withholds || !skipped.isEmpty || !calendarFailures.isEmpty ? .withheld : .done
    }
  }

  /// How many rows a source had.
  public struct SourceRows: Hashable, Sendable {
    public var name: String
    public var count: Int
  }

  /// What is to be done with a plan.
  public enum Decision: Hashable, Sendable {
    /// It is only shown.
    case show
    /// It is applied.
    case apply
  }

  /// Shows what a run would do. Writes nothing.
  ///
  /// - Parameter signal: the signal that the run is to heed, if one has come.
  public static func plan(
    _ options: SyncOptions, signal: @escaping @Sendable () -> StopSignal? = { nil }
  ) async throws(SyncStop) -> Result {
    let prepared = try await prepare(options, mayBeFirst: true, approved: nil, signal: signal)
    return prepared.result
  }

  /// Makes a plan and, if `decide` wants it, applies it, while no other run can.
  ///
  /// - Parameters:
  ///   - approved: the hash of the plan that a person has approved; another plan isn't applied then.
  ///   - decide: asked once there is a plan.
  ///   - signal: the signal that the run is to heed, if one has come. It is until the first file changes; from then on
  ///     the run is ended by finishing it, but for the calendars.
  public static func run(
    _ options: SyncOptions, approved: String? = nil, decide: (SyncPlan) -> Decision = { _ in .apply },
    signal: @escaping @Sendable () -> StopSignal? = { nil }
  ) async throws(SyncStop) -> Result {
    let folder = SyncFolder(contentFolder: options.contentFolder)
    let lock: FolderLock
    do throws(FileProblem) {
      if options.mode == .bootstrap { try FileWriting.makeFolder(folder.path) }
      guard folder.exists else { throw FileProblem(.read, folder.state, code: 2) }
      lock = try FolderLock(folder.path)
    } catch {
      if error.isHeldByAnother { throw .locked(path: folder.path) }
      if error.isMissing { throw .state(.missing(path: folder.state)) }
      throw .system(error)
    }
    let result = await held(lock, options, approved: approved, decide: decide, signal: signal)
    return try result.get()
  }

  private static func held(
    _ lock: consuming FolderLock, _ options: SyncOptions, approved: String?, decide: (SyncPlan) -> Decision,
    signal: @escaping @Sendable () -> StopSignal?
  ) async -> Swift.Result<Result, SyncStop> {
    do throws(SyncStop) {
      var prepared = try await prepare(
        options, mayBeFirst: options.mode == .bootstrap, approved: approved, signal: signal)
      let plan = prepared.result.plan
      if let approved, plan.hash != approved { throw .notThisPlan(approved: approved, hash: plan.hash) }
      guard decide(plan) == .apply else { return .success(prepared.result) }
      let isApproved = approved != nil || prepared.known.approvedSources != nil
      let applying = PlanApplying(
        folder: SyncFolder(contentFolder: options.contentFolder), contentFolder: options.contentFolder,
        known: prepared.known, workers: options.workers)
      do throws(PlanApplying.Failure) {
        let applied = try applying.apply(plan, isApproved: isApproved, signal: signal)
        prepared.result.skipped = applied.skipped
      } catch {
        switch error {
        case .stopped(let signal): throw .stopped(signal)
        case .system(let problem): throw .system(problem)
        }
      }
      prepared.result.isApplied = true
      if plan.isHeld { try prepared.bindApproval(to: options) }
      try await readCalendars(options, prepared.settings, signal, &prepared.result)
      return .success(prepared.result)
    } catch {
      return .failure(error)
    }
  }

  // MARK: - Steps

  private static func readCalendars(
    _ options: SyncOptions, _ settings: SyncSettingsFiles, _ signal: @escaping @Sendable () -> StopSignal?,
    _ result: inout Result
  ) async throws(SyncStop) {
    let calendars = CalendarFetching(
      options: options, settings: settings.settings.calendars, zones: settings.zones, signal: signal)
    do throws(CalendarFetching.Failure) {
      guard let outcome = try await calendars.run() else { return }
      result.calendarsRead = outcome.record.feeds.count - outcome.failures.count
      result.calendarFailures = outcome.failures
    } catch {
      switch error {
      case .stopped(let signal): throw .stoppedAtCalendars(signal)
      case .system(let problem): throw .system(problem)
      }
    }
  }

  struct Prepared {
    var result: Result
    var settings: SyncSettingsFiles
    var known: KnownState
    var input: Planner.Input

    /// Opt-outs went through and changed the state: an approval has to be of what is left.
    mutating func bindApproval(to options: SyncOptions) throws(SyncStop) {
      do throws(StateProblem) {
        let known = try KnownState.read(SyncFolder(contentFolder: options.contentFolder), isFirst: !known.isThere)
        result.plan.hash = try Planner(input, mode: result.plan.mode, known: known).plan(approved: nil).hash
      } catch {
        throw .state(error)
      }
    }
  }

  private static func prepare(
    _ options: SyncOptions, mayBeFirst: Bool, approved: String?, signal: @escaping @Sendable () -> StopSignal?
  ) async throws(SyncStop) -> Prepared {
    let read = try SyncSettingsFiles.read(options)
    var options = options
    let known: KnownState
    do throws(StateProblem) {
      known = try KnownState.read(SyncFolder(contentFolder: options.contentFolder), isFirst: mayBeFirst)
    } catch {
      throw .state(error)
    }
    // Without a state, a plan shows what the first import would do.
    if !known.isThere { options.mode = .bootstrap }
    let fetching = RosterFetching(contentFolder: options.contentFolder, key: known.key, now: options.asOf)
    let outcome = await StopSignal.heeding(signal) {
      await fetching.all(read.settings.sources, remembered: known.state.sources)
    }
    if let signal = signal() { throw .stopped(signal) }
    let fetched = try outcome.get()
    let rosters = fetched.map { (source: $0.settings, roster: $0.roster) }
    let mapping = Mapping(
      read.settings, site: read.site, zoneNames: read.zoneNames, today: read.today, workers: options.workers)
    let mapped = mapping.records(of: rosters)
    var input = Planner.Input(
      contentFolder: options.contentFolder, settings: read.settings, settingsDigest: read.digest, mapped: mapped,
      sources: fetched.map(\.found), suspicions: fetched.flatMap(\.trips),
      today: read.today, workers: options.workers)
    input.terms = mapping.termMaps
    input.shortenings = fetched.compactMap(\.shortening)
    do throws(StateProblem) {
      let planner = try Planner(input, mode: options.mode, known: known)
      let plan = try planner.plan(approved: approved)
      let rows = zip(read.settings.sources, mapped.rowCounts).map { SourceRows(name: $0.name, count: $1) }
      return Prepared(result: Result(plan: plan, rows: rows), settings: read, known: planner.known, input: input)
    } catch {
      throw .state(error)
    }
  }
}

/// What the settings say that a run is made by.
struct SyncSettingsFiles {
  let settings: SyncSettings
  let site: SiteSettings
  let zones: TimeZoneDatabase
  let zoneNames: Set<String>
  /// The digest of `sync.yaml`.
  let digest: [UInt8]
  /// The day, on the site's clock.
  let today: CivilDate

  static func read(_ options: SyncOptions) throws(SyncStop) -> SyncSettingsFiles {
    let zones: TimeZoneDatabase
    do {
      zones = try TimeZoneDatabase.load()
    } catch {
      throw .system(FileProblem(.read, error.path, code: 2))
    }
    let siteFile = try file("site.yaml", options)
    let (site, siteProblems) = SiteSettings.read(siteFile, zoneNames: zones.names)
    if siteProblems.hasErrors { throw .settings(siteProblems) }
    let syncFile = try file(SyncSettings.fileName, options)
    let (settings, problems) = SyncSettings.read(syncFile, site: site)
    guard let settings else { throw .settings(problems) }
    let today = (zones.zone(site.timeZone)?.local(options.asOf).date) ?? options.asOf.utcDate
    return SyncSettingsFiles(
      settings: settings, site: site, zones: zones, zoneNames: Set(zones.names),
      digest: SHA256.digest(of: syncFile.bytes), today: today)
  }

  private static func file(_ name: String, _ options: SyncOptions) throws(SyncStop) -> SourceFile {
    let path = options.contentFolder + "/" + name
    do throws(FileProblem) {
      return SourceFile(path: path, bytes: try FileReading.bytes(of: path))
    } catch {
      if error.isMissing { throw .noSettings(path: path) }
      throw .system(error)
    }
  }
}
