import Programs
import Subprocess

/// Another program that publishing needs: `rsync`, `ssh`, `git`, `rclone`. Always the real one, with a list of arguments
/// and no shell between.
struct Program: Sendable {
  /// Its name, by which it is looked for along PATH.
  let name: String
  /// The Debian package that has it.
  let package: String
  /// A folder whose lock it holds while it runs. A run of ours that is killed may leave it behind, and the next run must
  /// not work beside it.
  let lock: String
  /// How many seconds it may say nothing before it is ended.
  let patience: Int
  /// The signal that has come, by which we are asked to stop: then it is ended too.
  let signal: @Sendable () -> StopSignal?
  /// Variables for it beside those of our own environment; nil takes one away.
  var environment: [String: String?] = [:]
  /// What its exit codes mean, where it does not always say so itself.
  var meanings: [Int: String] = [:]
  /// What may not stand in a report, beside what the environment's secrets hold.
  var secrets: [String] = []

  /// How a run ended.
  struct Result: Sendable {
    let code: Int
    let output: [UInt8]
    let errors: [UInt8]

    var text: String { String(decoding: output, as: UTF8.self) }
  }

  /// Runs the program and returns what it printed.
  ///
  /// - Parameter accepting: exit codes that are no failure.
  /// - Throws: `program` with the last lines that it said, `noProgram`.
  @discardableResult
  func run(
    _ arguments: [String], input: [UInt8] = [], in folder: String? = nil, accepting: Set<Int> = [0]
  ) async throws(PublishProblem) -> Result {
    let outcome: Outcome
    if signal() != nil { throw .stopped }
    let watch = SilenceWatch(seconds: patience, signal: signal)
    do {
      outcome = try await start(arguments, input: input, in: folder, watch: watch)
    } catch let error as SubprocessError where error.code == .executableNotFound {
      throw .noProgram(name, package: package)
    } catch {
      throw .program(name: name, ending: "could not be run: \(error)", lines: [])
    }
    let lines = Secrets(also: secrets).lastLines(outcome.errors)
    if watch.hasStopped { throw .stopped }
    if watch.hasEnded {
      throw .program(name: name, ending: "said nothing for \(patience) seconds, and was ended", lines: lines)
    }
    switch outcome.status {
    case .exited(let code) where accepting.contains(Int(code)):
      return Result(code: Int(code), output: outcome.output, errors: outcome.errors)
    case .exited(let code):
      let meaning = meanings[Int(code)].map { " (\($0))" } ?? ""
      throw .program(name: name, ending: "ended with \(code)\(meaning)", lines: lines)
    case .signaled(let signal): throw .program(name: name, ending: "was ended by signal \(signal)", lines: lines)
    }
  }

  private typealias Outcome = (output: [UInt8], errors: [UInt8], status: TerminationStatus)

  /// `flock` takes the lock and becomes the program, which so holds it to its own end, whatever becomes of us.
  private func start(
    _ arguments: [String], input: [UInt8], in folder: String?, watch: SilenceWatch
  ) async throws -> Outcome {
    _ = try await Executable.name(name).resolveExecutablePath(in: .inherit)
    let words = ["--nonblock", "--no-fork", lock, name] + arguments
    var updates: [Environment.Key: String?] = ["LC_ALL": "C"]
    for (key, value) in environment { updates[Environment.Key(stringLiteral: key)] = .some(value) }
    // A group of its own, so that whatever it began can be ended with it.
    var options = PlatformOptions()
    options.createSession = true
    let run = try await Subprocess.run(
      .name("flock"), arguments: Arguments(words), environment: .inherit.updating(updates),
      workingDirectory: folder.map { .init($0) }, platformOptions: options, input: .array(input), output: .sequence,
      error: .sequence
    ) { execution in
      // It ends with this scope.
      async let _: Void = watch.keep(execution.processIdentifier)
      async let errors = LastWords.of(execution.standardError, atMost: Self.longestEnd) { watch.hear() }
      var output: [UInt8] = []
      for try await piece in execution.standardOutput {
        watch.hear()
        piece.withUnsafeBytes { output.append(contentsOf: $0) }
      }
      return (output, try await errors)
    }
    return (run.closureResult.0, run.closureResult.1, run.terminationStatus)
  }

  /// More than anybody would read.
  private static let longestEnd = 64 << 10
}
