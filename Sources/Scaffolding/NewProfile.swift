import Addresses
import TextKeys

/// A profile that an editor fills in: the mentor's name, and every other field with a word on what belongs there.
public struct NewProfile: NewContent {
  private let mentor: String
  private let email: MailAddress?
  private let slug: String?

  /// A profile of a mentor.
  ///
  /// - Parameters:
  ///   - slug: the file's name; nil to make it from the mentor's.
  public init(name: String, email: String?, slug: String?) throws(ScaffoldingProblem) {
    mentor = name
    self.slug = slug
    self.email = email.flatMap { MailAddress($0) }
    if let email, self.email == nil { throw .badAddress(email) }
  }

  public var folder: String { "mentors" }

  public var mayBeNumbered: Bool { slug == nil }

  public func name() throws(ScaffoldingProblem) -> String {
    if let slug {
      guard Slug.of(slug) == slug, !slug.isEmpty else { throw .badName(slug) }
      return slug
    }
    let name = Slug.of(mentor)
    if name.isEmpty { throw .noName(from: mentor) }
    return name
  }

  public var text: String {
    let fields: KeyValuePairs = ["name": mentor, "email": email?.text ?? ""]
    return FrontMatterText.setting(fields, in: Self.form)
  }

  private static let form = """
    ---
    name: Name
    # pronouns: she/her
    # headline: One line about you, in your own words
    email:
    # contact:
    #   prefer: email          # email, text, phone, video or in-person
    # class_year: 2013
    # school: School of Engineering
    # degree: BS
    # majors: [Civil Engineering]
    # employer: Example Bridges
    # title: Structural engineer
    # industry: Engineering and construction
    # expertise: [Structural engineering, Project management]
    # help_with: [Informational interview, Career advice]
    # languages: [English]
    # location:
    #   city: Boston
    #   region: Massachusetts
    #   country: United States
    # timezone: America/New_York
    mentoring: [flash]         # flash, ongoing or both
    meeting_modes: [video]     # video, phone, in-person, email
    # availability:
    #   - tue 16:00-17:30
    # capacity: 2
    # links:
    #   linkedin: https://www.linkedin.com/in/example
    consent: false             # true once the mentor has agreed to be listed
    ---

    Write a few sentences as the mentor would say them: what they do, how they got there, and what they like to be asked.

    """
}

/// A page that an editor fills in.
public struct NewPage: NewContent {
  private let title: String
  private let isStandalone: Bool

  /// A page of the guide, or one on its own.
  public init(title: String, isStandalone: Bool) {
    self.title = title
    self.isStandalone = isStandalone
  }

  public var folder: String { isStandalone ? "pages" : "guide" }

  public var mayBeNumbered: Bool { false }

  public func name() throws(ScaffoldingProblem) -> String {
    let name = Slug.of(title)
    if name.isEmpty { throw .noName(from: title) }
    return name
  }

  public var text: String {
    let form = """
      ---
      title: Title
      lead: One sentence that tells the reader what this page is good for.
      \(isStandalone ? "" : "order: 100\n")draft: true
      ---

      Write the page here.

      """
    return FrontMatterText.setting(["title": title], in: form)
  }
}
