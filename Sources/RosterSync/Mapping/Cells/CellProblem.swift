/// What keeps a cell from being understood.
///
/// The words are in `CellProblem+Message.swift`: once with what the cell says, for the office's eyes, and once without,
/// for logs.
enum CellProblem: Error, Hashable, Sendable {
  // The id
  case blankID
  case doubledID(String, lines: [Int])
  case roundedID(String)
  // Any cell
  case unreadableLetters(String)
  case wrongEncoding(String)
  case control
  case formulaError(String)
  case tooLong(Int)
  case several([String])
  // Kinds
  case noName
  case noLetter(String)
  case mail(String)
  case phone(String)
  case year(String)
  case twoDigitYear(String)
  case yearOutOfRange(Int)
  case number(String)
  case numberOutOfRange(Int, ClosedRange<Int>)
  case flag(String, known: [String])
  case date(String)
  case dateOrder(String)
  case link(String)
  case term(String, known: [String], nearest: String?)
  case choice(String, known: [String], nearest: String?)
  case zone(String, nearest: String?)
  case placesOfThatName(String, zones: [String])
  case zoneOfPlace(String)
  case placeParts(String)
  case regionOrCountry(String, place: String)
  case noPlace(String)
  case hours(String, reading: String, question: String)
  case hoursInAnotherZone(String, hours: String, mentor: String)
  case word(String, known: [String])
}
