extension String {
  /// Calls `body` with the text's bytes as they lie.
  ///
  /// `withUTF8` may change the text, so it has to be called on a copy: for each text that is written two counts of
  /// references, which other cores count too. Texts of Swift's own, as all are here, are lent without.
  @inline(__always)
  func withLentUTF8<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    var copy = self
    return copy.withUTF8(body)
  }
}
