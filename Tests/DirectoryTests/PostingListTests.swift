import Directory
import SiteTesting
import Testing

@Suite("Posting lists")
struct PostingListTests {
  static func bytes(_ numbers: [Int32], of total: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    PostingList.append(numbers, of: total, to: &bytes)
    return bytes
  }

  @Test(
    "A list is written as the format's description says, bit by bit",
    arguments: [
      ([], 10, [0]), ([0], 10, [2, 0, 0b0000_0000]), ([3], 10, [2, 1, 0b1010_0000]),
      ([0, 1, 2], 3, [1]), ([0, 2], 3, [3, 0, 0b1000_0000]), ([], 0, [0]),
      ([1, 2, 9], 10, [6, 1, 0b0100_1110, 0]), ([0, 1], 4, [4, 0, 0]),
    ] as [([Int32], Int, [UInt8])])
  func table(_ numbers: [Int32], _ total: Int, _ expected: [UInt8]) {
    #expect(Self.bytes(numbers, of: total) == expected)
  }

  @Test("What is written is read again, whatever the set and however its members are spread")
  func roundTrip() {
    var random = SeededGenerator(seed: 4)
    for round in 0..<600 {
      let total = [1, 2, 7, 40, 1_000, 30_000][round % 6]
      let share = [0, 0.001, 0.03, 0.3, 0.5, 0.51, 0.97, 1][round / 6 % 8]
      // Every third set has its members in bunches, so that gaps differ widely.
      let range = round % 3 == 0 ? total / 3...total / 2 : 0...total
      let numbers = (0..<Int32(total)).filter {
        range.contains(Int($0)) && Double.random(in: 0..<1, using: &random) < share
      }
      var reader = SearchReader(Self.bytes(numbers, of: total) + [0xFF])
      #expect(reader.postingList(of: total) == numbers)
      #expect(reader.offset == reader.bytes.count - 1, "The list ends where the next begins")
    }
  }

  @Test("No other parameter makes the list shorter, and none that is smaller as short")
  func parameter() {
    var random = SeededGenerator(seed: 5)
    for round in 0..<300 {
      var previous: Int32 = -1
      let spread = [1, 3, 50, 900, 70_000][round % 5]
      let numbers: [Int32] = (0..<Int.random(in: 1...30, using: &random)).map { _ in
        previous += 1 + Int32(Int.random(in: 0..<spread, using: &random) / Int.random(in: 1...9, using: &random))
        return previous
      }
      let gaps = zip(numbers, [-1] + numbers).map { Int($0 - $1 - 1) }
      let lengths = (0...24).map { parameter in gaps.reduce(0) { $0 + $1 >> parameter + 1 + parameter } }
      let shortest = lengths.firstIndex(of: lengths.min() ?? 0)
      #expect(Self.bytes(numbers, of: 5_000_000)[1] == UInt8(shortest ?? 99), "\(numbers)")
    }
  }

  @Test("A varint has seven bits a byte, the low ones first", arguments: [(0, [0]), (127, [127]), (300, [0xAC, 2])])
  func varint(_ number: Int, _ expected: [UInt8]) {
    var bytes: [UInt8] = []
    Varint.append(number, to: &bytes)
    #expect(bytes == expected)
  }
}
