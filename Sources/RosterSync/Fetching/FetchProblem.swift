import Files

/// What keeps a source from being fetched, as facts; its words are in `FetchProblem+Message.swift`.
///
/// It may stand in a public log: of an address it holds the host alone, and what programs say is redacted.
public enum FetchProblem: Error, Hashable, Sendable {
  // A file
  /// The system refuses to read it.
  case file(FileProblem)

  // Any source
  /// It has more bytes than the source's limit.
  case tooLarge(limit: Int)
  /// It took longer than the source's deadline.
  case tooLate(seconds: Int)
  /// The run was stopped.
  case stopped

  // A program
  /// There is no such program.
  case noProgram(String)
  /// The system refuses to run it.
  case notRun(program: String, reason: String)
  /// It ended with an exit code other than 0; the last lines that it said.
  case exited(program: String, code: Int, lines: [String])
  /// A signal ended it.
  case signalled(program: String, signal: Int, lines: [String])

  // An address
  /// The environment has no such variable, whose value a header needs.
  case noVariable(String, header: String)
  /// A variable's value can't stand in a header.
  case variable(String)
  /// The address, or one that it leads on to, is no web address.
  case address
  /// The file of certificates is not there.
  case noCertificates(String)
  /// Nobody knows the host.
  case unknownHost(String)
  /// The host is in a private network, or this machine.
  case privateHost(String)
  /// It leads on to an address that is not `https://`.
  case insecureRedirect(host: String)
  /// It leads on and on.
  case redirects(limit: Int)
  /// The host's certificate is not trusted.
  case certificate(host: String, reason: String)
  /// There is no connection, or it broke.
  case connection(host: String, reason: String, attempts: Int)
  /// The answer ended earlier than it said.
  case incomplete(host: String, attempts: Int)
  /// The answer is packed in a way that can't be unpacked.
  case packing(host: String)
  /// The host answered with a status other than success.
  case status(Int, host: String, attempts: Int)
  /// The answer is a web page, most likely one to sign in at.
  case webPage(host: String)
}
