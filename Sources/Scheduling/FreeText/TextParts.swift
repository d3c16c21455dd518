/// What a text about hours consists of: days, windows, a zone, exceptions.
struct TextParts {
  /// Days or a window, as the text has them one after the other.
  enum Item: Hashable {
    /// Days, and whether a new sentence began with them.
    case days([Weekday], isAfterStop: Bool)
    case window(TextWindow)

    var isDays: Bool { if case .days = self { true } else { false } }
  }

  private(set) var items: [Item] = []
  private(set) var except: [DateSpan] = []
  private(set) var exceptDays: Set<Weekday> = []
  /// Whether the text says that one asks for a time.
  private(set) var isByArrangement = false
  private var written: String?
  private let ownZone: String?
  private var reader: TextTokens
  private let today: CivilDate
  private var isAfterStop = false

  init(_ tokens: [TextToken], ownZone: String?, today: CivilDate) {
    reader = TextTokens(tokens)
    self.ownZone = ownZone
    self.today = today
  }

  /// The zone that the text names; nil where it is the mentor's own.
  var zone: String? { written == ownZone ? nil : written }

  /// Takes all tokens.
  mutating func readAll() throws(AvailabilityText.Unclear) {
    while let token = reader.next {
      if try readPhrase() { continue }
      if try readDays() { continue }
      switch token {
      case .stop:
        isAfterStop = true
        reader.skip()
      case .dash, .comma, .and, .slash: reader.skip()
      case .time: try readWindow()
      case .word(let word): try readWord(word)
      case .zone(let name):
        reader.skip()
        try setZone(name)
      case .ordinal(let number): throw .notWeekly("\(number)th")
      case .date(let date): throw .notWeekly(date.iso)
      case .other(let text): throw .unknown(text)
      }
    }
  }

  // MARK: - Words

  private mutating func readWord(_ word: String) throws(AvailabilityText.Unclear) {
    if TextZones.isName(word) {
      reader.skip()
      if reader.next == .and || reader.next == .dash, case .time? = reader.peek(1) {
        throw .zone(word.uppercased())
      }
      return try setZone(TextZones.zone(word, own: ownZone))
    }
    if TextWords.exclusions.contains(word) { return try readExclusions() }
    if let meaning = TextWords.unclear(word) { throw meaning }
    if TextMonths.number(word) != nil { throw .season(word) }
    guard TextWords.noise.contains(word) else { throw .unknown(word) }
    reader.skip()
    if word == "from" || word == "in" || word == "during", case .word(let next)? = reader.next,
      TextMonths.number(next) != nil
    {
      throw .season("\(word) \(next)")
    }
  }

  private mutating func setZone(_ name: String) throws(AvailabilityText.Unclear) {
    if let written, written != name { throw .zone("\(written), \(name)") }
    written = name
  }

  /// Phrases of several words that have one meaning.
  private mutating func readPhrase() throws(AvailabilityText.Unclear) -> Bool {
    if reader.skip(anyOf: TextWords.arrangements) {
      isByArrangement = true
      return true
    }
    if let phrase = reader.skip(anyOf: TextWords.notWeekly) { throw .notWeekly(phrase.joined(separator: " ")) }
    return false
  }

  // MARK: - Days

  /// Reads a list of days, and the days between two of them.
  private mutating func readDays() throws(AvailabilityText.Unclear) -> Bool {
    guard var list = TextDays.next(reader, isAlone: true) else { return false }
    var days: [Weekday] = []
    while true {
      reader.skip(list.tokens)
      if reader.next == .dash, let first = list.days.last, let end = TextDays.next(reader, after: 1, isAlone: false) {
        reader.skip(1 + end.tokens)
        days += list.days.dropLast() + first.through(end.days[0]) + end.days.dropFirst()
      } else {
        days += list.days
      }
      if case .word("or")? = reader.next, TextDays.next(reader, after: 1, isAlone: false) != nil { throw .either }
      let signs = reader.count(of: [.comma, .and, .slash])
      guard let next = TextDays.next(reader, after: signs, isAlone: false) else { break }
      reader.skip(signs)
      list = next
    }
    items.append(.days(days, isAfterStop: isAfterStop))
    isAfterStop = false
    return true
  }

  // MARK: - Windows

  private mutating func readWindow() throws(AvailabilityText.Unclear) {
    guard case .time(let start)? = reader.next else { return }
    reader.skip()
    let isBetween = reader.isBetween
    guard reader.next == .dash || isBetween && reader.next == .and, case .time(let end)? = reader.peek(1) else {
      if case .word("or")? = reader.next { throw .either }
      throw .noEnd(start.text)
    }
    reader.skip(2)
    if case .dash? = reader.next, case .time? = reader.peek(1) { throw .unknown("\(start.text)-\(end.text)-…") }
    items.append(.window(TextWindow(start: start, end: end)))
    isAfterStop = false
  }

  // MARK: - Exceptions

  private mutating func readExclusions() throws(AvailabilityText.Unclear) {
    let word = reader.next?.text ?? ""
    reader.skip()
    var count = 0
    while true {
      while case .word(let word)? = reader.next, TextWords.exclusionNoise.contains(word) { reader.skip() }
      let signs = count == 0 ? 0 : reader.count(of: [.comma, .and, .word("or")])
      if count > 0, signs == 0 { return }
      if let day = TextDays.next(reader, after: signs, isAlone: false), !reader.isTime(signs + day.tokens) {
        reader.skip(signs + day.tokens)
        if reader.next == .dash, let end = TextDays.next(reader, after: 1, isAlone: false) {
          exceptDays.formUnion(day.days[0].through(end.days[0]))
          reader.skip(1 + end.tokens)
        }
        exceptDays.formUnion(day.days)
      } else if let span = try TextDates.next(reader, after: signs, today: today) {
        reader.skip(signs + span.tokens)
        except.append(span.span)
      } else if count > 0 {
        return
      } else {
        guard let next = reader.next else { throw .vagueDates(word) }
        throw .vagueDates(next.text)
      }
      count += 1
    }
  }

  // MARK: - What was understood

  /// What was understood so far, in words.
  var reading: String {
    let windows = TextWindows(
      items.compactMap { if case .window(let window) = $0 { window } else { nil } })
    var words = items.map { item in
      switch item {
      case .days(let days, _): days.map(\.title).joined(separator: ", ")
      case .window(let window):
        (try? windows.times(of: window)).map { "\($0.start.text)–\($0.end.text)" } ?? window.text
      }
    }
    if let zone { words.append("(\(zone))") }
    let closed =
      except.map { $0.first == $0.last ? $0.first.iso : "\($0.first.iso)..\($0.last.iso)" }
      + exceptDays.sorted { $0.rawValue < $1.rawValue }.map(\.title)
    if !closed.isEmpty { words.append("not \(closed.joined(separator: ", "))") }
    return words.joined(separator: " ")
  }
}
