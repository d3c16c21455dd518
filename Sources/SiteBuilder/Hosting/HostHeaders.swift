/// `_headers`: what a host should send with the site's files, in the form that several hosts read (Netlify, Cloudflare
/// Pages). docs/hosting.md has the same for nginx and Caddy; Tests/Browser/test_servers.py sees that all say one thing.
enum HostHeaders {
  /// The file's name. A file of that name in `content/static/` takes its place.
  static let name = "_headers"

  /// Sent with every file.
  ///
  /// The pages need nothing but their own style sheets, scripts, images and search index. Nothing of a reader's device is
  /// asked for, and of the page that a link was followed from other sites learn the host alone.
  private static let always: [(name: String, value: String)] = [
    (
      "Content-Security-Policy",
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; "
        + "form-action 'self'; frame-ancestors 'none'"
    ),
    (
      "Permissions-Policy",
      "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), "
        + "midi=(), payment=(), usb=()"
    ),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("X-Content-Type-Options", "nosniff"),
  ]

  /// Files that have a digest of what they hold in their names, or in the name of their folder.
  private static let lasting = ["/assets/site-*", "/assets/modules-*", "/assets/photos/*", "/search/*"]

  static var bytes: [UInt8] {
    var text = "/*\n"
    for header in always { text += "  \(header.name): \(header.value)\n" }
    // A host that finds two rules for a file joins their values, so there is none for the others: hosts that read this
    // file have browsers ask for them anew.
    for path in lasting { text += "\n\(path)\n  Cache-Control: public, max-age=31536000, immutable\n" }
    return Array(text.utf8)
  }
}
