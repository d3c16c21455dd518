import Community
import Files
import Programs
import RosterSync
import Scheduling
import SiteBuilder

/// The one line of a nightly job: the roster comes in, the site is built, checked and published, and one report tells how
/// it went.
///
/// 1. `SyncStep` takes the roster into the content. A roster that can't be had, or that goes beyond a limit, changes
///    nothing but opt-outs; the run goes on with the content as it is, so that whoever opted out is off the site tonight,
///    and ends with the sync's code.
/// 2. `BuildStep` builds the site, and searches each file for people who must not be in it.
/// 3. `CheckStep` judges what the build found: an error in one profile or page keeps that one back, and no other.
/// 4. `PublishStep` puts the site where it is served.
///
/// The first step that refuses ends the run, and what was published last stays as it is. A step that the site has no
/// settings for (`sync.yaml`, `publish.yaml`) is passed over.
public enum Nightly {
  /// How far a run is.
  public enum Event: Sendable {
    case begins(NightStep.Name)
    case ended(NightStep)
  }

  /// Runs the steps.
  ///
  /// - Parameters:
  ///   - hear: called at the beginning and at the end of each step.
  ///   - signal: the signal that the run is to heed, if one has come. It is until the sync changes its first file, and
  ///     between the steps.
  public static func run(
    _ options: NightOptions, hear: (Event) -> Void = { _ in }, signal: @escaping @Sendable () -> StopSignal? = { nil }
  ) async -> NightReport {
    let lock: FolderLock
    do throws(FileProblem) {
      let folder = options.build.besideContent(".mentorbook/nightly")
      try FileWriting.makeFolder(folder)
      lock = try FolderLock(folder)
    } catch {
      return NightReport(asOf: options.build.asOf, steps: [NightStep(.sync, refusal: NightStop(error))])
    }
    let report = await steps(options, hear: hear, signal: signal)
    _ = consume lock
    return report
  }

  private static func steps(
    _ options: NightOptions, hear: (Event) -> Void, signal: @escaping @Sendable () -> StopSignal?
  ) async -> NightReport {
    var options = options
    options.settle()
    var report = NightReport(asOf: options.build.asOf)
    let steps: [any NightlyStep] = [
      SyncStep(options, signal: signal), BuildStep(options), CheckStep(options),
      PublishStep(options, signal: signal),
    ]
    for step in steps {
      hear(.begins(step.name))
      let began = ContinuousClock.now
      var ended: NightStep
      if let signal = signal() {
        ended = NightStep(step.name, refusal: NightStop(signal))
      } else {
        ended = await step.run(&report)
      }
      ended.seconds = (ContinuousClock.now - began).wholeSeconds
      report.steps.append(ended)
      hear(.ended(ended))
      if ended.isRefusal { break }
    }
    report.profiles = ProfilesToConfirm(options)
    return report
  }
}

/// One step of a run.
protocol NightlyStep {
  var name: NightStep.Name { get }
  /// Does it, and puts what it found out into the report.
  func run(_ report: inout NightReport) async -> NightStep
}

extension Duration {
  fileprivate var wholeSeconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}
