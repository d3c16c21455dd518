/// The templates that the benchmark renders.
enum ProfileTheme {
  static let profile = """
    {{<layout}}
    {{$content}}
    <article class="profile tint-{{tint}}">
      <header>
        {{#photo}}<img src="{{photo}}" alt="{{name}}" width="160" height="160">{{/photo}}
        {{^photo}}<span class="initials">{{initials}}</span>{{/photo}}
        <h1>{{name}}{{#pronouns}} <small>{{pronouns}}</small>{{/pronouns}}</h1>
        {{#headline}}<p class="headline">{{headline}}</p>{{/headline}}
        {{#position}}<p>{{position}}</p>{{/position}}
        {{#location}}<p>{{location}}</p>{{/location}}
        {{#class_label}}<p>{{class_label}}</p>{{/class_label}}
        {{#is_paused}}<p class="note">{{strings.paused}}</p>{{/is_paused}}
      </header>
      <div class="prose">{{{bio}}}</div>
      <ul class="terms">
        {{#expertise}}
        {{>term}}
        {{/expertise}}
      </ul>
      <dl>
        {{#facts}}
        <dt>{{label}}</dt>
        {{#value}}<dd>{{value}}</dd>{{/value}}
        {{#terms}}<dd><a href="{{link}}">{{label}}</a></dd>{{/terms}}
        {{/facts}}
      </dl>
      {{#request.is_open}}
      <section class="request">
        <h2>{{strings.request}}</h2>
        <a class="button" href="{{request.message}}">{{request.message_label}}</a>
        <pre>{{request.preview}}</pre>
        <ol class="slots">
          {{#slots}}
          {{>slot}}
          {{/slots}}
        </ol>
        {{#capacity_label}}<p>{{capacity_label}}</p>{{/capacity_label}}
      </section>
      {{/request.is_open}}
    </article>
    {{/content}}
    {{/layout}}

    """

  static let layout = """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <title>{{page.title}} — {{site.title}}</title>
    <meta name="description" content="{{page.description}}">
    <link rel="canonical" href="{{page.canonical}}">
    <link rel="stylesheet" href="{{page.stylesheet}}">
    <script type="application/ld+json">{{{page.json_ld}}}</script>
    </head>
    <body>
    <a class="skip" href="#main">{{strings.skip}}</a>
    <nav><a href="{{site.home}}">{{site.title}}</a>
      <ul>
        {{#page.navigation}}
        <li><a href="{{link}}"{{#is_current}} aria-current="page"{{/is_current}}>{{title}}</a></li>
        {{/page.navigation}}
      </ul>
    </nav>
    <main id="main">
    {{$content}}{{/content}}
    </main>
    <footer><p>© {{site.year}} {{site.organization}} · <a href="{{site.explore}}">{{strings.explore}}</a></p></footer>
    </body>
    </html>

    """

  static let term = """
    <li><a class="term" href="{{link}}">{{label}}</a></li>

    """

  static let slot = """
    <li><time datetime="{{datetime}}">{{date_label}}, {{time_label}}</time>
    {{#calendars}}<a href="{{link}}">{{name}}</a>
    {{/calendars}}</li>

    """

  static let strings = [
    "paused": "Not taking requests right now", "request": "Ask for a meeting", "skip": "Skip to the content",
    "explore": "Explore the Community",
  ]
}
