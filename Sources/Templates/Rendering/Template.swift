/// A template compiled for one kind of page.
///
/// Every name in it was found in the page's model, so rendering can't fail; one template serves all threads.
public struct Template<Model: TemplateModel>: Sendable {
  let program: Program

  /// About how many bytes a page takes: what to reserve before the first is rendered.
  public var estimatedSize: Int { program.estimatedSize }

  /// Appends a page to `output`.
  ///
  /// - Parameters:
  ///   - model: what the page is about.
  ///   - rootPrefix: the way from the page to the site's root, before every link into the site: `../../`, `/sub/`, or
  ///     nothing on a page at the root.
  ///   - memory: what the pages before left for this one, on the same thread; the bytes are the same without.
  ///   - output: where the page's bytes go, UTF-8.
  public func render(
    _ model: Model, rootPrefix: String, memory: RenderMemory? = nil, into output: inout [UInt8]
  ) {
    if output.isEmpty { output.reserveCapacity(estimatedSize) }
    withUnsafePointer(to: model) {
      Renderer.render(program, model: UnsafeRawPointer($0), rootPrefix: rootPrefix, memory: memory, into: &output)
    }
  }
}
