import Community
import SiteBuilder

/// What a night is to do.
public struct NightOptions: Sendable {
  /// The site, where it is built to, and the moment of the run.
  public var build: BuildOptions
  /// The hash of the sync's plan that a person has approved; without it every limit holds.
  public var approved: String?
  /// Whether more pages than the limit may leave the published site, this once.
  public var allowsRemovals = false

  /// The usual night of a site.
  public init(build: BuildOptions) {
    self.build = build
  }

  /// Makes a day that was asked for the moment at which it begins on the site's clock, so that all steps mean the same.
  mutating func settle() {
    guard let day = build.asOfDay else { return }
    var load = LoadOptions(contentFolder: build.contentFolder, asOf: build.asOf, workers: build.workers)
    load.asOfDay = day
    guard let community = Community.load(load).community else { return }
    build.asOf = community.asOf
    build.asOfDay = nil
  }
}
