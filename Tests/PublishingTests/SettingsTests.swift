import Diagnostics
import Foundation
import Testing

@testable import Publishing

/// What `publish.yaml` says, read from a text.
func settings(_ yaml: String) -> (settings: PublishSettings?, diagnostics: [Diagnostic]) {
  PublishSettings.read(SourceFile(path: "content/publish.yaml", bytes: Array(yaml.utf8)))
}

@Suite("Settings of publishing")
struct SettingsTests {
  static let all = """
    grace_days: 3
    removals: {percent: 5, pages: 4}
    targets:
      - {name: campus, folder: /srv/www/mentors, keep: 3}
      - {name: web, rsync: "www@web.example.edu:/srv/www/mentors/", port: 2222, identity: id, known_hosts: hosts}
      - {name: pages, git: "git@github.com:example/mentors.git", branch: main, force: yes, author: Office, mail: o@example.edu}
      - {name: bucket, s3: mentors/site, endpoint: "https://s3.example.edu", region: eu, provider: Ceph, access_key: A, secret_key: B}
    """

  @Test("Everything that can be said is read")
  func everything() throws {
    let (read, diagnostics) = settings(Self.all)
    #expect(diagnostics == [])
    let found = try #require(read)
    #expect(found.limits == PublishLimits(percent: 5, pages: 4) && found.graceDays == 3)
    #expect(found.targets.map(\.name) == ["campus", "web", "pages", "bucket"])
    let rsync = try #require(found.targets[1].settings as? RsyncSettings)
    #expect(rsync.place == "www@web.example.edu:/srv/www/mentors" && rsync.port == 2222)
    let git = try #require(found.targets[2].settings as? GitSettings)
    #expect(git.branch == "main" && git.force)
  }

  @Test(
    "What is wrong is said, at its place",
    arguments: [
      ("", "no target"), ("targets: []", "no target"), ("targets: [{name: a}]", "no place"),
      ("targets: [{folder: x}]", "name"), ("targets: [{name: A b, folder: x}]", "not a target's name"),
      ("targets: [{name: ../x, folder: x}]", "not a target's name"),
      ("targets: [{name: a, folder: x, s3: y}]", "several places: folder, s3"),
      ("targets: [{name: a, folder: x}, {name: a, folder: y}]", "two targets"),
      ("targets: [{name: a, folder: x, keep: 0}]", "keep"),
      ("targets: [{name: a, rsync: /srv/www}]", "not a folder on a host"),
      ("targets: [{name: a, rsync: 'host::module'}]", "not a folder on a host"),
      ("targets: [{name: a, rsync: '-e sh@host:/x'}]", "not a folder on a host"),
      ("targets: [{name: a, rsync: 'host:/'}]", "not a folder on a host"),
      ("targets: [{name: a, git: --upload-pack=x}]", "not a repository"),
      ("targets: [{name: a, git: 'ext::sh -c x'}]", "not a repository"),
      ("targets: [{name: a, git: 'https://me:word@host/x.git'}]", "holds a password"),
      ("targets: [{name: a, git: x, branch: -f}]", "not a branch's name"),
      ("targets: [{name: a, git: x, token: ghp_abc}]", "not the name of an environment variable"),
      ("targets: [{name: a, s3: ../x}]", "not a bucket's name"),
      ("targets: [{name: a, s3: 'x:y'}]", "not a bucket's name"),
      ("targets: [{name: a, s3: x, endpoint: host}]", "not a storage's address"),
      ("removals: {percent: 200}\ntargets: [{name: a, folder: x}]", "percent"),
    ])
  func mistakes(_ yaml: String, _ words: String) {
    let (read, diagnostics) = settings(yaml)
    #expect(read == nil)
    #expect(diagnostics.contains { $0.message.contains(words) }, "\(diagnostics.map(\.message))")
  }

  @Test("A password or a token that was written into the file is not repeated in a log")
  func noSecretInFindings() {
    for yaml in [
      "targets: [{name: a, git: 'https://me:planted@host/x.git'}]", "targets: [{name: a, git: x, token: planted}]",
    ] {
      #expect(!settings(yaml).diagnostics.contains { $0.message.contains("planted") })
    }
  }

  @Test("The schema is JSON and has every field that is read")
  func schema() throws {
    let schema = try #require(
      try JSONSerialization.jsonObject(with: Data(PublishSchema.text.utf8)) as? [String: Any])
    let kinds = try #require(schema["$defs"] as? [String: Any])
    for kind in TargetKinds.all {
      let properties = try #require((kinds[kind.kind] as? [String: Any])?["properties"] as? [String: Any])
      #expect(properties[kind.kind] != nil)
      let fields = properties.keys.sorted().filter { $0 != "name" && $0 != kind.kind }
      // A field that the reader does not know would be warned of.
      let lines = fields.map { "    \($0): \(Self.sample[$0] ?? "x")" }.joined(separator: "\n")
      let place = Self.sample[kind.kind] ?? "x"
      let text = "targets:\n  - name: a\n    \(kind.kind): \(place)\n\(lines)\n"
      #expect(settings(text).diagnostics == [], "\(text)")
    }
  }

  private static let sample = [
    "keep": "2", "port": "22", "force": "no", "rsync": "host:/x", "endpoint": "https://host", "token": "T",
    "access_key": "A",
    "secret_key": "B",
  ]
}
