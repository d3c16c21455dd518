extension FetchProblem {
  /// What is wrong, as a sentence without its full stop.
  public var message: String {
    switch self {
    case .file(let problem): problem.message
    case .tooLarge(let limit): "it has more than \(Self.size(limit))"
    case .tooLate(let seconds): "it took longer than \(seconds) seconds"
    case .stopped: "the run was stopped"
    case .noProgram(let name): "there is no program '\(name)'"
    case .notRun(let program, let reason): "'\(program)' can't be run: \(reason)"
    case .exited(let program, let code, let lines): "'\(program)' ended with exit code \(code)" + Self.quoted(lines)
    case .signalled(let program, let signal, let lines):
      "'\(program)' was ended by signal \(signal)" + Self.quoted(lines)
    case .noVariable(let name, let header):
      "the environment has no variable \(name), for the header '\(header)'"
    case .variable(let name): "the value of the variable \(name) can't stand in a header"
    case .address: "the address, or one that it leads on to, is no web address"
    case .noCertificates(let path): "there is no file of certificates '\(path)'"
    case .unknownHost(let host): "the host \(host) is not known"
    case .privateHost(let host): "the host \(host) is in a private network, or this machine"
    case .insecureRedirect(let host): "\(host) leads on to an address that is not encrypted"
    case .redirects(let limit): "it leads on to other addresses more than \(limit) times"
    case .certificate(let host, let reason): "\(host) can't show who it is: \(reason)"
    case .connection(let host, let reason, let attempts): "no connection to \(host): \(reason)\(Self.after(attempts))"
    case .incomplete(let host, let attempts):
      "\(host) sent less than it said it would\(Self.after(attempts))"
    case .packing(let host): "the answer of \(host) can't be unpacked"
    case .status(let code, let host, let attempts):
      "\(host) answered \(code)\(Self.name(of: code))\(Self.after(attempts))"
    case .webPage(let host): "\(host) sent a web page in place of data"
    }
  }

  /// What can be done about it; nil where the message says it all.
  public var remedy: String? {
    switch self {
    case .tooLarge: "if it is as large as that, raise 'limit'"
    case .tooLate: "if it needs as long as that, raise 'deadline'"
    case .noProgram("curl"): "install the package curl"
    case .noProgram, .notRun: "install it, or write its whole path"
    case .exited, .signalled: "run the command by hand, in the content folder"
    case .noVariable(let name, _): "set \(name) where the sync runs"
    case .variable: "it may not hold control characters or line ends"
    case .privateHost: "if that is meant, write  allow_private: true"
    case .insecureRedirect: "write the address that it should lead to"
    case .certificate: "if it is a certificate of your own authority, name its file:  ca: certificates/our-ca.pem"
    case .status(401, _, _), .status(403, _, _): "see whether the credentials are still good"
    case .status(404, _, _), .status(410, _, _): "see whether the address is still right"
    case .webPage: "it may be a page to sign in at: give credentials in 'headers', or a link that needs no sign-in"
    default: nil
    }
  }

  private static func after(_ attempts: Int) -> String { attempts > 1 ? ", \(attempts) times" : "" }

  private static func quoted(_ lines: [String]) -> String {
    lines.isEmpty ? "" : ", saying: " + lines.joined(separator: " / ")
  }

  private static func size(_ bytes: Int) -> String {
    bytes >= 1 << 20 ? "\(bytes >> 20) MB" : bytes >= 1 << 10 ? "\(bytes >> 10) kB" : "\(bytes) bytes"
  }

  private static func name(of status: Int) -> String {
    switch status {
    case 401: " (credentials are missing or wrong)"
    case 403: " (not allowed)"
    case 404, 410: " (there is nothing)"
    case 429: " (too many questions)"
    case 500...599: " (an error of its own)"
    default: ""
    }
  }
}
