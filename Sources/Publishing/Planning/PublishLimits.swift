/// How much may leave a target in one run, beside those who do not want to be shown.
struct PublishLimits: Hashable, Sendable {
  /// The share of pages.
  var percent = 10
  /// That many pages may always go.
  var pages = 20

  /// How many pages may leave a site that has so many.
  func removable(of total: Int) -> Int { max(pages, total * percent / 100) }

  /// Why a plan is not carried out; nil if it may be.
  func objection(to plan: PublishPlan, allowsRemovals: Bool) -> PublishProblem? {
    guard let previous = plan.previous else { return nil }
    if plan.site.asOf < previous.asOf { return .older(built: plan.site.asOf, published: previous.asOf) }
    // What a run was allowed to begin, the next may end.
    let isAllowed = allowsRemovals || (plan.isResumption && previous.release == plan.site.release)
    let (leaving, total) = plan.leavingPages
    let limit = removable(of: total)
    return isAllowed || leaving <= limit ? nil : .tooManyRemovals(pages: leaving, of: total, limit: limit)
  }
}
