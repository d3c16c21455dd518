import Files
import FrontMatter
import Programs

/// A bucket of a storage that speaks S3, reached by `rclone`.
///
/// Such a storage has no step that switches a whole site, so the order has to do:
/// 1. the files of profiles that leave are removed first of all;
/// 2. what pages name, and new pages; then it is checked by digest that all has come;
/// 3. the pages that change, the feed and the site map; checked likewise;
/// 4. what leaves, by name, from our own record only.
struct BucketSettings: TargetSettings {
  static let kind = "s3"

  /// `bucket` or `bucket/folder`.
  let place: String
  let endpoint: String?
  let region: String?
  /// rclone's name for the maker of the storage, for its peculiarities.
  let provider: String?
  /// The variables that hold the keys; without them, the usual ones, or what the machine itself is allowed.
  let accessKey: String?
  let secretKey: String?

  init?(place: Located<String>, from fields: inout FieldReader) {
    var text = place.value[...]
    while text.hasSuffix("/") { text.removeLast() }
    self.place = String(text)
    let endpoint = fields.text("endpoint")
    self.endpoint = endpoint?.value
    region = fields.text("region")?.value
    provider = fields.text("provider")?.value
    accessKey = fields.variable("access_key")
    secretKey = fields.variable("secret_key")
    if let endpoint, !endpoint.value.hasPrefix("https://") && !endpoint.value.hasPrefix("http://") {
      fields.report(.endpoint(endpoint.value), at: endpoint.range)
    }
    let isPlace = text.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "-._/".utf8.contains(byte)
    }
    guard isPlace, !text.isEmpty, !text.hasPrefix("/"), !text.hasPrefix("-"), !text.contains("..") else {
      fields.report(.bucket(place.value), at: place.range)
      return nil
    }
  }

  /// The configuration is in the environment alone: `rclone` reads no file, and writes none.
  func target(in run: TargetWorkplace) throws(PublishProblem) -> any PublishTarget {
    var options: [String: String] = ["TYPE": "s3", "PROVIDER": provider ?? (endpoint == nil ? "AWS" : "Other")]
    options["ENDPOINT"] = endpoint
    options["REGION"] = region
    var secrets: [String] = []
    if let accessKey, let secretKey {
      options["ACCESS_KEY_ID"] = try ProgramEnvironment.value(of: accessKey)
      options["SECRET_ACCESS_KEY"] = try ProgramEnvironment.value(of: secretKey)
      secrets = [options["ACCESS_KEY_ID"], options["SECRET_ACCESS_KEY"]].compactMap { $0 }
    } else {
      options["ENV_AUTH"] = "true"
    }
    var environment: [String: String?] = ["RCLONE_CONFIG": "/dev/null"]
    for (name, value) in options { environment["RCLONE_CONFIG_SITE_\(name)"] = .some(value) }
    return BucketTarget(
      place: place,
      rclone: Program(
        name: "rclone", package: "rclone", lock: run.folder + "/programs", patience: run.patience,
        signal: run.options.signal,
        environment: environment, secrets: secrets))
  }
}

struct BucketTarget: PublishTarget, SharedPlace {
  let place: String
  let rclone: Program

  private var remote: String { "site:\(place)" }

  // MARK: - Looking

  /// Exit codes of rclone for a folder and for a file that is not there.
  private static let missing: Set<Int> = [3, 4]

  func look() async throws(PublishProblem) -> TargetState {
    if let record = try await record() { return TargetState(record: record) }
    let listing = try await rclone.run(
      common + ["lsf", "--max-depth=1", remote], accepting: Self.missing.union([0]))
    let names = listing.code == 0 ? listing.text.split(separator: "\n") : []
    return names.first { !$0.hasPrefix(".") }.map { .foreign(example: String($0)) } ?? .empty
  }

  func record() async throws(PublishProblem) -> [UInt8]? {
    let result = try await rclone.run(
      common + ["cat", "\(remote)/\(PublishRecord.name)"], accepting: Self.missing.union([0]))
    return result.code == 0 && !result.output.isEmpty ? result.output : nil
  }

  // MARK: - Publishing

  /// It says how far it is as often as it may, and gives up a connection in time to try another.
  private var common: [String] {
    let patience = max(rclone.patience / 3, 1)
    return [
      "--contimeout=\(min(patience, 20))s", "--timeout=\(patience)s", "--retries=3", "--low-level-retries=4",
      "--s3-no-check-bucket", "--log-level=ERROR",
      "--stats=\(patience)s", "--stats-one-line", "--stats-log-level=ERROR",
    ]
  }

