import Templates

/// How a site looks and speaks: templates, style sheet, script, files, and the words of the site's locale.
///
/// A theme that says `extends: default` has everything of the theme it extends and replaces what it brings itself: a
/// template or asset of the same name, a string of the same key. `Theme.load` lays the two (or more) over each
/// other once; nothing downstream knows about inheritance.
struct Theme: Sendable {
  /// The theme's name.
  let name: String
  /// Templates and partials, with the strings that they use.
  let templates: TemplateLibrary
  /// The strings that the theme's scripts use.
  let scriptPhrases: [ScriptPhrase]
  /// The words of the site's locale.
  let phrases: Phrasebook
  /// The style sheets, joined in order, without comments.
  let stylesheet: [UInt8]
  /// What only pages of a kind need beside it.
  let pageStylesheets: [PageHead.Kind: [UInt8]]
  /// The scripts, joined in order into one module; empty when the theme has none.
  let script: [UInt8]
  /// The modules that import each other, and which of them a page starts with.
  let modules: ThemeModules
  /// All other assets.
  let assets: [Asset]
  /// The icon among the assets.
  let icon: String?

  /// A file of the theme that is published as it is.
  struct Asset: Sendable {
    /// Its path below `assets/`.
    let path: String
    /// The file on disk.
    let source: String
  }
}
