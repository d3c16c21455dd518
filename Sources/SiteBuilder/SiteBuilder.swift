import Community
import Diagnostics
import Directory
import Files
import Hypertext
import Parallelism
import Scheduling
import Synchronization

/// Builds a site: content → Community → plan → bytes → output. Each step takes what the one before returned.
///
/// 1. **load** `Community.load` reads the content; `Theme.load` and `ThemeTemplates.compile` the theme.
/// 2. **photos** `PhotoStudio.album` makes the photos to publish from the originals, where that was not done before.
/// 3. **prepare** `Directory.init` says who belongs where, `SiteContext.init` makes what many pages share.
/// 4. **search index** `SearchPlan.init` makes the files that the browser searches in.
/// 5. **plan** `SitePlan.init` decides which pages and files there are; `LinkCheck` sees that all links arrive.
/// 6. **render** `Renderer.render` makes the bytes of each, in parallel.
/// 7. **write** `OutputWriter.write` puts each in place where it changed; `OutputFolder.finish` ends the build.
public enum SiteBuilder {
  /// Builds a site.
  ///
  /// - Parameter progress: called from any thread, now and then, while the build goes on.
  public static func build(
    _ options: BuildOptions, progress: @escaping @Sendable (BuildProgress) -> Void = { _ in }
  ) async -> BuildReport {
    var clock = StepClock()
    progress(BuildProgress(step: .reading, count: nil))
    var material = load(options, clock: &clock)
    if let community = material.community {
      let album = await PhotoStudio(options).album(of: community) { done, total in
        progress(BuildProgress(step: .photos, count: (done, total)))
      }
      material.add(album)
      clock.end("photos")
    }
    progress(BuildProgress(step: .planning, count: nil))
    let prepared = plan(material, options: options, clock: &clock)
    guard let site = prepared.site, !(options.isStrict && !prepared.diagnostics.isEmpty) else {
      var report = BuildReport(outcome: .refused, diagnostics: prepared.diagnostics)
      report.count(prepared)
      return report
    }
    let note = Manifest.BuildNote(
      asOf: site.context.community.asOf, errors: prepared.diagnostics.count { $0.severity == .error })
    var report = write(
      site, note: note, unpublished: UnpublishedNote(material.loaded.unpublished, options: options), options: options,
      clock: &clock, progress: progress)
    report.diagnostics = (prepared.diagnostics + report.diagnostics).sorted()
    report.count(prepared)
    report.steps = clock.steps
    // Taking the content of 10,000 mentors apart takes 0.05 s.
    discard((consume site, consume prepared, consume material))
    return report
  }

  /// Does all that a build does but for making photos and writing: what `check` runs.
  public static func check(_ options: BuildOptions) -> BuildReport {
    var clock = StepClock()
    var material = load(options, clock: &clock)
    if let community = material.community { material.add(PhotoStudio(options).check(community)) }
    let prepared = plan(material, options: options, clock: &clock)
    var report = BuildReport(
      outcome: prepared.site == nil ? .refused : .written, diagnostics: prepared.diagnostics)
    report.count(prepared)
    report.files = prepared.site.map { $0.plan.files.count + material.album.awaited } ?? 0
    report.steps = clock.steps
    return report
  }

  // MARK: - Load

  /// What a site is made from. Without a community, a theme or its templates there will be no site.
  struct Material: Sendable {
    var loaded: LoadedCommunity
    var theme: Theme?
    var templates: ThemeTemplates?
    var album = PhotoAlbum()
    var diagnostics: [Diagnostic]

    /// The content, if there is a theme to show it with.
    var community: Community? { templates == nil ? nil : loaded.community }

    mutating func add(_ album: PhotoAlbum) {
      self.album = album
      diagnostics += album.diagnostics
    }
  }

  static func load(_ options: BuildOptions, clock: inout StepClock) -> Material {
    let loaded = Community.load(options.loadOptions)
    clock.end("load content")
    var material = Material(loaded: loaded, diagnostics: loaded.diagnostics)
    guard let settings = loaded.community?.settings else { return material }
    let (theme, themeProblems) = Theme.load(
      options.theme ?? settings.theme, from: options.themeFolders, locale: settings.locale)
    material.diagnostics += themeProblems
    guard let theme else { return material }
    let (templates, templateProblems) = ThemeTemplates.compile(theme.templates)
    material.diagnostics += templateProblems
    material.theme = theme
    material.templates = templates
    clock.end("load theme")
    return material
  }

  // MARK: - Plan

  /// A site that is ready to be rendered.
  struct PreparedSite: Sendable {
    let context: SiteContext
    let templates: ThemeTemplates
    let plan: SitePlan
  }

  struct Prepared: Sendable {
    var site: PreparedSite?
    var loaded: LoadedCommunity
    var diagnostics: [Diagnostic]
  }

