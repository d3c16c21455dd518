import Dispatch
import Synchronization

/// The one place where work is spread over cores.
///
/// The flow reads, renders and writes many independent things; each such step is one call of `map`. Results come back
/// in the order of their indices, so a site's bytes do not depend on the number of workers.
public struct Workers: Sendable {
  /// How many pieces of work may run at the same time, at least 1.
  public let count: Int

  /// Workers for a step; `count` below 1 counts as 1.
  public init(_ count: Int) {
    self.count = max(1, count)
  }

  /// As many as the machine has cores.
  public static var all: Workers { Workers(onlineProcessors()) }

  /// The results of `body` for every index in `0..<total`, in that order.
  public func map<Result: Sendable>(_ total: Int, _ body: @Sendable (Int) -> Result) -> [Result] {
    map(total, scratch: {}) { _, index in body(index) }
  }

  /// The results of `body` for every index in `0..<total`, in that order.
  ///
  /// - Parameter scratch: made once for each worker and handed to all its calls: a buffer worth keeping.
  public func map<Scratch, Result: Sendable>(
    _ total: Int, scratch: @Sendable () -> Scratch, _ body: @Sendable (inout Scratch, Int) -> Result
  ) -> [Result] {
    guard total > 0 else { return [] }
    // Small chunks keep the workers level at the end; an atomic addition or two a chunk cost nothing beside a page.
    let chunk = max(1, min(16, total / (count * 8)))
    let chunks = (total + chunk - 1) / chunk
    return [Result](unsafeUninitializedCapacity: total) { buffer, initialized in
      guard let base = buffer.baseAddress else { return }
      nonisolated(unsafe) let results = base
      let claimed = Atomic(0)
      let fromFront = Atomic(0)
      let fromBack = Atomic(0)
      DispatchQueue.concurrentPerform(iterations: min(count, total)) { worker in
        var own = scratch()
        // Half of the workers come from the front, half from the back: neighbours in a list are often neighbours on
        // disk, and two threads that make files in one folder wait for each other in the kernel.
        while claimed.add(1, ordering: .relaxed).oldValue < chunks {
          let number =
            worker.isMultiple(of: 2)
            ? fromFront.add(1, ordering: .relaxed).oldValue
            : chunks - 1 - fromBack.add(1, ordering: .relaxed).oldValue
          for index in number * chunk..<min(number * chunk + chunk, total) {
            (results + index).initialize(to: body(&own, index))
          }
        }
      }
      initialized = total
    }
  }
}

extension Workers {
  /// The results of `body` for every index in `0..<total`, in that order, where `body` mostly waits: for other programs.
  public func map<Result: Sendable>(
    awaiting total: Int, _ body: @escaping @Sendable (Int) async -> Result
  ) async -> [Result] {
    await withTaskGroup(of: (Int, Result).self) { group in
      var results = [Result?](repeating: nil, count: total)
      var started = 0
      func startNext() {
        guard started < total else { return }
        let index = started
        group.addTask { (index, await body(index)) }
        started += 1
      }
      for _ in 0..<count { startNext() }
      for await (index, result) in group {
        results[index] = result
        startNext()
      }
      return results.compactMap(\.self)
    }
  }
}
