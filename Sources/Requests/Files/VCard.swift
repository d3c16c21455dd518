import Addresses
import Hypertext
import Scheduling

/// Contact cards.
public enum VCard {
  /// A card of version 3.0, RFC 2426, which the phones of Apple and Google both import whole.
  public static func v3(_ fields: VCardFields) -> [UInt8] {
    var file = ContentFile()
    file.write("BEGIN", raw: "VCARD")
    file.write("VERSION", raw: "3.0")
    file.write("FN", text: fields.fullName)
    file.write("N", parts: structuredName(fields))
    file.write("ORG", text: fields.organization)
    file.write("TITLE", text: fields.title)
    file.write("X-PRONOUNS", text: fields.pronouns)
    for address in fields.emails { file.write("EMAIL", [("TYPE", "INTERNET")], text: address.ascii) }
    for phone in fields.phones { file.write("TEL", [("TYPE", "VOICE")], text: dialled(phone)) }
    writePlace(fields, type: "WORK", to: &file)
    for url in fields.urls { file.write("URL", raw: url.text) }
    file.write("NOTE", text: fields.note)
    file.write("UID", text: fields.uid)
    if let revision = fields.revision { file.write("REV", raw: revision.utcExtended) }
    if let photo = fields.photo {
      file.write("PHOTO", [("ENCODING", "b"), ("TYPE", "JPEG")], raw: Base64.text(photo))
    }
    file.write("END", raw: "VCARD")
    return file.bytes
  }

  /// A card of version 4.0, RFC 6350, with the pronouns of RFC 9554.
  public static func v4(_ fields: VCardFields) -> [UInt8] {
    var file = ContentFile()
    file.write("BEGIN", raw: "VCARD")
    file.write("VERSION", raw: "4.0")
    file.write("KIND", raw: "individual")
    file.write("FN", text: fields.fullName)
    file.write("N", parts: structuredName(fields))
    file.write("PRONOUNS", text: fields.pronouns)
    file.write("ORG", text: fields.organization)
    file.write("TITLE", text: fields.title)
    for address in fields.emails { file.write("EMAIL", text: address.ascii) }
    for phone in fields.phones {
      file.write("TEL", [("VALUE", "uri"), ("TYPE", "voice")], raw: PhoneLink.tel(phone).text)
    }
    writePlace(fields, type: "work", to: &file)
    for url in fields.urls { file.write("URL", raw: url.text) }
    file.write("NOTE", text: fields.note)
    if let uid = fields.uid { file.write("UID", raw: uid) }
    if let revision = fields.revision { file.write("REV", raw: revision.utcBasic) }
    // The comma of a data: URI stands as it is: a URI is no text (RFC 6350 §3.4).
    if let photo = fields.photo { file.write("PHOTO", raw: "data:image/jpeg;base64,\(Base64.text(photo))") }
    file.write("END", raw: "VCARD")
    return file.bytes
  }

  /// Post office box, extended address and street, which no profile has; then city, region, postal code, country.
  private static func writePlace(_ fields: VCardFields, type: String, to file: inout ContentFile) {
    let (city, region, country) = (fields.city ?? "", fields.region ?? "", fields.country ?? "")
    guard !(city + region + country).isEmpty else { return }
    file.write("ADR", [("TYPE", type)], parts: ["", "", "", city, region, "", country])
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
}
