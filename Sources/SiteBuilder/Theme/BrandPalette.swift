import Community

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The colours that a theme needs, derived from the university's one or two so that text on them can be read.
///
/// A university's colour may be too light for links on white, or too dark for a dark page. Each derived colour keeps
/// the hue and moves only its lightness in OKLab, as far as the contrast of WCAG 2.2 asks (4.5:1 for text, 7:1 where
/// there is room), so that it is still recognizably theirs.
struct BrandPalette {
  /// The custom properties, as a style sheet; empty when the settings name no colour.
  static func styleSheet(for brand: SiteSettings.Brand) -> String {
    var properties: [(name: String, color: BrandColor)] = []
    if let color = brand.color {
      let strong = adjusted(color, against: white, contrast: 7)
      properties += [
        ("--brand", color), ("--brand-strong", strong),
        ("--brand-on-dark", adjusted(color, against: darkPaper, contrast: 7)),
        ("--brand-contrast", textColor(on: color)),
      ]
    }
    if let accent = brand.accent ?? brand.color {
      properties += [
        ("--accent", adjusted(accent, against: white, contrast: 4.6)),
        ("--accent-on-dark", adjusted(accent, against: darkPaper, contrast: 4.6)),
      ]
    }
    if properties.isEmpty { return "" }
    return ":root{" + properties.map { "\($0.name):\($0.color.css)" }.joined(separator: ";") + "}\n"
  }

  static let white = BrandColor(red: 255, green: 255, blue: 255)
  private static let black = BrandColor(red: 0, green: 0, blue: 0)
  private static let ink = BrandColor(red: 0x16, green: 0x19, blue: 0x1B)
  /// The page of the dark scheme, on which derived colours are judged.
  static let darkPaper = BrandColor(red: 0x12, green: 0x16, blue: 0x17)

  /// White or ink, whichever reads better on a colour.
  static func textColor(on color: BrandColor) -> BrandColor {
    if white.contrast(with: color) >= 4.5 { return white }
    // Of white and black one always has 4.58:1 or more; the softer ink does where the colour is light enough.
    return ink.contrast(with: color) >= 4.5 ? ink : black
  }

  /// The colour, lighter or darker by as little as makes it stand out from `background`.
  static func adjusted(_ color: BrandColor, against background: BrandColor, contrast: Double) -> BrandColor {
    guard color.contrast(with: background) < contrast else { return color }
    let step = background.luminance > 0.5 ? -0.005 : 0.005
    var lab = OKLab(color)
    while (0.0...1.0).contains(lab.lightness) {
      lab.lightness += step
      let candidate = lab.color
      if candidate.contrast(with: background) >= contrast { return candidate }
    }
    return textColor(on: background)
  }
}

extension BrandColor {
  /// As CSS writes it.
  var css: String {
    "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// Relative luminance, WCAG 2.2: 0 is black, 1 white.
  var luminance: Double {
    0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
  }

  /// The contrast ratio of WCAG 2.2, from 1 to 21.
  func contrast(with other: BrandColor) -> Double {
    let (lighter, darker) = (max(luminance, other.luminance), min(luminance, other.luminance))
    return (lighter + 0.05) / (darker + 0.05)
  }

  /// A channel's light, from its sRGB code.
  static func linear(_ channel: UInt8) -> Double {
    let value = Double(channel) / 255
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }

  /// The sRGB code of a channel's light; what lies outside of sRGB is clamped.
  static func code(_ linear: Double) -> UInt8 {
    let value = linear <= 0.0031308 ? linear * 12.92 : 1.055 * pow(linear, 1 / 2.4) - 0.055
    return UInt8(max(0, min(255, (value * 255).rounded())))
  }
}

/// A colour by perceived lightness and two opponent axes (Björn Ottosson's OKLab).
private struct OKLab {
  var lightness: Double
  var greenRed: Double
  var blueYellow: Double

  init(_ color: BrandColor) {
    let (red, green, blue) = (
      BrandColor.linear(color.red), BrandColor.linear(color.green), BrandColor.linear(color.blue)
    )
    let long = cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    let medium = cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    let short = cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    greenRed = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    blueYellow = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
  }

  var color: BrandColor {
    let long = cube(lightness + 0.3963377774 * greenRed + 0.2158037573 * blueYellow)
    let medium = cube(lightness - 0.1055613458 * greenRed - 0.0638541728 * blueYellow)
    let short = cube(lightness - 0.0894841775 * greenRed - 1.2914855480 * blueYellow)
    return BrandColor(
      red: BrandColor.code(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
      green: BrandColor.code(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
      blue: BrandColor.code(-0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short))
  }

  private func cube(_ value: Double) -> Double { value * value * value }
}
