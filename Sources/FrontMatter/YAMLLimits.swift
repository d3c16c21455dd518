/// What a YAML text may cost, so that a file from a stranger can't exhaust memory or time.
public struct YAMLLimits: Hashable, Sendable {
  /// How deep lists and fields may nest.
  public var depth: Int
  /// How long the YAML may be, in bytes. The Markdown body does not count.
  public var byteCount: Int
  /// How many values may be written: every field's name, value and list item is one.
  public var nodeCount: Int
  /// How many values aliases (`*name`) may repeat, counting all that lies in them.
  public var aliasExpansion: Int

  /// Limits of one's own.
  public init(depth: Int, byteCount: Int, nodeCount: Int, aliasExpansion: Int) {
    self.depth = depth
    self.byteCount = byteCount
    self.nodeCount = nodeCount
    self.aliasExpansion = aliasExpansion
  }

  /// Far more than any profile or settings file needs: 32 levels, 1 MiB, 100,000 values, 10,000 repeated ones.
  public static let standard = YAMLLimits(
    depth: 32, byteCount: 1 << 20, nodeCount: 100_000, aliasExpansion: 10_000)
}
