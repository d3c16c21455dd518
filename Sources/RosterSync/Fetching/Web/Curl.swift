import Compression

/// One question to one server, asked by `curl`.
///
/// All that it is to do comes on its standard input: what is an argument can be read by everyone on the machine. It
/// connects to the addresses that were looked up and to no others, follows no redirect, heeds neither a proxy nor a
/// configuration of its own, and stops at the limits.
struct Curl: Sendable {
  /// What to ask for.
  let address: WebAddress
  /// Where the host is.
  let addresses: [NetworkAddress]
  /// Headers to send.
  let headers: [(name: String, value: String)]
  /// The file of certificates to trust; nil for the system's.
  let certificates: String?

  /// What came of it.
  enum Outcome: Sendable {
    case answer(ResponseHead, [UInt8])
    /// curl's exit code and what it said.
    case failure(code: Int, reason: String)
  }

  func outcome(in folder: String, within limits: FetchLimits, redaction: Redaction) async throws(FetchProblem)
    -> Outcome
  {
    let configuration = configuration(within: limits)
    // `--disable` must come first: it is what keeps curl from reading its own configuration.
    let run = try await ProgramRun(
      ["curl", "--disable", "--config", "-"], input: configuration, in: folder, environment: ["LC_ALL": "C"],
      within: limits)
    switch run.ending {
    case .exited(0):
      guard let head = ResponseHead(run.errors) else { return .failure(code: 1, reason: "it has no status") }
      return .answer(head, try unpacked(run.output, head, limit: limits.byteCount))
    case .exited(let code): return .failure(code: code, reason: Self.reason(run.errors, redaction))
    case .signalled(let signal): return .failure(code: 1, reason: "signal \(signal)")
    }
  }

  /// The bytes as they were before the server packed them. curl would unpack them as well, but takes a packed text that
  /// ends too early for a whole one.
  private func unpacked(_ bytes: [UInt8], _ head: ResponseHead, limit: Int) throws(FetchProblem) -> [UInt8] {
    switch head["content-encoding"]?.lowercased() ?? "identity" {
    case "identity", "": return bytes
    case "gzip", "x-gzip":
      do throws(Unpacker.Problem) {
        return bytes.isEmpty ? [] : try Unpacker.unpacked(bytes, limit: limit)
      } catch {
        throw error == .tooLarge ? .tooLarge(limit: limit) : .packing(host: address.host)
      }
    default: throw .packing(host: address.host)
    }
  }

  /// `curl: (7) Failed to connect to …` → `Failed to connect to …`
  private static func reason(_ errors: [UInt8], _ redaction: Redaction) -> String {
    let line = redaction.lastLines(errors, 100).last { $0.hasPrefix("curl: (") } ?? ""
    return line.firstRange(of: ") ").map { String(line[$0.upperBound...]) } ?? "it ended without a word"
  }

  /// What is written to curl's standard input.
  func configuration(within limits: FetchLimits) -> String {
    let (seconds, attoseconds) = limits.rest.components
    var lines = [
      "silent", "show-error", "globoff", "tlsv1.2", "disallow-username-in-url",
      Self.line("url", address.text), Self.line("proto", "=https"), Self.line("noproxy", "*"),
      Self.line("user-agent", "Mentorbook"), Self.line("header", "Accept-Encoding: gzip"),
      Self.line("dump-header", "/dev/stderr"),
      Self.line("max-filesize", "\(limits.byteCount)"), Self.line("connect-timeout", "15"),
      Self.line("max-time", "\(seconds).\(attoseconds / 100_000_000_000_000_000)"),
    ]
    if NetworkAddress(address.host) == nil {
      let written = addresses.map { $0.bytes.count == 16 ? "[\($0.text)]" : $0.text }.joined(separator: ",")
      lines.append(Self.line("resolve", "\(address.host):\(address.port):\(written)"))
    }
    if let certificates {
      // The folder of the system's certificates would still be trusted beside the file.
      lines += [Self.line("cacert", certificates), Self.line("capath", "/dev/null")]
    }
    lines += headers.map { Self.line("header", "\($0.name): \($0.value)") }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func line(_ option: String, _ value: String) -> String {
    "\(option) = \"\(value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }
}
