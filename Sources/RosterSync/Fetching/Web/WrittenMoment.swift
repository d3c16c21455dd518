import Scheduling

/// The moment that HTTP writes as `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110 §5.6.7).
enum WrittenMoment {
  /// The moment; nil where it is written otherwise.
  static func instant(_ text: String) -> Instant? {
    let words = text.split(separator: " ")
    guard words.count == 6, words[5] == "GMT", let day = Int(words[1]), let year = Int(words[3]),
      let month = months.firstIndex(of: String(words[2])), 1970...9999 ~= year,
      let date = CivilDate(year: year, month: month + 1, day: day)
    else { return nil }
    let clock = words[4].split(separator: ":").compactMap { Int($0) }
    guard clock.count == 3, 0...23 ~= clock[0], 0...59 ~= clock[1], 0...60 ~= clock[2] else { return nil }
    return Instant(utc: date).adding(seconds: Int64(clock[0] * 3600 + clock[1] * 60 + clock[2]))
  }

  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}
