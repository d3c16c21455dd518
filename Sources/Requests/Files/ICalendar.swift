import Hypertext
import Scheduling

/// iCalendar files: RFC 5545, and RFC 5546 for invitations.
///
/// Every file holds one event at a fixed moment, so times are in UTC and no file needs a zone's rules.
public enum ICalendar {
  /// A file that keeps the time free in the calendar of whoever opens it.
  ///
  /// It invites nobody: no METHOD, no ORGANIZER, no ATTENDEE, for opening a file doesn't reliably invite anyone.
  /// The same slot always has the same UID, so that opening a newer file replaces the older.
  /// - Parameters:
  ///   - uidHost: the site's host, which makes the UID its own.
  ///   - slug: the mentor's, part of the UID.
  ///   - stamp: when the profile last changed. Never the time of the build: a file stays the same every night.
  ///   - productID: what made the file, `-//Name//EN`.
  public static func hold(
    _ event: CalendarEvent, uidHost: String, slug: String, stamp: Instant, productID: String
  ) -> [UInt8] {
    let uid = "\(holdIdentifier(slug: slug, start: event.start, minutes: event.minutes))@\(uidHost)"
    return file(
      productID: productID, method: nil,
      event: beginning(of: event, uid: uid, stamp: stamp) + description(of: event) + [
        ContentLine("STATUS").raw("TENTATIVE"), ContentLine("TRANSP").raw("OPAQUE"),
      ])
  }

  /// An invitation, to be attached to a mail: METHOD:REQUEST, the mentee as organizer, the mentor as attendee.
  ///
  /// - Parameters:
  ///   - uid: random, and not made from the slot: two who ask for one slot must not overwrite each other.
  ///   - sequence: 0, and one more each time the same invitation is sent again.
  public static func invitation(
    _ event: CalendarEvent, uid: String, sequence: Int = 0, stamp: Instant, organizer: CalendarParticipant,
    attendee: CalendarParticipant, productID: String
  ) -> [UInt8] {
    let awaited = [
      ("CUTYPE", "INDIVIDUAL"), ("ROLE", "REQ-PARTICIPANT"), ("PARTSTAT", "NEEDS-ACTION"), ("RSVP", "TRUE"),
    ]
    return file(
      productID: productID, method: "REQUEST",
      event: beginning(of: event, uid: uid, stamp: stamp) + [ContentLine("SEQUENCE").raw(String(sequence))]
        + description(of: event) + [
          ContentLine("ORGANIZER", organizer.nameParameter).raw(organizer.uri),
          ContentLine("ATTENDEE", attendee.nameParameter + awaited).raw(attendee.uri),
          ContentLine("STATUS").raw("CONFIRMED"), ContentLine("TRANSP").raw("OPAQUE"),
        ])
  }

  /// What a hold's UID begins with: 32 hexadecimal digits that follow from the mentor and the slot.
  public static func holdIdentifier(slug: String, start: Instant, minutes: Int) -> String {
    let digest = SHA256.digest(of: Array("\(slug)|\(start.utcBasic)|\(minutes)".utf8))
    return SHA256.hexadecimal(digest.prefix(16))
  }

  // MARK: - Parts

  private static func file(productID: String, method: String?, event: [ContentLine]) -> [UInt8] {
    let before = [
      ContentLine("BEGIN").raw("VCALENDAR"), ContentLine("VERSION").raw("2.0"), ContentLine("PRODID").text(productID),
      ContentLine("CALSCALE").raw("GREGORIAN"),
    ]
    let lines =
      before + (method.map { [ContentLine("METHOD").raw($0)] } ?? [])
      + [ContentLine("BEGIN").raw("VEVENT")] + event
      + [ContentLine("END").raw("VEVENT"), ContentLine("END").raw("VCALENDAR")]
    var output: [UInt8] = []
    output.reserveCapacity(1_024)
    for line in lines { line.append(to: &output) }
    return output
  }

  private static func beginning(of event: CalendarEvent, uid: String, stamp: Instant) -> [ContentLine] {
    [
      ContentLine("UID").text(uid), ContentLine("DTSTAMP").raw(stamp.utcBasic),
      ContentLine("DTSTART").raw(event.start.utcBasic), ContentLine("DTEND").raw(event.end.utcBasic),
    ]
  }

  private static func description(of event: CalendarEvent) -> [ContentLine] {
    let texts = [("SUMMARY", event.title), ("DESCRIPTION", event.details), ("LOCATION", event.location)]
    return texts.compactMap { name, text in
      guard let text, !text.isEmpty else { return nil }
      return ContentLine(name).text(text)
    }
  }
}
