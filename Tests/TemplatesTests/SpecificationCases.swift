// Every behaviour of the Mustache specification 1.4 (https://github.com/mustache/spec), in cases of our own.

extension SpecificationCase {
  static let comments: [SpecificationCase] = [
    .init("a comment leaves nothing behind", "ana{{! a mentor }}lopez", is: "analopez"),
    .init("a comment may run over lines", "ana{{!\n  first\n  second\n}}lopez\n", is: "analopez\n"),
    .init("a comment's own line goes", "one\n{{! here }}\ntwo\n", is: "one\ntwo\n"),
    .init("an indented comment's own line goes", "one\n\t  {{! here }}\ntwo\n", is: "one\ntwo\n"),
    .init("a comment's line may end in CRLF", "one\r\n{{! here }}\r\ntwo", is: "one\r\ntwo"),
    .init("a comment's line may be the first", "   {{! here }}\none", is: "one"),
    .init("a comment's line may be the last, unended", "one\n   {{! here }}", is: "one\n"),
    .init("the lines of a long comment go", "one\n{{!\nhere\nand here\n}}\ntwo\n", is: "one\ntwo\n"),
    .init("the lines of a long indented comment go", "one\n  {{!\n    here\n  }}\ntwo\n", is: "one\ntwo\n"),
    .init("a comment behind text takes no white space", "  one {{! here }}\n", is: "  one \n"),
    .init("white space around a comment stays", "one {{! here }} two", is: "one  two"),
    .init("a comment may hold what looks like a name", "[{{! name }}]", ["! name": "1", "name": "2"], is: "[]"),
  ]

  static let delimiters: [SpecificationCase] = [
    .init("delimiters can be set", "{{=(( ))=}}<((name))>", ["name": "Ana"], is: "<Ana>"),
    .init("one character is enough for a delimiter", "{{=[ ]=}}<[name]>", ["name": "Ana"], is: "<Ana>"),
    .init(
      "set delimiters hold on behind sections",
      "{{#on}}\n{{name}} @name@\n{{/on}}\n{{= @ @ =}}\n@#on@\n{{name}} @name@\n@/on@\n", ["on": true, "name": "Ana"],
      is: "Ana @name@\n{{name}} Ana\n"),
    .init(
      "set delimiters hold on behind inverted sections",
      "{{^on}}\n{{name}} @name@\n{{/on}}\n{{= @ @ =}}\n@^on@\n{{name}} @name@\n@/on@\n", ["on": false, "name": "Ana"],
      is: "Ana @name@\n{{name}} Ana\n"),
    .init(
      "delimiters do not reach into a partial", "<{{>tag}}>\n{{= % % =}}\n<%>tag%>\n", ["name": "Ana"],
      partials: ["tag": "({{name}})"], is: "<(Ana)>\n<(Ana)>\n"),
    .init(
      "delimiters do not reach out of a partial", "<{{>tag}}>\n<{{name}} %name%>\n", ["name": "Ana"],
      partials: ["tag": "{{name}} {{= % % =}}%name%"], is: "<Ana Ana>\n<Ana %name%>\n"),
    .init("white space around the tag stays", "( {{=% %=}} )", is: "(  )"),
    .init("white space before the tag stays when text does", " ( {{=% %=}}\n", is: " ( \n"),
    .init("the tag's own line goes", "one\n{{=% %=}}\ntwo\n", is: "one\ntwo\n"),
    .init("the tag's own indented line goes", "one\n   {{=% %=}}\ntwo\n", is: "one\ntwo\n"),
    .init("the tag's line may end in CRLF", "one\r\n{{= % % =}}\r\ntwo", is: "one\r\ntwo"),
    .init("the tag's line may be the first", "  {{=% %=}}\none", is: "one"),
    .init("the tag's line may be the last, unended", "one\n  {{=% %=}}", is: "one\n"),
    .init("white space within the tag is free", "<{{=   %    %   =}}>", is: "<>"),
    .init("raw tags work between set delimiters", "{{=<% %>=}}<%{name}%><%&name%>", ["name": "&"], is: "&&"),
  ]

