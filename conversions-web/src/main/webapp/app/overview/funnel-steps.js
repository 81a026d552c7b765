export const HEIGHT = 200;
/** Thin enough to say "nearly nothing", and still there. */
const THINNEST = 4;

/**
 * @param {number[]} values of the steps
 * @returns {{top: number, height: number, share: number, dropped: number, kept: number}[]} each step's place in a drawing 200 high;
 *   share: of the first step; kept: of the step before, as a share of one, more where one has brought several; dropped: the rest
 */
export function funnelSteps(values) {
  const most = Math.max(...values, 1);
  return values.map((value, index) => {
    const height = value ? Math.max(THINNEST, (value / most) * HEIGHT) : 0;
    const before = index ? values[index - 1] : value;
    const kept = before ? value / before : 0;
    return { top: (HEIGHT - height) / 2, height, share: values[0] ? value / values[0] : 0, kept, dropped: index && before ? Math.max(0, 1 - kept) : 0 };
  });
}
