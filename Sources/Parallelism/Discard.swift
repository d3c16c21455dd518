import Dispatch
import Synchronization

/// Takes a value apart on a thread of its own, so that nobody waits while the many parts of a large one are handed back.
/// A program that ends meanwhile leaves the rest to the system.
///
/// - Parameter value: given away with `consume`; what somebody else still holds stays.
public func discard<Value: Sendable>(_ value: consuming Value) {
  let last = LastHolder(value)
  DispatchQueue.global().async { last.letGo() }
}

/// Holds a value until it is told to let go: whoever drops the closure that holds it in turn may do so at any time.
private final class LastHolder<Value: Sendable>: Sendable {
  private let value: Mutex<Value?>

  init(_ value: consuming Value) {
    self.value = Mutex(value)
  }

  func letGo() {
    value.withLock { $0 = nil }
  }
}