  static let interpolation: [SpecificationCase] = [
    .init("text without tags stays", "Guide {to} mentoring } {\n", is: "Guide {to} mentoring } {\n"),
    .init("a name shows its text", "Meet {{name}}!", ["name": "Ana"], is: "Meet Ana!"),
    .init("an inserted text is not read again", "{{name}}", ["name": "{{other}}", "other": "x"], is: "{{other}}"),
    .init("text is escaped", "{{a}}", ["a": "R&D \"at\" <Initech>"], is: "R&amp;D &quot;at&quot; &lt;Initech&gt;"),
    .init("three braces write raw", "{{{a}}}", ["a": "R&D \"<b>"], is: "R&D \"<b>"),
    .init("an ampersand writes raw", "{{&a}}", ["a": "R&D \"<b>"], is: "R&D \"<b>"),
    .init("a number shows", "{{n}} mentors", ["n": 36], is: "36 mentors"),
    .init("a number shows between three braces", "{{{n}}} mentors", ["n": 36], is: "36 mentors"),
    .init("a number shows behind an ampersand", "{{&n}} mentors", ["n": -36], is: "-36 mentors"),
    .init("a decimal shows as it was written", "{{n}} {{{n}}} {{&n}}", ["n": "4.5"], is: "4.5 4.5 4.5"),
    .init("null shows as nothing", "({{n}})({{{n}}})({{&n}})", ["n": nil], is: "()()()"),
    .init("what is unknown shows as nothing", "({{n}})({{{n}}})({{&n}})", is: "()()()"),
    .init("a dot goes into an object", "{{a.name}} {{#a}}{{name}}{{/a}}", ["a": ["name": "Ana"]], is: "Ana Ana"),
    .init("dots work raw", "{{{a.name}}}{{&a.name}}", ["a": ["name": "<"]], is: "<<"),
    .init("dots go to any depth", "{{a.b.c.d.name}}", ["a": ["b": ["c": ["d": ["name": "Ana"]]]]], is: "Ana"),
    .init("a chain that breaks shows as nothing", "({{a.b.name}})", ["a": ["x": 1]], is: "()"),
    .init(
      "behind a dot only what is before it counts", "({{a.b.name}})", ["a": ["b": ["x": 1]], "name": "Ana"], is: "()"),
    .init(
      "the first part of a dotted name is looked for outwards",
      "{{#a}}{{b.c.name}}{{/a}}", ["a": ["b": ["c": ["name": "right"]]], "b": ["c": ["name": "wrong"]]], is: "right"),
    .init(
      "the first part decides, even if the rest is missing there", "({{#a}}{{b.c}}{{/a}})",
      ["a": ["b": ["x": 1]], "b": ["c": "wrong"]], is: "()"),
    .init(
      "a leading dot looks in the innermost object only", "({{#a}}{{.name}}{{/a}})({{#b}}{{.name}}{{/b}})",
      ["a": ["x": 1], "b": ["name": "Ana"], "name": "wrong"], is: "()(Ana)"),
    .init("a dot is the value itself", "{{#names}}<{{.}}>{{/names}}", ["names": ["&", "b"]], is: "<&amp;><b>"),
    .init("a dot can be raw", "{{#names}}{{{.}}}{{&.}}{{/names}}", ["names": ["&", "<"]], is: "&&<<"),
    .init("a dot can be a number", "{{#n}}{{.}}{{/n}}", ["n": 7], is: "7"),
    .init("white space around a tag stays", "| {{a}} | {{{a}}} | {{&a}} |", ["a": "-"], is: "| - | - | - |"),
    .init("a value's own line keeps its white space", "  {{a}}\n", ["a": "-"], is: "  -\n"),
    .init("a raw value's own line keeps its white space", "  {{{a}}}\n  {{&a}}\n", ["a": "-"], is: "  -\n  -\n"),
    .init("white space within a tag is free", "|{{ a }}|{{{  a\t}}}|{{&  a }}|", ["a": "-"], is: "|-|-|-|"),
  ]

