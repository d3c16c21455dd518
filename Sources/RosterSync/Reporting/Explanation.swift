import Files
import Scheduling

extension RosterSync {
  /// Who has the last word on a mentor's fields, and where what stands there comes from. Reads the state and the
  /// profile; no roster is fetched.
  ///
  /// - Parameters:
  ///   - mentor: the name of the profile's file, the university's id, or what a report calls somebody: `~1f2e3d4c`.
  ///   - field: one field; nil for all that are mapped.
  public static func explanation(
    of mentor: String, field: String?, _ options: SyncOptions
  ) throws(SyncStop) -> String {
    let read = try SyncSettingsFiles.read(options)
    let known = try Self.known(options)
    let mapping = Mapping(read.settings, site: read.site, zoneNames: read.zoneNames, today: read.today)
    let merge = PersonMerge(
      settings: read.settings, key: known.key, state: known.state, today: read.today, settingsMark: 0,
      terms: mapping.termMaps)
    guard let person = known.person(mentor) ?? known.person(reported: mentor) else {
      return "'\(mentor)' is not in the sync's care: no run has brought or linked that profile. "
        + "Every field of it is the editors' own.\n"
    }
    let file: ProfileFile?
    do throws(FileProblem) {
      file = try ProfileFolder(options.contentFolder).read(person.slug)
    } catch {
      throw .system(error)
    }
    let explanation = Explanation(person: person, file: file, merge: merge)
    guard let field else { return explanation.all }
    return explanation.header + explanation.lines(of: field)
  }

  static func known(_ options: SyncOptions) throws(SyncStop) -> KnownState {
    do throws(StateProblem) {
      let known = try KnownState.read(SyncFolder(contentFolder: options.contentFolder), isFirst: false)
      return try known.settled(inContent: options.contentFolder)
    } catch {
      throw .state(error)
    }
  }
}

extension KnownState {
  /// The state after an interrupted run.
  func settled(inContent folder: String) throws(StateProblem) -> KnownState {
    do throws(FileProblem) {
      return try settled(in: ProfileFolder(folder))
    } catch {
      throw .system(error)
    }
  }

  /// A person by the name of the profile's file, or by the university's id.
  func person(_ name: String) -> PersonState? {
    let id = key.person(name)
    return state.people.first { $0.id == id } ?? state.people.first { $0.slug == name }
  }

  /// A person by what reports call those whose id isn't known; nil where that could be several.
  func person(reported name: String) -> PersonState? {
    let people = state.people.filter { $0.id.short == name }
    return people.count == 1 ? people[0] : nil
  }
}

/// What is known of one person.
private struct Explanation {
  let person: PersonState
  let file: ProfileFile?
  let merge: PersonMerge

  var all: String {
    header + merge.owners.keys.sorted().map(lines).joined()
      + "All other fields, and the biography, are the editors' own.\n"
  }

  var header: String {
    var text = "\(person.slug)\n"
    if let since = person.missingSince {
      text += "  missing in the roster since \(since.iso); hidden for that\n"
    }
    if let consent = person.consent {
      text += "  consent: \(consent.word.rawValue) since \(consent.since.iso), by '\(consent.source)'\n"
    } else {
      text += "  consent: the roster says nothing\n"
    }
    if file == nil { text += "  the profile's file was removed\n" }
    return text
  }

  func lines(of path: String) -> String {
    let groups = merge.owners.keys.filter { $0 == path || $0.hasPrefix(path + ".") }.sorted()
    if groups.isEmpty {
      return "  \(path): not mapped in sync.yaml, so it is the editors' own\n"
    }
    return groups.map(line).joined()
  }

  private func line(_ path: String) -> String {
    guard let owner = merge.owners[path] else { return "" }
    let readings = file.map { merge.readings(path, of: $0) } ?? [.nothing]
    var text = "  \(path): \(readings.first?.text.isEmpty == false ? readings[0].text : "nothing")\n"
    text += "    owner: \(owner.rawValue) (\(Self.meaning(of: owner)))\n"
    text += "    \(origin(path, readings))\n"
    if let file, PersonMerge.isPinned(path, in: file.pinned) {
      text += "    pinned in the profile: it stays as it is\n"
    }
    return text
  }

  private func origin(_ path: String, _ readings: [CanonicalValue]) -> String {
    guard let index = merge.fields.firstIndex(of: path), let base = person[base: index] else {
      return "no run has brought a value; what stands there is an editor's"
    }
    let day = CivilDate(daysSinceEpoch: Int(person.base[index].day)).iso
    let isBase = readings.contains { merge.key.field(path, of: person.id, $0) == base }
    return isBase
      ? "as the roster said it in the run of \(day)"
      : "an editor's, changed since the roster's value of the run of \(day)"
  }

  private static func meaning(of owner: FieldOwner) -> String {
    switch owner {
    case .upstream: "the roster has the last word; an editor's change is set back"
    case .editor: "the roster fills it for new mentors only"
    case .shared: "whoever changed it last; if both did, somebody has to decide"
    }
  }
}
