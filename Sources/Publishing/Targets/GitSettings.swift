import Files
import FrontMatter
import Hypertext
import Programs

/// A branch of a git repository, as GitHub Pages and its like serve it.
///
/// One commit on top of what is there, made without touching any working copy, and one push, which the other side takes
/// as a whole or not at all. Files on the branch that are not ours (`CNAME`, a README) stay. A push that does not build
/// on what is there is refused by git itself, unless the settings ask for a branch without history.
struct GitSettings: TargetSettings {
  static let kind = "git"

  let address: String
  let branch: String
  /// Whether the branch holds one commit only, and is replaced by each push.
  let force: Bool
  let author: String
  let mail: String
  /// The variable that holds a token for an address that begins with https://.
  let token: String?
  let identity: String?
  let knownHosts: String?

  init?(place: Located<String>, from fields: inout FieldReader) {
    address = place.value
    let branch = fields.text("branch")
    self.branch = branch?.value ?? "gh-pages"
    force = fields.flag("force")?.value ?? false
    author = fields.text("author")?.value ?? "Mentorbook"
    mail = fields.text("mail")?.value ?? "mentorbook@localhost"
    token = fields.variable("token")
    identity = fields.text("identity")?.value
    knownHosts = fields.text("known_hosts")?.value
    if let branch, !Self.isBranch(branch.value) { fields.report(.branch(branch.value), at: branch.range) }
    // A word that begins with a hyphen would be an option; `ext::` runs programs.
    guard !address.hasPrefix("-"), !address.contains("::"), !address.contains(where: \.isWhitespace) else {
      fields.report(.repository(address), at: place.range)
      return nil
    }
    if let scheme = address.firstRange(of: "://"), address.hasPrefix("http"),
      address[scheme.upperBound...].prefix(while: { $0 != "/" }).contains("@")
    {
      fields.report(.password("…"), at: place.range)
      return nil
    }
  }

  /// Stricter than git itself, which allows nearly everything.
  private static func isBranch(_ name: String) -> Bool {
    !name.isEmpty && !name.hasPrefix("-") && !name.hasPrefix("/") && !name.hasSuffix("/") && !name.contains("..")
      && !name.contains("//")
      && name.utf8.allSatisfy { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "-_./".utf8.contains(byte)
      }
  }

  func target(in run: TargetWorkplace) throws(PublishProblem) -> any PublishTarget {
    var shell = "ssh -o BatchMode=yes -o StrictHostKeyChecking=yes -o ConnectTimeout=20 -o ServerAliveInterval=15"
    if let identity { shell += " -o IdentitiesOnly=yes -i \(Self.quoted(run.options.resolved(identity)))" }
    if let knownHosts { shell += " -o \(Self.quoted("UserKnownHostsFile=\(run.options.resolved(knownHosts))"))" }
    var git = Program(
      name: "git", package: "git", lock: run.folder + "/programs", patience: run.patience, signal: run.options.signal,
      environment: [
        "GIT_SSH_COMMAND": shell, "GIT_TERMINAL_PROMPT": "0", "GIT_DIR": nil, "GIT_WORK_TREE": nil,
        "GIT_INDEX_FILE": nil, "GIT_OBJECT_DIRECTORY": nil, "GIT_NAMESPACE": nil, "GIT_HTTP_LOW_SPEED_LIMIT": "1000",
        "GIT_HTTP_LOW_SPEED_TIME": "\(run.patience)", "GIT_ALLOW_PROTOCOL": "file:https:http:ssh",
      ])
    for role in ["AUTHOR", "COMMITTER"] {
      git.environment["GIT_\(role)_NAME"] = .some(author)
      git.environment["GIT_\(role)_EMAIL"] = .some(mail)
      git.environment["GIT_\(role)_DATE"] = .some("@\(run.options.now.secondsSinceEpoch) +0000")
    }
    if let token {
      // As an argument, or in the address, it would be seen by everyone on the machine.
      let credentials = Base64.text(Array("x-access-token:\(try ProgramEnvironment.value(of: token))".utf8))
      git.environment["GIT_CONFIG_COUNT"] = "1"
      git.environment["GIT_CONFIG_KEY_0"] = "http.extraHeader"
      git.environment["GIT_CONFIG_VALUE_0"] = "Authorization: Basic \(credentials)"
      git.secrets = [credentials]
    }
    let isPath = !address.contains(":")
    return GitTarget(
      address: isPath ? FileReading.absolute(run.options.resolved(address)) : address, branch: branch, force: force,
      work: run.folder, git: git)
  }

  /// A word for the shell that git gives the command of `ssh` to.
  private static func quoted(_ word: String) -> String { "'\(word.replacing("'", with: "'\\''"))'" }
}
