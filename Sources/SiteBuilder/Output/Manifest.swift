import Files
import Scheduling

/// What the last build wrote: for each file its digest, and size and time by which to see that nobody touched it since.
///
/// Kept in the output folder as `.mentorbook`, one line a file, sorted, behind a line about the build; `Publishing` reads
/// it too. It also marks the folder as ours, for in
/// another's folder the generator removes nothing.
struct Manifest: Sendable {
  /// What is known of one file.
  struct Entry: Hashable, Sendable {
    let digest: ContentHash
    let stamp: FileStamp
  }

  /// What whoever publishes the folder has to know of the build that wrote it.
  struct BuildNote: Hashable, Sendable {
    /// The moment that the site was built for.
    let asOf: Instant
    /// How many errors the build found.
    let errors: Int
  }

  private(set) var entries: [String: Entry] = [:]
  /// Of the build that finished; none while the first is under way.
  private var note: BuildNote?

  /// The manifest's name in the output folder.
  static let name = ".mentorbook"
  private static let heading = "mentorbook output 1"

  init(entries: [String: Entry], note: BuildNote? = nil) {
    self.entries = entries
    self.note = note
  }

  /// The manifest of a folder; nil when it has none, or none that this version can read.
  ///
  /// A line that is damaged is left out: its file will be written again.
  init?(folder: String) {
    self.init(file: "\(folder)/\(Self.name)", heading: Self.heading)
  }

  /// The manifest in a file that begins with a heading.
  init?(file: String, heading: String) {
    guard let bytes = try? FileReading.bytes(of: file) else { return nil }
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    guard let first = lines.first, String(decoding: first, as: UTF8.self) == heading else { return nil }
    entries.reserveCapacity(lines.count)
    for line in lines.dropFirst() {
      let parts = line.split(separator: UInt8(ascii: " "), maxSplits: 3)
      guard parts.count == 4, let digest = Self.number(parts[0], radix: 16), let size = Self.number(parts[1]),
        let time = Self.number(parts[2])
      else { continue }
      entries[String(decoding: parts[3], as: UTF8.self)] = Entry(
        digest: ContentHash(value: digest), stamp: FileStamp(size: Int64(size), nanoseconds: Int64(time)))
    }
  }

  /// The manifest as text.
  var bytes: [UInt8] { bytes(heading: Self.heading) }

  /// The manifest as text that begins with a heading.
  func bytes(heading: String) -> [UInt8] {
    var output = Array((heading + "\n").utf8)
    output.reserveCapacity(entries.count * 96)
    if let note { output += "# as-of \(note.asOf.utcExtended) errors \(note.errors)\n".utf8 }
    // A line is put together from its parts: an interpolated text for each of 100,000 files takes longer than the file.
    for (path, entry) in entries.sorted(by: { $0.key < $1.key }) {
      entry.digest.append(to: &output)
      for number in [entry.stamp.size, entry.stamp.nanoseconds] {
        output.append(UInt8(ascii: " "))
        output += String(number).utf8
      }
      output.append(UInt8(ascii: " "))
      output += path.utf8
      output.append(UInt8(ascii: "\n"))
    }
    return output
  }

  private static func number(_ digits: ArraySlice<UInt8>, radix: Int = 10) -> UInt64? {
    UInt64(String(decoding: digits, as: UTF8.self), radix: radix)
  }
}
