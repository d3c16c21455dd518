/// Diagnostics as workflow commands, which GitHub shows beside the changed lines of a pull request.
public enum GitHubForm {
  /// One diagnostic as one line, ending in a newline.
  public static func text(of diagnostic: Diagnostic) -> String {
    var properties = ["file=" + property(diagnostic.path)]
    if let range = diagnostic.range {
      properties.append("line=\(range.start.line)")
      properties.append("col=\(range.start.column)")
      if range.end.line == range.start.line { properties.append("endColumn=\(range.end.column)") }
    }
    properties.append("title=" + property(diagnostic.code))
    var message = diagnostic.message
    if let remedy = diagnostic.remedy { message += "\n" + remedy.words }
    return "::\(diagnostic.severity.rawValue) \(properties.joined(separator: ","))::\(data(message))\n"
  }

  private static func data(_ text: String) -> String {
    text.reduce(into: "") { output, character in
      switch character {
      case "%": output += "%25"
      case "\r": output += "%0D"
      case "\n", "\r\n": output += "%0A"
      default: output.append(character)
      }
    }
  }

  private static func property(_ text: String) -> String {
    data(text).reduce(into: "") { output, character in
      switch character {
      case ":": output += "%3A"
      case ",": output += "%2C"
      default: output.append(character)
      }
    }
  }
}
