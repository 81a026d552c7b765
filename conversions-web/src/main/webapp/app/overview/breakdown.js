import { html, LitElement, nothing } from 'lit';
import { count, percent } from '../format.js';
import '../components/dialog.js';
import { icon } from '../components/icons.js';
import { textsOf } from '../texts.js';
import { delta, exact, short } from './cards.js';
import { figureOf, totals } from './figures.js';
import { breakdownAsCsv, download } from './export.js';
import { figureShown, filtersOf, nameOf } from './groups.js';
import { FIGURES } from './view.js';

const texts = await textsOf('overview/overview');

const ROWS = 7;
const ROWS_OF_ALL = 500;

/**
 * A card that splits the figures by links, places, devices and so on. A row is a filter for the whole page. It tells the page
 * `filtered` with the filters of a row and the figure that it shows, and `named` with the names that rows have.
 */
class Breakdown extends LitElement {
  static properties = {
    card: { attribute: false }, questions: { attribute: false }, figure: {}, currency: {}, filters: { attribute: false }, money: { type: Boolean },
  };

  #split = null;
  #rows = null;
  #before = null;
  #failure = null;
  #asked = 0;
  #all = false;
  #search = '';

  createRenderRoot() {
    return this;
  }

  willUpdate(changed) {
    this.#split ??= this.card.splits[0];
    if (changed.has('questions') || changed.has('figure')) {
      this.#load();
    }
  }

