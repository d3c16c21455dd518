import Files
import Foundation
import SiteTesting
import Testing

@Suite("Writing files")
struct FileWritingTests {
  @Test("A replaced file is whole, and nothing else is left beside it")
  func replace() throws {
    let folder = try ScratchFolder()
    let path = folder.path + "/index.html"
    try FileWriting.replace(path, with: Array("old".utf8))
    try FileWriting.replace(path, with: Array("new and longer".utf8))
    #expect(try folder.text(of: "index.html") == "new and longer")
    #expect(try FileReading.names(in: folder.path) == ["index.html"])
  }

  @Test("A file whose name is as long as the system allows can be replaced")
  func longName() throws {
    let folder = try ScratchFolder()
    let name = String(repeating: "é", count: 127)
    try FileWriting.replace("\(folder.path)/\(name)", with: [1])
    #expect(try FileReading.names(in: folder.path) == [name])
  }

  @Test("A replacement that fails leaves the old thing and no litter")
  func failure() throws {
    let folder = try ScratchFolder()
    try folder.write("", to: "target/inside")
    #expect(throws: FileProblem.self) { try FileWriting.replace(folder.path + "/target", with: [1]) }
    #expect(try FileReading.names(in: folder.path) == ["target"])
    #expect(throws: FileProblem.self) { try FileWriting.replace(folder.path + "/none/file", with: [1]) }
  }

  @Test("Folders are made with those above them, and making one again is fine")
  func folders() throws {
    let folder = try ScratchFolder()
    try FileWriting.makeFolder(folder.path + "/a/b/c")
    try FileWriting.makeFolder(folder.path + "/a/b/c")
    #expect(FileReading.kind(of: folder.path + "/a/b/c") == .folder)
    #expect(throws: FileProblem.self) { try FileWriting.makeFolder("/proc/none/such") }
  }

  @Test("Removing a tree removes links and not what they lead to")
  func removeTree() throws {
    let folder = try ScratchFolder()
    try folder.write("keep", to: "outside/file")
    try folder.write("", to: "tree/a/b")
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/tree/link", withDestinationPath: "../outside")
    try FileWriting.removeTree(folder.path + "/tree")
    #expect(FileReading.kind(of: folder.path + "/tree") == .nothing)
    #expect(try folder.text(of: "outside/file") == "keep")
    try FileWriting.removeTree(folder.path + "/tree")
    try FileWriting.removeFile(folder.path + "/none")
  }

  @Test("Two folders change places in one step")
  func exchange() throws {
    let folder = try ScratchFolder()
    try folder.write("1", to: "one/file")
    try folder.write("2", to: "two/file")
    try FolderSwitching.exchange(folder.path + "/one", folder.path + "/two")
    #expect(try folder.text(of: "one/file") == "2")
    #expect(try folder.text(of: "two/file") == "1")
  }

  @Test("A folder's lock is held by one at a time and free again when the first is gone")
  func lock() throws {
    let folder = try ScratchFolder()
    func hold() throws {
      let first = try FolderLock(folder.path)
      do {
        _ = try FolderLock(folder.path)
        Issue.record("a second lock was given")
      } catch {
        #expect(error.isHeldByAnother)
      }
      _ = consume first
    }
    try hold()
    _ = try FolderLock(folder.path)
  }

  @Test("A stamp changes with the file, and there is none for a folder or for nothing")
  func stamp() throws {
    let folder = try ScratchFolder()
    try folder.write("one", to: "file")
    let first = try #require(FileStamp(of: folder.path + "/file"))
    #expect(first.size == 3)
    #expect(FileStamp(of: folder.path + "/file") == first)
    try folder.write("three", to: "file")
    #expect(FileStamp(of: folder.path + "/file") != first)
    #expect(FileStamp(of: folder.path) == nil)
    #expect(FileStamp(of: folder.path + "/none") == nil)
  }
}