  static func plan(_ material: Material, options: BuildOptions, clock: inout StepClock) -> Prepared {
    var prepared = Prepared(site: nil, loaded: material.loaded, diagnostics: material.diagnostics)
    guard let community = material.community, let theme = material.theme, let templates = material.templates else {
      return prepared.sorted()
    }
    let assets = AssetPlan(theme: theme, brand: community.settings.brand)
    let slots = options.workers.map(community.mentors.count) { community.slots(of: community.mentors[$0]) }
    let directory = Directory(community, workers: options.workers)
    clock.end("directory")
    let similar =
      community.settings.directory.hasSimilar
      ? SimilarMentors(community, directory: directory, workers: options.workers) : nil
    clock.end("similar mentors")
    let browserPages = Set(templates.browserPages.keys)
    var context = SiteContext(
      community: community, directory: directory, similar: similar, phrases: theme.phrases, slots: slots,
      album: material.album, assets: assets.addresses, browserPages: browserPages,
      workers: options.workers)
    clock.end("prepare")
    let search = SearchPlan(
      context, card: templates.card, phrases: theme.scriptPhrases, workers: options.workers)
    context.searchIndex = search.map { .site($0.entry) }
    clock.end("search index")
    let plan = SitePlan(
      community: community, directory: directory, slots: slots,
      assets: assets.files + context.requestFiles + material.album.files + (search?.files ?? []),
      browserPages: browserPages)
    let references =
      community.settings.references + (community.guide + community.pages).flatMap(\.references)
      + material.loaded.profileReferences
    prepared.diagnostics += plan.diagnostics
    prepared.diagnostics += LinkCheck.diagnostics(references, plan: plan, community: community)
    prepared.site = PreparedSite(context: context, templates: templates, plan: plan)
    clock.end("plan")
    return prepared.sorted()
  }

  // MARK: - Render and write

  private static func write(
    _ site: PreparedSite, note: Manifest.BuildNote, unpublished: UnpublishedNote, options: BuildOptions,
    clock: inout StepClock, progress: @Sendable (BuildProgress) -> Void
  ) -> BuildReport {
    let output: OutputFolder
    do {
      output = try OutputFolder.open(options.outputFolder, isClean: options.isClean)
    } catch {
      return BuildReport(outcome: error.outcome)
    }
    let proof = AbsenceProof(site.context.community)
    var mentions: [Diagnostic] = []
    let results = writeAll(site, to: output, proof: proof, workers: options.workers, progress: progress)
    clock.end("render and write")
    var report = BuildReport(outcome: .written)
    var entries: [String: Manifest.Entry] = [:]
    entries.reserveCapacity(results.count)
    for result in results {
      switch result {
      case .success(let path, let written, let mention):
        mentions += mention.map { [proof.diagnostic($0)] } ?? []
        entries[path.path] = written.entry
        report.changed += written.isChanged ? 1 : 0
      case .leak(let leak):
        report.diagnostics.append(leak.diagnostic(in: site.context.community))
      case .presence(let sighting): report.diagnostics.append(proof.diagnostic(sighting))
      case .skipped: continue
      case .failure(let problem):
        output.discard()
        report.outcome = .failed(problem.message, remedy: nil)
        return report
      }
    }
    if options.isStrict { report.diagnostics += mentions }
    guard report.diagnostics.isEmpty else {
      output.discard()
      report.outcome = .failed(
        "something that is to stay private would be published",
        remedy: "mend what is named above; nothing that holds it was written")
      return report
    }
    do {
      report.removed = try output.finish(entries, note: note, unpublished: unpublished)
      report.diagnostics = mentions
    } catch {
      report.outcome = .failed(error.message, remedy: nil)
    }
    report.files = entries.count
    clock.end("finish")
    return report
  }

  private enum FileResult: Sendable {
    case success(OutputPath, OutputWriter.Written, mention: AbsenceProof.Sighting?)
    case leak(AddressGuard.Leak)
    case presence(AbsenceProof.Sighting)
    case failure(FileProblem)
    /// Another file has failed: that one says why.
    case skipped
  }

  private static func writeAll(
    _ site: PreparedSite, to output: borrowing OutputFolder, proof: AbsenceProof, workers: Workers,
    progress: @Sendable (BuildProgress) -> Void
  ) -> [FileResult] {
    let files = site.plan.files
    let renderer = Renderer(context: site.context, templates: site.templates, plan: site.plan)
    let writer = output.writer
    let addressGuard = AddressGuard(site.context.community)
    let done = Atomic(0)
    let hasFailed = Atomic(false)
    return workers.map(files.count, scratch: { Renderer.Scratch() }) { scratch, index in
      // After a full disk there is no use in trying the other 99,999.
      if hasFailed.load(ordering: .relaxed) { return .skipped }
      let count = done.add(1, ordering: .relaxed).newValue
      if count.isMultiple(of: 256) {
        progress(BuildProgress(step: .writing, count: (count, files.count)))
      }
      do throws(FileProblem) {
        try renderer.render(files[index], scratch: &scratch)
        if let leak = addressGuard.leak(in: scratch.bytes, of: files[index]) { return .leak(leak) }
        let sighting = proof.sighting(in: scratch.bytes, of: files[index])
        if let sighting, sighting.kind != .name { return .presence(sighting) }
        let path = OutputPath(files[index].address)
        return .success(path, try writer.write(scratch.bytes, to: path), mention: sighting)
      } catch {
        hasFailed.store(true, ordering: .relaxed)
        return .failure(error)
      }
    }
  }
}
