import Files
import Foundation
import SiteTesting
import Testing

@Suite("Reading files")
struct FileReadingTests {
  @Test("A file of any size is read whole", arguments: [0, 1, 4_095, 4_096, 4_097, 65_536, 200_001])
  func sizes(_ size: Int) throws {
    let folder = try ScratchFolder()
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try folder.write(bytes, to: "file")
    #expect(try FileReading.bytes(of: folder.path + "/file") == bytes)
  }

  @Test("A file that says no size, as those of /proc, is read whole")
  func sizeless() throws {
    #expect(try FileReading.bytes(of: "/proc/self/status").count > 100)
  }

  @Test("What can't be read is a problem that names the path")
  func problems() throws {
    let folder = try ScratchFolder()
    #expect(throws: FileProblem(.read, folder.path + "/none", code: ENOENT)) {
      try FileReading.bytes(of: folder.path + "/none")
    }
    #expect(throws: FileProblem(.read, folder.path, code: EISDIR)) { try FileReading.bytes(of: folder.path) }
    let problem = FileProblem(.write, "output/index.html", code: ENOSPC)
    #expect(problem.message == "can't write 'output/index.html': No space left on device")
    #expect(!problem.isMissing)
  }

  @Test("A tree is listed sorted, without hidden files unless they are asked for")
  func tree() throws {
    let folder = try ScratchFolder()
    for name in ["b/two", "b/one", "a", ".hidden", "c/.hidden/x"] { try folder.write("", to: name) }
    #expect(try FileReading.tree(of: folder.path).map(\.path) == ["a", "b", "b/one", "b/two", "c"])
    #expect(
      try FileReading.tree(of: folder.path, includingHidden: true).filter { !$0.isFolder }.map(\.path)
        == [".hidden", "a", "b/one", "b/two", "c/.hidden/x"])
    #expect(try FileReading.folders(in: folder.path) == ["b", "c"])
  }

  @Test("A link that leads to itself ends the listing, not the program")
  func loop() throws {
    let folder = try ScratchFolder()
    try folder.write("", to: "mentors/ana.md")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/mentors/again", withDestinationPath: ".")
    let files = try FileReading.tree(of: folder.path).filter { !$0.isFolder }.map(\.path)
    #expect(files.filter { $0.hasSuffix("ana.md") } == ["mentors/ana.md"])
  }
}
