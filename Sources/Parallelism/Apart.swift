import Dispatch
import Synchronization

/// Runs what may block for long, and can't be stopped, on a thread of its own: a question to the system's name service.
///
/// - Returns: its result; nil when it took longer than the time that it is given. The thread ends whenever it does.
public func apart<Result: Sendable>(
  within limit: Duration, _ body: @escaping @Sendable () -> Result
) async -> Result? {
  await withCheckedContinuation { continuation in
    let first = FirstAnswer<Result>(continuation)
    DispatchQueue.global().async { first.give(body()) }
    let (seconds, attoseconds) = limit.components
    let milliseconds = Int(seconds) * 1_000 + Int(attoseconds / 1_000_000_000_000_000)
    DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(milliseconds)) { first.give(nil) }
  }
}

/// Of two that answer, the first is heard.
private final class FirstAnswer<Result: Sendable>: Sendable {
  private let waiting: Mutex<CheckedContinuation<Result?, Never>?>

  init(_ continuation: CheckedContinuation<Result?, Never>) {
    waiting = Mutex(continuation)
  }

  func give(_ answer: Result?) {
    let continuation = waiting.withLock { waiting in
      defer { waiting = nil }
      return waiting
    }
    continuation?.resume(returning: answer)
  }
}
