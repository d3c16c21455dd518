import Diagnostics
import Files
import FrontMatter

/// What `content/publish.yaml` says: where the site goes, and how much may leave in one run.
struct PublishSettings: Sendable {
  /// How much may leave in one run.
  var limits = PublishLimits()
  /// How many days files that left the site stay for readers of older pages.
  var graceDays = 7
  /// How many seconds a program that publishes may say nothing before it is given up.
  var patience = 180
  /// Where the site goes.
  var targets: [NamedTarget] = []

  /// A target and the name that the command line and reports have for it.
  struct NamedTarget: Sendable {
    let name: String
    let settings: any TargetSettings
  }

  /// The file's name in the content folder.
  static let file = "publish.yaml"

  /// The targets to publish to.
  func targets(named names: [String]) throws(PublishProblem) -> [NamedTarget] {
    for name in names where !targets.contains(where: { $0.name == name }) {
      throw .unknownTarget(name, known: targets.map(\.name))
    }
    return names.isEmpty ? targets : targets.filter { names.contains($0.name) }
  }
}

/// The settings of one kind of target.
///
/// A new kind is a file beside `FolderTarget.swift` with its settings and its target, and a line in `TargetKinds.all`.
protocol TargetSettings: Sendable {
  /// The field that names the place, and by that the kind: `folder`, `rsync`, `git`, `s3`.
  static var kind: String { get }

  /// Reads the fields that stand beside the place; nil, and a finding, when they make no target.
  init?(place: Located<String>, from fields: inout FieldReader)

  /// The target itself, for one run.
  func target(in run: TargetWorkplace) throws(PublishProblem) -> any PublishTarget
}

/// The kinds of target that there are.
enum TargetKinds {
  static let all: [any TargetSettings.Type] = [
    FolderSettings.self, RsyncSettings.self, GitSettings.self, BucketSettings.self,
  ]
}

// MARK: - Reading

extension PublishSettings {
  /// Reads the settings in a content folder; none when there is an error in them.
  static func load(from content: String) -> (settings: PublishSettings?, diagnostics: [Diagnostic]) {
    let path = "\(content)/\(file)"
    guard FileReading.kind(of: path) == .file else {
      let problem = Diagnostic(
        .error, PublishSettingsProblem.code, path: path, PublishSettingsProblem.noFile.message,
        remedy: PublishSettingsProblem.noFile.remedy.map { Diagnostic.Remedy($0) })
      return (nil, [problem])
    }
    do throws(FileProblem) {
      return read(SourceFile(path: path, bytes: try FileReading.bytes(of: path)))
    } catch {
      return (nil, [Diagnostic(.error, PublishSettingsProblem.code, path: path, error.message)])
    }
  }

  /// Reads the text of the settings; none when there is an error in them.
  static func read(_ file: SourceFile) -> (settings: PublishSettings?, diagnostics: [Diagnostic]) {
    let (document, problems) = YAMLDocument.parse(file)
    guard let document else { return (nil, problems) }
    var fields = FieldReader(document.root, in: file, name: "publish settings")
    var settings = PublishSettings()
    if var part = fields.nested("removals") {
      settings.limits.percent = part.integer("percent", in: 0...100)?.value ?? settings.limits.percent
      settings.limits.pages = part.integer("pages", in: 0...1_000_000)?.value ?? settings.limits.pages
      part.finish()
      fields.adopt(part)
    }
    settings.graceDays = fields.integer("grace_days", in: 0...365)?.value ?? settings.graceDays
    settings.patience = fields.integer("patience", in: 5...86_400)?.value ?? settings.patience
    for var part in fields.nestedList("targets") {
      if let target = settings.target(from: &part) { settings.targets.append(target) }
      part.finish(alsoKnown: TargetKinds.all.map { $0.kind })
      fields.adopt(part)
    }
    if settings.targets.isEmpty, !fields.diagnostics.hasErrors {
      fields.report(.noTarget, at: fields.keyRange(of: "targets") ?? SourceRange(line: 1, column: 1))
    }
    fields.finish()
    let diagnostics = (problems + fields.diagnostics).sorted()
    return (diagnostics.hasErrors ? nil : settings, diagnostics)
  }

  private func target(from part: inout FieldReader) -> NamedTarget? {
    let name = part.requiredText("name")
    let kinds = TargetKinds.all.filter { part.mapping[$0.kind] != nil }
    guard let name else { return nil }
    guard kinds.count == 1, let kind = kinds.first else {
      let problem =
        kinds.isEmpty ? PublishSettingsProblem.noPlace(name.value) : .places(name.value, kinds.map { $0.kind })
      part.report(problem, at: name.range)
      return nil
    }
    if name.value.utf8.contains(where: { !Self.isNameCharacter($0) }) {
      part.report(.name(name.value), at: name.range)
    }
    if targets.contains(where: { $0.name == name.value }) { part.report(.nameTwice(name.value), at: name.range) }
    guard let place = part.requiredText(kind.kind), let settings = kind.init(place: place, from: &part) else {
      return nil
    }
    return NamedTarget(name: name.value, settings: settings)
  }

  /// The name is a folder's and an environment variable's as well.
  private static func isNameCharacter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || byte == UInt8(ascii: "-")
  }
}
