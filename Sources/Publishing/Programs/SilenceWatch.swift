import Programs
import Subprocess
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Ends a program, and all that it began, when it has been silent for too long, or when we are asked to stop: it has a
/// session of its own, where Ctrl-C doesn't reach it.
///
/// The programs' own limits are not enough: when one of the two processes that `rsync` has at the other side stands still,
/// the other keeps the connection alive for ever; and `git` by ssh has no limit at all.
final class SilenceWatch: Sendable {
  private let seconds: Int
  private let lastHeard: Atomic<Int>
  private let signal: @Sendable () -> StopSignal?
  private let ended = Atomic(false)
  private let stopped = Atomic(false)

  init(seconds: Int, signal: @escaping @Sendable () -> StopSignal?) {
    (self.seconds, self.signal) = (seconds, signal)
    lastHeard = Atomic(Self.now)
  }

  /// Whether the program was ended for its silence.
  var hasEnded: Bool { ended.load(ordering: .acquiring) }

  /// Whether the program was ended because we were asked to stop.
  var hasStopped: Bool { stopped.load(ordering: .acquiring) }

  /// Notes that the program said something.
  func hear() { lastHeard.store(Self.now, ordering: .relaxed) }

  /// Watches a program that has a process group of its own, until the task is cancelled.
  func keep(_ program: ProcessIdentifier) async {
    while Self.now - lastHeard.load(ordering: .relaxed) < seconds, signal() == nil {
      do { try await Task.sleep(for: .milliseconds(100)) } catch { return }
    }
    if signal() == nil { ended.store(true, ordering: .releasing) } else { stopped.store(true, ordering: .releasing) }
    _ = kill(-program.value, SIGTERM)
    try? await Task.sleep(for: .seconds(2))
    // Whoever is left may hold the pipes that are read to their end.
    _ = kill(-program.value, SIGKILL)
  }

  /// Seconds of a clock that nobody sets.
  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec
  }
}
