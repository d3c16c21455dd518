/// Something that two mentors can have in common.
public enum SharedTrait: Hashable, Sendable {
  /// A term that one can filter by: the indices of its facet and of it there.
  case term(facet: Int, term: Int)
  /// A value of a field that is no facet.
  case text(String)
  /// The year of graduation.
  case classYear(Int)
}
