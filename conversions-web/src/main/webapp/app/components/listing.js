import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { call } from '../api.js';
import { count } from '../format.js';
import { modeOf, withMode } from '../mode.js';
import { navigate } from '../router.js';
import { textsOf } from '../texts.js';
import { icon } from './icons.js';
import { Page } from './page.js';

const texts = await textsOf('frame/listing');

const TYPING_MILLIS = 250;
export const PAGE_SIZE = 50;

/** @returns {string} a path of these pages in the mode that is shown */
export function here(path) {
  return withMode(path, modeOf(location.search));
}

/**
 * A page whose state is in its address: each step looks anew, and the rows of before stay until the new ones are there. Where the
 * address stands behind the # of a document, the page says so by its `place` and its `go`.
 */
export class AddressedPage extends Page {
  /** What was found for the address; null until it is there. */
  found = null;
  #address = null;
  #typing = null;

  /** @returns {{path: string, search: string}} the address */
  get place() {
    return { path: location.pathname, search: location.search };
  }

  go(address, options) {
    navigate(address, options);
  }

  get #now() {
    const { path, search } = this.place;
    return path + search;
  }

  willUpdate() {
    const address = this.#now;
    if (this.#address !== null && this.#address !== address && this.isConnected) {
      if (this.#address.split('?')[0] !== this.place.path) {
        this.found = null;
      }
      this.#address = address;
      this.reload();
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#typing);
  }

  /** Says to screen readers, and shows, that the rows are about to change. */
  async reload() {
    this.ariaBusy = this.found ? 'true' : null;
    await super.reload();
    this.ariaBusy = null;
  }

  async load() {
    const address = this.#now;
    this.#address = address;
    const found = await this.look(this.query, modeOf(this.place.search));
    if (this.#address === address) {
      this.found = found;
    }
  }

  /** Gets what the address asks for; overridden. */
  async look() {
    return {};
  }

  content() {
    return this.found ? this.shown(this.found) : this.waiting();
  }

  /** What the address asks for now. */
  get query() {
    return new URLSearchParams(this.place.search);
  }

  /** @returns {string} this page with other values in its address; a filter begins at the first page */
  with(changes) {
    const query = this.query;
    query.delete('page');
    Object.entries(changes).forEach(([name, value]) => (value ? query.set(name, value) : query.delete(name)));
    return query.size ? `${this.place.path}?${query}` : this.place.path;
  }

  set(changes) {
    this.go(this.with(changes));
  }

  /** Does the same a moment after the last key, without a step back for each. */
  typed(changes) {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.go(this.with(changes), { replace: true }), TYPING_MILLIS);
  }

  searchField(label) {
    return html`<div class="search">${icon('search')}<input class="input" type="search" aria-label=${label} placeholder=${label} maxlength="190"
      .value=${live(this.query.get('search') ?? '')} @input=${(event) => this.typed({ search: event.target.value.trim() })}></div>`;
  }

  /** @param {{value: string, text: string}[]} options the first one is without a value: no filter */
  selectField(name, label, options) {
    const chosen = this.query.get(name) ?? '';
    return html`<select class="input" aria-label=${label} @change=${(event) => this.set({ [name]: event.target.value })}>
      ${options.map(({ value, text }) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`)}</select>`;
  }

  /** Takes all filters away, where there is one. */
  clearing(names) {
    return names.some((name) => this.query.has(name)) ? html`<button class="button bare" type="button"
      @click=${() => this.set(Object.fromEntries(names.map((name) => [name, ''])))}>${texts.clear}</button>` : nothing;
  }

  /** The way to the other pages of a list. @param {number|null} total of all pages, where it is known */
  pager(rows, total = null) {
    const page = Number(this.query.get('page') ?? 1);
    const last = total === null ? rows.length < PAGE_SIZE : page * PAGE_SIZE >= total;
    if (page === 1 && last) {
      return total === null ? nothing : html`<div class="pager"><span>${texts.all(count(total))}</span></div>`;
    }
    const first = (page - 1) * PAGE_SIZE;
    return html`<nav class="pager" aria-label=${texts.pages}>
      <span>${rows.length ? texts.range(count(first + 1), count(first + rows.length), total === null ? null : count(total)) : texts.noMore}</span>
      <span class="row">
        ${page > 1 ? html`<a class="button small" href=${this.with({ page: page > 2 ? String(page - 1) : '' })}>${icon('left')}<span>${texts.previous}</span></a>` : nothing}
        ${last ? nothing : html`<a class="button small" href=${this.with({ page: String(page + 1) })}><span>${texts.next}</span>${icon('right')}</a>`}</span></nav>`;
  }
}

/** @returns {string} a query of the API without the values that are empty */
export function parameters(values) {
  return new URLSearchParams(Object.entries(values).filter(([, value]) => value)).toString();
}

/** Finds what a field offers while somebody types. */
export const FOUND = {
  linkId: async (text, mode) => (await call('GET', `/links?${parameters({ search: text, pageSize: 20, mode })}`))
    .map(({ id, shortLink }) => ({ id, name: shortLink.replace(/^https?:\/\//, '') })),
  partnerId: async (text) => (await call('GET', `/partners?${parameters({ search: text, pageSize: 20 })}`)).map(({ id, name }) => ({ id, name })),
};

/** The names of what is chosen already, by its id. */
export const NAMED = {
  linkId: async (id) => (await call('GET', `/links/${encodeURIComponent(id)}`)).shortLink.replace(/^https?:\/\//, ''),
  partnerId: async (id) => (await call('GET', `/partners/${encodeURIComponent(id)}`)).name,
};
