import Addresses

extension SiteSettings {
  /// The addresses of mentors that the policy keeps back, and whose they are.
  ///
  /// - Returns: with each address the owner's index in `mentors`. An address that is public in another way, as the
  ///   office's or as an alias, is none of them.
  public func privateAddresses(of mentors: [Mentor]) -> [(address: MailAddress, owner: Int)] {
    if requests.address == .open { return [] }
    return mentors.indices.flatMap { index in
      let mentor = mentors[index]
      return ([mentor.email] + mentor.custom.map(\.address)).compactMap(\.self)
        .filter { $0 != contact.email && $0 != requests.alias(of: mentor) }
        .map { ($0, index) }
    }
  }
}

extension SiteSettings.RequestSettings {
  /// The address that stands in the place of a mentor's own; nil without a relay, or where mail can't carry it.
  public func alias(of mentor: Mentor) -> MailAddress? {
    guard case .relay(let pattern) = address else { return nil }
    let parts = pattern.split(separator: "{slug}", omittingEmptySubsequences: false)
    return MailAddress(parts.joined(separator: mentor.slug))
  }
}

extension CustomValue {
  fileprivate var address: MailAddress? {
    if case .email(let address) = self { address } else { nil }
  }
}

extension Mentor {
  /// By what one would know the mentor.
  var identity: Withheld.Identity {
    Withheld.Identity(
      slug: slug, name: name, addresses: ([email] + custom.map(\.address)).compactMap(\.self), phone: phone)
  }
}