  static let sections: [SpecificationCase] = [
    .init("a true section shows", "({{#on}}here{{/on}})", ["on": true], is: "(here)"),
    .init("a false section does not", "({{#on}}here{{/on}})", ["on": false], is: "()"),
    .init("a null section does not", "({{#on}}here{{/on}})", ["on": nil], is: "()"),
    .init("an unknown section does not", "({{#on}}here{{/on}})", is: "()"),
    .init("zero is falsy", "({{#n}}here{{/n}})", ["n": 0], is: "()"),
    .init("empty text is falsy", "({{#a}}here{{/a}})", ["a": ""], is: "()"),
    .init("an object is entered", "{{#a}}Hello {{name}}{{/a}}", ["a": ["name": "Ana"]], is: "Hello Ana"),
    .init(
      "outer names stay visible", "{{#a}}{{x}} {{y}} {{z.w}}{{/a}}",
      ["x": "1", "y": "wrong", "a": ["y": "2"], "z": ["w": "3"]], is: "1 2 3"),
    .init("text is a dot within its section", "{{#a}}{{.}} or {{a}}{{/a}}", ["a": "Ana"], is: "Ana or Ana"),
    .init(
      "all levels of nested lists are visible",
      "{{#as}}{{#bs}}{{o.low}}{{b}}.{{#cs}}{{o.up}}{{b}}{{c}}.{{/cs}}{{/bs}}{{/as}}",
      ["as": [["o": ["up": "Q", "low": "q"], "bs": [["b": "3", "cs": [["c": "x"], ["c": "y"]]]]]]],
      is: "q3.Q3x.Q3y."),
    .init(
      "all levels of nested objects are visible",
      "{{#a}}{{u}}{{#b}}{{u}}{{v}}{{#c}}{{u}}{{v}}{{w}}{{#w}}[{{.}}{{v}}{{u}}]{{/w}}{{w}}{{/c}}{{v}}{{/b}}{{u}}{{/a}}",
      ["a": ["u": 1], "b": ["v": 2], "c": ["w": 3]], is: "112123[321]321"),
    .init("a list repeats", "{{#all}}{{n}}{{/all}}", ["all": [["n": 1], ["n": 2], ["n": 3]]], is: "123"),
    .init("an empty list does not show", "({{#all}}here{{/all}})", ["all": []], is: "()"),
    .init("text is not a list", "({{#a}}x{{/a}})", ["a": "abc"], is: "(x)"),
    .init(
      "a section may come twice", "{{#on}}\n- a\n{{/on}}\n- {{b}}\n{{#on}}\n- c\n{{/on}}\n", ["on": true, "b": "b"],
      is: "- a\n- b\n- c\n"),
    .init(
      "sections of one name nest", "|{{#on}} A {{#on}}B{{/on}} C {{/on}}|", ["on": true], is: "| A B C |"),
    .init("nested in a false one they go too", "| {{#on}}A {{#on}}B{{/on}} C{{/on}} |", ["on": false], is: "|  |"),
    .init("a list of texts repeats", "{{#all}}<{{.}}>{{/all}}", ["all": ["a", "b", "c"]], is: "<a><b><c>"),
    .init("a list of numbers repeats", "{{#all}}<{{.}}>{{/all}}", ["all": [1, 20, 300]], is: "<1><20><300>"),
    .init("a list of decimals repeats", "{{#all}}<{{.}}>{{/all}}", ["all": ["1.5", "2.25"]], is: "<1.5><2.25>"),
    .init(
      "a list of lists repeats", "{{#all}}<{{#.}}{{.}}{{/.}}>{{/all}}", ["all": [[1, 2], ["a", "b"]]], is: "<12><ab>"),
    .init("a dot may be tested", "{{#all}}<{{#.}}{{.}}{{/.}}>{{/all}}", ["all": ["a", ""]], is: "<a><>"),
    .init("dotted names open sections", "{{#a.b.on}}x{{/a.b.on}}", ["a": ["b": ["on": true]]], is: "x"),
    .init("dotted names may be false", "({{#a.b.on}}x{{/a.b.on}})", ["a": ["b": ["on": false]]], is: "()"),
    .init("dotted names may break", "({{#a.b.on}}x{{/a.b.on}})", ["a": ["x": 1]], is: "()"),
    .init("a dotted object is entered", "{{#a.b}}{{n}}{{/a.b}}", ["a": ["b": ["n": 5]]], is: "5"),
    .init("a dotted list repeats", "{{#a.b}}{{n}}{{/a.b}}", ["a": ["b": [["n": 5], ["n": 6]]]], is: "56"),
    .init("white space around sections stays", " | {{#on}}\t-\t{{/on}} |\n", ["on": true], is: " | \t-\t |\n"),
    .init("white space in sections stays", " | {{#on}} {{! x }}\n {{/on}} |\n", ["on": true], is: " |  \n  |\n"),
    .init(
      "sections on a line with others keep it", " {{#on}}A{{/on}}\n {{#on}}B{{/on}}\n", ["on": true], is: " A\n B\n"),
    .init("a section's own lines go", "a\n{{#on}}\nb\n{{/on}}\nc\n", ["on": true], is: "a\nb\nc\n"),
    .init("a section's own indented lines go", "a\n  {{#on}}\nb\n\t{{/on}}\nc\n", ["on": true], is: "a\nb\nc\n"),
    .init("a section's lines may end in CRLF", "a\r\n{{#on}}\r\n{{/on}}\r\nb", ["on": true], is: "a\r\nb"),
    .init("a section's line may be the first", "  {{#on}}\na{{/on}}\nb", ["on": true], is: "a\nb"),
    .init("a section's line may be the last, unended", "a{{#on}}\nb\n  {{/on}}", ["on": true], is: "a\nb\n"),
    .init("white space within the tags is free", "({{# on }}x{{/   on\t}})", ["on": true], is: "(x)"),
  ]

