import Diagnostics
import Digests
import FrontMatter

/// A profile's file as it is changed, field by field. Each change is made in place.
struct ProfileFile {
  /// As a person would type it.
  let path: String
  private(set) var bytes: [UInt8]
  /// The fields; nil where they can't be read.
  private(set) var document: FrontMatterDocument?

  init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    read()
  }

  /// A hash of a file, which tells whether it is still the one that was read. Its key is no secret: the hash stands beside
  /// the file itself, and is the same before there is a key.
  static func mark(of bytes: [UInt8]) -> UInt64 {
    var hash = markHash
    hash.update(bytes)
    return hash.finish()
  }

  private static let markHash = SipHash(key: Array("mentorbook files".utf8))

  private mutating func read() {
    let parsed = FrontMatterDocument.parse(SourceFile(path: path, bytes: bytes))
    document = parsed.diagnostics.hasErrors || parsed.document?.hasFrontMatter != true ? nil : parsed.document
  }

  // MARK: - Reading

  /// What a field may say.
  func readings(_ path: String) -> [CanonicalValue] {
    CanonicalValue.readings(of: document?.root.value(at: path), at: path)
  }

  /// A field's text as it stands there; nil where there is none.
  func text(_ path: String) -> String? {
    readings(path).first.flatMap { $0.isNothing ? nil : $0.text }
  }

  /// Whether the profile's consent is written, and how.
  var consent: Bool? {
    for reading in readings("consent") {
      if reading.items == ["true"] { return true }
      if reading.items == ["false"] { return false }
    }
    return nil
  }

  var isHidden: Bool { text("status")?.lowercased() == "hidden" }

  /// The fields that an editor wants kept: `pin: [employer, location]`.
  var pinned: Set<String> { Set(readings("pin").first?.items ?? []) }

  // MARK: - Changing

  /// Sets a field, or takes it out.
  mutating func set(_ path: String, to value: YAMLValue?) throws(FrontMatterEditProblem) {
    let path = place(of: path)
    try makeGroup(for: path)
    guard let document else { return }
    bytes = if let value { try document.setting(path, to: value) } else { try document.removing(path) }
    read()
  }

  /// Makes a group of a lone value, where another field of the group is to be set.
  private mutating func makeGroup(for path: String) throws(FrontMatterEditProblem) {
    let names = path.split(separator: ".").map(String.init)
    guard names.count == 2, let name = YAMLMapping.loneFields[names[0]], let document else { return }
    bytes = try document.grouping(names[0], under: name)
    read()
  }

  /// Where a field is to be written: a lone value stays one.
  private func place(of path: String) -> String {
    let names = path.split(separator: ".").map(String.init)
    guard names.count == 2, YAMLMapping.loneFields[names[0]] == names[1],
      let node = document?.root[names[0]], !node.isNull
    else { return path }
    if case .mapping(let group) = node.content, group["day"] == nil { return path }
    return names[0]
  }
}
