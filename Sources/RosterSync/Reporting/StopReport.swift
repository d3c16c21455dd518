/// What reports say of a run that ended before there was a plan, so that nobody takes last night's for tonight's.
public enum StopReport {
  /// The report for machines.
  public static func json(_ stop: SyncStop) -> String {
    var json = JSONLines()
    json.open("{")
    json.field("format", number: 1)
    json.field("applied", flag: false)
    json.field("exit", number: Int(stop.exit.rawValue))
    json.field("stopped", stop.message)
    if let remedy = stop.remedy { json.field("remedy", remedy) }
    json.close("}")
    return json.text + "\n"
  }

  /// The report for a page.
  public static func markdown(_ stop: SyncStop) -> String {
    let remedy = stop.remedy.map { "\n" + PlanMarkdown.escaped($0) + ".\n" } ?? ""
    let nothing = stop.changedNothing ? " Nothing was changed." : ""
    return "# Sync\n\n**Stopped**: \(PlanMarkdown.escaped(stop.message)).\(nothing)\n" + remedy
  }
}
