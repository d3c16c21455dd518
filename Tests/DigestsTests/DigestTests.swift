import Digests
import Testing

@Suite("SHA-256")
struct SHA256Tests {
  @Test(
    "The digest is that of FIPS 180-4's examples",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
        "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
      ),
      (
        String(repeating: "a", count: 1_000_000),
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
      ),
    ])
  func digest(_ message: String, _ digest: String) {
    #expect(SHA256.hexadecimal(SHA256.digest(of: Array(message.utf8))) == digest)
  }

  @Test(
    "A message taken in piece by piece has the digest of the whole", arguments: [1, 3, 55, 56, 63, 64, 65, 127, 200])
  func pieces(_ size: Int) {
    let message = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    var digest = SHA256()
    for start in stride(from: 0, to: message.count, by: size) {
      digest.update(Array(message[start..<min(start + size, message.count)]))
    }
    #expect(digest.finish() == SHA256.digest(of: message))
  }
}

@Suite("HMAC-SHA-256")
struct KeyedDigestTests {
  @Test(
    "The digest is that of RFC 4231's cases",
    arguments: [
      (
        [UInt8](repeating: 0x0B, count: 20), "Hi There",
        "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
      ),
      (
        Array("Jefe".utf8), "what do ya want for nothing?",
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
      ),
      (
        [UInt8](repeating: 0xAA, count: 131), "Test Using Larger Than Block-Size Key - Hash Key First",
        "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
      ),
    ])
  func digest(_ key: [UInt8], _ message: String, _ digest: String) {
    #expect(SHA256.hexadecimal(KeyedDigest(key: key).digest(of: Array(message.utf8))) == digest)
  }
}

@Suite("SipHash-2-4")
struct SipHashTests {
  private static let key = (0..<16).map { UInt8($0) }

  @Test(
    "The hash is that which OpenSSL makes of the bytes 0, 1, 2 and so on",
    arguments: [
      (0, 0x726F_DB47_DD0E_0E31),
      (1, 0x74F8_39C5_93DC_67FD),
      (7, 0xAB02_00F5_8B01_D137),
      (8, 0x93F5_F579_9A93_2462),
      (9, 0x9E00_82DF_0BA9_E4B0),
      (15, 0xA129_CA61_49BE_45E5),
      (16, 0x3F2A_CC7F_57C2_9BDB),
      (63, 0x958A_324C_EB06_4572),
      (64, 0xACD2_C40B_8502_CAD8),
      (200, 0x1084_9FE5_1259_1651),
    ] as [(Int, UInt64)])
  func vectors(_ count: Int, _ hash: UInt64) {
    var hasher = SipHash(key: Self.key)
    hasher.update((0..<count).map { UInt8($0) })
    #expect(hasher.finish() == hash)
  }

  @Test("A message taken in piece by piece has the hash of the whole", arguments: [1, 3, 7, 8, 9, 13])
  func pieces(_ size: Int) {
    let message = (0..<200).map { UInt8($0) }
    var (whole, parts) = (SipHash(key: Self.key), SipHash(key: Self.key))
    whole.update(message)
    for start in stride(from: 0, to: message.count, by: size) {
      parts.update(message[start..<min(start + size, message.count)])
    }
    #expect(parts.finish() == whole.finish())
  }

  @Test("Another key gives another hash")
  func keys() {
    let hashes = (0..<16).map { place in
      var key = Self.key
      key[place] ^= 1
      var hasher = SipHash(key: key)
      hasher.update("a value".utf8)
      return hasher.finish()
    }
    #expect(Set(hashes).count == hashes.count)
  }
}