  func publish(_ plan: PublishPlan) async throws(PublishFailure) {
    let urgent = plan.removals.filter { file in
      SiteFile.profile(of: file.path).map { !plan.next.profiles.contains($0) } ?? false
    }
    let new = plan.additions.filter { $0.order != .announcement }
    let parts = plan.changes.filter { $0.order == .part }
    let pages = plan.changes.filter { $0.order == .page }
    let last = (plan.additions + plan.changes).filter { $0.order == .announcement }
    do throws(PublishProblem) {
      try await write(plan.underway)
    } catch {
      throw PublishFailure(problem: error, isOldShown: true)
    }
    do throws(PublishProblem) {
      try await remove(urgent)
      try await send(new, from: plan.site)
      try await stillOurs(plan, sent: urgent + new)
      try await send(parts, from: plan.site)
    } catch {
      let cause = await cause(of: error, plan, sent: urgent + new + parts)
      throw PublishFailure(problem: cause, isOldShown: urgent.isEmpty)
    }
    do throws(PublishProblem) {
      try await send(pages, from: plan.site)
      try await send(last, from: plan.site)
      let gone = Set(urgent.map(\.path))
      try await remove((plan.removals + plan.expired).filter { !gone.contains($0.path) })
      try await stillOurs(plan, sent: new + parts + pages + last + plan.removals)
      try await write(plan.next)
    } catch {
      let cause = await cause(of: error, plan, sent: new + parts + pages + last + plan.removals)
      throw PublishFailure(problem: cause, isOldShown: urgent.isEmpty && pages.isEmpty && last.isEmpty)
    }
  }

  /// Sends files with the headers of their kinds, and has their digests compared.
  private func send(_ files: [SiteFile], from site: SiteOutput) async throws(PublishProblem) {
    guard !files.isEmpty else { return }
    for (kind, group) in Dictionary(grouping: files, by: { ServedKind($0.path) }).sorted(by: { $0.key < $1.key }) {
      try await rclone.run(
        common + [
          "copy", "--files-from-raw=-", "--checksum", "--no-update-modtime", "--transfers=16", "--checkers=16",
        ] + kind.arguments + [site.absolute, remote], input: Self.list(group))
    }
    try await rclone.run(
      common + ["check", "--one-way", "--files-from-raw=-", "--checkers=16", site.absolute, remote],
      input: Self.list(files))
  }

  private func remove(_ files: [SiteFile]) async throws(PublishProblem) {
    guard !files.isEmpty else { return }
    try await rclone.run(
      common + ["delete", "--files-from-raw=-", remote], input: Self.list(files),
      accepting: Self.missing.union([0]))
  }

  func write(_ record: PublishRecord) async throws(PublishProblem) {
    try await rclone.run(
      common + ["rcat"] + ServedKind(contentType: "text/plain; charset=utf-8", isImmutable: false).arguments + [
        "\(remote)/\(PublishRecord.name)"
      ], input: record.bytes)
  }

  private static func list(_ files: [SiteFile]) -> [UInt8] { files.flatMap { Array($0.path.utf8) + [0x0A] } }

  func copies(of files: [SiteFile], in folder: String) async throws(PublishProblem) -> String {
    try await rclone.run(
      common + ["copy", "--files-from-raw=-", "--transfers=16", "--checkers=16", remote, folder],
      input: Self.list(files))
    return folder
  }

  func earlier(than record: PublishRecord) throws(PublishProblem) -> (site: SiteOutput, record: PublishRecord) {
    throw .noRollback(kind: BucketSettings.kind)
  }
}

/// How a storage is to serve a file: its type, and how long a browser may keep it.
struct ServedKind: Hashable, Comparable {
  /// nil leaves it to rclone.
  let contentType: String?
  let isImmutable: Bool

  init(contentType: String?, isImmutable: Bool) {
    self.contentType = contentType
    self.isImmutable = isImmutable
  }

  init(_ path: String) {
    let name = path.split(separator: "/").last ?? ""
    let ending = name.lastIndex(of: ".").map { String(name[name.index(after: $0)...]) } ?? ""
    self.init(
      contentType: path == "feed.xml" ? "application/atom+xml; charset=utf-8" : Self.types[ending],
      isImmutable: SiteFile.isImmutable(path))
  }

  var arguments: [String] {
    let keeping = isImmutable ? "public, max-age=31536000, immutable" : "no-cache"
    return ["--header-upload", "Cache-Control: \(keeping)"]
      + (contentType.map { ["--header-upload", "Content-Type: \($0)"] } ?? [])
  }

  static func < (left: ServedKind, right: ServedKind) -> Bool {
    (left.contentType ?? "", left.isImmutable ? 0 : 1) < (right.contentType ?? "", right.isImmutable ? 0 : 1)
  }

  private static let types: [String: String] = [
    "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
    "mjs": "text/javascript; charset=utf-8", "json": "application/json", "xml": "application/xml",
    "txt": "text/plain; charset=utf-8", "ics": "text/calendar; charset=utf-8", "vcf": "text/vcard; charset=utf-8",
    "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif",
    "webp": "image/webp", "avif": "image/avif", "ico": "image/x-icon", "woff2": "font/woff2", "pdf": "application/pdf",
    "webmanifest": "application/manifest+json", "bin": "application/octet-stream",
  ]
}
