import { difference, knowsZone, meetingTime, minutesAhead, utcBasic, utcExtended, wallClock, zoneName } from "../../themes/default/assets/modules/requests/clocks.js";
import { Random } from "../module_units/random.mjs";
import { equal, isTrue, test } from "../module_units/testing.mjs";

const at = (iso) => Date.parse(iso) / 1000;
const phrases = {
  ahead: "{difference} ahead of you", behind: "{difference} behind you", same: "The same time as yours",
  hours: { one: "{n} hour", other: "{n} hours" }, minutes: { one: "{n} minute", other: "{n} minutes" },
};
const WINTER = at("2027-01-10T12:00:00Z");
const SUMMER = at("2027-07-10T12:00:00Z");

test("the difference of two clocks is spelled out", () => {
  const cases = [
    ["America/New_York", "America/New_York", WINTER, "The same time as yours"], ["Europe/Berlin", "Europe/Paris", SUMMER, "The same time as yours"],
    ["America/New_York", "Europe/Berlin", WINTER, "6 hours ahead of you"], ["Europe/Berlin", "America/New_York", WINTER, "6 hours behind you"],
    ["Europe/London", "Europe/Berlin", WINTER, "1 hour ahead of you"], ["Asia/Kolkata", "America/St_Johns", WINTER, "9 hours behind you"],
    ["Asia/Kolkata", "America/St_Johns", SUMMER, "8 hours behind you"], ["UTC", "America/St_Johns", WINTER, "3½ hours behind you"],
    ["UTC", "Asia/Kathmandu", WINTER, "5¾ hours ahead of you"], ["Asia/Kolkata", "Asia/Kathmandu", WINTER, "15 minutes ahead of you"],
    ["Australia/Sydney", "Australia/Lord_Howe", SUMMER, "30 minutes ahead of you"], ["America/New_York", "Asia/Kathmandu", WINTER, "10¾ hours ahead of you"],
    ["Pacific/Pago_Pago", "Pacific/Kiritimati", WINTER, "25 hours ahead of you"], ["Europe/Berlin", "America/New_York", at("2027-03-16T12:00:00Z"), "5 hours behind you"],
  ];
  for (const [own, other, seconds, words] of cases) equal(difference(seconds, own, other, phrases, "en"), words, `${own} ${other}`);
});

test("the difference follows the language", () => {
  const german = { ahead: "dir {difference} voraus", hours: { one: "{n} Stunde", other: "{n} Stunden" } };
  equal(difference(WINTER, "UTC", "Asia/Kolkata", german, "de"), "dir 5½ Stunden voraus");
  const arabic = { ahead: "{difference}", hours: { one: "ساعة", two: "ساعتان", few: "{n} ساعات", other: "{n} ساعة" } };
  equal(difference(WINTER, "UTC", "Europe/Athens", arabic, "ar"), "ساعتان");
});

test("instants are written as links and files have them", () => {
  equal([utcBasic(1_805_230_800), utcExtended(1_805_230_800), utcBasic(0)], ["20270316T210000Z", "2027-03-16T21:00:00Z", "19700101T000000Z"]);
  equal(wallClock(1_805_230_800, "America/New_York"), "20270316T170000");
  equal(wallClock(1_805_230_800, "Asia/Kathmandu"), "20270317T024500");
});

test("Tuesdays at 17:00 in Berlin are at 11:00, 12:00 and 11:00 in New York in March 2027", () => {
  const times = ["2027-03-09T16:00:00Z", "2027-03-16T16:00:00Z", "2027-03-30T15:00:00Z"].map(at);
  equal(times.map((time) => wallClock(time, "Europe/Berlin").slice(9, 13)), ["1700", "1700", "1700"]);
  equal(times.map((time) => wallClock(time, "America/New_York").slice(9, 13)), ["1100", "1200", "1100"]);
});

test("in every zone wall clocks agree with the browser's, and differ by quarters of an hour", () => {
  const random = new Random(3);
  for (const zone of Intl.supportedValuesOf("timeZone")) {
    const seconds = at("2025-01-01T00:00:00Z") + random.below(10 * 366 * 1440) * 60;
    const clock = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "medium" }).format(seconds * 1000);
    equal(wallClock(seconds, zone), clock.replace(/[-:]/g, "").replace(" ", "T"), zone);
    isTrue(minutesAhead(seconds, zone) % 15 === 0, zone);
  }
});

test("a meeting's time is told in a zone and a language", () => {
  const plain = (text) => text.replace(/[\u2009\u202f\u00a0]/g, " ");
  const slot = { start: 1_805_230_800, minutes: 30 };
  equal(plain(meetingTime(slot, "America/New_York", "en-US")), "Tuesday, March 16, 5:00 – 5:30 PM");
  isTrue(/Mittwoch, 17. März/.test(meetingTime(slot, "Asia/Kolkata", "de")), meetingTime(slot, "Asia/Kolkata", "de"));
  isTrue(/Tuesday.*Wednesday/.test(meetingTime({ start: 1_805_230_800, minutes: 480 }, "America/New_York", "en-US")), "across midnight");
  equal(zoneName(SUMMER, "America/St_Johns", "en"), "Newfoundland Daylight Time");
});

test("zones that a browser doesn't have are noticed", () => {
  equal(["Europe/Berlin", "UTC", "Mars/Olympus", "", "<b>"].map(knowsZone), [true, true, false, false, false]);
});