  get #figure() {
    return figureShown(this.card, this.figure, this.money);
  }

  async #load() {
    this.#asked += 1;
    const asked = this.#asked;
    const { groupBy } = this.#split;
    try {
      const [rows, before] = await Promise.all([this.questions.split(groupBy, this.#figure), this.questions.comparedSplit(groupBy, this.#figure)]);
      if (asked !== this.#asked) {
        return;
      }
      this.#rows = rows;
      this.#before = before && new Map(before.map((row) => [nameOf(groupBy, row), row]));
      this.#failure = null;
      this.dispatchEvent(new CustomEvent('named', { detail: rows.flatMap((row) => Object.entries(filtersOf(this.#split, row))
        .slice(-1).map(([filter, value]) => [`${filter} ${value}`, nameOf(groupBy, row)])) }));
    } catch (error) {
      this.#failure = error;
    }
    this.requestUpdate();
  }

  #choose(split) {
    this.#split = split;
    this.#rows = null;
    this.#load();
    this.requestUpdate();
  }

  #filter(row) {
    this.#all = false;
    this.requestUpdate();
    this.dispatchEvent(new CustomEvent('filtered', { detail: { filters: filtersOf(this.#split, row), figure: this.#figure } }));
  }

  render() {
    const { groupBy } = this.#split;
    return html`<section class="card flush breakdown" aria-label=${texts.cards[this.card.key]}>
      <div class="card-head"><h2>${texts.cards[this.card.key]}</h2>
        ${this.#figure === this.figure ? nothing : html`<span class="small quiet">${texts.figure[this.#figure]}</span>`}
        ${this.card.splits.length > 1 ? html`<div class="segments small" role="group" aria-label=${texts.splitBy}>
          ${this.card.splits.slice(0, 3).map((split) => html`<button type="button" aria-pressed=${split === this.#split} @click=${() => this.#choose(split)}>${texts.groups[split.groupBy]}</button>`)}
          ${this.card.splits.length > 3 ? this.#more() : nothing}</div>` : nothing}</div>
      ${this.#failure ? html`<p class="rows quiet">${this.#failure.message}</p>` : this.#list(groupBy)}
      <div class="foot">${this.#rows?.length > ROWS ? html`<button class="button bare small" type="button" @click=${() => { this.#all = true; this.requestUpdate(); }}>${texts.all(count(this.#rows.length))}</button>` : nothing}</div>
      ${this.#all ? this.#dialog(groupBy) : nothing}</section>`;
  }

  /** The splits that there is no room for. */
  #more() {
    const rest = this.card.splits.slice(3);
    return html`<select aria-label=${texts.moreSplits} data-on=${rest.includes(this.#split)} @change=${(event) => this.#choose(rest.find(({ groupBy }) => groupBy === event.target.value) ?? this.card.splits[0])}>
      <option value="" ?selected=${!rest.includes(this.#split)}>${texts.more}</option>
      ${rest.map((split) => html`<option value=${split.groupBy} ?selected=${split === this.#split}>${texts.groups[split.groupBy]}</option>`)}</select>`;
  }

  #list(groupBy) {
    if (!this.#rows) {
      return html`<ul class="plain rows" aria-busy="true">${Array.from({ length: ROWS }, () => html`<li><span class="skeleton line"></span></li>`)}</ul>`;
    }
    const rows = this.#rows.filter((row) => figureOf(row, this.#figure) !== 0);
    if (!rows.length) {
      return html`<p class="rows none quiet">${texts.nothing[this.#figure]}</p>`;
    }
    const most = Math.max(...rows.map((row) => figureOf(row, this.#figure)), 1);
    const sum = figureOf(totals(rows), this.#figure) || 1;
    return html`<ul class="plain rows">${rows.slice(0, ROWS).map((row) => {
      const value = figureOf(row, this.#figure);
      const name = nameOf(groupBy, row);
      const before = this.#before?.get(name);
      return html`<li><button type="button" class="bar-row" aria-pressed=${this.#isOn(row)} @click=${() => this.#filter(row)}
          title=${`${name}: ${exact(row, this.#figure, this.currency)}, ${percent(value / sum)}${before ? ` · ${texts.before(exact(before, this.#figure, this.currency))}` : ''}`}>
        <svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect width=${Math.max(0, (value / most) * 100)} height="1"></rect></svg>
        <span class="name">${name}</span><span class="share quiet">${percent(value / sum)}</span><span class="value">${short(row, this.#figure, this.currency)}</span></button></li>`;
    })}</ul>`;
  }

  #isOn(row) {
    return Object.entries(filtersOf(this.#split, row)).every(([name, value]) => this.filters[name] === value);
  }

  #dialog(groupBy) {
    const figures = FIGURES.filter((name) => figureShown(this.card, name, this.money) === name && (this.money || name !== 'revenue'));
    const found = this.#rows.filter((row) => nameOf(groupBy, row).toLowerCase().includes(this.#search.toLowerCase()));
    return html`<c-dialog wide heading=${texts.groups[groupBy]} .open=${true} @closed=${() => { this.#all = false; this.#search = ''; this.requestUpdate(); }}>
      <div class="stack">
        <label class="search">${icon('search')}<span class="unseen">${texts.search}</span><input class="input" type="search" data-first placeholder=${texts.search} @input=${(event) => { this.#search = event.target.value; this.requestUpdate(); }}></label>
        <div class="table-frame tall" tabindex="0" role="region" aria-label=${texts.groups[groupBy]}><table aria-label=${texts.groups[groupBy]}>
          <thead><tr><th scope="col">${texts.groups[groupBy]}</th>${figures.map((name) => html`<th scope="col" class="end">${texts.figure[name]}</th>`)}
            ${this.#before ? html`<th scope="col" class="end">${texts.change(texts.figure[this.#figure])}</th>` : nothing}</tr></thead>
          <tbody>${found.slice(0, ROWS_OF_ALL).map((row) => {
            const before = this.#before?.get(nameOf(groupBy, row)) ?? totals([]);
            return html`<tr><td><button type="button" class="link-like" @click=${() => this.#filter(row)}>${nameOf(groupBy, row)}</button></td>
              ${figures.map((name) => html`<td class="end">${exact(row, name, this.currency)}</td>`)}
              ${this.#before ? html`<td class="end">${delta(row, before, this.#figure, this.currency)}</td>` : nothing}</tr>`;
          })}</tbody></table></div>
        <div class="row apart"><p class="small quiet" role="status">${found.length > ROWS_OF_ALL ? texts.firstOf(count(ROWS_OF_ALL), count(found.length)) : texts.found(found.length, count(found.length))}</p>
          <button class="button small" type="button" @click=${() => download(breakdownAsCsv(this.#split, found, this.currency, this.money), `conversions-${groupBy}`)}>${icon('download')}<span>${texts.csv}</span></button></div>
      </div></c-dialog>`;
  }
}

customElements.define('c-breakdown', Breakdown);
