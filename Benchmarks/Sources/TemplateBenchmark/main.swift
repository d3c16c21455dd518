import Diagnostics
import Hypertext
import Templates

// Renders one profile page again and again: `TemplateBenchmark [renders]`. For instruction counts run it under
// `valgrind --tool=callgrind` with two numbers of renders and divide the difference.

let renders = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 100_000

func source(_ name: String, _ text: String) -> TemplateSource {
  TemplateSource(name: name, file: SourceFile(path: "\(name).mustache", text: text))
}

func term(_ slug: String, _ label: String) -> Term {
  Term(label: label, link: .site(SitePath("explore/expertise/\(slug)/")))
}

func calendar(_ name: String, _ host: String, slot: Int) -> Calendar {
  let url = SafeURL("https://\(host)/render?action=TEMPLATE&text=Meeting%20with%20Ana&dates=2027030\(slot)T210000Z")
  return Calendar(name: name, link: url.map { .external($0) } ?? .site(.home))
}

let terms = [
  ("product-management", "Product management"), ("user-research", "User research"), ("hiring", "Hiring"),
  ("career-changes", "Career changes"), ("public-speaking", "Public speaking"), ("negotiation", "Negotiation"),
  ("data-analysis", "Data analysis"), ("start-ups", "Start-ups"), ("grant-writing", "Grant writing"),
  ("healthcare", "Healthcare"), ("energy", "Energy"), ("education", "Education & training"), ("english", "English"),
  ("spanish", "Spanish"), ("portuguese", "Portuguese"),
].map(term)

let biography = SafeHTML(escaping: String(repeating: "I help people find work that suits them. ", count: 18))

let page = ProfilePage(
  name: "Ana López", headline: "Product lead who came from nursing, and stayed curious", pronouns: "she/her",
  position: "Director of Product, Initech & Daughters", location: "Porto, Portugal", biography: biography, photo: nil,
  initials: "AL", tint: 7, isPaused: false,
  facts: [
    Fact(label: "Industry", value: nil, terms: Array(terms[9..<11])),
    Fact(label: "Languages", value: nil, terms: Array(terms[12...])),
    Fact(label: "Studied", value: "BSc Nursing, 2013", terms: []),
    Fact(label: "Meets by", value: "Video or phone", terms: []),
  ],
  slots: (1...6).map { day in
    Slot(
      date: "Tuesday, \(day) March", time: "16:00–17:30", instant: "2027-03-0\(day)T21:00:00Z",
      calendars: [
        calendar("Google", "calendar.example.com", slot: day), calendar("Outlook", "outlook.example.com", slot: day),
        calendar("Microsoft 365", "office.example.com", slot: day),
      ])
  },
  request: Request(
    isOpen: true,
    message: SafeURL("mailto:mentors+ana-lopez@example.edu?subject=A%20question%20about%20product%20management").map {
      .external($0)
    },
    label: "Send Ana a message", preview: "Dear Ana,\n\nI study biology and wonder how one moves into product work.\n"),
  site: Site(title: "Example University Mentors", organization: "Example University", year: "2026"),
  frame: Frame(
    title: "Ana López", description: "Product lead who came from nursing, and stayed curious",
    canonical: .site(SitePath("mentors/ana-lopez/")),
    json: Array(#"{"@context":"https://schema.org","@type":"Person","name":"Ana López","jobTitle":"Director"}"#.utf8),
    navigation: [
      NavigationItem(title: "Explore", link: .site(SitePath("explore/")), isCurrent: true),
      NavigationItem(title: "Guide", link: .site(SitePath("guide/")), isCurrent: false),
      NavigationItem(title: "Join", link: .site(SitePath("join/")), isCurrent: false),
      NavigationItem(title: "About", link: .site(SitePath("about/")), isCurrent: false),
    ],
    stylesheet: .site(SitePath("assets/site-0123456789ab.css"))),
  terms: Array(terms[..<10]), schoolLabel: "Class of 2013", capacity: "Open to two more mentees")

let library = TemplateLibrary(
  templates: [source("profile", ProfileTheme.profile)],
  partials: [
    source("layout", ProfileTheme.layout), source("term", ProfileTheme.term), source("slot", ProfileTheme.slot),
  ],
  strings: ProfileTheme.strings)
let (compiled, diagnostics) = library.compile("profile", for: ProfilePage.self)
guard let template = compiled else { fatalError("\(diagnostics)") }

var output: [UInt8] = []
template.render(page, rootPrefix: "../../", into: &output)
print("\(output.count) bytes, estimated \(template.estimatedSize)")

let clock = ContinuousClock()
var best = Duration.seconds(1)
for _ in 0..<10 {
  let time = clock.measure {
    for _ in 0..<renders / 10 {
      output.removeAll(keepingCapacity: true)
      template.render(page, rootPrefix: "../../", into: &output)
    }
  }
  best = min(best, time / max(1, renders / 10))
}
print("\(best) a page, best of 10")
if CommandLine.arguments.contains("--print") { print(String(decoding: output, as: UTF8.self)) }
