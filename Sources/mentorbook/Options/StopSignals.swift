import ArgumentParser
import Programs
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Lets a run end cleanly when it is told to stop by Ctrl-C or by the system: while one of these lives, the signals are
/// only noted.
final class StopSignals: Sendable {
  private static let number = Atomic<Int32>(0)

  init() { note() }

  private func note() {
    for kind in StopSignal.allCases {
      signal(kind.rawValue) { StopSignals.number.store($0, ordering: .relaxed) }
    }
  }

  private func letThrough() {
    for kind in StopSignal.allCases { signal(kind.rawValue, SIG_DFL) }
  }

  /// Waits for a person's answer, while nothing is going on: then a signal ends the command at once.
  func waiting<Answer>(_ ask: () -> Answer) -> Answer {
    letThrough()
    defer { note() }
    return ask()
  }

  /// The one that has come last.
  var come: StopSignal? { StopSignal(rawValue: Self.number.load(ordering: .relaxed)) }

  /// Ends the command with a code; with that of a signal, in the way in which the signal would have ended it. A shell
  /// looks at that: it stops a script of which Ctrl-C has ended a command, and goes on where the command ended by itself.
  static func end(_ code: Int32) -> any Error {
    if let kind = StopSignal.allCases.first(where: { $0.exitCode == code }) {
      signal(kind.rawValue, SIG_DFL)
      // The threads of a pool don't take signals.
      var only = sigset_t()
      sigemptyset(&only)
      sigaddset(&only, kind.rawValue)
      pthread_sigmask(SIG_UNBLOCK, &only, nil)
      raise(kind.rawValue)
    }
    // Also where the signal can't end anything: in the first process of a container.
    return ExitCode(code)
  }

  deinit { letThrough() }
}