  static let inverted: [SpecificationCase] = [
    .init("an inverted section shows what is false", "({{^on}}x{{/on}})", ["on": false], is: "(x)"),
    .init("an inverted section hides what is true", "({{^on}}x{{/on}})", ["on": true], is: "()"),
    .init("null is false", "({{^on}}x{{/on}})", ["on": nil], is: "(x)"),
    .init("what is unknown is false", "({{^on}}x{{/on}})", is: "(x)"),
    .init("an object is true", "({{^a}}x{{/a}})", ["a": ["name": "Ana"]], is: "()"),
    .init("a list is true", "({{^all}}x{{/all}})", ["all": [["n": 1], ["n": 2]]], is: "()"),
    .init("an empty list is false", "({{^all}}x{{/all}})", ["all": []], is: "(x)"),
    .init("zero and empty text are false", "{{^n}}x{{/n}}{{^a}}y{{/a}}", ["n": 0, "a": ""], is: "xy"),
    .init(
      "an inverted section may come twice", "{{^on}}\n- a\n{{/on}}\n- {{b}}\n{{^on}}\n- c\n{{/on}}\n",
      ["on": false, "b": "b"], is: "- a\n- b\n- c\n"),
    .init("inverted sections nest", "|{{^on}} A {{^on}}B{{/on}} C {{/on}}|", ["on": false], is: "| A B C |"),
    .init("nested in a hidden one they go too", "| {{^on}}A {{^on}}B{{/on}}{{/on}} |", ["on": true], is: "|  |"),
    .init("dotted names are inverted", "({{^a.b.on}}x{{/a.b.on}})", ["a": ["b": ["on": true]]], is: "()"),
    .init("dotted names may be false", "({{^a.b.on}}x{{/a.b.on}})", ["a": ["b": ["on": false]]], is: "(x)"),
    .init("dotted names may break", "({{^a.b.on}}x{{/a.b.on}})", ["a": ["x": 1]], is: "(x)"),
    .init("white space around them stays", " | {{^on}}\t-\t{{/on}} |\n", ["on": false], is: " | \t-\t |\n"),
    .init("white space in them stays", " | {{^on}} {{! x }}\n {{/on}} |\n", ["on": false], is: " |  \n  |\n"),
    .init("on a line with others they keep it", " {{^on}}A{{/on}}\n {{^on}}B{{/on}}\n", ["on": false], is: " A\n B\n"),
    .init("their own lines go", "a\n{{^on}}\nb\n{{/on}}\nc\n", ["on": false], is: "a\nb\nc\n"),
    .init("their own indented lines go", "a\n  {{^on}}\nb\n  {{/on}}\nc\n", ["on": false], is: "a\nb\nc\n"),
    .init("their lines may end in CRLF", "a\r\n{{^on}}\r\n{{/on}}\r\nb", ["on": false], is: "a\r\nb"),
    .init("their line may be the first", "  {{^on}}\na{{/on}}\nb", ["on": false], is: "a\nb"),
    .init("their line may be the last, unended", "a{{^on}}\nb\n  {{/on}}", ["on": false], is: "a\nb\n"),
    .init("white space within the tags is free", "({{^ on }}x{{/ on }})", ["on": false], is: "(x)"),
  ]

