import { html, nothing } from 'lit';
import { count, money } from '../format.js';
import { textsOf } from '../texts.js';
import { longName } from './buckets.js';
import { figureOf } from './figures.js';
import { exact } from './cards.js';

const texts = await textsOf('overview/overview');

/** The series as a table: the same numbers, exactly, for who cannot or would rather not read a chart. */
export function seriesTable({ rows, compared, figure, granularity, zone, currency, money: withMoney, running }) {
  return html`<div class="table-frame tall" tabindex="0" role="region" aria-label=${texts.asTable}><table aria-label=${texts.asTable}>
    <thead><tr><th scope="col">${texts.granularity[granularity]}</th><th scope="col" class="end">${texts.figure.clicks}</th>
      <th scope="col" class="end">${texts.figure.leads}</th><th scope="col" class="end">${texts.figure.sales}</th>
      ${withMoney ? html`<th scope="col" class="end">${texts.figure.revenue}</th><th scope="col" class="end">${texts.grossName}</th>` : nothing}
      ${compared ? html`<th scope="col" class="end">${texts.comparedName(texts.figure[figure])}</th>` : nothing}</tr></thead>
    <tbody>${rows.map((row, index) => html`<tr><td><time datetime=${row.start}>${longName(row.start, granularity, zone)}</time>
        ${running && index === rows.length - 1 ? html`<span class="quiet small">${texts.incomplete}</span>` : nothing}</td>
      <td class="end">${count(row.clicks)}</td><td class="end">${count(row.leads)}</td><td class="end">${count(row.sales)}</td>
      ${withMoney ? html`<td class="end">${money(row.saleAmount, currency)}</td><td class="end">${money(row.grossSaleAmount, currency)}</td>` : nothing}
      ${compared ? html`<td class="end">${compared[index] ? html`<span title=${longName(compared[index].start, granularity, zone)}>${exact(compared[index], figure, currency)}</span>` : ''}</td>` : nothing}</tr>`)}</tbody>
  </table></div>`;
}

/** @returns {string} what a chart shows, in a sentence */
export function summary({ rows, figure, granularity, zone, currency }) {
  if (!rows?.length) {
    return '';
  }
  const highest = rows.reduce((best, row) => (figureOf(row, figure) > figureOf(best, figure) ? row : best), rows[0]);
  return texts.summary(texts.figure[figure], longName(rows[0].start, granularity, zone), longName(rows.at(-1).start, granularity, zone),
    exact(highest, figure, currency), longName(highest.start, granularity, zone));
}
