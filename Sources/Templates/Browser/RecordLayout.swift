import Hypertext

/// Which values a record holds, in order.
struct RecordLayout: Sendable {
  /// One value of a record.
  enum Value: Sendable {
    case scalar(FieldAccess)
    /// 1 where the field is truthy, for sections that show where it is not.
    case truth(FieldAccess)
    case texts(@Sendable (UnsafeRawPointer) -> [String])
    case object(FieldAccess.ObjectAccess, RecordLayout)
    case list(FieldAccess.ListAccess, RecordLayout)
  }

  let values: [Value]

  /// Appends the record of the model at an address. What is absent is null.
  func append(_ model: UnsafeRawPointer, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "["))
    for (index, value) in values.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      append(value, of: model, to: &output)
    }
    output.append(UInt8(ascii: "]"))
  }

  private func append(_ value: Value, of model: UnsafeRawPointer, to output: inout [UInt8]) {
    switch value {
    case .scalar(let access): append(access, of: model, to: &output)
    case .truth(let access): output.append(UInt8(ascii: access.isTruthy(model) ? "1" : "0"))
    case .texts(let get): JSONText.append(array: get(model), to: &output) { JSONText.append($0, to: &$1) }
    case .object(let get, let layout):
      let start = output.count
      get(model) { layout.append($0, to: &output) }
      if output.count == start { output.append(contentsOf: "null".utf8) }
    case .list(let get, let layout):
      output.append(UInt8(ascii: "["))
      get(model) { list in
        for position in 0..<list.count {
          if position > 0 { output.append(UInt8(ascii: ",")) }
          layout.append(list.first + position * list.stride, to: &output)
        }
      }
      output.append(UInt8(ascii: "]"))
    }
  }

  private func append(_ access: FieldAccess, of model: UnsafeRawPointer, to output: inout [UInt8]) {
    switch access {
    case .text(let get):
      if let text = get(model) { return JSONText.append(text, to: &output) }
    case .number(let get):
      if let number = get(model) { return output.append(contentsOf: String(number).utf8) }
    case .flag(let get):
      return output.append(UInt8(ascii: get(model) ? "1" : "0"))
    case .html(let get):
      if let html = get(model) { return JSONText.append(html.bytes, to: &output) }
    case .link(let get):
      if let link = get(model) { return append(link, to: &output) }
    case .json, .texts, .object, .list: break
    }
    output.append(contentsOf: "null".utf8)
  }

  private func append(_ link: Link, to output: inout [UInt8]) {
    switch link {
    case .site(let path):
      var encoded: [UInt8] = []
      path.appendEncoded(to: &encoded)
      // An empty text would read as no link at all.
      if encoded.isEmpty { encoded = Array("./".utf8) }
      JSONText.append(encoded, to: &output)
    case .external(let url):
      JSONText.append(array: [url.text], to: &output) { JSONText.append($0, to: &$1) }
    }
  }
}
