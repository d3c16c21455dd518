import Diagnostics

// Partials, parents and their blocks.

/// All that the steps of a partial depend on.
struct RoutineKey: Hashable {
  let partial: String
  let scope: Scope
  let blocks: BlockSets.Index
  let shift: LineShift
}

extension Compiler {
  /// Compiles `{{>name}}`, or `{{<name}}` with its blocks.
  mutating func addCall(
    _ name: Name, indentation: [UInt8]?, blocks: BlockSets.Index, tag: Range<Int>, in region: Region,
    to list: inout StepList
  ) {
    guard let file = file(ofPartial: name.text) else {
      if policy == .html {
        let nearest = NearestName.of(name.text, among: library.partials.keys)
        report(.unknownPartial(name.text, nearest: nearest), name.range, in: region)
      }
      return
    }
    let added = indentation.map(region.shift.indentation) ?? []
    let followsCaller = indentation != nil && region.shift.followsCaller
    // A partial that calls itself is compiled once for any indentation, as each round may add to it.
    let isRecursive = library.recursivePartials.contains(name.text)
    let shift = isRecursive ? LineShift(followsCaller: true) : LineShift(added: added, followsCaller: followsCaller)
    let key = RoutineKey(partial: name.text, scope: region.scope, blocks: blocks, shift: shift)
    let routine = routine(for: key, file: file, depth: region.depth + 1)
    // What the partial does with `{{.}}` is not known yet when it is calling itself.
    usesTop = true
    let place = Place(file: region.file, range: tag)
    calls.append(CallEdge(caller: region.routine, routine: routine, origins: region.origins, place: place))
    list.append(
      .call(
        Call(
          routine: routine, indentation: isRecursive ? added : [],
          addsToCaller: isRecursive ? followsCaller : true, place: place)))
  }

  private mutating func routine(for key: RoutineKey, file: Int, depth: Int) -> Int {
    if let known = routineIndices[key] { return known }
    let index = routines.count
    routineIndices[key] = index
    routines.append(Routine(name: key.partial))
    let region = Region(
      file: file, scope: key.scope, blocks: key.blocks, shift: key.shift, routine: index, depth: depth)
    var list = StepList()
    add(files[file].nodes, in: region, to: &list)
    routines[index].steps = list.steps
    return index
  }

  /// Compiles `{{$name}}…{{/name}}`: what replaces the block, else what stands in it.
  ///
  /// A replacement sees the objects around the block that it replaces, but its own blocks are replaced as they would be
  /// where it was written.
  mutating func addBlock(_ block: Block, in region: Region, to list: inout StepList) {
    guard let replacement = blockSets.replacement(for: block.name.text, in: region.blocks) else {
      var inner = region
      inner.depth += 1
      return add(block.body, in: inner, to: &list)
    }
    let shift = LineShift(
      removed: replacement.block.indentation, added: region.shift.indentation(block.indentation),
      followsCaller: region.shift.followsCaller)
    let inner = Region(
      file: replacement.file, scope: region.scope, blocks: replacement.blocks, shift: shift, routine: region.routine,
      depth: region.depth + 1, origins: region.origins)
    if !block.isStandalone {
      list.isIndented = true
    } else if !replacement.block.isStandalone {
      list.startLine(shift)
    }
    add(replacement.block.body, in: inner, to: &list)
    list.isIndented = false
  }
}
