import Diagnostics
import Testing

@testable import RosterSync

@Suite("sync.yaml")
struct SyncSettingsTests {
  private static let realistic = """
    key: Constituent ID
    freshness: 8d
    sources:
      - name: alumni office
        file: roster.csv
        encoding: windows-1252
      - name: crm
        url: https://crm.example.edu/mentors.json
        path: data.people
        key: id
        headers: {Authorization: CRM_TOKEN}
        freshness: 36h
        deadline: 90s
        limit: 64 MB
      - name: database
        command: [psql, --csv, -c, "select * from mentors"]
    fields:
      name: Preferred Name
      class_year: {column: Grad Yr, century_from: 1930}
      employer: {column: Employer, also: [Company, Organization], owner: upstream, clearable: true}
      majors: {column: Majors, split: ";"}
      industry:
        column: Industry
        terms: {IT: Technology, Other: []}
        only_terms: true
      location: {city: City, region: State, country: Country}
      timezone: {from: city}
      links: {linkedin: {column: LinkedIn, prefix: https://www.linkedin.com/in/}}
      phone: {column: Mobile, source: crm, calling_code: "+1"}
      availability: Office hours (Tue 4-5:30pm; Thu 9-10am)
    consent: {column: "OK to list?", given: ["Yes", "Y"], withdrawn: ["No"]}
    opt_out: Do not publish
    guards:
      missing: 10%
      missing_people: 4
    purge_after: 60d
    calendars: {read: true, deadline: 10s, keep: 3d}
    """

