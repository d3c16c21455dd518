import Diagnostics

/// What can be wrong in `sync.yaml`. Every one of them is an error: a run that misreads its settings could publish
/// somebody who wants out.
enum SyncSettingsProblem {
  case noSource
  case noKey
  case noName
  case noFields
  case place(source: String)
  case places(source: String, [String])
  case sourceTwice(String)
  case insecure(String)
  case credentialsInAddress
  case shellCommand(String)
  case emptyCommand
  case certificatesWithoutAddress(option: String)
  case pathWithoutJSON(format: String)
  case encodingOfFormat(String)
  case headerName(String)
  case environmentName(header: String)
  case unknownSource(String, known: [String])
  case unknownField(String, nearest: String?)
  case refusedField(String, why: String)
  case fieldTwice(String)
  case noColumn(String)
  case columnShape(String)
  case fromCity(String)
  case option(String, field: String)
  case termShape(String)
  case bothWords(String)
  case noWords(String)
  case share(String)
  case shareTooLarge(String, limit: Int)
  case lengthOfTime(String, example: String)
  case size(String)
  case callingCode(String)
  case linkPrefix(String)
}

extension SyncSettingsProblem {
  var code: String { "sync-settings" }

  var message: String {
    switch self {
    case .noSource: "there is no source to read people from"
    case .noKey: "nothing says which column has the university's id of a person"
    case .noName: "no column fills 'name', and a profile needs one"
    case .noFields: "no field is filled from a column"
    case .place(let source): "the source '\(source)' has no place to be read from"
    case .places(let source, let given): "the source '\(source)' has several places: \(given.joined(separator: ", "))"
    case .sourceTwice(let name): "two sources are called '\(name)'"
    case .insecure(let url): "'\(url)' is not an address that begins with https://"
    case .credentialsInAddress: "the address holds a password, which everyone who reads this file would know"
    case .shellCommand: "a command is a list of a program and its arguments, and no shell reads it"
    case .emptyCommand: "the command has no program"
    case .certificatesWithoutAddress(let option): "'\(option)' means something for an address ('url') only"
    case .pathWithoutJSON(let format): "'path' means something in JSON only, and the format is '\(format)'"
    case .encodingOfFormat(let format): "'\(format)' is UTF-8 always"
    case .headerName(let name): "'\(name)' is not the name of a header"
    case .environmentName(let header): "the value for '\(header)' is not the name of an environment variable"
    case .unknownSource(let name, _): "there is no source '\(name)'"
    case .unknownField(let name, _): "'\(name)' is not a field of a profile"
    case .refusedField(let name, _): "'\(name)' can't be filled from a roster"
    case .fieldTwice(let name): "'\(name)' is filled twice"
    case .noColumn(let name): "'\(name)' has no column"
    case .columnShape(let name): "'\(name)' needs the header of a column"
    case .fromCity(let text): "a time zone can't be found from '\(text)'"
    case .option(let name, let field): "'\(name)' has no meaning for '\(field)'"
    case .termShape(let name): "the word '\(name)' needs the term, or the list of terms, that it stands for"
    case .bothWords(let word): "'\(word)' can't mean both"
    case .noWords(let name): "'\(name)' has no word, so nobody could be listed"
    case .share(let text): "'\(text)' is not a share of people"
    case .shareTooLarge(let text, let limit): "a limit of \(text) would stop nothing; at most \(limit)% can be said"
    case .lengthOfTime(let text, _): "'\(text)' is not a length of time that fits here"
    case .size(let text): "'\(text)' is not a size that fits here"
    case .callingCode(let text): "'\(text)' is not what one dials before a number"
    case .linkPrefix(let text): "'\(text)' is not the beginning of a web address"
    }
  }

  var remedy: Diagnostic.Remedy? {
    switch self {
    case .noSource: Diagnostic.Remedy("add  sources:  with an entry such as  {name: alumni office, file: roster.csv}")
    case .noKey: Diagnostic.Remedy("add a line such as  key: Constituent ID")
    case .noName, .noFields: Diagnostic.Remedy("add, below 'fields:', a line such as  name: Preferred Name")
    case .place: Diagnostic.Remedy("give it one of  file:, url:, command:")
    case .places: Diagnostic.Remedy("keep one, or make two sources of it")
    case .sourceTwice, .fieldTwice: Diagnostic.Remedy("keep one of the two")
    case .insecure: Diagnostic.Remedy("write the whole address, such as https://files.example.edu/roster.csv")
    case .credentialsInAddress:
      Diagnostic.Remedy("take it out, and write  headers: {Authorization: NAME_OF_A_VARIABLE}")
    case .shellCommand(let text): Diagnostic.Remedy("write it as  [\(Self.words(of: text))]")
    case .emptyCommand: Diagnostic.Remedy("write it as  [psql, --csv, -c, \"select …\"]")
    case .certificatesWithoutAddress: Diagnostic.Remedy("remove the line")
    case .pathWithoutJSON: Diagnostic.Remedy("remove the line, or add  format: json")
    case .encodingOfFormat: Diagnostic.Remedy("remove the line")
    case .headerName: Diagnostic.Remedy("write it as  Authorization")
    case .environmentName:
      Diagnostic.Remedy("write the variable's name, such as CRM_TOKEN; its value stays out of this file")
    case .unknownSource(let name, let known):
      NearestName.of(name, among: known).map { Diagnostic.Remedy("did you mean '\($0)'?", replacement: $0) }
        ?? Diagnostic.Remedy("there are: " + known.joined(separator: ", "))
    case .unknownField(_, let nearest):
      nearest.map { Diagnostic.Remedy("did you mean '\($0)'?", replacement: $0) }
        ?? Diagnostic.Remedy("declare it under 'fields' in site.yaml, or remove the line")
    case .refusedField(_, let why): Diagnostic.Remedy(why)
    case .noColumn, .columnShape:
      Diagnostic.Remedy("write the header as it stands in the roster, or  {column: …, also: [other headers]}")
    case .fromCity: Diagnostic.Remedy("write  from: city", replacement: "city")
    case .option: Diagnostic.Remedy("remove it")
    case .termShape(let name): Diagnostic.Remedy("write it as  \(name): Technology  or  \(name): []  to leave it out")
    case .bothWords: Diagnostic.Remedy("keep it in one of the two lists")
    case .noWords: Diagnostic.Remedy("name the words, such as [\"yes\"]")
    case .share: Diagnostic.Remedy("write it as  5%")
    case .shareTooLarge: Diagnostic.Remedy("approve a single plan instead: mentorbook sync --approve")
    case .lengthOfTime(_, let example): Diagnostic.Remedy("write a number and its unit, such as \(example)")
    case .size: Diagnostic.Remedy("write it as  64 MB")
    case .callingCode: Diagnostic.Remedy("write it with its plus and in quotes, such as \"+1\"")
    case .linkPrefix: Diagnostic.Remedy("write it as  https://www.linkedin.com/in/")
    }
  }

  /// A command line as a list, where that is plain to see.
  private static func words(of text: String) -> String {
    text.contains("\"") || text.contains("'")
      ? "program, argument, \"argument with spaces\"" : text.split(separator: " ").joined(separator: ", ")
  }
}
