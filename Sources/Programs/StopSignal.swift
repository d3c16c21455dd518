/// A signal that asks a run to stop.
public enum StopSignal: Int32, CaseIterable, Sendable {
  /// SIGHUP: the terminal is gone.
  case hangUp = 1
  /// SIGINT: Ctrl-C.
  case interrupt = 2
  /// SIGTERM: the system, a service manager or CI.
  case terminate = 15

  /// What a shell says of a program that the signal has ended: 129, 130, 143.
  public var exitCode: Int32 { 128 + rawValue }
}

extension StopSignal {
  /// Runs what mostly waits for other programs and for servers, and cancels it once a signal has come.
  ///
  /// - Parameter come: the signal that has come, if one has.
  /// - Returns: what the work came to; what was cancelled says so itself.
  public static func heeding<Outcome: Sendable>(
    _ come: @escaping @Sendable () -> StopSignal?, _ work: @escaping @Sendable () async -> Outcome
  ) async -> Outcome {
    let task = Task { await work() }
    let watch = Task {
      while come() == nil {
        // Throws when there is nothing to watch any more.
        try await Task.sleep(for: .milliseconds(50))
      }
      task.cancel()
    }
    defer { watch.cancel() }
    return await task.value
  }
}
