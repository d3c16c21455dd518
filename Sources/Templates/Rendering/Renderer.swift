import Hypertext

// The hot loop: a profile page runs through some 200 instructions here.

/// Runs a program for one page.
///
/// It reads the program through plain pointers: pages are rendered on all cores at once, and counting references to
/// what they all share would make the cores wait for each other.
struct Renderer {
  private let instructions: UnsafeBufferPointer<Instruction>
  private let literals: UnsafeBufferPointer<UInt8>
  /// The address of the current object of each schema. The compiler sees to it that no slot is read before it is set.
  private let slots: UnsafeMutableBufferPointer<UnsafeRawPointer>
  private var writer: PageWriter
  /// What `{{.}}` is where it is a value.
  private var top = TopValue.text("")
  /// What goes before each line of a partial that calls itself.
  private var indentation: [UInt8] = []
  /// What was written for shared objects before.
  private let memory: RenderMemory?

  /// Appends the page of the model at an address to `output`.
  static func render(
    _ program: Program, model: UnsafeRawPointer, rootPrefix: String, memory: RenderMemory?,
    into output: inout [UInt8]
  ) {
    program.instructions.withUnsafeBufferPointer { instructions in
      program.literals.withUnsafeBufferPointer { literals in
        withUnsafeTemporaryAllocation(of: UnsafeRawPointer.self, capacity: program.slotCount) { slots in
          slots.initialize(repeating: model)
          var renderer = Renderer(
            instructions: instructions, literals: literals, slots: slots,
            writer: PageWriter(appendingTo: &output, rootPrefix: rootPrefix), memory: memory)
          renderer.run(program.page)
          renderer.writer.finish(&output)
        }
      }
    }
  }

  private init(
    instructions: UnsafeBufferPointer<Instruction>, literals: UnsafeBufferPointer<UInt8>,
    slots: UnsafeMutableBufferPointer<UnsafeRawPointer>, writer: consuming PageWriter, memory: RenderMemory?
  ) {
    self.instructions = instructions
    self.literals = literals
    self.slots = slots
    self.writer = writer
    self.memory = memory
  }

  private mutating func run(_ range: Range<Int>) {
    guard let first = instructions.baseAddress else { return }
    var index = range.lowerBound
    while index < range.upperBound {
      index = read(UnsafeRawPointer(first + index)) { perform($0, next: index + 1) }
    }
  }

  /// Does what an instruction says; the index of the one to go on with.
  private mutating func perform(_ instruction: Instruction, next: Int) -> Int {
    switch instruction {
    case .literal(let bytes):
      writer.copy(UnsafeBufferPointer(rebasing: literals[bytes]))
    case .indentation:
      writer.copy(indentation)
    case .write(let slot, let access, let isRaw):
      write(access, of: slots[slot], isRaw: isRaw)
    case .writeTop(let isRaw):
      writeTop(isRaw: isRaw)
    case .test(let slot, let access, let wanted, let end):
      return access.isTruthy(slots[slot]) == wanted ? next : end
    case .testTop(let wanted, let end):
      return top.isTruthy == wanted ? next : end
    case .with(let slot, let access, let end):
      if let value = TopValue(access, of: slots[slot]), value.isTruthy { run(next..<end, top: value) }
      return end
    case .eachText(let slot, let get, let end):
      for text in get(slots[slot]) { run(next..<end, top: .text(text)) }
      return end
    case .object(let slot, let get, let partSlot, let end):
      let outer = slots[partSlot]
      get(slots[slot]) { object in
        slots[partSlot] = object
        run(next..<end)
      }
      slots[partSlot] = outer
      return end
    case .each(let slot, let get, let partSlot, let end):
      let outer = slots[partSlot]
      get(slots[slot]) { list in
        for position in 0..<list.count {
          slots[partSlot] = list.first + position * list.stride
          run(next..<end)
        }
      }
      slots[partSlot] = outer
      return end
    case .eachShared(let slot, let get, let partSlot, let end):
      let outer = slots[partSlot]
      get(slots[slot]) { list in
        for position in 0..<list.count {
          slots[partSlot] = list.first + position * list.stride
          runShared(next..<end, element: slots[partSlot])
        }
      }
      slots[partSlot] = outer
      return end
    case .call(let routine, let added, let addsToCaller):
      call(routine, indentation: literals[added], addsToCaller: addsToCaller)
    }
    return next
  }

  /// Runs a body that depends on one shared object alone, or writes what it wrote before.
  private mutating func runShared(_ range: Range<Int>, element: UnsafeRawPointer) {
    guard let memory, let first = instructions.baseAddress else { return run(range) }
    let key = RenderMemory.Key(
      section: UnsafeRawPointer(first + range.lowerBound), object: element.load(as: UnsafeRawPointer.self))
    if memory.replay(key, to: &writer) { return }
    guard memory.hasRoom, !writer.isRecording else { return run(range) }
    writer.beginRecording()
    run(range)
    if let recording = writer.endRecording() {
      memory.keep(recording, for: key, object: element.load(as: AnyObject.self))
    }
  }

  private mutating func run(_ range: Range<Int>, top value: TopValue) {
    let outer = top
    top = value
    run(range)
    top = outer
  }

  private mutating func call(
    _ routine: Range<Int>, indentation added: Slice<UnsafeBufferPointer<UInt8>>, addsToCaller: Bool
  ) {
    guard !added.isEmpty || !addsToCaller else { return run(routine) }
    let outer = indentation
    indentation = addsToCaller ? outer + added : Array(added)
    run(routine)
    indentation = outer
  }

  // MARK: Values

  private mutating func write(_ access: FieldAccess, of model: UnsafeRawPointer, isRaw: Bool) {
    switch access {
    case .text(let get):
      if let text = get(model) { writer.write(text, isRaw: isRaw) }
    case .number(let get):
      if let number = get(model) { writer.write(number) }
    case .flag(let get):
      writer.write(get(model) ? "true" : "false", isRaw: true)
    case .html(let get):
      if let html = get(model) { writer.write(html, isRaw: isRaw) }
    case .link(let get):
      if let link = get(model) { writer.write(link) }
    case .json(let get):
      if let json = get(model) { writer.write(json: json) }
    case .texts, .object, .list:
      break
    }
  }

  private mutating func writeTop(isRaw: Bool) {
    switch top {
    case .text(let text): writer.write(text, isRaw: isRaw)
    case .number(let number): writer.write(number)
    case .flag(let flag): writer.write(flag ? "true" : "false", isRaw: true)
    case .html(let html): writer.write(html, isRaw: isRaw)
    case .link(let link): writer.write(link)
    case .json(let json): writer.write(json: json)
    }
  }
}
