import Digests
import Scheduling

/// A mail to the office, ready to be sent: RFC 5322 and MIME (RFC 2045 to 2049), plain text and HTML.
///
/// It is for people who may see names and write to mentors, so it has both: it does not belong into a public log.
public enum DigestMail {
  public static func bytes(of report: NightReport) -> [UInt8] {
    let text = DigestText.plain(report)
    let html = DigestText.html(report)
    let mark = SHA256.hexadecimal(SHA256.digest(of: Array((text + report.asOf.utcExtended).utf8)).prefix(6))
    let office = report.profiles.office
    let address = office?.ascii ?? "mentorbook@localhost"
    let subject = "\(report.profiles.siteTitle), \(report.asOf.utcDate.iso): \(NightText.headline(report))"
    let lines = [
      "Date: \(date(report.asOf))",
      QuotedPrintable.folded("From: \(QuotedPrintable.phrase(report.profiles.siteTitle)) <\(address)>"),
      "To: <\(address)>",
      QuotedPrintable.folded("Subject: \(QuotedPrintable.phrase(subject, isFree: true))"),
      "Message-ID: <nightly.\(report.asOf.utcBasic).\(mark)@\(office?.domainASCII ?? "localhost")>",
      "Auto-Submitted: auto-generated",
      "MIME-Version: 1.0",
      "Content-Type: multipart/alternative; boundary=\"=_\(mark)\"",
      "",
      "--=_\(mark)",
      "Content-Type: text/plain; charset=utf-8",
      "Content-Transfer-Encoding: quoted-printable",
      "",
      QuotedPrintable.text(text),
      "--=_\(mark)",
      "Content-Type: text/html; charset=utf-8",
      "Content-Transfer-Encoding: quoted-printable",
      "",
      QuotedPrintable.text(html),
      "--=_\(mark)--",
      "",
    ]
    return Array(lines.joined(separator: "\r\n").utf8)
  }

  /// RFC 5322 §3.3.
  private static func date(_ moment: Instant) -> String {
    let day = moment.utcDate
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let clock = moment.utcExtended.dropFirst(11).prefix(8)
    let weekday = day.weekday.name.prefix(3)
    return
      "\(weekday.prefix(1).uppercased())\(weekday.dropFirst()), \(day.day) \(months[day.month - 1]) \(day.year) \(clock) +0000"
  }
}
