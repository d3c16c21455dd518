import Parallelism
import SiteTesting
import Synchronization
import Testing

@Suite("Workers")
struct WorkersTests {
  @Test(
    "The results are those of a plain loop, in its order", arguments: [-3, 0, 1, 2, 7, 64],
    [0, 1, 2, 5, 63, 64, 65, 1_000])
  func sameAsLoop(_ count: Int, _ total: Int) {
    let results = Workers(count).map(total) { "\($0 * $0)" }
    #expect(results == (0..<total).map { "\($0 * $0)" })
  }

  @Test("Every index is worked on exactly once")
  func onceEach() {
    let sum = Atomic(0)
    let calls = Atomic(0)
    _ = Workers(5).map(10_000) { index in
      sum.add(index, ordering: .relaxed)
      calls.add(1, ordering: .relaxed)
    }
    #expect(calls.load(ordering: .relaxed) == 10_000)
    #expect(sum.load(ordering: .relaxed) == 10_000 * 9_999 / 2)
  }

  @Test("A worker keeps its scratch from call to call, and no more are made than there are workers")
  func scratch() {
    let made = Atomic(0)
    let uses = Workers(3).map(
      500,
      scratch: { () -> Int in
        made.add(1, ordering: .relaxed)
        return 0
      }
    ) { scratch, _ -> Int in
      scratch += 1
      return scratch
    }
    #expect((1...3).contains(made.load(ordering: .relaxed)))
    // A worker that came too late for any work has made its scratch all the same.
    #expect((1...made.load(ordering: .relaxed)).contains(uses.count { $0 == 1 }))
  }

  @Test(
    "What is waited for comes back in order too, and no more is under way than there are workers",
    arguments: [0, 1, 3, 64], [0, 1, 5, 200])
  func waiting(_ count: Int, _ total: Int) async {
    let underWay = Atomic(0)
    let most = Atomic(0)
    let results = await Workers(count).map(awaiting: total) { index in
      most.max(underWay.add(1, ordering: .relaxed).newValue, ordering: .relaxed)
      await Task.yield()
      underWay.subtract(1, ordering: .relaxed)
      return index * index
    }
    #expect(results == (0..<total).map { $0 * $0 })
    #expect(most.load(ordering: .relaxed) <= min(max(1, count), total))
  }

  @Test("There is always at least one worker")
  func atLeastOne() {
    #expect(Workers(0).count == 1)
    #expect(Workers(-5).count == 1)
    #expect(Workers.all.count >= 1)
  }
}
