import { html, nothing } from 'lit';
import { icon } from '../components/icons.js';
import { Page } from '../components/page.js';
import { time } from '../format.js';
import { modeOf } from '../mode.js';
import { navigate } from '../router.js';
import { whileShown } from '../shortcuts.js';
import { textsOf } from '../texts.js';
import './breakdown.js';
import { cards, waitingCards } from './cards.js';
import { download, seriesAsCsv } from './export.js';
import { figureOf, questions, totals } from './figures.js';
import { funnel } from './funnel.js';
import { shifted } from './period.js';
import './series.js';
import { seriesTable, summary } from './series-table.js';
import { INTERVAL_KEYS } from './toolbar.js';
import { FIGURES, GRANULARITIES, searchOf, toggled, viewOf } from './view.js';

const texts = await textsOf('overview/overview');

const REFRESH_MILLIS = 30_000;

/**
 * A page about the figures of a period, beside those of another one. All it shows is in its address. Subclasses say whose
 * figures: `zone`, `currency`, `money`, `place` (the path of the page) and `question` (asks the API).
 */
export class FiguresPage extends Page {
  view = null;
  questions = null;
  rows = null;
  names = new Map();
  notes = [];
  #compared = null;
  #first = null;
  #firstOnly = false;
  /** What is asked of the server, as a text: the same question is not asked again. */
  #wanted = null;
  #asked = 0;
  #problem = null;
  #follow = () => this.#arrive();
  #forgetKeys = null;

  connectedCallback() {
    super.connectedCallback();
    addEventListener('conversions-navigated', this.#follow);
    addEventListener('popstate', this.#follow);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('conversions-navigated', this.#follow);
    removeEventListener('popstate', this.#follow);
    this.#forgetKeys?.();
    this.#forgetKeys = null;
  }

  get money() {
    return true;
  }

  get mode() {
    return modeOf(location.search);
  }

  get figures() {
    return this.money ? FIGURES : FIGURES.filter((figure) => figure !== 'revenue');
  }

  /** Called when the figures of a view are there. */
  async arrived() {
  }

  /** Shows what the address says, and takes the keys. */
  begin() {
    this.#arrive();
    this.every(REFRESH_MILLIS, () => this.questions.period.running && this.#ask({ quiet: true }));
    this.#forgetKeys ??= whileShown({
      ...Object.fromEntries(Object.entries(INTERVAL_KEYS).map(([key, interval]) => [key, () => this.go({ ...this.view, interval, start: null, end: null })])),
      ArrowLeft: () => this.go(this.shift(-1)),
      ArrowRight: () => this.go(this.shift(1)),
      X: () => this.go({ ...this.view, compare: this.view.compare === 'none' ? 'previous' : 'none' }),
      F: () => this.go({ ...this.view, shape: this.view.shape === 'funnel' ? 'series' : 'funnel' }),
      I: () => this.#nextWidth(),
      Escape: () => this.go({ ...this.view, filters: {} }),
      ...Object.fromEntries(this.figures.map((figure, index) => [String(index + 1), () => this.go({ ...this.view, figure })])),
    });
  }

  /** Reads the address and asks for what it shows, unless only the way it is shown is another one. */
  #arrive() {
    if (!this.isConnected || location.pathname !== this.place) {
      return;
    }
    this.view = viewOf(location.search);
    if (!this.figures.includes(this.view.figure)) {
      this.view.figure = 'clicks';
    }
    const { figure, shape, ...asked } = this.view;
    const wanted = JSON.stringify([asked, this.mode]);
    if (wanted !== this.#wanted) {
      this.#wanted = wanted;
      this.#ask();
    }
    this.requestUpdate();
  }

  /** Asks again for what is shown. */
  refresh() {
    return this.#ask({ quiet: true });
  }

  async #ask({ quiet = false } = {}) {
    this.#asked += 1;
    const asked = this.#asked;
    const now = questions(this.view, { zone: this.zone, mode: this.mode, ask: (query) => this.question(query) });
    this.questions = now;
    if (!quiet) {
      this.rows = null;
    }
    try {
      const [rows, compared, first] = await Promise.all([now.series(), now.comparedSeries(), this.#firstOnly ? now.firstPurchases() : null]);
      if (asked !== this.#asked) {
        return;
      }
      this.rows = rows;
      this.#compared = compared;
      this.#first = first;
      this.#problem = null;
      await this.arrived();
    } catch (error) {
      this.#problem = error;
    }
    this.requestUpdate();
  }

  go(view) {
    const search = view && searchOf(view, this.mode);
    if (view && search !== location.search) {
      navigate(`${this.place}${search}`);
    }
  }

  /** @returns {object|null} the view of the period before or after */
  shift(way) {
    const moved = shifted(this.questions.period, way, this.zone, Date.now());
    return moved && { ...this.view, ...moved };
  }

  #nextWidth() {
    const { granularities, granularity } = this.questions;
    this.go({ ...this.view, granularity: granularities[(granularities.indexOf(granularity) + 1) % granularities.length] });
  }

  #learn(names) {
    const before = this.names.size;
    names.forEach(([key, name]) => this.names.set(key, name));
    if (this.names.size !== before && Object.keys(this.view.filters).length) {
      this.requestUpdate();
    }
  }

