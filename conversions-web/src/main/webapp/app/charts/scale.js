/** The steps of an axis within each power of ten. */
const STEPS = [1, 2, 5];

/**
 * The round values at which an axis is marked, from low to high.
 *
 * @param {number} low where the axis begins
 * @param {number} high where it ends, above the beginning
 * @param {number} most that there is room for
 * @param {number} least the smallest step
 * @returns {number[]}
 */
export function marks(low, high, most, least = 1) {
  let step = least;
  for (let power = 1; (high - low) / step > most; power *= 10) {
    step = STEPS.map((width) => width * power * least).find((width) => (high - low) / width <= most) ?? step;
  }
  const first = Math.ceil(low / step);
  return Array.from({ length: Math.floor(high / step) - first + 1 }, (_, index) => (first + index) * step);
}

/**
 * The places of a row of names that are written, so that none touches the next.
 *
 * @param {number} count of places
 * @param {number} most names that there is room for
 * @param {readonly number[]} steps that divide the row well, ascending, such as 1, 7, 14
 * @returns {number[]}
 */
export function places(count, most, steps) {
  const step = steps.find((width) => count / width <= most) ?? Math.ceil(count / Math.max(most, 1));
  return Array.from({ length: Math.ceil(count / step) }, (_, index) => index * step);
}
