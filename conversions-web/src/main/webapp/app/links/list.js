import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { call } from '../api.js';
import { save } from '../components/save.js';
import { icon } from '../components/icons.js';
import { empty, head } from '../components/parts.js';
import { Page } from '../components/page.js';
import { file } from '../csv.js';
import { count, day, moment, money } from '../format.js';
import { modeOf, withMode } from '../mode.js';
import { navigate } from '../router.js';
import { session } from '../session.js';
import { textsOf } from '../texts.js';
import { linkTabs } from './tabs.js';
import { chip, linkCell } from './parts.js';
import { places } from './places.js';
import { address, filtered, filterQuery, PAGE_SIZE, SORTS, wanted } from './query.js';
import { rowMenu } from './row-menu.js';
import { tableOf } from './table-of.js';
import './payment-dialog.js';
import './qr.js';

const texts = await textsOf('links/links');
const TYPING_MILLIS = 250;
const PATH = '/app/links';

/** The links of the workspace: found, filtered and sorted by what the address of the page says, with their figures. */
class LinkList extends Page {
  static properties = { ...Page.properties, search: {} };

  #links = [];
  #all = 0;
  #places = null;
  #typing = 0;

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#typing);
  }

  willUpdate(changed) {
    if (changed.get('search') !== undefined) {
      this.reload();
    }
  }

  async load() {
    const search = this.search;
    const want = wanted(search);
    const filter = filterQuery(want);
    const [links, all, known] = await Promise.all([
      call('GET', `/links?${filter}&sortBy=${want.sortBy}&page=${want.page}&pageSize=${PAGE_SIZE}&mode=${modeOf(search)}`),
      call('GET', `/links/count?${filter}`), this.#places ?? places()]);
    this.#places = known;
    if (search === this.search) {
      this.#links = links;
      this.#all = all;
    }
  }

  #to(path) {
    return withMode(path, modeOf(this.search));
  }

  #want(change, options) {
    navigate(address(PATH, location.search, change), options);
  }

  #type(event) {
    const { value } = event.target;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#want({ search: value.trim() }, { replace: true }), TYPING_MILLIS);
  }

  content() {
    const want = wanted(this.search);
    const none = !this.#links.length;
    return html`
      ${head(texts.title, texts.lead, html`
        ${session.is('member') ? html`<button class="button" type="button" @click=${() => this.show({ paymentLink: true })}>${icon('card')}<span>${texts.stripe}</span></button>
          <a class="button" href=${this.#to('/app/links/import')}>${icon('table')}<span>${texts.importCsv}</span></a>
          <a class="button primary" href=${this.#to('/app/links/new')} aria-keyshortcuts="c">${icon('plus')}<span>${texts.create}</span><kbd class="key-hint" aria-hidden="true">C</kbd></a>` : nothing}`)}
      ${linkTabs('links')}
      <section class="card flush" aria-label=${texts.title}>
        ${none && !filtered(want) && want.page === 1 ? this.#first() : html`${this.#filters(want)}${none ? this.#nothing() : this.#table()}${this.#pager(want)}`}
      </section>
      <c-link-qr .link=${this.qr ?? null} @closed=${() => this.show({ qr: null })}></c-link-qr>
      <c-payment-dialog .open=${Boolean(this.paymentLink)} @made=${() => this.reload()} @closed=${() => this.show({ paymentLink: false })}></c-payment-dialog>`;
  }

  #first() {
    return empty('link', texts.none, texts.noneText, session.is('member')
      ? html`<a class="button primary" href=${this.#to('/app/links/new')}>${icon('plus')}<span>${texts.createFirst}</span></a>` : nothing);
  }

  #nothing() {
    return empty('search', texts.nothing, texts.nothingText, html`<a class="button" href=${this.#to(PATH)}>${texts.showAll}</a>`);
  }

  #filters(want) {
    const { tags, folders, domains } = this.#places;
    return html`<form class="filter-bar" role="search" aria-label=${texts.filter} @submit=${(event) => event.preventDefault()}>
      <input class="input" type="search" name="search" maxlength="190" placeholder=${texts.search} aria-label=${texts.search} autocomplete="off" spellcheck="false"
        .value=${live(this.contains(document.activeElement) && document.activeElement.name === 'search' ? document.activeElement.value : want.search)} @input=${this.#type}>
      ${tags.length ? this.#select('tagIds', texts.tag, texts.allTags, tags.map(({ id, name }) => [id, name]), want) : nothing}
      ${folders.length ? this.#select('folderId', texts.folder, texts.allFolders, folders.map(({ id, name }) => [id, name]), want) : nothing}
      ${domains.length ? this.#select('domain', texts.domain, texts.allDomains, [location.host, ...domains.map(({ slug }) => slug)].map((slug) => [slug, slug]), want) : nothing}
      ${this.#select('sortBy', texts.order, null, SORTS.map((sort) => [sort, texts.orders[sort]]), want)}
      <label class="check small"><input type="checkbox" .checked=${Boolean(want.showArchived)} @change=${(event) => this.#want({ showArchived: event.target.checked ? 'true' : '' })}>${texts.archivedToo}</label>
    </form>`;
  }

  #select(name, label, everything, options, want) {
    return html`<select class="input" aria-label=${label} .value=${live(want[name])} @change=${(event) => this.#want({ [name]: event.target.value })}>
      ${everything === null ? nothing : html`<option value="">${everything}</option>`}
      ${options.map(([value, text]) => html`<option value=${value} ?selected=${value === want[name]}>${text}</option>`)}</select>`;
  }

  #table() {
    const figure = (link, text) => html`<a href=${this.#to(`/app/?linkId=${link.id}`)}>${text}</a>`;
    const columns = [
      { label: texts.link, cell: (link) => linkCell(link, this.#to(`/app/links/${link.id}`)) },
      { label: texts.tags, look: 'tags', cell: ({ tags }) => html`<div class="chips">${tags.map(chip)}</div>` },
      { label: texts.clicks, end: true, cell: (link) => figure(link, count(link.clicks)) },
      { label: texts.leads, end: true, cell: (link) => figure(link, count(link.leads)) },
      { label: texts.sales, end: true, cell: (link) => figure(link, count(link.sales)) },
      { label: texts.revenue, end: true, cell: (link) => figure(link, money(link.saleAmount, session.workspace.currency)) },
      { label: texts.created, end: true, look: 'made', cell: ({ createdAt }) => html`<time class="small quiet" datetime=${createdAt} title=${moment(createdAt)}>${day(createdAt)}</time>` },
      { label: texts.actions, actions: true, cell: (link) => rowMenu(link, { to: (path) => this.#to(path), qr: () => this.show({ qr: link }), changed: () => this.reload() }) },
    ].filter(({ label }) => label !== texts.tags || this.#links.some(({ tags }) => tags.length));
    return html`<div class="table-frame links-table"><table class="responsive" aria-label=${texts.title}>
      <thead><tr>${columns.map(({ label, end, actions, look = '' }) => html`<th scope="col" class="${end || actions ? 'end' : ''} ${look}">${actions ? html`<span class="unseen">${label}</span>` : label}</th>`)}</tr></thead>
      <tbody>${this.#links.map((link) => html`<tr>${columns.map(({ label, cell, end, actions, look = '' }, index) => html`
        <td class="${actions ? 'actions end' : end ? 'end number' : ''} ${look}" data-label=${index > 0 && !actions ? label : nothing}>${cell(link)}</td>`)}</tr>`)}</tbody></table></div>`;
  }

  #pager({ page }) {
    const begin = (page - 1) * PAGE_SIZE;
    const to = (number) => address(PATH, this.search, { page: number });
    return html`<nav class="pager small" aria-label=${texts.pages}><span class="quiet number" role="status">${this.#links.length ? texts.range(begin + 1, begin + this.#links.length, this.#all) : texts.found(this.#all)}</span>
      <span class="row">${this.#links.length ? html`<button class="button small" type="button" @click=${this.#export}>${icon('download')}<span>${texts.csv}</span></button>` : nothing}
      ${page > 1 ? html`<a class="button small" rel="prev" href=${to(page - 1)}>${icon('left')}<span>${texts.before}</span></a>` : nothing}
      ${begin + this.#links.length < this.#all ? html`<a class="button small" rel="next" href=${to(page + 1)}><span>${texts.after}</span>${icon('right')}</a>` : nothing}</span></nav>`;
  }

  #export() {
    save(file(tableOf(this.#links, this.#places.folders, session.workspace.currency)), `links-${new Date().toISOString().slice(0, 10)}.csv`);
  }
}

customElements.define('c-link-list', LinkList);
