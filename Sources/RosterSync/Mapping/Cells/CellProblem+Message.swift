extension CellProblem {
  /// What is wrong, quoting the cell.
  var reason: String {
    switch self {
    case .blankID: "the row has no id, so nobody knows whose it is"
    case .doubledID(let id, let lines):
      "the id '\(id)' is in several rows: lines \(Self.listed(lines.map(String.init)))"
    case .roundedID(let id): "'\(id)' is an id that a spreadsheet has rounded"
    case .unreadableLetters(let text): "'\(text)' has letters that were lost before it came here"
    case .wrongEncoding(let text): "'\(text)' was read in the wrong encoding somewhere"
    case .control: "a control character hides in the cell"
    case .formulaError(let text): "'\(text)' is a spreadsheet's error, not a value"
    case .tooLong(let count): "the cell is \(count) characters long, far more than a field of a profile"
    case .several(let texts): "there are \(texts.count) values where one belongs: \(Self.listed(texts))"
    case .noName: "the row has no name"
    case .noLetter(let text): "the name '\(text)' has no letter in it"
    case .mail(let text): "'\(text)' is not a mail address"
    case .phone(let text): "'\(text)' is not a phone number that works from everywhere"
    case .year(let text): "'\(text)' has no year of four digits, or more than one"
    case .twoDigitYear(let text): "'\(text)' does not say in which century"
    case .yearOutOfRange(let year): "\(year) is no year of graduation"
    case .number(let text): "'\(text)' is not a whole number"
    case .numberOutOfRange(let number, let range):
      "\(number) is not between \(range.lowerBound) and \(range.upperBound)"
    case .flag(let text, _), .word(let text, _): "'\(text)' is neither of the words for yes nor of those for no"
    case .date(let text): "'\(text)' is not a date"
    case .dateOrder(let text): "'\(text)' could be two dates"
    case .link(let text): "'\(text)' is not a web address"
    case .term(let text, _, _): "'\(text)' is not among the terms that the settings know"
    case .choice(let text, let known, _): "'\(text)' is none of \(known.joined(separator: ", "))"
    case .zone(let text, _): "'\(text)' is not a time zone, nor a place whose zone is known"
    case .placesOfThatName(let text, let zones): "'\(text)' could be in \(Self.listed(zones, joint: " or "))"
    case .zoneOfPlace(let text): "the time zone of '\(text)' is not known, and there are hours to show"
    case .placeParts(let text): "'\(text)' has more parts than city, region and country"
    case .regionOrCountry(let part, let place): "in '\(place)', '\(part)' could be a region or a country"
    case .noPlace(let text): "'\(text)' is not a place"
    case .hours(let text, let reading, _):
      "'\(text)' leaves a question" + (reading.isEmpty ? "" : "; understood so far: \(reading)")
    case .hoursInAnotherZone(let text, let hours, let mentor):
      "'\(text)' is on the clock of \(hours), and the mentor's is that of \(mentor)"
    }
  }

  /// What is wrong, without a word of the cell.
  var publicReason: String {
    switch self {
    case .blankID: "no id"
    case .doubledID(_, let lines): "the same id in lines \(Self.listed(lines.map(String.init)))"
    case .roundedID: "an id that a spreadsheet has rounded"
    case .unreadableLetters: "letters that were lost before it came here"
    case .wrongEncoding: "read in the wrong encoding somewhere"
    case .control: "a control character"
    case .formulaError: "a spreadsheet's error"
    case .tooLong: "too long"
    case .several(let texts): "\(texts.count) values where one belongs"
    case .noName: "no name"
    case .noLetter: "a name without a letter"
    case .mail: "not a mail address"
    case .phone: "not a phone number that works from everywhere"
    case .year: "no year of four digits, or more than one"
    case .twoDigitYear: "a year of two digits"
    case .yearOutOfRange: "no year of graduation"
    case .number: "not a whole number"
    case .numberOutOfRange(_, let range): "not between \(range.lowerBound) and \(range.upperBound)"
    case .flag, .word: "neither a word for yes nor one for no"
    case .date: "not a date"
    case .dateOrder: "could be two dates"
    case .link: "not a web address"
    case .term: "not among the terms that the settings know"
    case .choice(_, let known, _): "none of \(known.joined(separator: ", "))"
    case .zone: "not a time zone, nor a place whose zone is known"
    case .placesOfThatName: "several places of the name"
    case .zoneOfPlace: "a place whose time zone is not known"
    case .placeParts: "more parts than city, region and country"
    case .regionOrCountry: "a region or a country"
    case .noPlace: "not a place"
    case .hours: "hours that leave a question"
    case .hoursInAnotherZone: "hours on another clock than the mentor's"
    }
  }

  private static func listed(_ texts: [String], joint: String = ", ") -> String {
    texts.prefix(5).joined(separator: joint) + (texts.count > 5 ? " …" : "")
  }
}

// MARK: - What to do

extension CellProblem {
  /// What to ask whoever knows, or to change.
  var question: String? {
    switch self {
    case .blankID: "Give the row its id."
    case .doubledID: "Whose is which row? Keep one for each id."
    case .roundedID: "Make the column a text in the spreadsheet, and enter the id again."
    case .unreadableLetters, .wrongEncoding:
      "How is the name spelled? Mend the cell; if all rows are so, declare the file's 'encoding' in sync.yaml."
    case .formulaError: "Which value belongs here?"
    case .several: "Which one counts?"
    case .phone: "With which country's code? Or set 'calling_code' in sync.yaml."
    case .twoDigitYear: "Which century? Or set 'century_from' in sync.yaml."
    case .dateOrder: "Which number is the month? Or set 'order' in sync.yaml."
    case .flag(_, let known), .word(_, let known): "Write one of \(Self.listed(known)), or add the word to sync.yaml."
    case .term(let text, _, let nearest):
      nearest.map { "Is it '\($0)'? Add '\(text)' to the terms in sync.yaml." }
        ?? "Which term does '\(text)' stand for? Add it to the terms in sync.yaml."
    case .choice(let text, let known, let nearest):
      nearest.map { "Is it '\($0)'? Add '\(text)' to the terms in sync.yaml." }
        ?? "Which of \(known.joined(separator: ", ")) does it stand for? Add '\(text)' to the terms in sync.yaml."
    case .zone(_, let nearest): nearest.map { "Is it \($0)?" } ?? "In which time zone does the mentor live?"
    case .placesOfThatName, .zoneOfPlace: "In which time zone does the mentor live? Name the region or the country."
    case .placeParts: "Which is the city, which the region, which the country?"
    case .regionOrCountry: "Which of the two? Name the country, as in  Savannah, Georgia, United States."
    case .noPlace: "Where does the mentor live? Leave the cell empty if that is nobody's business."
    case .hours(_, _, let question): question
    case .hoursInAnotherZone: "Are the hours meant so? Write them on the mentor's own clock."
    default: nil
    }
  }

  /// What is withheld: everything of the row, or what the column says.
  ///
  /// A place or hours that leave a question say nothing against the rest of the row.
  var extent: Quarantined.Extent {
    switch self {
    case .zone, .placesOfThatName, .zoneOfPlace, .placeParts, .regionOrCountry, .noPlace, .hours, .hoursInAnotherZone,
      .word:
      .column
    default: .row
    }
  }
}
