import Dispatch
import Synchronization

/// Waits for asynchronous work on a thread of its own.
///
/// A build is asynchronous for the sake of the programs that it runs; fixtures read better as a chain of plain calls. The
/// work has its own executor, because a test that blocked one of the few shared threads could wait for ever.
public func waiting<Result: Sendable>(for work: @escaping @Sendable () async -> Result) -> Result {
  let executor = OwnThread()
  let done = DispatchSemaphore(value: 0)
  let result = Answer<Result>()
  Task(executorPreference: executor) {
    let value = await work()
    result.value.withLock { $0 = value }
    done.signal()
  }
  done.wait()
  return withExtendedLifetime(executor) { result.value.withLock { $0! } }
}

private final class Answer<Value: Sendable>: Sendable {
  let value = Mutex<Value?>(nil)
}

private final class OwnThread: TaskExecutor {
  private let queue = DispatchQueue(label: "test")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
