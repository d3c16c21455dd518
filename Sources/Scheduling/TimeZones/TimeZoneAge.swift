/// How old a release of the tz database is, as far as its name tells.
public enum TimeZoneAge {
  /// Whether a release is more than a year old on a date, for sure.
  ///
  /// A name such as `2025b` has the year and a letter that counts. Every year's first release came before July, the
  /// others by the year's end; reckoned from there, nothing is called old too early.
  /// - Returns: false for a name of another kind.
  public static func isOld(_ version: String, on date: CivilDate) -> Bool {
    let digits = version.prefix { $0.isASCII && $0.isNumber }
    guard digits.count == 4, let year = Int(digits), let letter = version.dropFirst(4).first, letter.isLetter,
      let latest = letter == "a" ? CivilDate(year: year, month: 6, day: 30) : CivilDate(year: year, month: 12, day: 31)
    else { return false }
    return date.daysSinceEpoch - latest.daysSinceEpoch > 365
  }
}
