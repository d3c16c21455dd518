import Diagnostics
import Scheduling
import SiteBuilder

extension BuildReport {
  /// The findings, and a warning where the machine's time zones are old by the machine's own clock.
  ///
  /// That says nothing about the content, so `--strict` doesn't count it: an editor can't mend it.
  var printedDiagnostics: [Diagnostic] {
    guard let timeZoneVersion, TimeZoneAge.isOld(timeZoneVersion, on: Instant.now().utcDate) else { return diagnostics }
    let warning = Diagnostic(
      .warning, "time-zones", path: "tzdata",
      "the machine's time zones are those of release \(timeZoneVersion), more than a year old: where rules have "
        + "changed since, open times are wrong by an hour",
      remedy: Diagnostic.Remedy("update the package tzdata, or name a newer folder of zones in TZDIR"))
    return diagnostics + [warning]
  }
}
