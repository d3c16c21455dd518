// Sections: what they push on the context.

extension Compiler {
  /// Compiles `{{#name}}…{{/name}}` or `{{^name}}…{{/name}}`.
  mutating func addSection(
    _ name: Name, isInverted: Bool, body: [Node], tag: Range<Int>, in region: Region, to list: inout StepList
  ) {
    var inner = region
    inner.depth += 1
    switch lookUp(name, in: region) {
    case .missing:
      // A name that the policy lets be is falsy.
      if isInverted, policy == .plain { add(body, in: inner, to: &list) }
    case .string(let text):
      if text.isEmpty == isInverted { add(body, in: inner, to: &list) }
    case .value(let value):
      let slot = isInverted ? nil : enter(value, &inner)
      let outerUse = usesTop
      usesTop = false
      var bodyList = StepList()
      bodyList.isIndented = list.isIndented
      add(body, in: inner, to: &bodyList)
      let section = Section(
        value: value, isInverted: isInverted, slot: slot, needsTop: !isInverted && usesTop, body: bodyList.steps,
        place: Place(file: region.file, range: tag))
      // Within an inverted section `{{.}}` is what it was outside.
      usesTop = isInverted ? usesTop || outerUse : outerUse
      if case .top = value.source { usesTop = true }
      list.append(.section(section))
    }
  }

  /// The scope within the section; the slot that it fills, if it does.
  private mutating func enter(_ value: Value, _ region: inout Region) -> Int? {
    guard case .field(let owner, let access) = value.source, let schema = access.nestedSchema else {
      region.scope = region.scope.entering(value.kind == .texts ? .text : value.kind)
      return nil
    }
    let slot = slot(of: schema)
    region.scope = region.scope.entering(slot)
    region.origins[slot] = Origin(slot: region.origins[owner]?.slot ?? owner, isWithin: true)
    return slot
  }
}
