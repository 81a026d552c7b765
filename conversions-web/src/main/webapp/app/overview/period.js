/** The periods that have a name in the address; everything else there is a start and an end. */
export const INTERVALS = ['today', 'yesterday', '7d', '30d', '90d', 'mtd', 'last-month', 'ytd', '12mo', 'all'];
export const DEFAULT_INTERVAL = '30d';

const DAY_MILLIS = 86_400_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const HOURS_UP_TO_DAYS = 2;
const HOURS_OFFERED_UP_TO_DAYS = 31;
const DAYS_UP_TO_DAYS = 180;
const DAYS_OFFERED_UP_TO_DAYS = 400;

/**
 * @typedef {object} Period
 * @property {string|null} from its first day, as 2026-11-30; null for all time
 * @property {string} to the day after its last one
 * @property {boolean} running whether it goes on
 */

/** @returns {boolean} whether the text is a day of the calendar */
export function isDay(text) {
  return DAY.test(text ?? '') && plusDays(text, 0) === text;
}

/** @returns {string} the day that it is there */
export function dayOf(moment, zone) {
  const { year, month, day } = local(moment, zone);
  return `${year}-${month}-${day}`;
}

/** @returns {string} so many days later */
export function plusDays(day, count) {
  const moment = new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MILLIS);
  return Number.isNaN(moment.getTime()) ? '' : moment.toISOString().slice(0, 10);
}

/** @returns {number} the days from one to another */
export function daysBetween(from, to) {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MILLIS);
}

/**
 * @param {{interval: string, start?: string, end?: string}} view its end is the last day
 * @returns {Period}
 */
export function periodOf({ interval, start, end }, zone, now) {
  const today = dayOf(now, zone);
  const tomorrow = plusDays(today, 1);
  if (start) {
    const to = plusDays(end ?? start, 1);
    return { from: start, to, running: to > today };
  }
  const month = `${today.slice(0, 7)}-01`;
  switch (interval) {
    case 'today': return { from: today, to: tomorrow, running: true };
    case 'yesterday': return { from: plusDays(today, -1), to: today, running: false };
    case 'mtd': return { from: month, to: tomorrow, running: true };
    case 'last-month': return { from: plusMonths(month, -1), to: month, running: false };
    case 'ytd': return { from: `${today.slice(0, 4)}-01-01`, to: tomorrow, running: true };
    case '12mo': return { from: plusMonths(month, -11), to: tomorrow, running: true };
    case 'all': return { from: null, to: tomorrow, running: true };
    default: return { from: plusDays(today, 1 - Number.parseInt(interval, 10)), to: tomorrow, running: true };
  }
}

/**
 * Moves a period by its own length: whole months by months, everything else by days, and never into the future.
 *
 * @param {Period} period
 * @param {1|-1} way
 * @returns {{start: string, end: string}|null} the days of the other one; null when there is none
 */
export function shifted({ from, to, running }, way, zone, now) {
  if (!from) {
    return null;
  }
  const year = running && from.endsWith('-01-01') && daysBetween(from, to) > 31;
  const months = year ? 12 : from.endsWith('-01') ? monthsBetween(from, to) : 0;
  const whole = months > 0 && daysBetween(from, to) > 1 && (running || to === plusMonths(from, months));
  const start = whole ? plusMonths(from, way * months) : plusDays(from, way * daysBetween(from, to));
  const end = plusDays(whole ? plusMonths(start, months) : plusDays(start, daysBetween(from, to)), -1);
  const today = dayOf(now, zone);
  return start > today ? null : { start, end: end > today ? today : end };
}

/**
 * Finds what a period is compared with: the latest one before it that begins on the same day of the week, or the same weekdays
 * a year before. A running period is compared up to the same moment of the day.
 *
 * @param {Period} period
 * @param {string} compare previous, year, none, or two days as 2026-10-01..2026-10-31
 * @returns {{start: string, end: string}|null} as the API takes them
 */
export function comparedWith(period, compare, zone, now) {
  const own = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/.exec(compare);
  if (own && isDay(own[1]) && isDay(own[2])) {
    return { start: own[1], end: plusDays(own[2], 1) };
  }
  if (!period.from || compare === 'none') {
    return null;
  }
  const unit = compare === 'year' ? 364 : 7;
  const back = Math.ceil(daysBetween(period.from, period.to) / unit) * unit;
  const start = plusDays(period.from, -back);
  if (!period.running) {
    return { start, end: plusDays(period.to, -back) };
  }
  const { hour, minute, second } = local(now, zone);
  const end = momentAt(`${plusDays(dayOf(now, zone), -back)}T${hour}:${minute}:${second}`, zone);
  return { start, end: end.toISOString() };
}

/** @returns {string[]} the widths of the buckets that make sense for so much time, the usual one first */
export function granularities({ from, to }) {
  const days = from ? daysBetween(from, to) : Infinity;
  const usual = days <= HOURS_UP_TO_DAYS ? 'hour' : days <= DAYS_UP_TO_DAYS ? 'day' : 'month';
  const all = [
    days <= HOURS_OFFERED_UP_TO_DAYS ? 'hour' : null, days > 1 && days <= DAYS_OFFERED_UP_TO_DAYS ? 'day' : null,
    days > 7 && days < Infinity ? 'week' : null, days > 31 ? 'month' : null,
  ].filter(Boolean);
  return [usual, ...all.filter((width) => width !== usual)];
}

/** @returns {Date} the moment at which clocks in the zone show that; the later of two, and an hour on where there is none */
export function momentAt(wall, zone) {
  const asUtc = Date.parse(`${wall}Z`);
  const first = asUtc - offset(asUtc, zone);
  return new Date(asUtc - offset(first, zone));
}

function offset(moment, zone) {
  const { year, month, day, hour, minute, second } = local(moment, zone);
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) - Math.floor(moment / 1000) * 1000;
}

const formats = new Map();

function local(moment, zone) {
  if (!formats.has(zone)) {
    formats.set(zone, new Intl.DateTimeFormat('en', {
      timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
    }));
  }
  return Object.fromEntries(formats.get(zone).formatToParts(moment).map(({ type, value }) => [type, value]));
}

function plusMonths(day, count) {
  const [year, month] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + count, 1)).toISOString().slice(0, 10);
}

/** Begun months count as whole ones. */
function monthsBetween(from, to) {
  const [year, month] = from.split('-').map(Number);
  const [otherYear, otherMonth, otherDay] = to.split('-').map(Number);
  return (otherYear - year) * 12 + otherMonth - month + (otherDay > 1 ? 1 : 0);
}
