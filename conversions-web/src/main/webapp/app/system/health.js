/**
 * Decides from the answer of GET /api/server/system what is good and what is to be done. Without a document, so that it can be
 * tried by itself.
 */
const LATE_SECONDS = 60;
const BEHIND_SECONDS = 15 * 60;
const CHECKED_DAYS = 7;
const MEMORY_SHARE = 0.92;

/** @returns {number} 0 to 1: which of the events have an outcome and a reason; 1 when there are none */
export function share(part, whole) {
  return whole > 0 ? part / whole : 1;
}

/** @returns {Object<string, {count: number, oldestSeconds: number}>} what stands in the inbox, by its state */
export function byState(system) {
  return Object.fromEntries(system.inbox.states.map((one) => [one.state, one]));
}

/** @returns {string} a key of the texts of the card: what is so, and with it what to do */
export const verdicts = {
  inbox(system) {
    const { failed, unmatched } = byState(system);
    if (system.inbox.oldestDueSeconds > BEHIND_SECONDS) {
      return 'stuck';
    }
    return failed?.count ? 'failed' : system.inbox.oldestDueSeconds > LATE_SECONDS ? 'behind' : unmatched?.count ? 'unmatched' : 'good';
  },
  explained({ explained }) {
    return explained.late > 0 ? 'late' : explained.withoutOutcome > 0 ? 'open' : explained.events > explained.withinMinute ? 'slow' : 'good';
  },
  rates({ exchangeRates }) {
    return !exchangeRates ? 'none' : exchangeRates.stale ? 'stale' : 'good';
  },
  figures({ checkedFigures, rebuilding }, now = Date.now()) {
    if (rebuilding.length > 0) {
      return 'rebuilding';
    } else if (!checkedFigures) {
      return 'never';
    } else if (!checkedFigures.finishedAt) {
      return 'running';
    }
    return checkedFigures.found > 0 ? 'wrong' : now - new Date(checkedFigures.finishedAt) > CHECKED_DAYS * 86_400_000 ? 'old' : 'good';
  },
  memory({ memory }) {
    return memory.usedBytes > MEMORY_SHARE * memory.maxBytes ? 'full' : 'good';
  },
};

const TONES = {
  good: 'positive', stuck: 'negative', failed: 'negative', wrong: 'negative', late: 'negative', none: 'caution', behind: 'caution', unmatched: 'caution',
  slow: 'caution', open: 'info', stale: 'caution', never: 'caution', old: 'caution', running: 'info', rebuilding: 'info', full: 'caution',
};

/** @returns {'positive'|'caution'|'negative'|'info'} */
export function tone(verdict) {
  return TONES[verdict];
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'];

/** @returns {string} such as "12 MB" */
export function size(bytes, locale) {
  if (bytes === null || bytes === undefined) {
    return '–';
  }
  const step = Math.min(UNITS.length - 1, bytes < 1 ? 0 : Math.floor(Math.log2(bytes) / 10));
  const value = bytes / 1024 ** step;
  return value.toLocaleString(locale, { style: 'unit', unit: UNITS[step], maximumFractionDigits: value < 10 && step > 0 ? 1 : 0 });
}

/** @returns {string} such as "3 min" */
export function duration(seconds, locale) {
  const [unit, length] = [['day', 86_400], ['hour', 3_600], ['minute', 60]].find(([, long]) => seconds >= 2 * long) ?? ['second', 1];
  return Math.floor(seconds / length).toLocaleString(locale, { style: 'unit', unit, unitDisplay: 'short' });
}

/** The share as a percentage that says 100 only when it is all. */
export function exactPercent(part, whole, locale) {
  const all = share(part, whole);
  return (all === 1 ? 1 : Math.min(all, 0.9999)).toLocaleString(locale, { style: 'percent', maximumFractionDigits: all === 1 ? 0 : 2 });
}
