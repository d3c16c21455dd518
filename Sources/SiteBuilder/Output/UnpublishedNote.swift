import Community
import Digests
import Files

/// Tells `Publishing` what is not in an output folder, and why, so that no limit holds those back who want to leave.
///
/// It is kept beside the content, as `.mentorbook/unpublished/…`, a file for each output folder, and not in that folder: some
/// people copy it to a server as it is, and who opted out is nobody's business there. It is good for one build alone:
/// the second line has the digest of the manifest that the build wrote.
///
///     mentorbook unpublished 1
///     of 3f9a…
///     kept-back mentors/ana-lopez/
///     unread mentors/john-doe/
///     faulty guide/faq/
///     end
struct UnpublishedNote {
  private let content: UnpublishedContent
  private let folder: String

  init(_ content: UnpublishedContent, options: BuildOptions) {
    self.content = content
    folder = options.besideContent(".mentorbook/unpublished")
  }

  /// Writes the note; where there is nothing to tell, there is none. A folder that can't be written to is no problem:
  /// without the note, publishing holds more, never less.
  func write(beside output: String, of manifest: [UInt8]) {
    let place = Array(FileReading.absolute(output).utf8)
    let path = "\(folder)/\(SHA256.hexadecimal(SHA256.digest(of: place)).prefix(16))"
    try? FileWriting.removeFile(path)
    if content.isEmpty { return }
    var text = "mentorbook unpublished 1\nof \(SHA256.hexadecimal(SHA256.digest(of: manifest)))\n"
    for (word, addresses) in [
      ("kept-back", content.keptBack), ("unread", content.unread), ("faulty", content.faulty),
    ] {
      for path in addresses.map(\.path).sorted() { text += "\(word) \(path)\n" }
    }
    try? FileWriting.makeFolder(folder)
    _ = try? FileWriting.replace(path, with: Array((text + "end\n").utf8))
  }
}
