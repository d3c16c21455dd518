export const PARTS_OF_DAY = ["morning", "afternoon", "evening", "night"];

/**
 * Which part of a visitor's day each half hour of the day in UTC falls into.
 *
 * @param {Date} now the clock of this day is taken for all days
 * @param {string} [timeZone] the browser's own if none is given
 * @returns {string[]} 48 of PARTS_OF_DAY
 */
export function partsOfDay(now, timeZone) {
  const clock = new Intl.DateTimeFormat("en-US", { hour: "numeric", minute: "numeric", hourCycle: "h23", timeZone });
  const [hours, minutes] = clock.format(now).split(":").map(Number);
  const ahead = 1440 + hours * 60 + minutes - now.getUTCHours() * 60 - now.getUTCMinutes();
  return Array.from({ length: 48 }, (_, half) => {
    const hour = Math.floor((half * 30 + ahead) % 1440 / 60);
    return PARTS_OF_DAY[hour < 5 || hour >= 22 ? 3 : hour < 12 ? 0 : hour < 17 ? 1 : 2];
  });
}
