import Files
import Parallelism

/// Puts a finished site where the university serves it.
///
/// 1. `PublishSettings.read` reads `content/publish.yaml`: which targets there are, and the limits.
/// 2. `SiteOutput.read` takes `output/` for this run alone, sees that it is whole, and digests every file.
/// 3. For each target, `PublishTarget.look` reads the record of what was published there (`PublishRecord`).
/// 4. `PublishPlan.init` says what is new, what changed, what leaves, and what lives on for readers of yesterday's pages.
/// 5. `PublishLimits.objection` refuses what would harm: an older site, too many pages gone, somebody else's files. Where
///    somebody leaves who does not want to be shown, `HeldPages` says what is held and what goes all the same.
/// 6. `PublishTarget.publish` does it in an order in which no reader meets a page whose assets are not there, and writes
///    the record last.
///
/// A run that is killed leaves either a release that nobody sees or a record that says that it did not finish; the next
/// run goes on from there. One target's failure does not keep the others from being published.
public enum Publishing {
  /// Plans, publishes or rolls back, as the options say.
  public static func run(_ options: PublishOptions) async -> PublishReport {
    let (settings, diagnostics) = PublishSettings.load(from: options.contentFolder)
    var report = PublishReport(diagnostics: diagnostics)
    guard let settings else { return report.stopped(.settings) }
    do throws(PublishProblem) {
      let targets = try settings.targets(named: options.targets)
      let source = options.mode == .rollBack ? nil : try SiteOutput.open(options)
      for target in targets {
        let run = TargetRun(target: target, settings: settings, options: options)
        report.targets.append(await run.outcome(of: source))
      }
      return report
    } catch {
      return report.stopped(error)
    }
  }
}
