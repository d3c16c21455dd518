// swift-tools-version: 6.3
import PackageDescription

// Floors: a target imports only targets of floors below its own (docs/architecture.md; Tests/ArchitectureTests checks it).
let package = Package(
  name: "mentorbook",
  products: [
    .executable(name: "mentorbook", targets: ["mentorbook"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
  ],
  targets: [
    // System libraries
    .systemLibrary(name: "CCMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CRename"),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

    // Floor 0: vocabulary
    .target(name: "Diagnostics"),
    .target(name: "Hypertext"),
    .target(name: "Files", dependencies: ["CRename"]),
    .target(name: "Parallelism"),
    .target(name: "TextKeys"),
    .target(name: "Compression", dependencies: ["CZlib"]),
    .target(name: "Digests"),
    .target(name: "Programs", dependencies: [.product(name: "Subprocess", package: "swift-subprocess")]),

    // Floor 1: one language each
    .target(name: "FrontMatter", dependencies: ["Diagnostics", "CLibYAML"]),
    .target(name: "Markdown", dependencies: ["Diagnostics", "Hypertext", "CCMark"]),
    .target(name: "Templates", dependencies: ["Diagnostics", "Hypertext"]),
    .target(name: "Scheduling", dependencies: ["Digests"]),
    .target(name: "Addresses"),
    .target(name: "Rosters", dependencies: ["Hypertext"]),

    // Floor 2: the content model
    .target(
      name: "Community",
      dependencies: [
        "Addresses", "Diagnostics", "Files", "FrontMatter", "Hypertext", "Markdown", "Parallelism", "Scheduling",
        "TextKeys",
      ]),
    .target(name: "Calendars", dependencies: ["Addresses", "Scheduling"]),

    // Floor 3: what the model yields
    .target(name: "Directory", dependencies: ["Community", "Parallelism", "Scheduling", "TextKeys"]),
    .target(
      name: "Requests", dependencies: ["Addresses", "Community", "Diagnostics", "Digests", "Hypertext", "Scheduling"]),

    // Floor 4: what is done with a site
    .target(
      name: "SiteBuilder",
      dependencies: [
        "Addresses", "Community", "Compression", "Diagnostics", "Digests", "Directory", "Files", "FrontMatter",
        "Hypertext", "Markdown", "Parallelism", "Requests", "Scheduling", "Templates", "TextKeys",
        .product(name: "Subprocess", package: "swift-subprocess"),
      ]),
    .target(name: "Scaffolding", dependencies: ["Addresses", "Diagnostics", "Files", "FrontMatter", "TextKeys"]),
    .target(
      name: "RosterSync",
      dependencies: [
        "Addresses", "Calendars", "Community", "Compression", "Diagnostics", "Digests", "Files", "FrontMatter",
        "Hypertext", "Parallelism", "Programs", "Rosters", "Scheduling", "TextKeys",
        .product(name: "Subprocess", package: "swift-subprocess"),
      ]),
    .target(
      name: "Publishing",
      dependencies: [
        "Diagnostics", "Digests", "Files", "FrontMatter", "Hypertext", "Parallelism", "Programs", "Scheduling",
        .product(name: "Subprocess", package: "swift-subprocess"),
      ]),

    // Floor 5: a whole night
    .target(
      name: "Nightly",
      dependencies: [
        "Addresses", "Community", "Diagnostics", "Digests", "Files", "Hypertext", "Programs", "Publishing",
        "Requests", "RosterSync",
        "Scheduling", "SiteBuilder",
      ]),

    // Floor 6: the command
    .executableTarget(
      name: "mentorbook",
      dependencies: [
        "Community", "Diagnostics", "Files", "FrontMatter", "Nightly", "Parallelism", "Programs", "Publishing",
        "RosterSync", "Scaffolding", "Scheduling", "SiteBuilder",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // Measuring (Benchmarks/README.md)
    .executableTarget(
      name: "TemplateBenchmark", dependencies: ["Diagnostics", "Hypertext", "Templates"],
      path: "Benchmarks/Sources/TemplateBenchmark"),
    .executableTarget(
      name: "MappingBenchmark", dependencies: ["Community", "Diagnostics", "RosterSync", "Rosters", "Scheduling"],
      path: "Benchmarks/Sources/MappingBenchmark"),

    // Tests mirror the targets; SiteTesting is what they share
    .testTarget(name: "FrontMatterTests", dependencies: ["Diagnostics", "FrontMatter"]),
    .testTarget(name: "MarkdownTests", dependencies: ["CCMark", "Diagnostics", "Hypertext", "Markdown"]),
    .testTarget(name: "TemplatesTests", dependencies: ["Diagnostics", "Hypertext", "Templates"]),
    .testTarget(name: "SchedulingTests", dependencies: ["Scheduling"]),
    .testTarget(name: "AddressesTests", dependencies: ["Addresses"]),
    .testTarget(name: "RostersTests", dependencies: ["Rosters", "SiteTesting"]),
    .testTarget(name: "CalendarsTests", dependencies: ["Addresses", "Calendars", "Scheduling", "SiteTesting"]),
    .testTarget(
      name: "PhotoTests",
      dependencies: [
        "Files", "Scheduling", "SiteBuilder", "SiteTesting", "mentorbook",
        .product(name: "Subprocess", package: "swift-subprocess"),
      ]),
    .testTarget(name: "RequestsTests", dependencies: ["Addresses", "Hypertext", "Requests", "Scheduling"]),
    .target(
      name: "SiteTesting",
      dependencies: ["CZlib", "Community", "Diagnostics", "Parallelism", "Scheduling", "SiteBuilder"],
      path: "Tests/SiteTesting"),
    .testTarget(name: "ArchitectureTests", dependencies: ["SiteTesting"]),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "SiteTesting"]),
    .testTarget(name: "HypertextTests", dependencies: ["Hypertext", "SiteTesting"]),
    .testTarget(name: "FilesTests", dependencies: ["Files", "SiteTesting"]),
    .testTarget(name: "ParallelismTests", dependencies: ["Parallelism", "SiteTesting"]),
    .testTarget(name: "CompressionTests", dependencies: ["Compression", "SiteTesting"]),
    .testTarget(name: "DigestsTests", dependencies: ["Digests", "SiteTesting"]),
    .testTarget(name: "TextKeysTests", dependencies: ["TextKeys", "SiteTesting"]),
    .testTarget(name: "CommunityTests", dependencies: ["Community", "Diagnostics", "Scheduling", "SiteTesting"]),
    .testTarget(
      name: "DirectoryTests",
      dependencies: ["Community", "Directory", "Parallelism", "Scheduling", "SiteTesting", "TextKeys"]),
    .testTarget(name: "RequestWriterTests", dependencies: ["Community", "Requests", "Scheduling", "SiteTesting"]),
    .testTarget(
      name: "SiteBuilderTests",
      dependencies: ["Community", "Files", "Hypertext", "Scheduling", "SiteBuilder", "SiteTesting"]),
    .testTarget(
      name: "ScaffoldingTests",
      dependencies: ["Community", "Files", "Scaffolding", "Scheduling", "SiteTesting", "mentorbook"]),
    .testTarget(
      name: "RosterSyncTests",
      dependencies: [
        "Community", "Diagnostics", "Files", "FrontMatter", "Parallelism", "RosterSync", "Rosters", "Scheduling",
        "SiteTesting",
      ]),
    .testTarget(
      name: "PublishingTests", dependencies: ["Diagnostics", "Files", "Publishing", "Scheduling", "SiteTesting"]),
    .testTarget(
      name: "NightlyTests", dependencies: ["Nightly"]),
    .testTarget(name: "CommandTests", dependencies: ["Files", "mentorbook", "SiteTesting"]),
  ]
)
