import Testing

@testable import Templates

@Suite("Values in their places in HTML")
struct MarkupTests {
  @Test("What escaping does not make safe is refused where it stands", arguments: Placement.refused)
  func isRefused(_ placement: Placement) {
    #expect(problems(placement.template, partials: placement.partials) == placement.expected)
  }

  @Test("What is safe is let through", arguments: Placement.allowed)
  func isAllowed(_ placement: Placement) {
    #expect(problems(placement.template, partials: placement.partials) == [])
  }
}

/// A template with what must be said about the places of its values.
struct Placement: Sendable, CustomTestStringConvertible {
  let template: String
  let partials: [String: String]
  let expected: [String]

  init(_ template: String, partials: [String: String] = [:], _ expected: String...) {
    self.template = template
    self.partials = partials
    self.expected = expected
  }

  var testDescription: String { template.debugDescription }

  static let refused = tags + links + forbidden + elements + branches

  private static func notALink(_ name: String, _ words: String, _ attribute: String) -> String {
    "'\(name)' is \(words) and can't be the link of '\(attribute)'; "
      + "begin the value of '\(attribute)' with a link, '#', '?', '/' or './'"
  }

  private static func undecided(_ name: String, _ start: String, _ attribute: String) -> String {
    "the link of '\(attribute)' begins with '\(start)', which '\(name)' could turn into any scheme; "
      + "begin it with a link, '#', '?', '/', './' or a whole scheme such as 'mailto:'"
  }

  private static func scheme(_ scheme: String, _ attribute: String) -> String {
    "'\(attribute)' can't link to '\(scheme):'; use one of https, http, mailto, tel, sms and webcal"
  }

  private static func uneven(_ name: String, _ from: String, _ to: String) -> String {
    "'{{\(name)}}' leaves the page \(from), and without it, it is \(to); "
      + "close in the section what it opens, or do the same in its inverted twin right behind it"
  }

  static let tags: [Placement] = [
    .init("<{{name}}>", "1:2 'name' can't be part of a tag's name"),
    .init("</{{name}}>", "1:3 'name' can't be part of a tag's name"),
    .init("<h{{count}}>", "1:3 'count' can't be part of a tag's name"),
    .init("<p {{name}}>", "1:4 'name' can't be an attribute, or a part of its name"),
    .init("<p {{name}}=\"x\">", "1:4 'name' can't be an attribute, or a part of its name"),
    .init("<p data-{{name}}=\"x\">", "1:9 'name' can't be an attribute, or a part of its name"),
    .init("<p class=\"x\"{{name}}>", "1:13 'name' can't be an attribute, or a part of its name"),
    .init("<p hidden {{name}}>", "1:11 'name' can't be an attribute, or a part of its name"),
    .init(
      "<p class={{name}}>",
      "1:10 'name' is in the value of 'class', which has no quotes; put the value in double quotes"),
    .init(
      "<p class=x-{{name}}>",
      "1:12 'name' is in the value of 'class', which has no quotes; put the value in double quotes"),
    .init(
      "<a href={{link}}>", "1:9 'link' is in the value of 'href', which has no quotes; put the value in double quotes"),
    .init(
      "<p {{#is_full}}class{{/is_full}}=\"{{name}}\">",
      "1:35 'name' is in an attribute whose name depends on a section"),
    .init("<!doctype {{name}}>", "1:11 'name' can't be inside <!…>"),
    .init("<?xml {{name}}?>", "1:7 'name' can't be inside <!…>"),
    .init("<!-{{name}}>", "1:4 'name' can't be inside <!…>"),
    .init("<p title=\"{{{bio}}}\">", "1:11 'bio' is HTML and can't be in the value of 'title'"),
    .init("<p title=\"{{strings.greeting}}", "1:10 the page ends inside title=\"…\" that begins here; close it"),
  ]

