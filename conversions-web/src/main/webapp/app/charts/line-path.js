/**
 * The path of a line through values, from left to right, zero at the bottom.
 *
 * @param {number[]} values
 * @param {number} width
 * @param {number} height
 * @returns {string} of an SVG path; empty without values
 */
export function linePath(values, width, height) {
  const most = Math.max(...values, 1);
  const step = values.length > 1 ? width / (values.length - 1) : 0;
  return values.map((value, index) => `${index ? 'L' : 'M'}${round(index * step)} ${round(height - (Math.max(value, 0) / most) * height)}`).join('');
}

function round(number) {
  return Math.round(number * 100) / 100;
}
