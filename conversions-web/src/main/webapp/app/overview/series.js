import { html, LitElement } from 'lit';
import uPlot from 'uplot';
import { compact, compactMoney, count, money } from '../format.js';
import { textsOf } from '../texts.js';
import { longName, pairs, shortName, wholeAndOpen } from './buckets.js';
import { figureOf } from './figures.js';

const texts = await textsOf('overview');

const HEIGHT = 280;
const AXIS_FONT = '12px system-ui, sans-serif';

/** The series over time, drawn on a canvas: the shown period, and as a second line the compared one. A table says the same. */
class Series extends LitElement {
  static properties = {
    rows: { attribute: false }, compared: { attribute: false }, figure: {}, granularity: {}, zone: {}, currency: {},
    running: { type: Boolean }, notes: { attribute: false }, label: {},
  };

  #plot = null;
  #resized = new ResizeObserver(([{ contentRect }]) => this.#plot?.setSize({ width: Math.floor(contentRect.width), height: HEIGHT }));
  #scheme = matchMedia('(prefers-color-scheme: dark)');
  #redraw = () => this.#draw();
  #theme = new MutationObserver(this.#redraw);

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#resized.observe(this);
    this.#scheme.addEventListener('change', this.#redraw);
    this.#theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#resized.disconnect();
    this.#theme.disconnect();
    this.#scheme.removeEventListener('change', this.#redraw);
    this.#plot?.destroy();
    this.#plot = null;
  }

  updated() {
    this.#draw();
  }

  get #money() {
    return this.figure === 'revenue';
  }

  #draw() {
    const place = this.querySelector('.plot');
    if (!place || !this.rows?.length) {
      return;
    }
    this.#plot?.destroy();
    const { now, before } = pairs(this.rows, this.compared, (row) => figureOf(row, this.figure));
    const { whole, open } = wholeAndOpen(now, this.running);
    const gross = this.#money ? this.rows.map((row) => row.grossSaleAmount) : null;
    const data = [this.rows.map((_, index) => index), before ?? now.map(() => null), gross ?? now.map(() => null), open, whole];
    this.#plot = new uPlot(this.#options(), data, place);
  }

  #options() {
    const colour = resolved(this, '--accent');
    const quiet = resolved(this, '--edge');
    const line = resolved(this, '--line');
    const text = resolved(this, '--quiet');
    const points = { show: this.rows.length === 1, size: 7 };
    const writes = this.#money ? (value) => compactMoney(value, this.currency) : compact;
    return {
      width: Math.max(200, Math.floor(this.clientWidth)),
      height: HEIGHT,
      padding: [12, 28, 0, 0],
      legend: { show: false },
      cursor: { y: false, move: (plot, left, top) => [left < 0 ? left : plot.valToPos(plot.posToIdx(left), 'x'), top], points: { size: 8 }, drag: { x: false, y: false } },
      scales: { x: { time: false, range: (_, min, max) => (min === max ? [min - 1, max + 1] : [min, max]) }, y: { range: (_, min, max) => [Math.min(0, min ?? 0), Math.max(max ?? 0, this.#money ? 100 : 4) * 1.06] } },
      axes: [
        { stroke: text, font: AXIS_FONT, size: 30, grid: { show: false }, ticks: { show: false }, space: 72, incrs: [1, 2, 3, 6, 7, 12, 14, 24, 28, 48, 60, 90, 120, 180, 240, 360],
          values: (_, places) => places.map((place) => (Number.isInteger(place) && this.rows[place] ? shortName(this.rows[place].start, this.granularity, this.zone) : '')) },
        { stroke: text, font: AXIS_FONT, size: 60, grid: { stroke: line, width: 1 }, ticks: { show: false },
          incrs: this.#money ? undefined : [1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 2e4, 5e4, 1e5, 2e5, 5e5, 1e6, 2e6, 5e6, 1e7],
          values: (_, values) => values.map(writes) },
      ],
      series: [
        {},
        { stroke: quiet, width: 1.5, dash: [2, 4], points: { show: false } },
        { stroke: colour, width: 1, points: { show: false }, alpha: 0.5 },
        { stroke: colour, width: 2, dash: [5, 5], points: { show: false } },
        { stroke: colour, width: 2, fill: resolved(this, '--accent-soft', 0.55), points },
      ],
      hooks: { setCursor: [(plot) => this.#point(plot)], draw: [(plot) => this.#drawNotes(plot)] },
    };
  }

  /** What is at the cursor, in words, beside it. */
  #point(plot) {
    const tip = this.querySelector('.tip');
    const { idx, left, top } = plot.cursor;
    const row = idx === null || idx === undefined || left < 0 ? null : this.rows[idx];
    tip.hidden = !row;
    if (!row) {
      return;
    }
    const write = (value) => (this.#money ? money(value, this.currency) : count(value));
    const other = this.compared?.[idx];
    const unfinished = this.running && idx === this.rows.length - 1;
    const lines = [
      ['strong', longName(row.start, this.granularity, this.zone) + (unfinished ? ` · ${texts.incomplete}` : '')],
      ['b', `${texts.figure[this.figure]}: ${write(figureOf(row, this.figure))}`],
      ...(this.#money ? [['span', `${texts.grossName}: ${write(row.grossSaleAmount)}`]] : []),
      ...(other ? [['span', `${longName(other.start, this.granularity, this.zone)}: ${write(figureOf(other, this.figure))}`]] : []),
      ...this.#notesAt(idx).map((note) => ['em', note.text]),
    ];
    tip.replaceChildren(...lines.map(([name, text]) => Object.assign(document.createElement(name), { textContent: text })));
    const right = left > plot.over.clientWidth / 2;
    tip.style.left = `${plot.over.offsetLeft + left + (right ? -tip.offsetWidth - 14 : 14)}px`;
    tip.style.top = `${Math.max(0, Math.min(top, HEIGHT - tip.offsetHeight - 40))}px`;
  }

  #notesAt(index) {
    const from = this.rows[index].start;
    const to = this.rows[index + 1]?.start ?? '9';
    return (this.notes ?? []).filter(({ at }) => at >= from && at < to);
  }

  /** A mark at the foot of each bucket that somebody wrote something about. */
  #drawNotes(plot) {
    const { ctx, bbox } = plot;
    ctx.save();
    ctx.fillStyle = resolved(this, '--caution');
    this.rows.forEach((_, index) => {
      if (this.#notesAt(index).length) {
        const x = plot.valToPos(index, 'x', true);
        ctx.beginPath();
        ctx.arc(x, bbox.top + bbox.height - 6 * devicePixelRatio, 4 * devicePixelRatio, 0, 2 * Math.PI);
        ctx.fill();
      }
    });
    ctx.restore();
  }

  render() {
    return html`<div class="plot" role="img" aria-label=${this.label}></div><div class="tip" hidden></div>`;
  }
}

/** @returns {string} a colour of the tokens as a canvas understands it */
function resolved(element, token, alpha = 1) {
  const probe = element.querySelector('.plot');
  probe.style.color = alpha === 1 ? `var(${token})` : `color-mix(in srgb, var(${token}) ${alpha * 100}%, transparent)`;
  const colour = getComputedStyle(probe).color;
  probe.style.color = '';
  return colour;
}

customElements.define('c-series', Series);