  static let links: [Placement] = [
    .init("<a href=\"{{headline}}\">", "1:10 " + notALink("headline", "text", "href")),
    .init("<a HREF='{{headline}}'>", "1:10 " + notALink("headline", "text", "href")),
    .init("<a href=\"  {{headline}}\">", "1:12 " + notALink("headline", "text", "href")),
    .init("<a href=\"{{count}}\">", "1:10 " + notALink("count", "a number", "href")),
    .init("<a href=\"{{strings.site}}\">", "1:10 " + notALink("strings.site", "text", "href")),
    .init("<img src=\"{{name}}\">", "1:11 " + notALink("name", "text", "src")),
    .init("<form action=\"{{name}}\">", "1:15 " + notALink("name", "text", "action")),
    .init("<button formaction=\"{{name}}\">", "1:21 " + notALink("name", "text", "formaction")),
    .init("<video poster=\"{{name}}\">", "1:16 " + notALink("name", "text", "poster")),
    .init("<object data=\"{{name}}\">", "1:15 " + notALink("name", "text", "data")),
    .init("<q cite=\"{{name}}\">", "1:10 " + notALink("name", "text", "cite")),
    .init("<use xlink:href=\"{{name}}\">", "1:18 " + notALink("name", "text", "xlink:href")),
    .init("<img srcset=\"{{link}} 1x, {{name}} 2x\">", "1:27 " + notALink("name", "text", "srcset")),
    .init("<img srcset=\"{{link}} {{name}}\">", "1:23 " + notALink("name", "text", "srcset")),
    .init("{{#tags}}<a href=\"{{.}}\">{{/tags}}", "1:19 " + notALink(".", "text", "href")),
    .init("<a href=\"{{#photo}}{{photo}}{{/photo}}{{name}}\">", "1:39 " + notALink("name", "text", "href")),
    .init("<a href=\"java{{name}}\">", "1:14 " + undecided("name", "java", "href")),
    .init("<a href=\"guide-{{name}}\">", "1:16 " + undecided("name", "guide-", "href")),
    .init("<a href=\"x{{link}}\">", "1:11 " + undecided("link", "x", "href")),
    .init("<a href=\"{{#is_full}}x{{/is_full}}{{name}}\">", "1:35 " + notALink("name", "text", "href")),
    .init("<a href=\"javascript:void(0)\">", "1:9 " + scheme("javascript", "href")),
    .init("<a href=\"JavaScript:{{name}}\">", "1:9 " + scheme("JavaScript", "href")),
    .init("<a href=\"java\tscript:{{name}}\">", "1:9 " + scheme("java\tscript", "href")),
    .init(
      "<a href=\"&#106;avascript:x\">",
      "1:9 the scheme of the link of 'href' hides behind '&#106'; use one of https, http, mailto, tel, sms and webcal"),
    .init("<img src=data:image/png;base64,AAAA>", "1:10 " + scheme("data", "src")),
    .init(
      "<a href=\"javascript&colon;x\">",
      "1:9 the scheme of the link of 'href' hides behind 'javascript&colon'; "
        + "use one of https, http, mailto, tel, sms and webcal"),
    .init("<a href=\":x\">", "1:9 " + scheme("", "href")),
    .init("<img srcset=\"{{link}}, data:x\">", "1:13 " + scheme("data", "srcset")),
  ]

  static let forbidden: [Placement] = [
    .init(
      "<p style=\"color: red\">",
      "1:4 the attribute 'style' is not allowed in a template; give the element a class and style that"),
    .init(
      "<p style=\"color: {{name}}\">",
      "1:4 the attribute 'style' is not allowed in a template; give the element a class and style that",
      "1:18 'name' can't be made safe in 'style'; do it in the theme's script instead"),
    .init(
      "<p onclick=\"x()\">",
      "1:4 the attribute 'onclick' is not allowed in a template; do it in the theme's script instead"),
    .init(
      "<p ONClick='x()'>",
      "1:4 the attribute 'onclick' is not allowed in a template; do it in the theme's script instead"),
    .init(
      "<p{{#is_full}} onclick{{/is_full}}=\"x()\">",
      "1:16 the attribute 'onclick' is not allowed in a template; do it in the theme's script instead"),
    .init(
      "<iframe srcdoc=\"{{name}}\"></iframe>",
      "1:9 the attribute 'srcdoc' is not allowed in a template; do it in the theme's script instead",
      "1:17 'name' can't be made safe in 'srcdoc'; do it in the theme's script instead"),
  ]

