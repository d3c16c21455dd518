/// Finds the file that is already somebody's, though the sync doesn't know it: those of a site that is older than its
/// sync.
///
/// Mail addresses and names say who is meant only once, at an import that a person watches; from then on it is the id
/// alone.
struct Linking {
  private var byMail: [String: [String]] = [:]
  private var byName: [String: [String]] = [:]
  private var mails: [String: String] = [:]
  private var takenMails: [String: Int] = [:]
  private var takenNames: [String: Int] = [:]

  /// - Parameters:
  ///   - files: the profiles that nobody in the state has, with their slugs.
  ///   - records: those whom the state doesn't know.
  init(_ files: [(slug: String, file: ProfileFile)], records: [UpstreamRecord]) {
    for (slug, file) in files {
      let mail = file.text("email")?.lowercased() ?? ""
      mails[slug] = mail
      if !mail.isEmpty { byMail[mail, default: []].append(slug) }
      if let name = file.text("name") { byName[name, default: []].append(slug) }
    }
    for record in records {
      takenMails[Self.text("email", record).lowercased(), default: 0] += 1
      takenNames[Self.text("name", record), default: 0] += 1
    }
  }

  /// The file of the one that has the same mail address, if both are the only ones.
  func byMail(_ record: UpstreamRecord) -> String? {
    let mail = Self.text("email", record).lowercased()
    guard !mail.isEmpty, takenMails[mail] == 1, let files = byMail[mail], files.count == 1 else { return nil }
    return files[0]
  }

  /// The file of the one that has the same name, if both are the only ones and no mail address says otherwise.
  func byName(_ record: UpstreamRecord) -> String? {
    let (name, mail) = (Self.text("name", record), Self.text("email", record))
    guard !name.isEmpty, takenNames[name] == 1, let files = byName[name], files.count == 1,
      mail.isEmpty || mails[files[0]] == ""
    else { return nil }
    return files[0]
  }

  private static func text(_ field: String, _ record: UpstreamRecord) -> String {
    if case .value(.text(let text))? = record.fields[field] { text } else { "" }
  }
}
