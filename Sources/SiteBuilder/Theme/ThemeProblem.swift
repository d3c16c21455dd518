import Diagnostics

/// What can be wrong with a theme, as facts; the words are in `ThemeProblem+Message.swift`.
enum ThemeProblem {
  case missing(String, folders: [String], known: [String])
  case cycle([String])
  case assetMissing(String)
  case moduleMissing(String, known: [String])
  case noStrings(locale: String, known: [String])
  case listLength(String, expected: Int?, found: Int)
  case pluralCategory(String)
  case noOtherForm(String)
  case phraseMissing(String)
}
