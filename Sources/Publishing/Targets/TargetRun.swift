import Files

/// One target's part of a run.
struct TargetRun {
  let target: PublishSettings.NamedTarget
  let settings: PublishSettings
  let options: PublishOptions

  /// Publishes a site to the target, or says what would be done; without a site, the one before is shown again.
  func outcome(of site: SiteOutput?) async -> TargetReport {
    var report = TargetReport(name: target.name, kind: type(of: target.settings).kind)
    do throws(PublishProblem) {
      if options.signal() != nil { throw .stopped }
      let workplace = TargetWorkplace(
        name: target.name, folder: FileReading.absolute(options.workFolder(of: target.name)), options: options,
        patience: settings.patience)
      let place = try target.settings.target(in: workplace)
      report.place = place.place
      let locks = try TargetLocks.take(for: place, work: workplace.folder, name: target.name)
      let state = try await record(at: place)
      let planned = try await plan(for: site, over: state, at: place)
      report.plan = planned
      let objection = try objection(to: planned)
      let plan = try await holding(planned, because: objection, at: place, work: workplace.folder)
      report.plan = plan
      if options.mode == .plan {
        report.outcome = .planned(held: objection)
      } else if let objection, plan.keptBack.isEmpty {
        throw objection
      } else {
        report.outcome = await carryOut(plan, held: objection, at: place)
      }
      _ = consume locks
    } catch {
      report.outcome = .stopped(error, error.exit)
    }
    return report
  }

  private func record(at place: any PublishTarget) async throws(PublishProblem) -> PublishRecord? {
    switch try await place.look() {
    case .empty: return nil
    case .published(let record): return record
    case .foreign where options.takesOver: return nil
    case .foreign(let example): throw .foreign(place: place.place, example: example)
    case .damaged(.newer): throw .newerRecord(place: place.place)
    case .damaged(.unreadable) where options.takesOver: return nil
    case .damaged(.unreadable): throw .damagedRecord(place: place.place)
    }
  }

  private func plan(
    for site: SiteOutput?, over record: PublishRecord?, at place: any PublishTarget
  ) async throws(PublishProblem) -> PublishPlan {
    if let site { return PublishPlan(site: site, over: record, terms: terms) }
    guard let record else { throw .nothingEarlier }
    let (earlier, itsRecord) = try await place.earlier(than: record)
    return PublishPlan(site: earlier, over: record, terms: terms, first: itsRecord.first)
  }

  private var terms: PublishPlan.Terms {
    let days = options.forgets ? 0 : Int64(settings.graceDays)
    return PublishPlan.Terms(now: options.now, graceSeconds: days * 86_400)
  }

  /// Why more would leave than may.
  ///
  /// - Throws: what nothing at all is done for.
  private func objection(to plan: PublishPlan) throws(PublishProblem) -> PublishProblem? {
    if options.mode == .rollBack {
      let back = plan.next.profiles.subtracting(plan.previous?.profiles ?? []).count
      if back > 0 && !options.bringsBack { throw .bringsBack(profiles: back) }
      return nil
    }
    let objection = settings.limits.objection(to: plan, allowsRemovals: options.allowsRemovals)
    if let objection, !objection.isAboutRemovals { throw objection }
    return objection
  }

  /// The plan without what is held of it.
  private func holding(
    _ plan: PublishPlan, because objection: PublishProblem?, at place: any PublishTarget, work: String
  ) async throws(PublishProblem) -> PublishPlan {
    // Where nobody's wish to leave would wait, the limit holds the site as a whole.
    if options.mode == .rollBack || (objection != nil && plan.keptBack.isEmpty) { return plan }
    let pages = HeldPages(plan, isHeld: objection != nil)
    if pages.candidates.isEmpty { return plan }
    var staying = Set(pages.candidates.map(\.path))
    if pages.needsReading {
      let folder = work + "/held"
      do throws(FileProblem) {
        try FileWriting.removeTree(folder)
        try FileWriting.makeFolder(folder)
      } catch {
        throw .target(error)
      }
      staying = pages.staying(in: try await place.copies(of: pages.candidates, in: folder), workers: options.workers)
      try? FileWriting.removeTree(folder)
    }
    return PublishPlan(site: plan.site, over: plan.previous, terms: terms, holding: staying)
  }

  private func carryOut(
    _ plan: PublishPlan, held objection: PublishProblem?, at place: any PublishTarget
  ) async -> TargetReport.Outcome {
    do throws(PublishFailure) {
      if !plan.isEmpty { try await place.publish(plan) }
    } catch {
      let exit = error.isOldShown ? error.problem.exit : .unknown
      return .stopped(error.problem, exit)
    }
    do throws(PublishProblem) {
      try await place.tidy()
    } catch {
      // The site is published. What is left over the next run removes; unless it was what this run was for.
      if options.forgets { return .stopped(error, error.exit) }
    }
    return plan.isEmpty ? .unchanged : .published(held: objection)
  }
}

/// Keeps other runs from publishing to the same place at the same time.
private struct TargetLocks: ~Copyable {
  private let own: FolderLock
  private let shared: FolderLock?

  static func take(
    for place: any PublishTarget, work: String, name: String
  ) throws(PublishProblem) -> TargetLocks {
    do throws(FileProblem) {
      try FileWriting.makeFolder(work + "/programs")
      let own = try FolderLock(work)
      // A program that a killed run left behind holds this one until it ends.
      _ = try FolderLock(work + "/programs")
      return TargetLocks(own: own, shared: try lock(place.lockFolder))
    } catch {
      throw error.isHeldByAnother ? .busy(target: name) : .target(error)
    }
  }

  private static func lock(_ folder: String?) throws(FileProblem) -> FolderLock? {
    guard let folder, FileReading.kind(of: folder) == .folder else { return nil }
    return try FolderLock(folder)
  }
}
