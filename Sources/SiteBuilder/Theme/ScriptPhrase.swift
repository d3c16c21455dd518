import Diagnostics
import FrontMatter

/// A string of the theme that its scripts use: it comes to them with the search index.
struct ScriptPhrase: Sendable {
  /// What is written.
  enum Form: Sendable {
    case text(String)
    case plural([PluralCategory: String])
  }

  /// Its key in `strings/LOCALE.yaml`.
  let key: String
  let form: Form

  /// The phrase as scripts get it: a text, or its forms by category.
  var json: JSONWriter.Value {
    switch form {
    case .text(let text): .text(text)
    case .plural(let forms):
      .object(PluralCategory.allCases.compactMap { form in forms[form].map { (form.rawValue, .text($0)) } })
    }
  }
}

extension ThemeStrings {
  /// The phrases that the layers' scripts use, each once.
  func scriptPhrases(_ layers: [ThemeLayer], _ diagnostics: inout [Diagnostic]) -> [ScriptPhrase] {
    var found: [ScriptPhrase] = []
    var seen: Set<String> = []
    for layer in layers {
      for key in layer.phrases where seen.insert(key.value).inserted {
        if let forms = plurals[key.value] {
          found.append(ScriptPhrase(key: key.value, form: .plural(forms)))
        } else if let text = strings[key.value] {
          found.append(ScriptPhrase(key: key.value, form: .text(text)))
        } else {
          diagnostics.append(ThemeProblem.phraseMissing(key.value).diagnostic(in: layer.file, at: key.range))
        }
      }
    }
    return found
  }
}