  static let partials: [SpecificationCase] = [
    .init("a partial stands in its place", "({{>card}})", partials: ["card": "a card"], is: "(a card)"),
    .init("an unknown partial shows as nothing", "({{>card}})", is: "()"),
    .init("a partial sees what is around it", "({{>card}})", ["n": "x"], partials: ["card": "-{{n}}-"], is: "(-x-)"),
    .init(
      "a partial sees the objects around it", "{{#all}}{{>card}}{{/all}}", ["all": [["n": 1], ["n": 2]]],
      partials: ["card": "<{{n}}>"], is: "<1><2>"),
    .init("white space around a partial stays", "( {{>card}} )", partials: ["card": "\t-\t"], is: "( \t-\t )"),
    .init(
      "behind text a partial is not indented", "  {{n}}  {{>card}}\n", ["n": "-"], partials: ["card": "a\nb"],
      is: "  -  a\nb\n"),
    .init("a partial's line may end in CRLF", "a\r\n{{>card}}\r\nb", partials: ["card": "-"], is: "a\r\n-b"),
    .init("a partial's line may be the first", "  {{>card}}\nb", partials: ["card": "a\na"], is: "  a\n  ab"),
    .init(
      "a partial's line may be the last, unended", "a\n  {{>card}}", partials: ["card": "b\nb"], is: "a\n  b\n  b"),
    .init(
      "a partial's lines are indented, not those of its values", "(\n {{>card}}\n)\n", ["n": "<\n->"],
      partials: ["card": "[\n{{{n}}}|{{{n}}}\n]\n"], is: "(\n [\n <\n->|<\n->\n ]\n)\n"),
    .init(
      "indentation adds up", "  {{>a}}\n", partials: ["a": "1\n  {{>b}}\n4\n", "b": "2\n3\n"],
      is: "  1\n    2\n    3\n  4\n"),
    .init(
      "a partial's own section lines go, indented or not", "  {{>a}}\n", ["on": true],
      partials: ["a": "{{#on}}\n1\n{{/on}}\n2\n"], is: "  1\n  2\n"),
    .init(
      "an indented partial's empty lines stay empty", "  {{>a}}\n",
      partials: ["a": "1\n\n2\n"], is: "  1\n\n  2\n"),
    .init(
      "lines that begin with a tag are indented", "  {{>a}}\n", ["on": true, "n": "x"],
      partials: ["a": "{{n}}\n{{#on}}y{{/on}}\n{{! c }}z\n{{#on}}\nw\n{{/on}} v\n"],
      is: "  x\n  y\n  z\n  w\n   v\n"),
    .init("white space within the tag is free", "({{>  card\t}})", partials: ["card": "-"], is: "(-)"),
  ]

