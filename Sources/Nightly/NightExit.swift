import Files
import Programs

/// What the command ends with. The codes are those of the commands that a night is made of.
public enum NightExit: Int32, Sendable {
  /// All is done.
  case done = 0
  /// All is done, but something was withheld: rows or conflicts of the roster, profiles or pages with errors.
  case withheld = 10
  /// A limit was passed.
  case held = 20
  /// A source can't be reached, or isn't what it should be.
  case upstream = 21
  /// The settings, the content or the system stand in the way of a site.
  case check = 22
  /// Publishing failed, and the old site is still shown.
  case publish = 23
  /// Publishing failed, and what is shown may be partly old and partly new.
  case unknown = 24
  /// Another run is going on.
  case locked = 30
  /// The settings of a step can't be used.
  case usage = 64
  /// SIGHUP stopped the run.
  case hungUp = 129
  /// Ctrl-C stopped the run.
  case interrupted = 130
  /// SIGTERM stopped the run.
  case terminated = 143

  /// Which of two a run with both ends with: the one that needs a person first.
  func worse(_ other: NightExit) -> NightExit {
    let order: [NightExit] = [
      .done, .withheld, .held, .upstream, .hungUp, .interrupted, .terminated, .locked, .check, .usage, .publish,
      .unknown,
    ]
    return (order.firstIndex(of: self) ?? 0) >= (order.firstIndex(of: other) ?? 0) ? self : other
  }
}

/// What ends a run outside of its steps.
struct NightStop {
  let exit: NightExit
  let message: String
  let remedy: String?

  /// The run was told to stop.
  init(_ signal: StopSignal) {
    self.init(
      exit: NightExit(rawValue: signal.exitCode) ?? .check, message: "stopped before this step was done",
      remedy: "run it again; it goes on from here")
  }

  /// The run's own folder can't be taken.
  init(_ problem: FileProblem) {
    if problem.isHeldByAnother {
      self.init(exit: .locked, message: "another nightly run is going on", remedy: "wait until it is done")
    } else {
      self.init(exit: .check, message: problem.message, remedy: nil)
    }
  }

  private init(exit: NightExit, message: String, remedy: String?) {
    (self.exit, self.message, self.remedy) = (exit, message, remedy)
  }
}
