import { partsOfDay } from "../../themes/default/assets/modules/search/hours.js";
import { equal, test } from "../module_units/testing.mjs";

const WINTER = new Date("2026-01-15T12:00:00Z"), SUMMER = new Date("2026-07-15T12:00:00Z");
const at = (parts, time) => {
  const [hour, minute] = time.split(":").map(Number);
  return parts[hour * 2 + minute / 30];
};

test("half hours fall into the parts of the visitor's day", () => {
  const cases = [
    ["UTC", WINTER, { "04:30": "night", "05:00": "morning", "11:30": "morning", "12:00": "afternoon", "16:30": "afternoon",
      "17:00": "evening", "21:30": "evening", "22:00": "night", "00:00": "night" }],
    ["America/New_York", WINTER, { "10:00": "morning", "09:30": "night", "17:00": "afternoon", "02:30": "evening", "03:00": "night" }],
    ["America/New_York", SUMMER, { "09:00": "morning", "16:00": "afternoon" }],
    ["Asia/Kolkata", WINTER, { "23:30": "morning", "23:00": "night", "06:30": "afternoon" }],
    ["Asia/Kathmandu", WINTER, { "06:00": "morning", "06:30": "afternoon" }],
    ["Pacific/Kiritimati", WINTER, { "15:00": "morning", "22:00": "afternoon" }],
    ["Pacific/Marquesas", WINTER, { "14:30": "morning", "14:00": "night" }],
  ];
  for (const [zone, now, times] of cases) {
    const parts = partsOfDay(now, zone);
    equal(parts.length, 48);
    for (const [time, part] of Object.entries(times)) equal(at(parts, time), part, `${time} in ${zone}`);
  }
});

test("without a zone the browser's own counts", () => {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  equal(partsOfDay(WINTER), partsOfDay(WINTER, timeZone));
});
