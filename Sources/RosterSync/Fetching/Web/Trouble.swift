/// What is wrong with what came of a question, and whether it may pass by itself.
struct Trouble {
  let problem: FetchProblem
  let mayPass: Bool
  /// How long the server wants to be left alone.
  let pause: Duration

  /// Judges an outcome; nil where nothing is wrong.
  ///
  /// - Parameter wasAskedForNews: whether the host was told what is known already, so that it may say that nothing has
  ///   changed.
  init?(_ outcome: Curl.Outcome, of host: String, wasAskedForNews: Bool, limits: FetchLimits, attempts: Int) {
    switch outcome {
    case .answer(let head, _):
      if head.status == 200 || head.status == 304 && wasAskedForNews { return nil }
      problem = .status(head.status, host: host, attempts: attempts)
      mayPass = head.status == 408 || head.status == 429 || 500...599 ~= head.status
      pause = .seconds(min(max(head.retryAfter ?? 0, 0), 86_400))
    case .failure(let code, let reason):
      (problem, mayPass) = Self.judged(code, reason, host: host, limits: limits, attempts: attempts)
      pause = .zero
    }
  }

  /// curl's exit codes are in its manual, under EXIT CODES.
  static let noNameService = 6

  private static func judged(
    _ code: Int, _ reason: String, host: String, limits: FetchLimits, attempts: Int
  ) -> (FetchProblem, mayPass: Bool) {
    switch code {
    case 18: (.incomplete(host: host, attempts: attempts), true)
    // curl's own clock may be a little ahead.
    case 28 where limits.rest < .seconds(1): (.tooLate(seconds: limits.seconds), false)
    case 61: (.packing(host: host), false)
    case 63: (.tooLarge(limit: limits.byteCount), false)
    case 51, 58, 59, 60, 66, 77, 80, 82, 83, 90, 91: (.certificate(host: host, reason: reason), false)
    case noNameService, 5, 7, 16, 28, 35, 52, 55, 56, 92, 95:
      (.connection(host: host, reason: reason, attempts: attempts), true)
    default: (.connection(host: host, reason: reason, attempts: attempts), false)
    }
  }
}
