import Files
import Programs
import Publishing

/// Puts the site where it is served.
struct PublishStep: NightlyStep {
  let name = NightStep.Name.publish
  private let options: NightOptions
  private let signal: @Sendable () -> StopSignal?

  init(_ options: NightOptions, signal: @escaping @Sendable () -> StopSignal?) {
    (self.options, self.signal) = (options, signal)
  }

  func run(_ report: inout NightReport) async -> NightStep {
    guard FileReading.kind(of: "\(options.build.contentFolder)/publish.yaml") != .nothing else {
      return NightStep(.publish, .skipped, "there is no publish.yaml")
    }
    var publish = PublishOptions(.publish, now: options.build.asOf, workers: options.build.workers)
    publish.contentFolder = options.build.contentFolder
    publish.outputFolder = options.build.outputFolder
    publish.allowsRemovals = options.allowsRemovals
    // `CheckStep` has judged them.
    publish.allowsErrors = true
    publish.signal = signal
    let published = await Publishing.run(publish)
    report.publish = published
    if published.exit != .done, let signal = signal() { return NightStep(.publish, refusal: NightStop(signal)) }
    guard published.exit == .done else {
      let exit = NightExit(rawValue: published.exit.rawValue) ?? .publish
      let refused = published.targets.filter { $0.exit != .done }.map(\.name)
      if refused.count == published.targets.count(where: \.isPartly), !refused.isEmpty {
        return NightStep(
          .publish, .withheld, exit: exit,
          "who is not to be shown is off the site; the rest is held: \(refused.joined(separator: ", "))",
          remedy: "look at  mentorbook publish --plan")
      }
      let what = refused.isEmpty ? "nothing was published" : "not published: \(refused.joined(separator: ", "))"
      return NightStep(.publish, .refused, exit: exit, what, remedy: "what follows says why")
    }
    return NightStep(.publish, .done, published.targets.map(Self.line).joined(separator: "; "))
  }

  private static func line(_ target: TargetReport) -> String {
    guard let added = target.added, let changed = target.changed, let removed = target.removed else {
      return target.name
    }
    let total = added.count + changed.count + removed.count
    if total == 0 { return "\(target.name): nothing to do" }
    return "\(target.name): \(added.count) added, \(changed.count) changed, \(removed.count) removed"
  }
}
