import { html, nothing } from 'lit';
import { call } from '../api.js';
import { icon } from '../components/icons.js';
import { AddressedPage, here, PAGE_SIZE, parameters } from '../components/listing.js';
import { badge, cardHead, empty, table } from '../components/parts.js';
import '../components/pick.js';
import { countryName } from '../customers/countries.js';
import { day, money } from '../format.js';
import { textsOf } from '../texts.js';

const texts = await textsOf('partners/statements');
const FILTERS = ['kind', 'partnerId'];
const YEARS = 5;

/** The statements that partners got with their payouts, and what they come to in a year. */
class Statements extends AddressedPage {
  async look(query) {
    const year = query.get('year') || String(new Date().getUTCFullYear());
    const [rows, totals] = await Promise.all([
      call('GET', `/statements?${parameters({ kind: query.get('kind'), partnerId: query.get('partnerId'), page: query.get('page'), pageSize: PAGE_SIZE })}`),
      call('GET', `/statements/totals?${parameters({ year, pageSize: PAGE_SIZE })}`),
    ]);
    return { rows, totals, year };
  }

  shown({ rows, totals, year }) {
    const now = new Date().getUTCFullYear();
    return html`<div class="stack wide">
      <section class="card flush listing" aria-label=${texts.title}>${cardHead(texts.title, texts.lead)}
        <div class="filterbar" role="search">
          ${this.selectField('kind', texts.columns.kind, [{ value: '', text: texts.anyKind }, ...Object.entries(texts.kinds).map(([value, text]) => ({ value, text }))])}
          <c-pick class="picked" kind="partnerId" label=${texts.anyPartner} .chosen=${this.query.get('partnerId')} @picked=${(event) => this.set({ partnerId: event.detail })}></c-pick>${this.clearing(FILTERS)}</div>
        ${rows.length || this.query.has('page') ? html`${this.#table(rows)}${this.pager(rows)}` : FILTERS.some((name) => this.query.has(name))
    ? empty('search', texts.noMatch, texts.noMatchText) : empty('card', texts.none, texts.noneText)}</section>
      <section class="card flush" aria-label=${texts.totals}>${cardHead(texts.totals, texts.totalsText, html`<select class="input auto" aria-label=${texts.year} @change=${(event) => this.set({ year: event.target.value })}>
          ${Array.from({ length: YEARS }, (_, back) => String(now - back)).map((one) => html`<option value=${one} ?selected=${one === year}>${one}</option>`)}</select>`)}
        ${totals.length ? this.#totals(totals) : html`<p class="quiet inset">${texts.noTotals(year)}</p>`}</section></div>`;
  }

  #table(rows) {
    return table(texts.title, [
      { label: texts.columns.number, cell: ({ number, kind }) => html`<span class="cell-title mono">${number}</span> ${kind === 'credit_note' ? badge('caution', texts.kinds.credit_note) : nothing}` },
      { label: texts.columns.partner, cell: ({ partnerId, payee }) => html`<a href=${here(`/app/partners/${partnerId}`)}>${payee.name}</a>` },
      { label: texts.columns.issued, end: true, cell: ({ issuedAt }) => html`<time class="nowrap" datetime=${issuedAt}>${day(issuedAt)}</time>` },
      { label: texts.columns.total, end: true, cell: ({ total, currency }) => html`<strong class="number nowrap">${money(total, currency)}</strong>` },
      { label: texts.columns.files, actions: true, cell: ({ id, number }) => html`<div class="row">${['pdf', 'csv'].map((format) => html`
        <a class="button small" href=${`/api/statements/${id}.${format}`} download aria-label="${format.toUpperCase()} ${number}">${icon('download')}<span>${format.toUpperCase()}</span></a>`)}</div>` },
    ], rows);
  }

  #totals(totals) {
    return table(texts.totals, [
      { label: texts.columns.partner, cell: ({ partnerId, partnerName }) => html`<a class="cell-title" href=${here(`/app/partners/${partnerId}`)}>${partnerName ?? partnerId}</a>` },
      { label: texts.columns.country, cell: ({ country }) => countryName(country) },
      { label: texts.columns.statements, end: true, cell: ({ statements, creditNotes }) => statements + creditNotes },
      { label: texts.columns.earned, end: true, cell: ({ earned, currency }) => money(earned, currency) },
      { label: texts.columns.takenBack, end: true, cell: ({ takenBack, currency }) => money(takenBack, currency) },
      { label: texts.columns.total, end: true, cell: ({ total, currency }) => html`<strong class="number nowrap">${money(total, currency)}</strong>` },
    ], totals);
  }
}

customElements.define('c-statements', Statements);
