/// Folding: no line of a file has more than 75 octets; what is longer goes on behind CR LF and a space.
enum LineFolding {
  private static let longest = 75

  /// Appends one line, folded between UTF-8 characters, with the CR LF that ends it.
  static func append(_ line: ArraySlice<UInt8>, to output: inout [UInt8]) {
    var rest = line
    var room = longest
    while rest.count > room {
      var end = rest.startIndex + room
      while end > rest.startIndex, rest[end] & 0xC0 == 0x80 { end -= 1 }
      // Bytes that are no UTF-8 could leave nothing to take: then the line is cut where it is.
      if end == rest.startIndex { end += room }
      output.append(contentsOf: rest[..<end])
      output.append(contentsOf: [0x0D, 0x0A, 0x20])
      rest = rest[end...]
      room = longest - 1
    }
    output.append(contentsOf: rest)
    output.append(contentsOf: [0x0D, 0x0A])
  }
}
