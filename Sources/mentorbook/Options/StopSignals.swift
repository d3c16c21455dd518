import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Lets a run end cleanly when it is told to stop by Ctrl-C or by the system: while one of these lives, the signals are
/// only noted.
final class StopSignals {
  private static let come = Atomic(false)

  init() {
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number) { _ in StopSignals.come.store(true, ordering: .relaxed) }
    }
  }

  /// Whether one has come.
  var haveCome: Bool { Self.come.load(ordering: .relaxed) }

  deinit {
    for number in [SIGINT, SIGTERM, SIGHUP] { signal(number, SIG_DFL) }
  }
}
