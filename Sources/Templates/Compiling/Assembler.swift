/// Makes steps flat: one list of instructions, neighbouring literals as one.
struct Assembler {
  private var instructions: [Instruction] = []
  private var literals: [UInt8] = []
  /// The literal that the next one continues; nil where a jump may arrive in between.
  private var openLiteral: Range<Int>?
  private var writeCount = 0
  private let routines: [Routine]
  /// Whether a shared body is being added: what lies within is kept with it.
  private var isWithinShared = false

  private init(_ routines: [Routine]) {
    self.routines = routines
  }

  /// Assembles a page's routines, of which the first is the page itself.
  static func program(_ routines: [Routine], slotCount: Int) -> Program {
    var assembler = Assembler(routines)
    var ranges: [Range<Int>] = []
    for routine in routines {
      let start = assembler.instructions.count
      assembler.add(routine.steps)
      assembler.openLiteral = nil
      ranges.append(start..<assembler.instructions.count)
    }
    return Program(
      instructions: assembler.instructions.map { $0.calling(ranges) }, page: ranges[0], literals: assembler.literals,
      slotCount: slotCount, estimatedSize: assembler.literals.count * 2 + assembler.writeCount * 64)
  }

  private mutating func add(_ steps: [Step]) {
    for step in steps { add(step) }
  }

  private mutating func add(_ step: Step) {
    switch step {
    case .literal(let bytes, _), .string(let bytes, _, _): addLiteral(bytes)
    case .indentation: append(.indentation)
    case .write(let value, let isRaw, _):
      writeCount += 1
      switch value.source {
      case .field(let slot, let access): append(.write(slot: slot, access, isRaw: isRaw))
      case .top: append(.writeTop(isRaw: isRaw))
      }
    case .section(let section): addSection(section)
    case .call(let call):
      let indentation = literals.count..<literals.count + call.indentation.count
      literals += call.indentation
      append(.call(call.routine..<call.routine, indentation: indentation, addsToCaller: call.addsToCaller))
    }
  }

  private mutating func append(_ instruction: Instruction) {
    openLiteral = nil
    instructions.append(instruction)
  }

  private mutating func addLiteral(_ bytes: [UInt8]) {
    guard !bytes.isEmpty else { return }
    let start = openLiteral?.lowerBound ?? literals.count
    literals += bytes
    if openLiteral != nil { instructions.removeLast() }
    append(.literal(start..<literals.count))
    openLiteral = start..<literals.count
  }

  /// A section's instruction is written once it is known where its body ends.
  private mutating func addSection(_ section: Section) {
    let index = instructions.count
    append(.indentation)
    let isShared = !isWithinShared && SharedBody.isShared(section, routines: routines)
    isWithinShared = isWithinShared || isShared
    add(section.body)
    if isShared { isWithinShared = false }
    openLiteral = nil
    instructions[index] = Self.instruction(section, isShared: isShared, end: instructions.count)
  }

  private static func instruction(_ section: Section, isShared: Bool, end: Int) -> Instruction {
    guard case .field(let slot, let access) = section.value.source else {
      return .testTop(wanted: !section.isInverted, end: end)
    }
    if section.isInverted { return .test(slot: slot, access, wanted: false, end: end) }
    switch access {
    case .texts(let get): return .eachText(slot: slot, get, end: end)
    case .object(_, let get): return .object(slot: slot, get, partSlot: section.slot ?? slot, end: end)
    case .list(_, let get):
      let partSlot = section.slot ?? slot
      return isShared
        ? .eachShared(slot: slot, get, partSlot: partSlot, end: end)
        : .each(slot: slot, get, partSlot: partSlot, end: end)
    case .text, .number, .flag, .html, .link, .json:
      if section.needsTop { return .with(slot: slot, access, end: end) }
      return .test(slot: slot, access, wanted: true, end: end)
    }
  }
}

extension Instruction {
  /// The same with a call's routine number turned into the instructions of that routine.
  fileprivate func calling(_ routines: [Range<Int>]) -> Instruction {
    guard case .call(let routine, let indentation, let addsToCaller) = self else { return self }
    return .call(routines[routine.lowerBound], indentation: indentation, addsToCaller: addsToCaller)
  }
}
