/// A compiled template: a flat list of instructions and the bytes that they copy.
///
/// Each section's or routine's instructions lie together; a section names the instruction behind its last.
final class Program: Sendable {
  /// What is done, in order. The page itself is `instructions[page]`.
  let instructions: [Instruction]
  let page: Range<Int>
  /// All literal text.
  let literals: [UInt8]
  /// How many slots for objects there are.
  let slotCount: Int
  /// About how many bytes a page takes.
  let estimatedSize: Int

  init(
    instructions: [Instruction], page: Range<Int>, literals: [UInt8], slotCount: Int, estimatedSize: Int
  ) {
    self.instructions = instructions
    self.page = page
    self.literals = literals
    self.slotCount = slotCount
    self.estimatedSize = estimatedSize
  }
}

/// One step of a program.
enum Instruction: Sendable {
  /// Copies literal text.
  case literal(Range<Int>)
  /// Writes the indentation that the routine was called with.
  case indentation
  /// Writes a field of the object in a slot.
  case write(slot: Int, FieldAccess, isRaw: Bool)
  /// Writes `{{.}}`.
  case writeTop(isRaw: Bool)
  /// Goes on behind `end` unless the field is as wanted.
  case test(slot: Int, FieldAccess, wanted: Bool, end: Int)
  /// The same for `{{.}}`.
  case testTop(wanted: Bool, end: Int)
  /// Runs up to `end` with the field's value as `{{.}}`, if it is truthy.
  case with(slot: Int, FieldAccess, end: Int)
  /// Runs up to `end` for each text, which is `{{.}}`.
  case eachText(slot: Int, @Sendable (UnsafeRawPointer) -> [String], end: Int)
  /// Runs up to `end` with the object, if there is one, in a slot of its own.
  case object(slot: Int, FieldAccess.ObjectAccess, partSlot: Int, end: Int)
  /// Runs up to `end` for each element.
  case each(slot: Int, FieldAccess.ListAccess, partSlot: Int, end: Int)
  /// The same where elements are shared objects and the body depends on nothing else; see `RenderMemory`.
  case eachShared(slot: Int, FieldAccess.ListAccess, partSlot: Int, end: Int)
  /// Runs a routine.
  case call(Range<Int>, indentation: Range<Int>, addsToCaller: Bool)
}
