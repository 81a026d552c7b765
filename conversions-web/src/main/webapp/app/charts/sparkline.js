import { css, html, svg } from 'lit';
import { linePath } from './line-path.js';

document.adoptedStyleSheets.push(css`
.sparkline { display: block; width: 100%; height: 1.75rem; overflow: visible; }
.sparkline .line { fill: none; stroke: var(--accent); stroke-width: 1.5; stroke-linejoin: round; stroke-linecap: round; }
.sparkline .area { fill: var(--accent-soft); stroke: none; }`.styleSheet);

/**
 * A small line of values, without axes: beside a number, to show how it came about.
 *
 * @param {number[]} values
 * @param {string} text says in words what the line shows
 */
export function sparkline(values, text, { width = 120, height = 28 } = {}) {
  const line = linePath(values, width, height);
  return html`<svg class="sparkline" role="img" aria-label=${text} viewBox="-1 -2 ${width + 2} ${height + 4}" width=${width} height=${height} preserveAspectRatio="none">
    ${values.length > 1 ? svg`<path class="area" d="${line}L${width} ${height}L0 ${height}Z"></path>` : ''}
    <path class="line" d=${line} vector-effect="non-scaling-stroke"></path></svg>`;
}
