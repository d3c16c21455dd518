import Rosters

/// The rows of a roster by the id that they are of.
struct RowIndex: Sendable {
  /// What rows an id has.
  struct Rows: Sendable {
    let first: Int
    var others: [Int] = []
    var all: [Int] { [first] + others }
  }

  private(set) var rows: [String: Rows] = [:]
  /// Rows whose id is blank.
  private(set) var blank: [Int] = []
  /// Rows whose id can't be one, with what is wrong.
  private(set) var broken: [(row: Int, problem: CellProblem)] = []

  init(_ roster: Roster, key: Int) {
    rows.reserveCapacity(roster.count)
    for row in 0..<roster.count {
      do throws(CellProblem) {
        let id = try CellText.cleaned(roster.text(row, key))
        if id.isEmpty {
          blank.append(row)
        } else if Self.isRounded(id) {
          broken.append((row, .roundedID(id)))
        } else if rows[id]?.others.append(row) == nil {
          rows[id] = Rows(first: row)
        }
      } catch {
        broken.append((row, error))
      }
    }
  }

  /// Whether an id looks like `1.20457E+11`, which a spreadsheet made of a long number: the digits are lost.
  private static func isRounded(_ id: String) -> Bool {
    guard let exponent = id.utf8.lastIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }) else { return false }
    let mantissa = id.utf8[..<exponent]
    let rest = id.utf8[id.utf8.index(after: exponent)...]
    return mantissa.contains(UInt8(ascii: ".")) && mantissa.allSatisfy { isDigit($0) || $0 == UInt8(ascii: ".") }
      && rest.first == UInt8(ascii: "+") && rest.count > 1 && rest.dropFirst().allSatisfy(isDigit)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
