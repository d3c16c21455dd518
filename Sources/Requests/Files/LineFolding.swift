/// Folding: no line of a file has more than 75 octets; what is longer goes on behind CR LF and a space.
enum LineFolding {
  private static let longest = 75

  /// Ends the line that begins at `start` with CR LF, and folds it between UTF-8 characters where it is too long.
  static func endLine(from start: Int, in output: inout [UInt8]) {
    if output.count - start > longest {
      let line = output[start...]
      output.removeSubrange(start...)
      append(line, to: &output)
    }
    output.append(contentsOf: [0x0D, 0x0A])
  }

  private static func append(_ line: ArraySlice<UInt8>, to output: inout [UInt8]) {
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
  }
}
