import { html } from 'lit';
import { sparkline } from '../charts/sparkline.js';
import { count, money } from '../format.js';
import { modeOf, withMode } from '../mode.js';
import { textsOf } from '../texts.js';

const texts = await textsOf('links/link-form');
const MEASURES = ['clicks', 'leads', 'sales', 'saleAmount'];

/** The query of the figures of a link's last 30 days, day by day. */
export function seriesQuery(linkId, mode) {
  return `/analytics?groupBy=timeseries&event=composite&interval=30d&linkId=${encodeURIComponent(linkId)}&mode=${mode}`;
}

/** The figures of a link's last 30 days: each with its line, and leading to the overview of the link. */
export function glance(linkId, series, currency) {
  return html`<section class="card flush glance" aria-label=${texts.glance}>${MEASURES.map((measure) => {
    const values = series.map((row) => row[measure]);
    const sum = values.reduce((all, value) => all + value, 0);
    const said = measure === 'saleAmount' ? money(sum, currency) : count(sum);
    return html`<a href=${withMode(`/app/?linkId=${linkId}`, modeOf(location.search))}><span class="small quiet">${texts.measures[measure]}</span><b>${said}</b>
      ${sparkline(values, texts.line(texts.measures[measure], said, best(series, measure)))}</a>`;
  })}</section>`;
}

/** The day with the most of it, or null when there is none. */
function best(series, measure) {
  const top = series.reduce((most, row) => (row[measure] > (most?.[measure] ?? 0) ? row : most), null);
  return top && new Date(top.start);
}
