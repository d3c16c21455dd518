/** Texts that have broken programs of this kind before, and several hundred that are put together from their parts. */
import { Random } from "../../module_units/random.mjs";

const KNOWN = [
  "", " ", "\n", "\r\n\r\n", "a\tb", "\0\x01\x07\b\x1b[31m", "\x7f\x85\x9f", "a\u2028b\u2029c", "undefined", "null", "NaN", "[object Object]",
  "Hi\r\nBcc: evil@example.net", "Hi\nTo: evil@example.net\n\nbody", "x\r\n\r\n<html>", "?subject=x&body=y", "&cc=evil@example.net",
  "%0D%0ABcc:evil%40example.net", "100%", "%", "%%00", "a+b c", "+", "#fragment", "a;b,c:d\\e\\n\\", "\\;\\,\\\\", '"quoted"', "^n^^^'", "^", "$&$1$$",
  "BEGIN:VEVENT\r\nEND:VCALENDAR", "END:VEVENT", "\r\n END", "\nATTENDEE:mailto:evil@example.net", "<script>alert(1)</script>", "<b>&amp;</b>",
  "]]>", "' OR 1=1 --", "{{mentor}} {x}", "{name}", "José Ñandú Straße Łódź", "李小龍", "ทดสอบ", "مرحبا بالعالم", "שלום", "İıŞş", "ﬁﬂ", "Ω≈ç√∫",
  "👩‍👩‍👧‍👦👍🏽🇪🇺", "e\u0301\u0327\u0308", "\u202eevil\u202c", "\ufeffbom", "\u200b\u200d", "\ufffd\u{10ffff}", "𝒳𝓎𝓏", "Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮", "__proto__", "constructor",
  "javascript:alert(1)", "data:text/html,x", "../../etc/passwd", "=cmd|' /C calc'!A0", "C:\\new\\table", "mailto:a@example.net?cc=b@example.net",
  "x".repeat(5000), "é".repeat(800), "👩‍👩‍👧‍👦".repeat(300), "word and ".repeat(400), "\n".repeat(900), ";".repeat(200), "\\".repeat(149), ",\n".repeat(60),
  "</script><script>alert(1)</script>", "<!--<script>", "<!--", "--!>", "<![CDATA[x]]>", '"><img src=x onerror=alert(1)>', "' onmouseover='alert(1)",
  "<svg/onload=alert(1)>", "<style>*{display:none}</style>", "</title></textarea></noscript></template>", "&lt;b&gt;", "&amp;amp;", "&#0;&#x1F;&#xD800;",
  "&NotEqualTilde;", "{{{bio}}}", "{{>card}}", "{{/main}}", "{{=<% %>=}}", "---", "...", "- a", "key: value", "# comment", "'", '"', "|", ">", "`tick`",
  "!tag", "*alias", "&anchor", "? key", "[a, b", "{a: b", "yes", "~", "1e3", "0x1F", "2027-01-01", "[a](javascript:alert(1))", "![a](a onerror=alert(1))",
  "<javascript:alert(1)>", "[a]: javascript:alert(1)", "**b** _i_ ~~s~~", "\ufffe\uffff", "\u{1fffe}", "\u2066a\u2069", "\u00ad", "\u{e0001}",
];
const PIECES = [
  "a", "é", "李", "😀", "👩‍👩‍👧‍👦", "\\", ";", ",", ":", '"', "^", "'", "\n", "\r\n", "\r", "\t", "\x07", "\u2028", "\x85", "n", " ", "%", "+", "&", "=", "?", "#", "<", ">",
  "@", "xxxxxxxxxxxxxxxxxxxxxxxxx", "Bcc: x@example.net", "END:VEVENT", "%0D%0A", "\u202e", "\u00a0", "{name}",
];

const random = new Random(5);
const combined = Array.from({ length: 500 }, () => Array.from({ length: random.below(50) }, () => random.one(PIECES)).join(""));
export const hostileTexts = [...KNOWN, ...combined];
/** The same, with halves of characters. */
export const brokenTexts = ["\ud800", "a\udc00b", "\udc00\ud800", ...combined.slice(0, 50).map((text) => `${text}\ud83d`)];