  static let inheritance: [SpecificationCase] = [
    .init("a block shows its default", "{{$title}}Mentors{{/title}}\n", is: "Mentors\n"),
    .init("a default may have values", "{{$t}}for {{n}}{{/t}}", ["n": "<"], is: "for &lt;"),
    .init("a default may have raw values", "{{$t}}for {{{n}}}{{/t}}", ["n": "<"], is: "for <"),
    .init("a default may have sections", "{{$t}}a {{#b}}{{c}}{{/b}} d{{/t}}", ["b": ["c": "x"]], is: "a x d"),
    .init("a default may have inverted sections", "{{$t}}a {{^b}}{{c}}{{/b}} d{{/t}}", ["c": "x"], is: "a x d"),
    .init(
      "tags that come from values are not read", "{{$t}}a {{#b}}{{c}}{{/b}} d{{/t}}", ["b": ["c": "{{e}}"]],
      is: "a {{e}} d"),
    .init(
      "a parent shows its defaults", "{{<page}}{{/page}}\n",
      partials: ["page": "{{$t}}default{{/t}}"], is: "default"),
    .init(
      "a block replaces the parent's", "{{<page}}{{$t}}mine{{/t}}{{/page}}",
      partials: ["page": "({{$t}}default{{/t}})"],
      is: "(mine)"),
    .init(
      "data does not replace a block", "{{<page}}{{$t}}mine{{/t}}{{/page}}", ["t": "data"],
      partials: ["page": "{{$t}}default{{/t}}"], is: "mine"),
    .init(
      "data does not replace a default", "{{<page}}{{/page}}", ["t": "data"], partials: ["page": "{{$t}}default{{/t}}"],
      is: "default"),
    .init(
      "text before a parent stays", "see {{<page}}{{$t}}mine{{/t}}{{/page}}", partials: ["page": "{{$t}}…{{/t}}"],
      is: "see mine"),
    .init(
      "a parent may come twice, with other blocks",
      "{{<page}}{{$a}}1{{/a}}{{/page}} {{<page}}{{$a}}2{{/a}}{{/page}}\n",
      partials: ["page": "({{$a}}…{{/a}}{{$b}} default{{/b}})"], is: "(1 default) (2 default)\n"),
    .init(
      "a block keeps its lines", "{{<page}}{{$a}}\none\n\ntwo\n{{/a}}{{/page}}", partials: ["page": "{{$a}}x{{/a}}"],
      is: "one\n\ntwo\n"),
    .init(
      "a block stands where the parent's stood", "{{<page}}{{$a}}mine{{/a}}{{/page}}",
      partials: ["page": "list:\n  {{$a}}default{{/a}}\n"], is: "list:\n  mine\n"),
    .init(
      "blocks that are not replaced stay", "{{<page}}{{$b}}mine{{/b}}{{/page}}",
      partials: ["page": "{{$a}}one{{/a}}, {{$b}}two{{/b}}"], is: "one, mine"),
    .init(
      "a parent without blocks is a partial", "{{>page}} {{<page}}{{/page}}", partials: ["page": "{{$a}}one{{/a}}"],
      is: "one one"),
    .init(
      "blocks reach the parents of parents, and end recursion", "{{<one}}{{$a}}mine{{/a}}{{/one}}",
      partials: [
        "one": "{{$a}}A{{/a}} {{$b}}{{<two}}{{/two}}{{/b}}",
        "two": "{{$a}}A2{{/a}} {{<one}}{{$b}}end{{/b}}{{/one}}",
      ],
      is: "mine mine mine end"),
    .init(
      "the outermost block wins", "{{<one}}{{$a}}mine{{/a}}{{/one}}",
      partials: [
        "one": "{{<two}}{{$a}}1{{/a}}{{/two}}", "two": "{{<three}}{{$a}}2{{/a}}{{/three}}", "three": "{{$a}}3{{/a}}",
      ],
      is: "mine"),
    .init(
      "without it the next inner one wins", "{{<one}}{{/one}}",
      partials: [
        "one": "{{<two}}{{$a}}1{{/a}}{{/two}}", "two": "{{<three}}{{$a}}2{{/a}}{{/three}}", "three": "{{$a}}3{{/a}}",
      ],
      is: "1"),
    .init(
      "text between blocks does not show", "{{<page}} ab {{$t}}mine{{/t}} cd {{/page}}",
      partials: ["page": "{{$t}}default{{/t}}"], is: "mine"),
    .init(
      "text in a parent does not show", "{{<page}} ab {{/page}}",
      partials: ["page": "{{$t}}default{{/t}}"], is: "default"),
    .init(
      "a block sees what is around the one that it replaces", "{{<page}}{{$t}}{{n}}{{/t}}{{/page}}",
      ["n": "outer", "o": ["n": "inner"]], partials: ["page": "{{#o}}{{$t}}x{{/t}}{{/o}}"], is: "inner"),
    .init(
      "a parent on its own line is indented", "List:\n  {{<page}}{{/page}}\n", partials: ["page": "one\ntwo\n"],
      is: "List:\n  one\n  two\n"),
    .init(
      "a block takes the indentation of its place", "{{<page}}{{$a}}\none\ntwo{{/a}}\n{{/page}}\n",
      partials: ["page": "List:\n  {{$a}}{{/a}}\n"], is: "List:\n  one\n  two\n"),
    .init(
      "a block loses the indentation that it was written with",
      "{{<page}}{{$a}}\n      one\n      two\n{{/a}}{{/page}}\n",
      partials: ["page": "List:\n  {{$a}}\n  {{/a}}\n"], is: "List:\n  one\n  two\n"),
    .init(
      "a default gives the indentation when its tag has none", "{{<page}}{{$a}}\none\ntwo\n{{/a}}{{/page}}\n",
      partials: ["page": "List:\n{{$a}}\n  default\n{{/a}}\n"], is: "List:\n  one\n  two\n"),
    .init(
      "a block within a block is replaced as where it was written", "{{<mid}}{{$in}}mine{{/in}}{{/mid}}",
      partials: ["mid": "{{<base}}{{$out}}<{{$in}}default{{/in}}>{{/out}}{{/base}}", "base": "({{$out}}{{/out}})"],
      is: "(<mine>)"),
    .init(
      "a parent may lie in its own block", "{{<box}}{{$in}}{{<box}}{{$in}}x{{/in}}{{/box}}{{/in}}{{/box}}",
      partials: ["box": "[{{$in}}{{/in}}]"], is: "[[x]]"),
    .init(
      "indentation reaches through parents and blocks",
      "  {{<page}}\n  {{$a}}\n    one\n      two\n  {{/a}}\n  {{/page}}\nend\n",
      partials: ["page": "<ul>\n  {{$a}}\n  {{/a}}\n</ul>\n"],
      is: "  <ul>\n    one\n      two\n  </ul>\nend\n"),
    .init(
      "an indented partial in a block is indented like the block", "{{<page}}{{$a}}\n  {{>card}}\n{{/a}}{{/page}}\n",
      partials: ["page": "<ul>\n    {{$a}}\n    {{/a}}\n</ul>\n", "card": "<li>\n</li>\n"],
      is: "<ul>\n    <li>\n    </li>\n</ul>\n"),
    .init(
      "a block's tags may share a line with its parent's",
      "{{<page}}{{$a}}\none\n{{/a}}{{$b}}\ntwo\n{{/b}}{{/page}}\nend\n",
      partials: ["page": "{{$a}}\n{{/a}}\n-\n{{$b}}\n{{/b}}\n"], is: "one\n-\ntwo\nend\n"),
    .init(
      "a parent may be called on a line with text", "a {{<page}}{{$t}}\n  x{{/t}}{{/page}} b\n",
      partials: ["page": "<{{$t}}{{/t}}>"], is: "a <x> b\n"),
  ]
}
