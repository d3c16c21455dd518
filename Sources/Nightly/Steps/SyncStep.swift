import Files
import Programs
import RosterSync

/// Takes the roster into the content.
struct SyncStep: NightlyStep {
  let name = NightStep.Name.sync
  private let options: NightOptions
  private let signal: @Sendable () -> StopSignal?

  init(_ options: NightOptions, signal: @escaping @Sendable () -> StopSignal?) {
    self.options = options
    self.signal = signal
  }

  func run(_ report: inout NightReport) async -> NightStep {
    let content = options.build.contentFolder
    guard FileReading.kind(of: "\(content)/sync.yaml") != .nothing else {
      return NightStep(.sync, .skipped, "there is no sync.yaml")
    }
    let sync = SyncOptions(contentFolder: content, asOf: options.build.asOf, workers: options.build.workers)
    do throws(SyncStop) {
      var result = try await RosterSync.run(sync, approved: options.approved, signal: signal)
      // Opt-outs were applied, so what is left is another plan: that is the one to approve.
      if result.plan.isHeld, result.plan.hasChanges { result.plan.hash = try await RosterSync.plan(sync).plan.hash }
      report.sync = result
      let exit = NightExit(rawValue: result.exit.rawValue) ?? .check
      return NightStep(
        .sync, exit == .done ? .done : .withheld, exit: exit,
        (result.plan.isHeld ? "held: " : "") + result.plan.closing,
        remedy: result.plan.isHeld ? "look at  mentorbook sync --plan" : nil)
    } catch {
      let exit = NightExit(rawValue: error.exit.rawValue) ?? .check
      return NightStep(
        .sync, Self.leavesContent(error) ? .withheld : .refused, exit: exit, error.message, remedy: error.remedy)
    }
  }

  /// Whether the content is sure to be that of the last good run: then it can be built and published without the roster.
  private static func leavesContent(_ stop: SyncStop) -> Bool {
    switch stop {
    case .roster, .upstream: true
    case .settings, .noSettings, .state, .locked, .notThisPlan, .stopped, .stoppedAtCalendars, .unknownPerson, .system:
      false
    }
  }
}
