import Markdown

/// The words above callouts, by language. They become part of a text when it is read, before any theme is known, so
/// they are here and not among a theme's strings; a writer who wants other words gives the callout a title.
enum CalloutWords {
  static func labels(locale: String) -> [CalloutKind: String] {
    let language = locale.prefix { $0 != "-" && $0 != "_" }.lowercased()
    guard let words = words[language] else { return [:] }
    return [.note: words.note, .tip: words.tip, .warning: words.warning]
  }

  private static let words: [String: (note: String, tip: String, warning: String)] = [
    "en": ("Note", "Tip", "Warning"), "de": ("Hinweis", "Tipp", "Achtung"), "es": ("Nota", "Consejo", "Atención"),
    "fr": ("Note", "Conseil", "Attention"), "it": ("Nota", "Consiglio", "Attenzione"),
    "pt": ("Nota", "Dica", "Atenção"), "nl": ("Opmerking", "Tip", "Let op"),
    "pl": ("Uwaga", "Wskazówka", "Ostrzeżenie"),
    "sv": ("Obs", "Tips", "Varning"), "ar": ("ملاحظة", "نصيحة", "تنبيه"), "he": ("הערה", "טיפ", "אזהרה"),
    "ja": ("メモ", "ヒント", "注意"), "zh": ("注", "提示", "注意"), "ko": ("참고", "도움말", "주의"),
  ]
}
