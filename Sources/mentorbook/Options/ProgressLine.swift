import SiteBuilder
import Synchronization

/// A line that tells how far a long build is; only on a terminal, and only once the build has taken half a second.
final class ProgressLine: Sendable {
  private let isShown = Terminal.Stream.error.isTerminal
  private let began = ContinuousClock.now
  private let wasShown = Atomic(false)

  func show(_ progress: BuildProgress) {
    guard isShown, ContinuousClock.now - began > .milliseconds(500) else { return }
    wasShown.store(true, ordering: .relaxed)
    var line = "\r\u{1B}[K\(progress.step.rawValue) …"
    if let count = progress.count { line += " \(count.done * 100 / max(1, count.total)) % of \(count.total)" }
    Terminal.write(line, to: .error)
  }

  func clear() {
    if wasShown.load(ordering: .relaxed) { Terminal.write("\r\u{1B}[K", to: .error) }
  }
}

/// How long something takes.
struct Stopwatch {
  private let began = ContinuousClock.now

  /// Seconds since it was made.
  var seconds: Double {
    let parts = (ContinuousClock.now - began).components
    return Double(parts.seconds) + Double(parts.attoseconds) * 1e-18
  }
}
