/** What the modules write of hostile texts, for other people's parsers to read (test_naughty.py). */
import { readAddress } from "../../../themes/default/assets/modules/requests/address.js";
import { calendarLink } from "../../../themes/default/assets/modules/requests/calendar_links.js";
import { decodeFragment, encodeFragment } from "../../../themes/default/assets/modules/requests/fragment.js";
import { counter, entry, invitation, reminder, reply } from "../../../themes/default/assets/modules/requests/ical.js";
import { mailLink, textLink, webMailLink } from "../../../themes/default/assets/modules/requests/mail_link.js";
import { hostileTexts } from "./hostile_texts.mjs";

const jane = readAddress("jane.o'hara@bücher.example");
const identity = { uid: "6f1c2b7e-0d5a-4f7e-9a53-3a1f0c9d2e11@mentors.example.edu", sequence: 2, stamp: 1_795_449_600 };

export const samples = () => hostileTexts.map((text) => sampleOf(`x${text}`));

function sampleOf(text) {
  const person = { name: text, address: jane };
  const meeting = { start: 1_805_230_800, minutes: 30, title: text, details: text, location: text, guests: [jane] };
  const message = { to: [jane], subject: text, body: text };
  const link = (provider) => calendarLink(provider, meeting, { zone: "America/New_York" }).url;
  return {
    text,
    mailto: mailLink(message).url,
    gmail: webMailLink("gmail", message).url,
    outlookMail: webMailLink("outlook", message).url,
    sms: textLink("+15105550101", text).url,
    google: link("google"), outlook: link("outlook"), microsoft365: link("microsoft365"), teams: link("teams"), yahoo: link("yahoo"),
    entry: entry(meeting, identity),
    reminder: reminder(meeting, identity),
    invitation: invitation(meeting, identity, person, person),
    accepted: reply(meeting, identity, person, person, "ACCEPTED", text),
    declined: reply(meeting, identity, person, person, "DECLINED", text),
    counter: counter(meeting, identity, person, person, text),
    ...fragmentOf(text),
  };
}

/** A fragment of as much of the text as it can hold, and what is read in it. */
function fragmentOf(text) {
  const few = [...text].slice(0, 190).join("").slice(0, 190).replace(/[\ud800-\udbff]$/, "");
  const { fragment, problem } = encodeFragment({
    id: "6f1c2b7e-0d5a-4f7e-9a53-3a1f0c9d2e11", mentor: { slug: "jane", name: few }, mentee: { name: few, address: "mina@example.edu" },
    purpose: few, message: few,
  });
  return { few, fragment, problem, request: fragment && decodeFragment(fragment).request };
}
