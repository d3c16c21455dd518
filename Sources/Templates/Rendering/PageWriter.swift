import Hypertext

/// Writes values as HTML behind the bytes that are there.
struct PageWriter {
  private var bytes: [UInt8] = []
  /// The way to the site's root, as it stands in an attribute.
  private let rootPrefix: [UInt8]
  private var recorder: Recorder?

  /// Takes over `output` until `finish` gives it back: only one may hold the bytes, or each write would copy them.
  init(appendingTo output: inout [UInt8], rootPrefix: String) {
    self.rootPrefix = HTMLEscaping.escaped(rootPrefix)
    swap(&bytes, &output)
  }

  /// Gives the bytes back.
  mutating func finish(_ output: inout [UInt8]) {
    swap(&bytes, &output)
  }

  /// Bytes as they are.
  mutating func copy(_ literal: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: literal)
  }

  /// Bytes as they are.
  mutating func copy(_ literal: [UInt8]) {
    bytes.append(contentsOf: literal)
  }

  /// Text, escaped unless it is to be raw.
  mutating func write(_ text: String, isRaw: Bool) {
    if isRaw {
      bytes.append(contentsOf: text.utf8)
    } else {
      HTMLEscaping.append(text, to: &bytes)
    }
  }

  /// Markup, escaped unless it is to be raw.
  mutating func write(_ html: SafeHTML, isRaw: Bool) {
    if isRaw {
      bytes.append(contentsOf: html.bytes)
    } else {
      html.bytes.withUnsafeBufferPointer { HTMLEscaping.append($0, to: &bytes) }
    }
  }

  /// A number in decimal digits.
  mutating func write(_ number: Int) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    var rest = number.magnitude
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var start = digits.count
      repeat {
        start -= 1
        digits[start] = UInt8(ascii: "0") + UInt8(rest % 10)
        rest /= 10
      } while rest > 0
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: digits[start...]))
    }
  }

  /// A link as an attribute's value. The home page seen from itself is `./`, for an empty `href` would be whatever
  /// address the visitor came by.
  mutating func write(_ link: Link) {
    switch link {
    case .external(let url):
      HTMLEscaping.append(url.text, to: &bytes)
    case .site(let path):
      writeRootPrefix()
      if path.path.isEmpty {
        // How the home page is written depends on the page, so it can't be copied to another.
        recorder?.isBroken = true
        if rootPrefix.isEmpty { bytes.append(contentsOf: [UInt8(ascii: "."), UInt8(ascii: "/")]) }
      }
      path.appendEncoded(to: &bytes)
    }
  }

  /// The way to the site's root.
  mutating func writeRootPrefix() {
    recorder?.places.append(bytes.count)
    bytes.append(contentsOf: rootPrefix)
  }

  /// JSON within a `<script>`: what could end the element, or a line of script, is written as `\u` escapes. Outside of
  /// strings JSON has none of these characters, so its meaning stays.
  mutating func write(json: [UInt8]) {
    json.withUnsafeBufferPointer { json in
      var start = 0
      var index = 0
      while index < json.count {
        guard let (escape, length) = Self.escape(in: json, at: index) else {
          index += 1
          continue
        }
        bytes.append(contentsOf: json[start..<index])
        escape.withUTF8Buffer { bytes.append(contentsOf: $0) }
        index += length
        start = index
      }
      bytes.append(contentsOf: json[start...])
    }
  }

  private static func escape(in json: UnsafeBufferPointer<UInt8>, at index: Int) -> (StaticString, Int)? {
    switch json[index] {
    case UInt8(ascii: "<"): ("\\u003c", 1)
    case UInt8(ascii: ">"): ("\\u003e", 1)
    case UInt8(ascii: "&"): ("\\u0026", 1)
    case 0xE2 where index + 2 < json.count && json[index + 1] == 0x80 && json[index + 2] == 0xA8: ("\\u2028", 3)
    case 0xE2 where index + 2 < json.count && json[index + 1] == 0x80 && json[index + 2] == 0xA9: ("\\u2029", 3)
    default: nil
    }
  }
}

// MARK: - Recording

extension PageWriter {
  /// What was written between two moments, without the ways to the root.
  struct Recording {
    let bytes: [UInt8]
    /// Where in `bytes` they go.
    let prefixes: [Int]
  }

  private struct Recorder {
    let start: Int
    /// Where ways to the root begin in the page.
    var places: [Int] = []
    /// Whether something was written that is not the same on every page.
    var isBroken = false
  }

  /// Whether a recording is going on.
  var isRecording: Bool { recorder != nil }

  /// Records what is written from here on. Recordings don't nest.
  mutating func beginRecording() {
    recorder = Recorder(start: bytes.count)
  }

  /// What was written since; nil where another page would have to write something else.
  mutating func endRecording() -> Recording? {
    defer { recorder = nil }
    guard let recorder, !recorder.isBroken else { return nil }
    var copied: [UInt8] = []
    copied.reserveCapacity(bytes.count - recorder.start)
    var prefixes: [Int] = []
    var start = recorder.start
    for place in recorder.places {
      copied += bytes[start..<place]
      prefixes.append(copied.count)
      start = place + rootPrefix.count
    }
    copied += bytes[start...]
    return Recording(bytes: copied, prefixes: prefixes)
  }
}
