/// What a field holds, and so how a template may use it.
public enum FieldKind: String, Hashable, Sendable, CaseIterable {
  /// Text; `{{name}}` writes it escaped.
  case text
  /// A whole number.
  case number
  /// Yes or no; for `{{#name}}` and `{{^name}}` only.
  case flag
  /// Safe HTML; written `{{{name}}}`.
  case html
  /// A URL that may stand in `href` and its like.
  case link
  /// JSON; written `{{{name}}}` within `<script>`.
  case json
  /// A list of texts; within `{{#name}}` each is `{{.}}`.
  case texts
  /// An object; within `{{#name}}`, or behind a dot, its fields are in scope.
  case object
  /// A list of objects; `{{#name}}` repeats for each.
  case list
}
