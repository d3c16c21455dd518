import { readAddress } from "../../themes/default/assets/modules/requests/address.js";
import { equal, test } from "../module_units/testing.mjs";
import { hostileTexts } from "./support/hostile_texts.mjs";

test("addresses are read as mail servers know them", () => {
  const cases = [
    ["jane@example.edu", "jane@example.edu"], ["  Jane.Doe@Example.EDU ", "Jane.Doe@example.edu"], ["o'brien+x@example.edu", "o'brien+x@example.edu"],
    ["user@納豆.example.org", "user@xn--99zt52a.example.org"], ["ana@BÜCHER.example", "ana@xn--bcher-kva.example"], ["a@straße.de", "a@xn--strae-oqa.de"],
    ["a@example。jp", "a@example.jp"], ["josé@example.edu", "josé@example.edu"], ['"not@me"@example.org', '"not@me"@example.org'],
    ["a@xn--bcher-kva.example", "a@xn--bcher-kva.example"], [`${"x".repeat(64)}@example.edu`, `${"x".repeat(64)}@example.edu`],
  ];
  for (const [written, ascii] of cases) equal(readAddress(written)?.ascii, ascii, written);
});

test("a person reads the domain as it was written", () => {
  equal(readAddress("ana+m@BÜCHER.example"),
    { local: "ana+m", domain: "xn--bcher-kva.example", text: "ana+m@bücher.example", ascii: "ana+m@xn--bcher-kva.example", hasPlus: true });
});

test("what is no address is refused", () => {
  const refused = [
    "", "@", "jane", "jane@", "@example.edu", "jane@localhost", "jane@example.edu.", "jane@.edu", "jane@exa mple.edu", "a b@example.edu", ".a@example.edu",
    "a.@example.edu", "a..b@example.edu", "a@b@example.edu", "jane@[127.0.0.1]", "jane@127.0.0.1", "jane@1.2", "jane@0x7f.1", "jane@example.123", "jane@-a.example.edu",
    "jane@a-.example.edu", "jane@ex_ample.edu", "jane@example.edu:80", "jane@example.edu/x", "jane@ex%61mple.edu", "jane@example.edu?cc=x", "jane@example.edu#x",
    "Jane <jane@example.edu>", "jane@example.edu,x@example.edu", "jane@example.edu\r\nBcc: x@example.net", "jane\n@example.edu", "jane@exam\tple.edu",
    '"a\\"@example.org', '""@example.org', "a\\b@example.edu", "a;b@example.edu", "jane@\u202eexample.edu", "jane@exam\u00adple.edu", "ja\u200bne@example.edu",
    `${"x".repeat(65)}@example.edu`, `a@${"x".repeat(64)}.edu`, `a@${"abcdefg.".repeat(32)}edu`,
  ];
  for (const written of refused) equal(readAddress(written), undefined, JSON.stringify(written));
});

test("hostile texts are no addresses, and none of their parts gets into one", () => {
  for (const text of hostileTexts) {
    for (const written of [text, `jane@${text}`, `${text}@example.edu`]) {
      const address = readAddress(written);
      if (address) equal([/[\s<>,;:()[\]\\]/.test(address.ascii), /^[a-z0-9.-]+$/.test(address.domain)], [false, true], written);
    }
  }
});
