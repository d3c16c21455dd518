import Diagnostics
import FrontMatter
import Rosters

/// Reads the list of sources.
enum SourceReading {
  static func sources(from fields: inout FieldReader) -> [SourceSettings] {
    let freshness = fields.longMinutes("freshness")
    guard fields.node("sources")?.isNull == false else {
      fields.report(.noSource, at: fields.keyRange(of: "sources") ?? SourceRange(line: 1, column: 1))
      return []
    }
    var sources: [SourceSettings] = []
    for (index, var part) in fields.nestedList("sources").enumerated() {
      let name = part.text("name")
      let usual = index == 0 ? "roster" : "source \(index + 1)"
      if var source = source(named: name?.value ?? usual, from: &part) {
        source.freshnessMinutes = source.freshnessMinutes ?? freshness
        if sources.contains(where: { $0.name == source.name }) {
          part.report(.sourceTwice(source.name), at: name?.range ?? part.mapping.range)
        }
        sources.append(source)
      }
      part.finish()
      fields.adopt(part)
    }
    if sources.isEmpty && !fields.diagnostics.hasErrors { fields.report(.noSource, at: fields.keyRange(of: "sources")) }
    return sources
  }

  private static func source(named name: String, from part: inout FieldReader) -> SourceSettings? {
    let keys = ["file", "url", "command"].filter { part.node($0) != nil }
    let written = place(from: &part)
    let format = format(of: written?.value, from: &part)
    let key = part.node("key") == nil ? nil : ColumnReading(sources: []).column("key", from: &part)
    let encoding = part.choice("encoding", as: RosterEncoding.self)
    let path = part.text("path")
    if let path, format != .json { part.report(.pathWithoutJSON(format: format.rawValue), at: path.range) }
    if let encoding, encoding.value != .utf8, format == .json || format == .ldif {
      part.report(.encodingOfFormat(format.rawValue), at: encoding.range)
    }
    let freshness = part.longMinutes("freshness")
    let deadline = part.seconds("deadline", in: 1...3600)
    let limit = part.byteCount("limit")
    guard keys.count == 1 else {
      part.report(
        keys.isEmpty ? .place(source: name) : .places(source: name, keys),
        at: keys.isEmpty ? part.mapping.range : part.keyRange(of: keys[1]))
      return nil
    }
    guard let written else { return nil }
    var source = SourceSettings(
      name: name, place: written.value, format: format, encoding: encoding?.value, path: path?.value, key: key,
      freshnessMinutes: freshness)
    source.deadlineSeconds = deadline ?? source.deadlineSeconds
    source.byteLimit = limit ?? source.byteLimit
    return source
  }

  // MARK: - Where it is

  private static func place(from part: inout FieldReader) -> Located<SourceSettings.Place>? {
    let file = part.text("file").map { $0.map { SourceSettings.Place.file($0) } }
    let address = address(from: &part)
    let command = command(from: &part)
    return file ?? address ?? command
  }

  private static func address(from part: inout FieldReader) -> Located<SourceSettings.Place>? {
    let headers = headers(from: &part)
    let allowsPrivate = part.flag("allow_private")
    let certificates = part.text("ca")
    guard let url = part.text("url") else {
      for option in ["headers", "allow_private", "ca"] where part.keyRange(of: option) != nil {
        part.report(.certificatesWithoutAddress(option: option), at: part.keyRange(of: option))
      }
      return nil
    }
    guard url.value.lowercased().hasPrefix("https://"), url.value.utf8.count > 8,
      url.value.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else {
      part.report(.insecure(url.value), at: url.range)
      return nil
    }
    if url.value.dropFirst(8).prefix(while: { $0 != "/" && $0 != "?" && $0 != "#" }).contains("@") {
      part.report(.credentialsInAddress, at: url.range)
      return nil
    }
    return url.map {
      .https(
        HTTPSPlace(
          $0, headers: headers, allowsPrivate: allowsPrivate?.value ?? false, certificates: certificates?.value))
    }
  }

  private static func headers(from part: inout FieldReader) -> [String: String] {
    var headers: [String: String] = [:]
    for entry in part.entries("headers") {
      let isName = !entry.key.isEmpty && entry.key.utf8.allSatisfy { isLetter($0) || isDigit($0) || $0 == 0x2D }
      if !isName { part.report(.headerName(entry.key), at: entry.keyRange) }
      guard case .scalar(let scalar) = entry.value.content, isVariable(scalar.text) else {
        part.report(.environmentName(header: entry.key), at: entry.value.range)
        continue
      }
      headers[entry.key] = scalar.text
    }
    return headers
  }

  /// Whether a text can be the name of an environment variable. Capitals alone, so that a token isn't taken for one.
  private static func isVariable(_ text: String) -> Bool {
    guard let first = text.utf8.first, !isDigit(first), text.utf8.count <= 100 else { return false }
    return text.utf8.allSatisfy { (0x41...0x5A).contains($0) || isDigit($0) || $0 == UInt8(ascii: "_") }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func command(from part: inout FieldReader) -> Located<SourceSettings.Place>? {
    guard let node = part.node("command"), !node.isNull else { return nil }
    if case .scalar(let scalar) = node.content {
      part.report(.shellCommand(scalar.text), at: node.range)
      return nil
    }
    let words = part.texts("command").map(\.value)
    if words.isEmpty { part.report(.emptyCommand, at: node.range) }
    return words.isEmpty ? nil : Located(.command(words), at: node.range)
  }

  // MARK: - How it is written

  private static func format(of place: SourceSettings.Place?, from part: inout FieldReader) -> RosterFormat {
    if let written = part.choice("format", as: RosterFormat.self) { return written.value }
    let path =
      switch place {
      case .file(let path): path
      case .https(let place): String(place.url.prefix { $0 != "?" && $0 != "#" })
      case .command, nil: ""
      }
    let ending = path.lowercased().split(separator: "/").last?.split(separator: ".").last.map(String.init) ?? ""
    return RosterFormat(rawValue: ending) ?? ["txt": .tsv, "tab": .tsv, "vcf": .vcard, "ldf": .ldif][ending] ?? .csv
  }
}