  static let elements: [Placement] = [
    .init("<script>{{name}}</script>", "1:9 'name' is text and can't be inside <script>"),
    .init("<script>x = \"{{name}}\"</script>", "1:14 'name' is text and can't be inside <script>"),
    .init("<SCRIPT >{{link}}</SCRIPT >", "1:10 'link' is a link and can't be inside <script>"),
    .init("<script>{{{bio}}}</script>", "1:9 'bio' is HTML and can't be inside <script>"),
    .init("<script></p>{{name}}</script>", "1:13 'name' is text and can't be inside <script>"),
    .init("<style>.x{color:{{name}}}</style>", "1:17 'name' is text and can't be inside <style>"),
    .init("<style>{{{json_ld}}}</style>", "1:8 'json_ld' is JSON and can't be inside <style>"),
    .init("<iframe>{{name}}</iframe>", "1:9 'name' is text and can't be inside <iframe>"),
    .init("<title>{{{bio}}}</title>", "1:8 'bio' is HTML and can't be inside <title>"),
    .init("<textarea>{{{bio}}}</textarea>", "1:11 'bio' is HTML and can't be inside <textarea>"),
    .init("<!-- {{{bio}}} -->", "1:6 'bio' is HTML and can't be in a comment"),
    .init("<p>{{{json_ld}}}", "1:4 'json_ld' is JSON and can only be inside <script>"),
    .init("<p data-x=\"{{{json_ld}}}\">", "1:12 'json_ld' is JSON and can only be inside <script>"),
    .init("<script>", "1:1 the page ends in the content of <script> that begins here; close it"),
    .init("<p", "1:1 the page ends inside a tag's name that begins here; close it"),
    .init("\n<!-- x --", "2:1 the page ends inside a comment that begins here; close it"),
  ]

  static let branches: [Placement] = [
    .init("<a class=\"{{#name}}x\"{{/name}}>", "1:11 " + uneven("#name", "inside the tag <a>", "inside class=\"…\"")),
    .init("{{#name}}<p{{/name}}>", "1:1 " + uneven("#name", "inside a tag's name", "between tags")),
    .init("{{#cards}}<p {{/cards}}>", "1:1 " + uneven("#cards", "inside the tag <p>", "between tags")),
    .init("{{#name}}<!--{{/name}} -->", "1:1 " + uneven("#name", "inside a comment", "between tags")),
    .init("{{#name}}<script>{{/name}}", "1:1 " + uneven("#name", "in the content of <script>", "between tags")),
    .init(
      "<a {{#name}}class=\"{{/name}}{{^name}}class='{{/name}}x\">",
      "1:29 " + uneven("^name", "inside class='…'", "inside class=\"…\"")),
    .init(
      "{{#name}}<p title=\"{{/name}}{{^headline}}<p title=\"{{/headline}}\">",
      "1:1 " + uneven("#name", "inside title=\"…\"", "between tags"),
      "1:29 " + uneven("^headline", "inside title=\"…\"", "between tags")),
    .init(
      "{{>half}}", partials: ["half": "<p"],
      "half 1:1 the page ends inside a tag's name that begins here; close it"),
    .init(
      "<p>{{>half}}{{name}}\">", partials: ["half": "<a href=\""], "1:13 " + notALink("name", "text", "href")),
  ]

