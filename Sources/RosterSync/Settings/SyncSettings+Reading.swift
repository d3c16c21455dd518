import Community
import Diagnostics
import FrontMatter

extension SyncSettings {
  /// Reads `sync.yaml`.
  ///
  /// Whatever is wrong or unknown in it is an error, for a misspelled line could be the one that keeps people out.
  /// - Parameters:
  ///   - file: the text of `sync.yaml`.
  ///   - site: the site's settings, which declare further fields of profiles.
  /// - Returns: the settings, unless something is wrong; and all that is wrong, in the order of the file.
  public static func read(
    _ file: SourceFile, site: SiteSettings
  ) -> (settings: SyncSettings?, diagnostics: [Diagnostic]) {
    let (document, problems) = YAMLDocument.parse(file)
    guard let document else { return (nil, problems) }
    var fields = FieldReader(document.root, in: file, name: "sync settings")
    let sources = SourceReading.sources(from: &fields)
    let columns = ColumnReading(sources: sources.map(\.name))
    let key = key(from: &fields, columns)
    var settings = SyncSettings(sources: sources, key: key ?? ColumnName(""))
    settings.fields = FieldMappingReading(site: site, columns: columns).mappings(from: &fields)
    settings.consent = columns.consent(from: &fields)
    settings.optOut = columns.optOut(from: &fields)
    settings.readGuards(from: &fields)
    settings.purgeAfterDays = fields.wholeDays("purge_after", in: 1...3650) ?? settings.purgeAfterDays
    settings.readCalendars(from: &fields)
    fields.finish()
    let diagnostics = (problems + fields.diagnostics).map { problem in
      var problem = problem
      problem.severity = .error
      return problem
    }
    return (diagnostics.isEmpty ? settings : nil, diagnostics.sorted())
  }

  private static func key(from fields: inout FieldReader, _ columns: ColumnReading) -> ColumnName? {
    guard fields.node("key") != nil else {
      fields.report(.noKey, at: SourceRange(line: 1, column: 1))
      return nil
    }
    return columns.column("key", from: &fields)
  }

  private mutating func readGuards(from fields: inout FieldReader) {
    guard var part = fields.nested("guards") else { return }
    guards.absences = part.integer("missing_people", in: 0...100)?.value ?? guards.absences
    guards.absenceShare = part.share("missing") ?? guards.absenceShare
    guards.absenceShareOverSevenRuns = part.share("missing_in_seven_runs") ?? guards.absenceShareOverSevenRuns
    guards.blankedShare = part.share("blanked") ?? guards.blankedShare
    guards.changedShare = part.share("changed", atMost: 90) ?? guards.changedShare
    guards.replacedShare = part.share("replaced") ?? guards.replacedShare
    guards.quarantinedShare = part.share("quarantined") ?? guards.quarantinedShare
    guards.optOutShare = part.share("opted_out", atMost: 90) ?? guards.optOutShare
    part.finish()
    fields.adopt(part)
  }

  private mutating func readCalendars(from fields: inout FieldReader) {
    guard var part = fields.nested("calendars") else { return }
    calendars.areRead = part.flag("read")?.value ?? calendars.areRead
    calendars.deadlineSeconds = part.seconds("deadline", in: 1...600) ?? calendars.deadlineSeconds
    calendars.byteLimit = part.byteCount("limit") ?? calendars.byteLimit
    calendars.atOnce = part.integer("at_once", in: 1...64)?.value ?? calendars.atOnce
    calendars.keptDays = part.wholeDays("keep", in: 0...7) ?? calendars.keptDays
    part.finish()
    fields.adopt(part)
  }
}
