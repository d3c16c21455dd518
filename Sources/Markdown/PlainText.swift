/// Text without markup.
enum PlainText {
  /// Appends what stands outside `<…>`: of `<p>I am Ana</p>` the words, which search and excerpt want without the tags.
  static func appendOutsideTags(of html: String, to bytes: inout [UInt8]) {
    var isInsideTag = false
    for byte in html.utf8 {
      switch byte {
      case UInt8(ascii: "<"): isInsideTag = true
      case UInt8(ascii: ">") where isInsideTag: isInsideTag = false
      case UInt8(ascii: "\n"):
        if let last = bytes.last, last != byte { bytes.append(byte) }
      default:
        if !isInsideTag { bytes.append(byte) }
      }
    }
  }
}
