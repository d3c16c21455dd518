import Files
import Subprocess

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The program that makes the portraits: `vipsthumbnail`, of libvips.
///
/// It is given the original as its standard input and prints the portrait, so that no name of a file is ever an argument,
/// and the portrait is known whole before anything is written.
struct Vipsthumbnail: Sendable {
  /// The program's name.
  static let name = "vipsthumbnail"
  /// The Debian package that it comes in.
  static let package = "libvips-tools"

  private let program: Executable
  private let timeLimit: Duration

  /// The program at a path.
  ///
  /// - Parameter timeLimit: how long one portrait may take.
  init(program: Executable, timeLimit: Duration = .seconds(60)) {
    self.program = program
    self.timeLimit = timeLimit
  }

  /// Looks for the program along PATH; nil when it is not there.
  static func find() async -> Vipsthumbnail? {
    guard let path = try? await Executable.name(name).resolveExecutablePath(in: .inherit) else { return nil }
    return Vipsthumbnail(program: .path(path))
  }

  /// The portrait of an original, as a JPEG file.
  func portrait(of original: OriginalPhoto) async throws(PhotoProblem) -> [UInt8] {
    guard let outcome = await outcomeInTime(original) else {
      throw .tooSlow(original.name, seconds: timeLimit.components.seconds)
    }
    let bytes = try outcome.get()
    guard let header = JPEGHeader(bytes), header.size == Portrait.size, !header.hasMetadata else {
      throw .notAsOrdered(original.name)
    }
    return bytes
  }

  // MARK: - The run

  private typealias Outcome = Result<[UInt8], PhotoProblem>

  /// nil when the time limit came first; the program is gone then.
  private func outcomeInTime(_ original: OriginalPhoto) async -> Outcome? {
    await withTaskGroup(of: Outcome?.self) { group in
      group.addTask { await outcome(original) }
      group.addTask {
        try? await Task.sleep(for: timeLimit)
        return nil
      }
      let first = await group.next() ?? nil
      group.cancelAll()
      return first
    }
  }

  /// A portrait has some 60 kB; whoever prints more than this is not our program.
  private static let longestOutput = 8 << 20
  private static let longestComplaint = 64 << 10

  private func outcome(_ original: OriginalPhoto) async -> Outcome {
    let descriptor = open(original.path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return .failure(.system(FileProblem(.read, original.path))) }
    do {
      let run = try await Subprocess.run(
        program, arguments: Arguments(Portrait.arguments), environment: .inherit.updating(Self.environment),
        input: .fileDescriptor(.init(rawValue: descriptor), closeAfterSpawningProcess: true),
        output: .bytes(limit: Self.longestOutput), error: .bytes(limit: Self.longestComplaint))
      if run.terminationStatus.isSuccess { return .success(run.standardOutput) }
      let complaint = Self.complaint(run.standardError) ?? "it ended with \(run.terminationStatus)"
      return .failure(.refused(original.name, because: complaint))
    } catch {
      return .failure(.refused(original.name, because: "\(error)"))
    }
  }

  /// - `VIPS_CONCURRENCY`: photos run side by side already.
  /// - `VIPS_BLOCK_UNTRUSTED`: only the loaders of the kinds that `ImageKind` knows are fit for files from outside.
  /// - `VIPS_WARNING`: hides the warnings (it says so where it means it), of which a damaged file has one a line.
  private static let environment: [Environment.Key: String?] = [
    "VIPS_CONCURRENCY": "1", "VIPS_BLOCK_UNTRUSTED": "1", "VIPS_WARNING": "0",
  ]

  /// What the program says is wrong: a line with its own name says that something is, the next says what.
  private static func complaint(_ bytes: [UInt8]) -> String? {
    let lines = bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    return lines.first { !$0.contains(name + ":") } ?? lines.first
  }
}
