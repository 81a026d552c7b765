import { html, LitElement, nothing, svg } from 'lit';
import { marks, places } from '../charts/scale.js';
import { compact, compactMoney, count, money } from '../format.js';
import { textsOf } from '../texts.js';
import { longName, pairs, shortName, wholeAndOpen } from './buckets.js';
import { figureOf } from './figures.js';

const texts = await textsOf('overview/overview');

/** The room of the drawing in pixels, and what of it is around the lines. */
const HEIGHT = 280;
const TOP = 12;
const RIGHT = 28;
const BOTTOM = 30;
const LEFT = 60;
const NAME_WIDTH = 72;
const MARK_HEIGHT = 36;
const NAME_STEPS = [1, 2, 3, 6, 7, 12, 14, 24, 28, 48, 60, 90, 120, 180, 240, 360];

/** The series over time: the shown period, and as a second line the compared one. A table says the same. */
class Series extends LitElement {
  static properties = {
    rows: { attribute: false }, compared: { attribute: false }, figure: {}, granularity: {}, zone: {}, currency: {},
    running: { type: Boolean }, notes: { attribute: false }, label: {}, width: { state: true }, at: { state: true },
  };

  #resized = new ResizeObserver(([{ contentRect }]) => { this.width = Math.max(200, Math.floor(contentRect.width)); });

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#resized.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#resized.disconnect();
  }

  willUpdate(changed) {
    if (changed.has('rows')) {
      this.at = undefined;
    }
  }

  get #money() {
    return this.figure === 'revenue';
  }

  #x(index) {
    const room = this.width - LEFT - RIGHT;
    return round(LEFT + (this.rows.length > 1 ? (index / (this.rows.length - 1)) * room : room / 2));
  }

  #point(event) {
    const share = (event.clientX - this.getBoundingClientRect().left - LEFT) / (this.width - LEFT - RIGHT);
    this.at = Math.max(0, Math.min(this.rows.length - 1, Math.round(share * (this.rows.length - 1))));
  }

  render() {
    const drawn = this.width && this.rows?.length;
    return html`<div class="plot" role="img" aria-label=${this.label} @pointermove=${drawn ? this.#point : nothing} @pointerdown=${drawn ? this.#point : nothing}
      @pointerleave=${() => { this.at = undefined; }}>${drawn ? this.#drawing() : nothing}</div>${drawn && this.at !== undefined ? this.#tip() : nothing}`;
  }

  #drawing() {
    const { now, before } = pairs(this.rows, this.compared, (row) => figureOf(row, this.figure));
    const { whole, open } = wholeAndOpen(now, this.running);
    const gross = this.#money ? this.rows.map((row) => row.grossSaleAmount) : null;
    const values = [now, before, gross].flatMap((line) => line ?? []).filter((value) => value !== null && value !== undefined);
    const low = Math.min(0, ...values);
    const high = Math.max(this.#money ? 100 : 4, ...values) * 1.06;
    const y = (value) => round(TOP + ((high - value) / (high - low)) * (HEIGHT - TOP - BOTTOM));
    const line = (list) => path(list, (index) => this.#x(index), y);
    const write = this.#money ? (value) => compactMoney(value, this.currency) : compact;
    const last = whole.findLastIndex((value) => value !== null);
    return html`<svg width=${this.width} height=${HEIGHT} aria-hidden="true">
      ${marks(low, high, (HEIGHT - TOP - BOTTOM) / MARK_HEIGHT).map((mark) => svg`<path class="grid" d="M${LEFT} ${y(mark)}H${this.width - RIGHT}"></path>
        <text class="mark" x=${LEFT - 8} y=${y(mark) + 4}>${write(mark)}</text>`)}
      ${places(this.rows.length, (this.width - LEFT) / NAME_WIDTH, NAME_STEPS).map((place) => svg`<text class="name" x=${this.#x(place)} y=${HEIGHT - 8}>${shortName(this.rows[place].start, this.granularity, this.zone)}</text>`)}
      <path class="area" d=${last > 0 ? `${line(whole)}L${this.#x(last)} ${y(0)}L${this.#x(0)} ${y(0)}Z` : ''}></path>
      ${before ? svg`<path class="before" d=${line(before)}></path>` : nothing}
      ${gross ? svg`<path class="gross" d=${line(gross)}></path>` : nothing}
      <path class="open" d=${line(open)}></path><path class="line" d=${line(whole)}></path>
      ${now.length === 1 ? svg`<circle class="dot" cx=${this.#x(0)} cy=${y(now[0])} r="4"></circle>` : nothing}
      ${this.rows.map((_, index) => (this.#notesAt(index).length ? svg`<circle class="note" cx=${this.#x(index)} cy=${HEIGHT - BOTTOM - 6} r="4"></circle>` : nothing))}
      ${this.at === undefined ? nothing : svg`<path class="at" d="M${this.#x(this.at)} ${TOP}V${HEIGHT - BOTTOM}"></path><circle class="dot" cx=${this.#x(this.at)} cy=${y(now[this.at])} r="4"></circle>`}</svg>`;
  }

  /** What is at the pointer, in words, beside it. */
  #tip() {
    const row = this.rows[this.at];
    const write = (value) => (this.#money ? money(value, this.currency) : count(value));
    const other = this.compared?.[this.at];
    const unfinished = this.running && this.at === this.rows.length - 1;
    return html`<div class="tip"><strong>${longName(row.start, this.granularity, this.zone)}${unfinished ? ` · ${texts.incomplete}` : ''}</strong>
      <b>${texts.figure[this.figure]}: ${write(figureOf(row, this.figure))}</b>
      ${this.#money ? html`<span>${texts.grossName}: ${write(row.grossSaleAmount)}</span>` : nothing}
      ${other ? html`<span>${longName(other.start, this.granularity, this.zone)}: ${write(figureOf(other, this.figure))}</span>` : nothing}
      ${this.#notesAt(this.at).map((note) => html`<em>${note.text}</em>`)}</div>`;
  }

  updated() {
    const tip = this.querySelector('.tip');
    if (tip) {
      const x = this.#x(this.at);
      tip.style.left = `${x > this.width / 2 ? x - tip.offsetWidth - 14 : x + 14}px`;
    }
  }

  #notesAt(index) {
    const from = this.rows[index].start;
    const to = this.rows[index + 1]?.start ?? '9';
    return (this.notes ?? []).filter(({ at }) => at >= from && at < to);
  }
}

/** @returns {string} the path of a line, which breaks off where there is no value */
function path(values, x, y) {
  return values.map((value, index) => (value === null ? '' : `${index && values[index - 1] !== null ? 'L' : 'M'}${x(index)} ${y(value)}`)).join('');
}

function round(number) {
  return Math.round(number * 10) / 10;
}

customElements.define('c-series', Series);
