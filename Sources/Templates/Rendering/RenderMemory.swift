/// What was written for objects that many pages show, so that the next page need only copy it.
///
/// A card stands on a page of each of its mentor's terms; a large site writes each some twelve times. Where a list's
/// section reads nothing but its element (`SharedBody`) and the elements are shared objects, its bytes differ from page to
/// page only in the way to the site's root, so they are kept with the places where that goes.
///
/// One thread keeps one memory for all the pages that it renders. Objects are kept alive with their bytes, so that
/// another object can't come to lie where one was. When the memory is full, it keeps what it has: the pages that come
/// later are written as if there were none.
public final class RenderMemory {
  /// What is remembered: which section, of which object.
  struct Key: Hashable {
    let section: UnsafeRawPointer
    let object: UnsafeRawPointer
  }

  private struct Entry {
    let bytes: Range<Int>
    let prefixes: Range<Int>
  }

  private let limit: Int
  private var entries: [Key: Entry] = [:]
  private var bytes: [UInt8] = []
  /// Where in an entry's bytes the way to the root goes, in ascending order.
  private var prefixes: [Int] = []
  private var objects: [AnyObject] = []

  /// An empty memory.
  ///
  /// - Parameter limit: how many bytes it may keep, about.
  public init(limit: Int = 32 << 20) {
    self.limit = limit
  }

  /// Writes what is remembered; false where nothing is.
  func replay(_ key: Key, to writer: inout PageWriter) -> Bool {
    guard let entry = entries[key] else { return false }
    bytes.withUnsafeBufferPointer { bytes in
      var start = entry.bytes.lowerBound
      for index in entry.prefixes {
        let end = entry.bytes.lowerBound + prefixes[index]
        writer.copy(UnsafeBufferPointer(rebasing: bytes[start..<end]))
        writer.writeRootPrefix()
        start = end
      }
      writer.copy(UnsafeBufferPointer(rebasing: bytes[start..<entry.bytes.upperBound]))
    }
    return true
  }

  /// Whether there is room for another entry.
  var hasRoom: Bool { bytes.count < limit }

  /// Remembers what a writer recorded.
  func keep(_ recording: PageWriter.Recording, for key: Key, object: AnyObject) {
    let bytes = self.bytes.count..<self.bytes.count + recording.bytes.count
    let prefixes = self.prefixes.count..<self.prefixes.count + recording.prefixes.count
    self.bytes += recording.bytes
    self.prefixes += recording.prefixes
    objects.append(object)
    entries[key] = Entry(bytes: bytes, prefixes: prefixes)
  }
}