  /** @param {object[]} splits the cards */
  breakdowns(splits) {
    return splits.map((card) => html`<c-breakdown .card=${card} .questions=${this.questions} figure=${this.view.figure} currency=${this.currency} ?money=${this.money}
      .filters=${this.view.filters} @filtered=${({ detail }) => this.go(toggled({ ...this.view, figure: detail.figure }, detail.filters))} @named=${({ detail }) => this.#learn(detail)}></c-breakdown>`);
  }

  /** The cards, and below them the chart, the funnel or the table. @param below what stands under it */
  main(below = nothing) {
    const { figure, shape } = this.view;
    const { granularity, granularities, period } = this.questions;
    if (this.#problem) {
      return html`<section class="card"><p role="alert">${this.#problem.message}</p></section>`;
    }
    const { rows, currency, figures, zone, money } = this;
    const now = rows && totals(rows);
    const shown = { rows, compared: this.#compared, figure, granularity, zone, currency, money, running: period.running };
    return html`<section class="card flush main-card" aria-label=${texts.figures}>
      ${now ? cards({ now, before: this.#compared && totals(this.#compared), figure, figures, currency, choose: (chosen) => this.go({ ...this.view, figure: chosen }) }) : waitingCards(figures)}
      <div class="shape-bar">
        <div class="segments" role="group" aria-label=${texts.shape}>${['series', 'funnel', 'table'].map((name) => html`
          <button type="button" aria-pressed=${name === shape} aria-label=${texts.shapes[name]} title=${texts.shapes[name]} @click=${() => this.go({ ...this.view, shape: name })}>${icon({ series: 'chart', funnel: 'funnel', table: 'table' }[name])}<span>${texts.shapes[name]}</span></button>`)}</div>
        <div class="row tools">${shape === 'funnel' ? nothing : html`<div class="segments" role="group" aria-label=${texts.width}>${GRANULARITIES.filter((width) => granularities.includes(width)).map((width) => html`
          <button type="button" aria-pressed=${width === granularity} @click=${() => this.go({ ...this.view, granularity: width })}>${texts.granularity[width]}</button>`)}</div>`}
          <button class="button bare small square" type="button" aria-label=${texts.csv} title=${texts.csv} ?disabled=${!rows} @click=${() => download(seriesAsCsv(rows, currency, money), `conversions-${granularity}`)}>${icon('download')}</button></div>
      </div>
      <div class="shape">${now ? this.#shape(shape, shown, now) : html`<span class="skeleton block"></span>`}</div>
      <div class="row apart below">${below}
        <p class="as-of small quiet">${texts.asOf(time(Date.now(), zone), zone, (currency ?? '').toUpperCase())} ${rows?.some(({ partial }) => partial) ? texts.partial : nothing}</p></div>
    </section>`;
  }

  #shape(shape, shown, now) {
    switch (shape) {
      case 'funnel': return funnel({ now: this.#firstOnly && this.#first ? { ...now, sales: this.#first.sales, saleAmount: figureOf(this.#first, 'revenue') } : now,
        currency: shown.currency, money: shown.money, firstOnly: this.#firstOnly, choose: (firstOnly) => { this.#firstOnly = firstOnly; this.#ask({ quiet: true }); } });
      case 'table': return seriesTable(shown);
      default: return html`<c-series .rows=${shown.rows} .compared=${shown.compared} figure=${shown.figure} granularity=${shown.granularity} zone=${shown.zone}
        currency=${shown.currency} ?running=${shown.running} .notes=${this.notes} label=${summary(shown)}></c-series>`;
    }
  }
}
