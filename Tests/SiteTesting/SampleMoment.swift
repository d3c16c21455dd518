import Scheduling

/// The moment that the sample site is built for in tests: its profiles are confirmed, its slots in the future.
public enum SampleMoment {
  /// 24 November 2026.
  public static let value = Instant(secondsSinceEpoch: 1_795_500_000)
}
