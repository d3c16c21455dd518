import Digests
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
    return write(event, productID: productID, method: nil, uid: uid, stamp: stamp, sequence: nil) { file in
      file.write("STATUS", raw: "TENTATIVE")
    }
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
    return write(event, productID: productID, method: "REQUEST", uid: uid, stamp: stamp, sequence: sequence) { file in
      file.write("ORGANIZER", organizer.nameParameter, raw: organizer.uri)
      file.write("ATTENDEE", attendee.nameParameter + awaited, raw: attendee.uri)
      file.write("STATUS", raw: "CONFIRMED")
    }
  }

  /// What a hold's UID begins with: 32 hexadecimal digits that follow from the mentor and the slot.
  public static func holdIdentifier(slug: String, start: Instant, minutes: Int) -> String {
    let digest = SHA256.digest(of: Array("\(slug)|\(start.utcBasic)|\(minutes)".utf8))
    return SHA256.hexadecimal(digest.prefix(16))
  }

  /// Writes a file of one event; `properties` writes what one kind of file has and another doesn't.
  private static func write(
    _ event: CalendarEvent, productID: String, method: String?, uid: String, stamp: Instant, sequence: Int?,
    properties: (inout ContentFile) -> Void
  ) -> [UInt8] {
    var file = ContentFile()
    file.write("BEGIN", raw: "VCALENDAR")
    file.write("VERSION", raw: "2.0")
    file.write("PRODID", text: productID)
    file.write("CALSCALE", raw: "GREGORIAN")
    if let method { file.write("METHOD", raw: method) }
    file.write("BEGIN", raw: "VEVENT")
    file.write("UID", text: uid)
    file.write("DTSTAMP", raw: stamp.utcBasic)
    file.write("DTSTART", raw: event.start.utcBasic)
    file.write("DTEND", raw: event.end.utcBasic)
    if let sequence { file.write("SEQUENCE", raw: String(sequence)) }
    file.write("SUMMARY", text: event.title)
    file.write("DESCRIPTION", text: event.details)
    file.write("LOCATION", text: event.location)
    properties(&file)
    file.write("TRANSP", raw: "OPAQUE")
    file.write("END", raw: "VEVENT")
    file.write("END", raw: "VCALENDAR")
    return file.bytes
  }
}
