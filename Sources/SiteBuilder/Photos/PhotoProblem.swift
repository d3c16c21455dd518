import Files

/// What keeps a photo from being published, as facts; its words are in `PhotoProblem+Message.swift`.
enum PhotoProblem: Error, Hashable, Sendable {
  /// The file in `photos/` is no image of a kind that can be used.
  case noImage(String)
  /// The program could make nothing of it.
  case refused(String, because: String)
  /// The program took too long over it.
  case tooSlow(String, seconds: Int64)
  /// What the program made has another size than it should, or more in it than the picture.
  case notAsOrdered(String)
  /// There is no program that makes portraits.
  case noTool
  /// The system refused to read the original, or to write the portrait.
  case system(FileProblem)
}
