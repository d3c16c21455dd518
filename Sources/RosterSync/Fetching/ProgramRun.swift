import Programs
import Subprocess

/// One run of another program, from its start to its end: what it printed, what it said, how it ended.
///
/// No shell is between: a program and a list of arguments. It has a session of its own, so that it can't ask at the
/// terminal for a password, and so that what it started in turn ends with it.
struct ProgramRun: Sendable {
  /// Standard output, whole.
  let output: [UInt8]
  /// The end of standard error.
  let errors: [UInt8]
  /// How it ended.
  let ending: Ending

  enum Ending: Hashable, Sendable {
    case exited(Int)
    case signalled(Int)
  }

  /// Runs a program.
  ///
  /// - Parameters:
  ///   - words: the program, by name or path, and its arguments.
  ///   - input: its standard input; nil for none.
  ///   - folder: where it runs.
  /// - Throws: `tooLate`, `tooLarge`, `noProgram`, `notRun` or `stopped`; the program is gone then.
  init(
    _ words: [String], input: String? = nil, in folder: String, environment: [String: String] = [:],
    within limits: FetchLimits
  ) async throws(FetchProblem) {
    let order = Order(words: words, input: input, folder: folder, environment: environment, limit: limits.byteCount)
    guard let result = await order.result(until: limits.end) else {
      throw Task.isCancelled ? .stopped : .tooLate(seconds: limits.seconds)
    }
    let (output, errors, status) = try result.get()
    self.output = output
    self.errors = errors
    switch status {
    case .exited(let code): ending = .exited(Int(code))
    case .signaled(let signal): ending = .signalled(Int(signal))
    }
  }
}

/// A program to be run.
private struct Order: Sendable {
  let words: [String]
  let input: String?
  let folder: String
  let environment: [String: String]
  let limit: Int

  typealias Outcome = (output: [UInt8], errors: [UInt8], status: TerminationStatus)

  /// nil when the time was over first, or the run was stopped.
  func result(until end: ContinuousClock.Instant) async -> Result<Outcome, FetchProblem>? {
    await withTaskGroup(of: Result<Outcome, FetchProblem>?.self) { group in
      group.addTask { await result() }
      group.addTask {
        try? await Task.sleep(until: end)
        return nil
      }
      let first = await group.next() ?? nil
      // Ends the program, if it still runs, and waits for that.
      group.cancelAll()
      return Task.isCancelled ? nil : first
    }
  }

  private func result() async -> Result<Outcome, FetchProblem> {
    do {
      if let input { return .success(try await outcome(of: .string(input))) }
      return .success(try await outcome(of: .none))
    } catch let problem as FetchProblem {
      return .failure(problem)
    } catch let error as SubprocessError where error.code == .executableNotFound {
      return .failure(.noProgram(program))
    } catch {
      return .failure(.notRun(program: program, reason: "\(error)"))
    }
  }

  private var program: String { words.first ?? "" }

  private func outcome(of input: some InputProtocol) async throws -> Outcome {
    var options = PlatformOptions()
    options.createSession = true
    options.teardownSequence = [.gracefulShutDown(toProcessGroup: true, allowedDurationToNextStep: .seconds(1))]
    let updates = environment.map { (Environment.Key(stringLiteral: $0.key), Optional($0.value)) }
    let run = try await Subprocess.run(
      program.contains("/") ? .path(.init(program)) : .name(program), arguments: Arguments(Array(words.dropFirst())),
      environment: .inherit.updating(Dictionary(updates) { first, _ in first }), workingDirectory: .init(folder),
      platformOptions: options, input: input, output: .sequence, error: .sequence
    ) { execution in
      async let errors = LastWords.of(execution.standardError, atMost: Self.longestEnd)
      let output = try await Self.all(of: execution.standardOutput, limit: limit)
      return (output, try await errors)
    }
    return (run.closureResult.0, run.closureResult.1, run.terminationStatus)
  }

  private static func all(of sequence: SubprocessOutputSequence, limit: Int) async throws -> [UInt8] {
    var bytes: [UInt8] = []
    for try await piece in sequence {
      guard bytes.count + piece.count <= limit else { throw FetchProblem.tooLarge(limit: limit) }
      piece.withUnsafeBytes { bytes.append(contentsOf: $0) }
    }
    return bytes
  }

  /// More than the headers of any answer, and all that a person would read.
  private static let longestEnd = 512 << 10
}
