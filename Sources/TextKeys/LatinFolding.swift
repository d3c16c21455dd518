/// Latin letters without their marks: `Łukasz Ångström` and `lukasz angstrom` become one key.
///
/// Only Latin is folded. In other scripts marks are letters of their own (Devanagari vowels, й and и), so they stay.
public enum LatinFolding {
  /// What a Latin letter beyond ASCII is folded to, in lower case; nil for every other scalar.
  ///
  /// ß is `ss`, æ is `ae`, þ is `th`; ı and İ are both `i`.
  public static func folded(_ scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0xC0..<0x250: table[Int(scalar.value) - 0xC0]
    case 0x1E00..<0x1F00: table[Int(scalar.value) - 0x1E00 + 0x190]
    case 0x259: "e"  // ə, the small form of Ə, which lies beyond the table
    default: nil
    }
  }

  /// Whether a scalar is a mark that combines with the letter before it (U+0300–U+036F), which folds to nothing
  /// behind a Latin letter.
  public static func isCombiningMark(_ scalar: Unicode.Scalar) -> Bool {
    (0x300...0x36F).contains(scalar.value)
  }

  /// U+00C0–U+024F, then U+1E00–U+1EFF.
  private static let table: [String?] = {
    var table = [String?](repeating: nil, count: 0x190 + 0x100)
    for (folded, letters) in letters {
      for scalar in letters.unicodeScalars {
        table[Int(scalar.value) - (scalar.value < 0x1E00 ? 0xC0 : 0x1E00 - 0x190)] = folded
      }
    }
    return table
  }()

  /// From the canonical and compatibility decompositions of the Unicode Character Database, with the letters that
  /// have none (ø, ł, đ, þ …) added by custom.
  private static let letters: [(folded: String, letters: String)] = [
    ("a", "ÀÁÂÃÄÅàáâãäåĀāĂăĄąǍǎǞǟǠǡǺǻȀȁȂȃȦȧḀḁẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặ"),
    ("ae", "Ææ"),
    ("b", "ḂḃḄḅḆḇ"),
    ("c", "ÇçĆćĈĉĊċČčḈḉ"),
    ("d", "ÐðĎďĐđḊḋḌḍḎḏḐḑḒḓ"),
    ("dz", "ǄǅǆǱǲǳ"),
    ("e", "ÈÉÊËèéêëĒēĔĕĖėĘęĚěƏȄȅȆȇȨȩḔḕḖḗḘḙḚḛḜḝẸẹẺẻẼẽẾếỀềỂểỄễỆệ"),
    ("f", "ƒḞḟ"),
    ("g", "ĜĝĞğĠġĢģǦǧǴǵḠḡ"),
    ("h", "ĤĥĦħȞȟḢḣḤḥḦḧḨḩḪḫẖ"),
    ("i", "ÌÍÎÏìíîïĨĩĪīĬĭĮįİıǏǐȈȉȊȋḬḭḮḯỈỉỊị"),
    ("ij", "Ĳĳ"),
    ("j", "Ĵĵǰ"),
    ("k", "ĶķĸǨǩḰḱḲḳḴḵ"),
    ("l", "ĹĺĻļĽľŁłḶḷḸḹḺḻḼḽ"),
    ("lj", "Ǉǈǉ"),
    ("m", "ḾḿṀṁṂṃ"),
    ("n", "ÑñŃńŅņŇňŉǸǹṄṅṆṇṈṉṊṋ"),
    ("ng", "Ŋŋ"),
    ("nj", "Ǌǋǌ"),
    ("o", "ÒÓÔÕÖØòóôõöøŌōŎŏŐőƠơǑǒǪǫǬǭȌȍȎȏȪȫȬȭȮȯȰȱṌṍṎṏṐṑṒṓỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợ"),
    ("oe", "Œœ"),
    ("p", "ṔṕṖṗ"),
    ("r", "ŔŕŖŗŘřȐȑȒȓṘṙṚṛṜṝṞṟ"),
    ("s", "ŚśŜŝŞşŠšſȘșṠṡṢṣṤṥṦṧṨṩẛ"),
    ("ss", "ßẞ"),
    ("t", "ŢţŤťŦŧȚțṪṫṬṭṮṯṰṱẗ"),
    ("th", "Þþ"),
    ("u", "ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲųƯưǓǔǕǖǗǘǙǚǛǜȔȕȖȗṲṳṴṵṶṷṸṹṺṻỤụỦủỨứỪừỬửỮữỰự"),
    ("v", "ṼṽṾṿ"),
    ("w", "ŴŵẀẁẂẃẄẅẆẇẈẉẘ"),
    ("x", "ẊẋẌẍ"),
    ("y", "ÝýÿŶŷŸȲȳẎẏẙỲỳỴỵỶỷỸỹ"),
    ("z", "ŹźŻżŽžẐẑẒẓẔẕ"),
  ]
}
