import { html, LitElement, nothing, svg } from 'lit';
import { linePath } from '../charts/line-path.js';
import { count, compact, compactMoney, money } from '../format.js';
import { longName, shortName } from '../overview/buckets.js';
import { textsOf } from '../texts.js';

const texts = await textsOf('portal/portal-chart');
export const FIGURES = ['clicks', 'leads', 'sales', 'earnings'];
const WIDTH = 600;
const HEIGHT = 180;

/** The figures of a partner over time: one at a time as a line, or all as a table. */
class PortalChart extends LitElement {
  /** `rows`: {start, clicks, leads, sales, earnings} in their order; undefined while they are not there. */
  static properties = {
    rows: { attribute: false }, figures: { attribute: false }, currency: {}, granularity: {}, zone: {}, figure: { state: true }, table: { state: true }, at: { state: true },
  };

  constructor() {
    super();
    this.figures = FIGURES;
    this.figure = 'clicks';
    this.granularity = 'day';
  }

  createRenderRoot() {
    return this;
  }

  #written(row, figure = this.figure) {
    return figure === 'earnings' ? money(row.earnings, this.currency) : count(row[figure]);
  }

  #total(figure) {
    const sum = (this.rows ?? []).reduce((all, row) => all + (row[figure] ?? 0), 0);
    return figure === 'earnings' ? money(sum, this.currency) : count(sum);
  }

  #point(event) {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const place = Math.round(((event.clientX - left) / width) * (this.rows.length - 1));
    this.at = Math.max(0, Math.min(this.rows.length - 1, place));
  }

  render() {
    return html`<div class="chart-head"><div class="chart-tabs" role="group" aria-label=${texts.figure}>${this.figures.map((figure) => html`
        <button type="button" aria-pressed=${figure === this.figure} @click=${() => { this.figure = figure; }}><span>${texts.figures[figure]}</span><b>${this.rows ? this.#total(figure) : html`<span class="skeleton line"></span>`}</b></button>`)}</div></div>
      <div class="chart-body">${!this.rows ? html`<span class="skeleton chart-room"></span>` : this.table ? this.#table() : this.#line()}</div>
      <div class="chart-foot"><button class="button small" type="button" aria-pressed=${Boolean(this.table)} ?disabled=${!this.rows} @click=${() => { this.table = !this.table; }}>${texts.asTable}</button></div>`;
  }

  #line() {
    const values = this.rows.map((row) => row[this.figure] ?? 0);
    const most = Math.max(...values, 0);
    const line = linePath(values, WIDTH, HEIGHT);
    const write = (value) => (this.figure === 'earnings' ? compactMoney(value, this.currency) : compact(value));
    const row = this.at === undefined ? null : this.rows[this.at];
    return html`<div class="chart-room" @pointermove=${this.#point} @pointerleave=${() => { this.at = undefined; }}>
      <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label=${this.#summary()}>
        ${[0, 0.5, 1].map((share) => svg`<path class="grid" d="M0 ${HEIGHT * share}H${WIDTH}" vector-effect="non-scaling-stroke"></path>`)}
        ${values.length > 1 ? svg`<path class="area" d="${line}L${WIDTH} ${HEIGHT}L0 ${HEIGHT}Z"></path><path class="line" d=${line} vector-effect="non-scaling-stroke"></path>` : nothing}
        ${row ? svg`<path class="at" d="M${this.#x()} 0V${HEIGHT}" vector-effect="non-scaling-stroke"></path>` : nothing}</svg>
      <span class="most small quiet" aria-hidden="true">${most > 0 ? write(most) : ''}</span>
      ${row ? html`<div class="tip ${this.at > this.rows.length / 2 ? 'before' : ''}"><strong>${longName(row.start, this.granularity, this.zone)}</strong>
        ${this.figures.map((figure) => html`<span>${texts.figures[figure]}: ${this.#written(row, figure)}</span>`)}</div>` : nothing}</div>
    <div class="chart-days small quiet" aria-hidden="true"><span>${this.#day(0)}</span><span>${this.#day(this.rows.length - 1)}</span></div>`;
  }

  updated() {
    const tip = this.querySelector('.tip');
    if (tip) {
      tip.style.insetInlineStart = `${this.#share()}%`;
    }
  }

  #x() {
    return (this.#share() / 100) * WIDTH;
  }

  #share() {
    return this.rows.length > 1 ? (this.at / (this.rows.length - 1)) * 100 : 0;
  }

  #day(index) {
    const row = this.rows[index];
    return row ? shortName(row.start, this.granularity, this.zone) : '';
  }

  #summary() {
    return this.rows.length ? texts.summary(texts.figures[this.figure], this.#day(0), this.#day(this.rows.length - 1), this.#total(this.figure)) : texts.figures[this.figure];
  }

  #table() {
    return html`<div class="table-frame chart-room" tabindex="0" role="region" aria-label=${texts.asTable}><table aria-label=${texts.asTable}>
      <thead><tr><th scope="col">${texts.day}</th>${this.figures.map((figure) => html`<th scope="col" class="end">${texts.figures[figure]}</th>`)}</tr></thead>
      <tbody>${this.rows.map((row) => html`<tr><td><time datetime=${row.start}>${longName(row.start, this.granularity, this.zone)}</time></td>
        ${this.figures.map((figure) => html`<td class="end">${this.#written(row, figure)}</td>`)}</tr>`)}</tbody></table></div>`;
  }
}

customElements.define('c-portal-chart', PortalChart);
