/// The front matter of a file that is not there yet.
public enum NewFrontMatter {
  /// Fields between two lines `---`, in their order; paths such as `location.city` that begin alike make a group.
  ///
  /// - Parameter fields: paths, none of which occurs twice, with their values.
  public static func bytes(_ fields: [(path: String, value: YAMLValue)]) -> [UInt8] {
    let writing = FieldWriting(allowsBlockText: false)
    var text = "---\n"
    var written: Set<String> = []
    for field in fields {
      let names = field.path.split(separator: ".").map(String.init)
      guard let group = names.first, names.count > 1 else {
        text += writing.lines([field.path], field.value, indentation: 0, step: 2, newline: "\n")
        continue
      }
      guard written.insert(group).inserted else { continue }
      text += ScalarWriting.plainOrQuoted(group, isInBrackets: false) + ":\n"
      for member in fields where member.path.hasPrefix(group + ".") {
        let name = String(member.path.dropFirst(group.count + 1))
        text += writing.lines([name], member.value, indentation: 2, step: 2, newline: "\n")
      }
    }
    return Array((text + "---\n").utf8)
  }
}
