/// Times the steps of a build, for the report.
struct StepClock {
  private(set) var steps: [(name: String, seconds: Double)] = []
  private var last = ContinuousClock.now

  /// Ends a step that began when the one before ended.
  mutating func end(_ name: String) {
    let now = ContinuousClock.now
    let parts = (now - last).components
    steps.append((name, Double(parts.seconds) + Double(parts.attoseconds) * 1e-18))
    last = now
  }
}
