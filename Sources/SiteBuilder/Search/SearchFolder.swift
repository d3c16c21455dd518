import Hypertext

/// A file of the search index before it is compressed, with its place in the site.
struct SearchContents: Sendable {
  let address: SitePath
  let bytes: [UInt8]
}

/// A file of the search index that stands by itself, with a digest of its contents in its name.
struct SearchFile: Sendable {
  /// Its name below `search/`.
  let name: String
  let bytes: [UInt8]

  init(_ name: String, _ bytes: [UInt8]) {
    self.name = "\(name)-\(ContentHash(bytes).hexadecimal).bin"
    self.bytes = bytes
  }

  /// The file at its place.
  var placed: SearchContents { SearchContents(address: SitePath("search/\(name)"), bytes: bytes) }
}

/// Files of the search index that belong together, in a folder with a digest of all of them in its name.
///
/// One digest a folder and not one a file: the entry, which every visitor reads, would have to list them all.
struct SearchFolder: Sendable {
  /// Its name below `search/`.
  let name: String
  private let files: [(name: String, bytes: [UInt8])]

  /// Files with names, which stand for themselves.
  init(_ name: String, _ files: [(name: String, bytes: [UInt8])]) {
    let digests = files.flatMap { file in
      withUnsafeBytes(of: ContentHash(file.bytes).value.littleEndian) { Array($0) }
    }
    self.name = "\(name)-\(ContentHash(digests).hexadecimal)"
    self.files = files
  }

  /// Files that are called by their numbers.
  init(_ name: String, _ files: [[UInt8]]) {
    self.init(name, files.enumerated().map { (String($0), $1) })
  }

  /// The files at their places.
  var placed: [SearchContents] {
    files.map { SearchContents(address: SitePath("search/\(name)/\($0.name).bin"), bytes: $0.bytes) }
  }
}
