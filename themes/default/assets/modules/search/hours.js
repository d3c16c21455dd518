/**
 * Which part of a visitor's day each half hour of the day in UTC falls into, by the clock of one day.
 *
 * @param {Date} now
 * @param {string} [timeZone] the browser's own if none is given
 * @returns {string[]} 48 of them
 */
export function partsOfDay(now, timeZone) {
  const clock = new Intl.DateTimeFormat("en-US", { hour: "numeric", minute: "numeric", hourCycle: "h23", timeZone });
  const [hours, minutes] = clock.format(now).split(":").map(Number);
  const ahead = 1440 + hours * 60 + minutes - now.getUTCHours() * 60 - now.getUTCMinutes();
  return Array.from({ length: 48 }, (_, half) => {
    const hour = Math.floor((half * 30 + ahead) % 1440 / 60);
    return hour < 5 || hour >= 22 ? "night" : hour < 12 ? "morning" : hour < 17 ? "afternoon" : "evening";
  });
}
