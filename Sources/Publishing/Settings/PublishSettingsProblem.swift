import Diagnostics
import FrontMatter

/// What can be wrong in `publish.yaml`, beside what `FieldReader` finds.
enum PublishSettingsProblem: Hashable, Sendable {
  case noFile
  case noTarget
  case name(String)
  case nameTwice(String)
  case noPlace(String)
  case places(String, [String])
  case remotePlace(String)
  case repository(String)
  case password(String)
  case branch(String)
  case bucket(String)
  case endpoint(String)
  case variable(String)
}

extension PublishSettingsProblem {
  static let code = "publish-settings"

  var message: String {
    switch self {
    case .noFile: "there are no settings that say where to publish the site"
    case .noTarget: "there is no target to publish to"
    case .name(let name): "'\(name)' is not a target's name"
    case .nameTwice(let name): "two targets are called '\(name)'"
    case .noPlace(let name): "the target '\(name)' has no place"
    case .places(let name, let kinds): "the target '\(name)' has several places: \(kinds.joined(separator: ", "))"
    case .remotePlace(let text): "'\(text)' is not a folder on a host"
    case .repository(let text): "'\(text)' is not a repository's address"
    case .password: "the address holds a password, which everyone who reads this file would know"
    case .branch(let text): "'\(text)' is not a branch's name"
    case .bucket(let text): "'\(text)' is not a bucket's name"
    case .endpoint(let text): "'\(text)' is not a storage's address"
    case .variable(let text): "'\(text)' is not the name of an environment variable"
    }
  }

  var remedy: String? {
    switch self {
    case .noFile: "write one: see docs/publishing.md"
    case .noTarget: "for instance: targets: [{name: web, folder: /srv/www/mentors}]"
    case .name: "use small letters, digits and hyphens"
    case .nameTwice: "a name is for one target"
    case .noPlace: "add one of \(TargetKinds.all.map { $0.kind }.joined(separator: ", "))"
    case .places: "make a target of each"
    case .remotePlace: "write it as user@host:/folder"
    case .repository: "write it as https://host/name.git, git@host:name.git or the path of a folder"
    case .password: "put it into the environment, and the variable's name into 'token'"
    case .branch: nil
    case .bucket: "write it as bucket or bucket/folder"
    case .endpoint: "write it as https://host"
    case .variable: "use capital letters, digits and _"
    }
  }
}

extension FieldReader {
  mutating func report(_ problem: PublishSettingsProblem, at range: SourceRange?) {
    report(
      PublishSettingsProblem.code, at: range, problem.message, remedy: problem.remedy.map { Diagnostic.Remedy($0) })
  }

  /// The name of an environment variable, whose value stays out of the file.
  mutating func variable(_ key: String) -> String? {
    guard let written = text(key) else { return nil }
    let isName = written.value.utf8.allSatisfy {
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        || $0 == UInt8(ascii: "_")
    }
    if isName { return written.value }
    report(.variable("…"), at: written.range)
    return nil
  }
}
