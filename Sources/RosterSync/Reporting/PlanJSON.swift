import Hypertext

/// A plan for machines.
public enum PlanJSON {
  /// The plan as JSON.
  /// - Parameter showsValues: whether values of fields and names of files are in it.
  public static func text(_ result: RosterSync.Result, showsValues: Bool) -> String {
    let plan = result.plan
    var json = JSONLines()
    json.open("{")
    json.field("format", number: 1)
    json.field("mode", plan.mode.rawValue)
    json.field("plan", plan.hash)
    json.field("applied", flag: result.isApplied)
    json.field("held", flag: plan.isHeld)
    json.field("exit", number: Int(result.exit.rawValue))
    json.list("sources", result.rows) { json, source in
      json.field("name", source.name)
      json.field("rows", number: source.count)
    }
    json.open("\"counts\": {")
    json.field("people", number: plan.counts.people)
    json.field("before", number: plan.counts.before)
    json.field("unchanged", number: plan.counts.unchanged)
    for action in PersonPlan.Action.reported { json.field(action.word, number: plan.count(action)) }
    json.field("set_back", number: plan.setBack)
    json.field("not_listed", number: plan.counts.notListed)
    json.field("suppressed", number: plan.counts.suppressed)
    json.close("}")
    json.list("guards", plan.trips) { json, trip in
      json.field("code", trip.code)
      json.field("message", trip.message)
      json.field("approvable", flag: trip.isApprovable)
    }
    json.list("people", plan.people) { append($1, to: &$0, showsValues: showsValues) }
    json.list("quarantined", plan.quarantined) { json, row in
      json.field("source", row.row.source)
      json.field("line", number: row.row.line)
      if let id = row.id { json.field("id", id) }
      json.field("column", row.column)
      json.field("extent", row.extent == .row ? "row" : "column")
      json.field("reason", showsValues ? row.reason : row.publicReason)
      if let question = row.question, showsValues { json.field("question", question) }
    }
    json.field("calendars_read", number: result.calendarsRead)
    json.list("calendars_failed", result.calendarFailures) { json, failure in
      if showsValues { json.field("slug", failure.slug) }
      json.field("reason", failure.reason)
    }
    json.field("skipped", number: result.skipped.count)
    json.close("}")
    return json.text + "\n"
  }

  private static func append(_ person: PersonPlan, to json: inout JSONLines, showsValues: Bool) {
    json.field("id", person.reference)
    if showsValues { json.field("slug", person.slug) }
    json.field("action", person.action.word)
    json.list("changes", person.changes) { json, change in
      json.field("field", change.field)
      if showsValues {
        json.field("old", change.old)
        json.field("new", change.new)
      }
      json.field("set_back", flag: change.isSetBack)
    }
    json.list("findings", person.findings) { json, finding in
      json.field("code", finding.code)
      if let field = finding.field { json.field("field", field) }
      json.field("message", finding.publicMessage)
      json.field("remedy", finding.remedy)
      if case .conflict(_, let file, let upstream) = finding, showsValues {
        json.field("file", file)
        json.field("upstream", upstream)
      }
    }
  }
}

/// JSON with a field a line, so that two reports can be compared.
struct JSONLines {
  private var bytes: [UInt8] = []
  private var depth = 0
  private var isFirst = true

  var text: String { String(decoding: bytes, as: UTF8.self) }

  private mutating func begin() {
    if !bytes.isEmpty {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      bytes.append(0x0A)
      bytes += Array(repeating: 0x20, count: depth * 2)
    }
    isFirst = false
  }

  mutating func open(_ text: String) {
    begin()
    bytes += text.utf8
    depth += 1
    isFirst = true
  }

  mutating func close(_ text: String) {
    depth -= 1
    if !isFirst {
      bytes.append(0x0A)
      bytes += Array(repeating: 0x20, count: depth * 2)
    }
    bytes += text.utf8
    isFirst = false
  }

  private mutating func name(_ name: String) {
    begin()
    JSONText.append(name, to: &bytes)
    bytes += ": ".utf8
  }

  mutating func field(_ name: String, _ value: String) {
    self.name(name)
    JSONText.append(value, to: &bytes)
  }

  mutating func field(_ name: String, number: Int) {
    self.name(name)
    bytes += String(number).utf8
  }

  mutating func field(_ name: String, flag: Bool) {
    self.name(name)
    bytes += (flag ? "true" : "false").utf8
  }

  mutating func list<Value>(_ name: String, _ values: [Value], _ item: (inout JSONLines, Value) -> Void) {
    open("\"\(name)\": [")
    for value in values {
      open("{")
      item(&self, value)
      close("}")
    }
    close("]")
  }
}
