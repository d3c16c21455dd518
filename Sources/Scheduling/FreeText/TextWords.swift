/// The words of texts about hours.
enum TextWords {
  private static func phrases(_ text: String) -> [[String]] {
    text.split(separator: ";").map { $0.split(separator: " ").map(String.init) }
  }

  private static func words(_ text: String) -> Set<String> { Set(text.split(separator: " ").map(String.init)) }

  /// Phrases that say that one asks for a time. They add nothing to hours that are named beside them.
  static let arrangements = phrases(
    "or by appointment;by appointment only;by appointment;by appt;or by arrangement;by arrangement;by request;"
      + "on request;upon request;by email;as needed;contact me;email me;message me;please email;flexible schedule;"
      + "flexible;varies;variable;depends;tbd;tba;tbc;ask me;please ask;to be arranged;or other times;"
      + "and other times")

  /// Phrases that say that something is not for every week.
  static let notWeekly = phrases(
    "every other;every second;each second;biweekly;bi weekly;fortnightly;alternate;alternating;first;second;third;fourth;"
      + "last;monthly;twice;once;odd;even;some;sometimes;occasionally;occasional")

  /// Words behind which the text says when nobody is there.
  static let exclusions = words("not no except excluding excepting excl without closed away never unavailable")
  /// Words that may stand between these and the dates.
  static let exclusionNoise = words("in on during for the month of available meetings meeting sessions but hours is am")

  /// Words that don't change what a text says.
  static let noise = words(
    "on at in the i im is are am my me we available availability free open office hours usually generally normally typically "
      + "each every weekly for meetings meeting calls call chat chats zoom teams skype phone video online virtual virtually "
      + "remote remotely only please via person time times best works work well mentoring students student sessions session "
      + "from between during week local standard daylight but conversations conversation drop ins regular")

  /// What a word leaves open.
  static func unclear(_ word: String) -> AvailabilityText.Unclear? {
    if vagueTimes.contains(word) { return .vagueTime(word) }
    if seasons.contains(word) { return .season(word) }
    if word == "or" { return .either }
    return nil
  }

  private static let vagueTimes = words(
    "morning mornings afternoon afternoons evening evenings night nights lunch lunchtime lunchtimes after before early late "
      + "anytime around about noonish mid midmorning midafternoon breakfast dinner onwards onward later earlier most any"
  )
  private static let seasons = words(
    "starting beginning summer winter spring fall autumn semester semesters term terms quarter quarters since holidays "
      + "break breaks")
}
