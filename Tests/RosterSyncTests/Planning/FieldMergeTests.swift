import Testing

@testable import RosterSync

@Suite("Merging one field")
struct FieldMergeTests {
  /// Every way in which base, file and upstream can agree or differ. 0 is nothing, as in a file without the field.
  static let cases: [FieldMerge] = FieldOwner.allCases.flatMap { owner in
    [false, true].flatMap { isPinned in
      [nil, 0, 1, 2, 3].flatMap { (base: UInt64?) in
        [0, 1, 2, 3].flatMap { (file: UInt64) in
          [nil, 0, 1, 2, 3].map { (upstream: UInt64?) in
            FieldMerge(
              owner: owner, isPinned: isPinned, base: base, file: [file], isFileEmpty: file == 0, upstream: upstream)
          }
        }
      }
    }
  }

  private func result(_ merge: FieldMerge) -> (file: UInt64, base: UInt64?) {
    let verdict = merge.verdict
    let isWritten = verdict == .take || verdict == .setBack
    return (isWritten ? merge.upstream ?? 99 : merge.file[0], verdict.movesBase ? merge.upstream : merge.base)
  }

  @Test(
    "The table of the design, for a shared field",
    arguments: [
      (base: 1, file: 1, upstream: 1, verdict: FieldMerge.Verdict.adopt),
      (base: 1, file: 2, upstream: 1, verdict: .keep),
      (base: 1, file: 1, upstream: 2, verdict: .take),
      (base: 1, file: 2, upstream: 2, verdict: .adopt),
      (base: 1, file: 2, upstream: 3, verdict: .conflict),
      (base: 1, file: 0, upstream: 3, verdict: .conflict),
      (base: 1, file: 1, upstream: 0, verdict: .take),
    ] as [(base: UInt64, file: UInt64, upstream: UInt64, verdict: FieldMerge.Verdict)])
  func table(base: UInt64, file: UInt64, upstream: UInt64, verdict: FieldMerge.Verdict) {
    let merge = FieldMerge(owner: .shared, base: base, file: [file], isFileEmpty: file == 0, upstream: upstream)
    #expect(merge.verdict == verdict)
  }

  @Test("A conflict doesn't move the base, so it is there again in the next run")
  func conflictStays() {
    for merge in Self.cases where merge.verdict == .conflict {
      var next = merge
      (next.file[0], next.base) = result(merge)
      #expect(next.verdict == .conflict)
    }
  }

  @Test("merge(B, B, U) = U and merge(B, L, B) = L for what is shared")
  func laws() {
    for merge in Self.cases where merge.owner == .shared && !merge.isPinned {
      guard let upstream = merge.upstream else { continue }
      if merge.base == merge.file[0] { #expect(result(merge).file == upstream) }
      if merge.base == upstream { #expect(result(merge).file == merge.file[0]) }
    }
  }

  @Test("A second merge with the same roster changes nothing")
  func idempotence() {
    for merge in Self.cases {
      var next = merge
      (next.file[0], next.base) = result(merge)
      next.isFileEmpty = next.file[0] == 0
      #expect(result(next) == result(merge))
    }
  }

  @Test("What is the editor's, or pinned, or of which the roster says nothing, stays as it is")
  func editorsWord() {
    for merge in Self.cases where merge.owner == .editor || merge.isPinned || merge.upstream == nil {
      #expect(result(merge).file == merge.file[0])
    }
  }

  @Test("Nobody's word is lost without being told: only an owner upstream overwrites what neither base nor roster says")
  func nothingIsLostSilently() {
    for merge in Self.cases where result(merge).file != merge.file[0] {
      let wasEditors = merge.file[0] != 0 && merge.file[0] != merge.base
      #expect(!wasEditors || merge.verdict == .setBack && merge.owner == .upstream)
    }
  }
}

@Suite("Merging consent")
struct ConsentMergeTests {
  static let words: [ConsentState.Word?] = [nil, .given, .withdrawn, .unknown, .optedOut]
  static let cases: [ConsentMerge] = words.flatMap { upstream in
    words.flatMap { before in
      [nil, false, true].map { ConsentMerge(upstream: upstream, before: before, file: $0) }
    }
  }

  private func file(after merge: ConsentMerge) -> Bool? { merge.verdict.setting ?? merge.file }

  @Test("Who opted out, took consent back, or said what nobody understands is out, whatever the file says")
  func noCountsAtOnce() {
    for merge in Self.cases where merge.upstream != nil && merge.upstream != .given {
      #expect(file(after: merge) == false)
    }
  }

  @Test("An editor's no since the roster's yes stays")
  func editorsNoStays() {
    #expect(file(after: ConsentMerge(upstream: .given, before: .given, file: false)) == false)
  }

  @Test("A no that the profile always had isn't overruled by the roster, but asked about")
  func oldNoIsAskedAbout() {
    let verdict = ConsentMerge(upstream: .given, before: nil, file: false).verdict
    #expect(verdict.setting == nil && verdict.finding == .fileSaysNo)
  }

  @Test("Nobody comes back because the mark of an opt-out is gone")
  func silenceIsNoConsent() {
    let verdict = ConsentMerge(upstream: nil, before: .optedOut, file: false).verdict
    #expect(verdict.setting == nil && verdict.finding == .optOutEnded && verdict.remembered == .optedOut)
  }

  @Test("Who agrees again is back")
  func agreesAgain() {
    for before in [ConsentState.Word.withdrawn, .optedOut, .unknown] {
      #expect(file(after: ConsentMerge(upstream: .given, before: before, file: false)) == true)
    }
  }

  @Test("A second merge of the same changes nothing")
  func idempotence() {
    for merge in Self.cases {
      let next = ConsentMerge(upstream: merge.upstream, before: merge.verdict.remembered, file: file(after: merge))
      #expect(file(after: next) == file(after: merge))
      #expect(next.verdict.remembered == merge.verdict.remembered)
    }
  }
}
