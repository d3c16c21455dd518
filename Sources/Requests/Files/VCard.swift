import Addresses
import Hypertext
import Scheduling

/// Contact cards.
public enum VCard {
  /// A card of version 3.0, RFC 2426, which the phones of Apple and Google both import whole.
  public static func v3(_ fields: VCardFields) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(1_024)
    for line in lines(fields) { line.append(to: &output) }
    return output
  }

  private static func lines(_ fields: VCardFields) -> [ContentLine] {
    var lines = [
      ContentLine("BEGIN").raw("VCARD"), ContentLine("VERSION").raw("3.0"),
      ContentLine("FN").text(fields.fullName), ContentLine("N").parts(structuredName(fields)),
    ]
    lines += text("ORG", fields.organization) + text("TITLE", fields.title) + text("X-PRONOUNS", fields.pronouns)
    lines += fields.emails.map { ContentLine("EMAIL", [("TYPE", "INTERNET")]).text($0.ascii) }
    lines += fields.phones.map { ContentLine("TEL", [("TYPE", "VOICE")]).text(dialled($0)) }
    let place = [fields.city ?? "", fields.region ?? "", fields.country ?? ""]
    if place.contains(where: { !$0.isEmpty }) {
      lines.append(
        ContentLine("ADR", [("TYPE", "WORK")]).parts(["", "", "", place[0], place[1], "", place[2]]))
    }
    lines += fields.urls.map { ContentLine("URL").raw($0.text) }
    lines += text("NOTE", fields.note) + text("UID", fields.uid)
    if let revision = fields.revision { lines.append(ContentLine("REV").raw(revision.utcExtended)) }
    return lines + [ContentLine("END").raw("VCARD")]
  }

  /// Family name, given name, and three parts that no profile has.
  ///
  /// A name that nobody has divided is not divided here either, for which part is the family's differs from country
  /// to country. It stands whole as the given name, and is then shown whole.
  private static func structuredName(_ fields: VCardFields) -> [String] {
    guard let family = fields.familyName, !family.isEmpty else { return ["", fields.fullName, "", "", ""] }
    return [family, fields.givenName ?? "", "", "", ""]
  }

  private static func dialled(_ phone: PhoneNumber) -> String {
    phone.e164 + (phone.extension.map { " ext. \($0)" } ?? "")
  }

  private static func text(_ name: String, _ value: String?) -> [ContentLine] {
    guard let value, !value.isEmpty else { return [] }
    return [ContentLine(name).text(value)]
  }
}
