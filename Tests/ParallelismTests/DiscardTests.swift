import Dispatch
import Parallelism
import Testing

@Suite("Discarding")
struct DiscardTests {
  /// Tells when it is taken apart, and that the test's own thread is free meanwhile.
  private final class Part: Sendable {
    private let ended: DispatchSemaphore
    private let mayEnd: DispatchSemaphore

    init(ended: DispatchSemaphore, mayEnd: DispatchSemaphore) {
      self.ended = ended
      self.mayEnd = mayEnd
    }

    deinit {
      mayEnd.wait()
      ended.signal()
    }
  }

  @Test("a value is taken apart while whoever gave it away goes on")
  func goesOn() {
    let (ended, mayEnd) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    let part = Part(ended: ended, mayEnd: mayEnd)
    discard(consume part)
    // Were it taken apart here, this line would never be reached.
    mayEnd.signal()
    #expect(ended.wait(timeout: .now() + 60) == .success)
  }
}