  static let allowed: [Placement] = [
    .init("{{name}}<p>{{name}}</p>a < b {{name}} & c"),
    .init("<p title=\"{{name}}\" data-a='{{headline}}' id=x class=\"a-{{count}} {{#is_full}}full{{/is_full}}\">"),
    .init("{{{bio}}}<div>{{{bio}}}</div>"),
    .init("<a href=\"{{link}}\" title=\"{{link}}\">{{link}}</a>"),
    .init("<a href='{{link}}#{{name}}'><a href=\"{{link}}?q={{name}}\">"),
    .init("<a href=\"#{{name}}\"><a href=\"/{{name}}\"><a href=\"./{{name}}\"><a href=\"?q={{name}}\">"),
    .init("<a href=\"guide/{{name}}\"><a href=\"guide.html\"><a href=\"\"><a href>"),
    .init("<a href=\"https://example.edu/{{name}}\"><a href=\"mailto:{{name}}\"><a href=TEL:1>"),
    .init("<a href=\"{{#photo}}{{photo}}{{/photo}}{{^photo}}{{link}}{{/photo}}\">"),
    .init("<a href=\"{{#photo}}{{photo}}{{/photo}}{{link}}\">"),
    .init("<a href=\"{{#photo}}{{photo}}{{/photo}}#top\">"),
    .init("{{#photo}}<a href=\"{{.}}\">{{/photo}}"),
    .init("<img srcset=\"{{link}} 1x, {{link}} 2x\" alt=\"\">"),
    .init("<img srcset=\"{{#cards}}{{link}} {{width}}w, {{/cards}}{{link}}\">"),
    .init("<meta property=\"og:url\" content=\"{{link}}\">"),
    .init("<title>{{name}} · {{strings.greeting}}</title><textarea>{{name}}</textarea>"),
    .init("<script type=\"application/ld+json\">{{{json_ld}}}</script>{{name}}"),
    .init("<script src=\"{{link}}\"></script>{{name}}<style>p { }</style>{{name}}"),
    .init("<script>if (a </b/.x) { \"</p>\" }</script >{{name}}"),
    .init("<!-- {{name}} --><!--> {{name}} <!---> {{name}} <!-- > -- --!> {{name}}"),
    .init("<!doctype html>{{name}}"),
    .init("<option{{#is_full}} selected{{/is_full}}>{{name}}</option>"),
    .init("<a{{#is_full}} aria-current=\"page\"{{/is_full}} href=\"{{link}}\">{{name}}</a>"),
    .init("<a {{#is_full}}class=\"{{name}}\"{{/is_full}}{{^is_full}}class='x'{{/is_full}}>{{name}}"),
    .init("<p{{#tags}} data-x{{/tags}}>{{name}}"),
    .init("<input value=x{{#is_full}} disabled{{/is_full}}/>{{name}}"),
    .init("{{#photo}}<a href=\"{{photo}}\">{{/photo}}{{^photo}}<span>{{/photo}}{{name}}"),
    .init("{{#is_full}}<p class=\"{{/is_full}}{{^is_full}}<p class=\"{{/is_full}}{{name}}\">"),
    .init("<{{#is_full}}h2{{/is_full}}{{^is_full}}h3{{/is_full}} class=\"x\">{{name}}"),
    .init(
      "<div class=\"{{>classes}}\">{{>inner}}</div>",
      partials: ["classes": "a {{name}}", "inner": "<b>{{name}}</b>"]),
    .init("<p title=\"{{strings.greeting}}\">{{strings.greeting}}{{#strings.empty}}{{nothing}}{{/strings.empty}}"),
    .init("{{<page}}{{$main}}<p>{{name}}</p>{{/main}}{{/page}}", partials: ["page": "<main>{{$main}}{{/main}}</main>"]),
    .init("<svg viewBox=\"0 0 9 9\"><text x=\"1\">{{name}}</text><use xlink:href=\"#a\"/></svg>"),
    .init("</p onclick>{{name}}<br/>"),
  ]
}