  @Test("A realistic file is read as a whole")
  func whole() throws {
    let settings = try SyncSamples.settings(Self.realistic)
    #expect(settings.key == ColumnName("Constituent ID"))
    #expect(settings.sources.map(\.name) == ["alumni office", "crm", "database"])
    #expect(settings.sources.map(\.format) == [.csv, .json, .csv])
    #expect(settings.sources.map(\.freshnessMinutes) == [8 * 1440, 36 * 60, 8 * 1440])
    #expect(settings.sources[0].encoding == .windows1252)
    #expect(
      settings.sources[1].place
        == .https(HTTPSPlace("https://crm.example.edu/mentors.json", headers: ["Authorization": "CRM_TOKEN"])))
    #expect(settings.sources[1].key == ColumnName("id"))
    #expect(settings.sources[1].deadlineSeconds == 90)
    #expect(settings.sources[1].byteLimit == 64 << 20)
    #expect(settings.sources[2].place == .command(["psql", "--csv", "-c", "select * from mentors"]))
    #expect(
      settings.fields.map(\.field) == [
        "name", "class_year", "employer", "majors", "industry", "location.city", "location.region", "location.country",
        "timezone", "links.linkedin", "phone", "availability",
      ])
    let employer = settings.fields[2]
    #expect(employer.owner == .upstream)
    #expect(employer.isClearable)
    #expect(employer.columns == [ColumnName("Employer", aliases: ["Company", "Organization"])])
    #expect(settings.fields[0].owner == .shared)
    #expect(settings.fields[1].reading.centuryFrom == 1930)
    #expect(settings.fields[4].reading.terms == ["IT": ["Technology"], "Other": []])
    #expect(settings.fields[10].columns == [ColumnName("Mobile", source: "crm")])
    #expect(settings.consent?.given == ["Yes", "Y"])
    #expect(settings.optOut?.out == ["yes", "y", "true", "t", "1", "x"])
    #expect(settings.guards.absenceShare == 0.1)
    #expect(settings.guards.absences == 4)
    #expect(settings.guards.blankedShare == 0.2)
    #expect(settings.purgeAfterDays == 60)
    #expect(settings.calendars.deadlineSeconds == 10)
  }

  @Test(
    "What is wrong is an error at its place",
    arguments: [
      ("sources: [{file: r.csv}]\nfields: {name: N}", "nothing says which column has the university's id of a person"),
      ("key: Id\nfields: {name: N}", "there is no source to read people from"),
      ("key: Id\nsources: []\nfields: {name: N}", "there is no source to read people from"),
      ("key: Id\nsources: [{file: r.csv}]", "no field is filled from a column"),
      ("key: Id\nsources: [{file: r.csv}]\nfields: {employer: E}", "no column fills 'name', and a profile needs one"),
      ("key: Id\nsources: [{name: a}]\nfields: {name: N}", "the source 'a' has no place to be read from"),
      (
        "key: Id\nsources: [{name: a, file: r.csv, url: https://e.example/}]\nfields: {name: N}",
        "the source 'a' has several places: file, url"
      ),
      (
        "key: Id\nsources: [{name: a, file: r.csv}, {name: a, file: s.csv}]\nfields: {name: N}",
        "two sources are called 'a'"
      ),
      (
        "key: Id\nsources: [{url: http://e.example/r.csv}]\nfields: {name: N}",
        "'http://e.example/r.csv' is not an address that begins with https://"
      ),
      (
        "key: Id\nsources: [{url: https://me:secret@e.example/r.csv}]\nfields: {name: N}",
        "the address holds a password, which everyone who reads this file would know"
      ),
      (
        "key: Id\nsources: [{url: https://e.example/r.csv, headers: {X: Bearer abc}}]\nfields: {name: N}",
        "the value for 'X' is not the name of an environment variable"
      ),
      (
        "key: Id\nsources: [{command: psql --csv}]\nfields: {name: N}",
        "a command is a list of a program and its arguments, and no shell reads it"
      ),
      (
        "key: Id\nsources: [{file: r.csv, path: a.b}]\nfields: {name: N}",
        "'path' means something in JSON only, and the format is 'csv'"
      ),
      ("key: Id\nsources: [{file: r.csv}]\nfields: {name: N, employr: E}", "'employr' is not a field of a profile"),
      ("key: Id\nsources: [{file: r.csv}]\nfields: {name: N, consent: C}", "'consent' can't be filled from a roster"),
      ("key: Id\nsources: [{file: r.csv}]\nfields: {name: N, bio: B}", "'bio' can't be filled from a roster"),
      (
        "key: Id\nsources: [{file: r.csv}]\nfields: {name: N, location: L, location.city: C}",
        "'location.city' is filled twice"
      ),
      ("key: Id\nsources: [{file: r.csv}]\nfields: {name: N, title: }", "'title' has no column"),
      ("key: Id\nsources: [{file: r.csv}]\nfields: {name: N, title: [A, B]}", "'title' needs the header of a column"),
      (
        "key: Id\nsources: [{file: r.csv}]\nfields: {name: N, title: {column: T, split: \",\"}}",
        "'split' has no meaning for 'title'"
      ),
      (
        "key: Id\nsources: [{file: r.csv}]\nfields: {name: N, title: {column: T, source: x}}", "there is no source 'x'"
      ),
      (
        "key: Id\nsources: [{file: r.csv}]\nfields: {name: N}\nconsent: {column: C, given: [\"yes\"], withdrawn: [\"Yes\"]}",
        "'yes' can't mean both"
      ),
      (
        "key: Id\nsources: [{file: r.csv}]\nfields: {name: N}\nguards: {missing: 100%}",
        "a limit of 100% would stop nothing; at most 50% can be said"
      ),
      (
        "key: Id\nsources: [{file: r.csv}]\nfields: {name: N}\nguards: {missing: a lot}",
        "'a lot' is not a share of people"
      ),
      (
        "key: Id\nsources: [{file: r.csv}]\nfields: {name: N}\nopt_outs: C",
        "'opt_outs' is not a field of the sync settings"
      ),
    ])
  func wrong(_ yaml: String, _ message: String) {
    let (settings, diagnostics) = SyncSettings.read(
      SourceFile(path: "content/sync.yaml", text: yaml), site: SyncSamples.site())
    #expect(settings == nil)
    #expect(diagnostics.map(\.message).contains(message), "\(diagnostics.map(\.message))")
    #expect(diagnostics.allSatisfy { $0.severity == .error && $0.range != nil })
  }

  @Test("Fields that the site declares can be filled")
  func ownFields() throws {
    let site = SyncSamples.site("fields:\n  first_generation: {kind: flag}\n")
    let settings = try SyncSamples.settings(
      "key: Id\nsources: [{file: r.csv}]\nfields: {name: N, first_generation: First gen}", site: site)
    #expect(settings.fields.map(\.field) == ["name", "first_generation"])
  }

  @Test("Words for one side of consent take away their like from the usual words of the other")
  func consentWords() throws {
    let settings = try SyncSamples.settings(
      "key: Id\nsources: [{file: r.csv}]\nfields: {name: N}\nconsent: {column: Hide me?, given: [n, \"no\"]}")
    #expect(settings.consent?.given == ["n", "no"])
    #expect(settings.consent?.withdrawn == ["false", "f", "0"])
  }
}
