/// Requests turns a mentor and a slot into what a student sends: links and files, from plain values.
///
/// 1. Addresses come checked, as `MailAddress` and `PhoneNumber`; nothing here takes any other.
/// 2. `MessageTemplate` makes the words from the site's settings.
/// 3. `MailtoLink`, `WebMail` and `PhoneLink` begin a message; `CalendarProvider` begins an event. Every link is put
///    together by `LinkAssembly`, which encodes each part and keeps the whole short enough.
/// 4. `ICalendar` and `VCard` write files, line by line into a `ContentFile`.
///
/// No other target builds a mail, telephone or calendar link, or a file of these kinds.
public enum LinkLength {
  /// The most characters of any link made here: Gmail's handler takes some 1,620, Outlook behind a browser 2,046.
  public static let longest = 1_600
}
