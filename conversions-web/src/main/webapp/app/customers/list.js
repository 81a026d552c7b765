import { html, nothing } from 'lit';
import { call } from '../api.js';
import { AddressedPage, here, PAGE_SIZE, parameters } from '../components/listing.js';
import { ago, badge, empty, head, table } from '../components/parts.js';
import '../components/pick.js';
import { count, moment, money } from '../format.js';
import { session } from '../session.js';
import { textsOf } from '../texts.js';
import { countries, countryName } from './countries.js';

const texts = await textsOf('money/customers');
const FILTERS = ['search', 'country', 'linkId', 'partnerId'];

/** The customers of the workspace: searched, filtered and sorted as the address says. */
class CustomerList extends AddressedPage {
  async look(query, mode) {
    const filter = { mode, ...Object.fromEntries(FILTERS.map((name) => [name, query.get(name)])) };
    const sortBy = query.get('sort');
    const [rows, total] = await Promise.all([
      call('GET', `/customers?${parameters({ ...filter, sortBy, page: query.get('page'), pageSize: PAGE_SIZE, includeExpandedFields: 'true' })}`),
      call('GET', `/customers/count?${parameters(filter)}`),
    ]);
    return { rows, total };
  }

  shown({ rows, total }) {
    return html`
      ${head(texts.title, texts.lead)}
      <section class="card flush listing" aria-label=${texts.title}>
        <div class="filterbar" role="search">
          ${this.searchField(texts.search)}
          ${this.selectField('country', texts.filters.country, [{ value: '', text: texts.filters.anyCountry }, ...countries()])}
          ${['linkId', 'partnerId'].map((kind) => html`<c-pick class="picked" kind=${kind} label=${texts.filters[kind]} .chosen=${this.query.get(kind)}
            @picked=${(event) => this.set({ [kind]: event.detail })}></c-pick>`)}
          ${this.selectField('sort', texts.sort, Object.entries(texts.sorts).map(([value, text]) => ({ value, text })))}
          ${this.clearing(FILTERS)}
        </div>
        ${rows.length ? html`${this.#table(rows)}${this.pager(rows, total)}` : this.#nobody()}
      </section>`;
  }

  #table(rows) {
    return table(texts.title, [
      { label: texts.columns.customer, cell: customerCell },
      { label: texts.columns.country, cell: ({ country }) => countryName(country) || '' },
      { label: texts.columns.link, cell: linkCell },
      { label: texts.columns.sales, end: true, cell: ({ sales }) => count(sales) },
      { label: texts.columns.value, end: true, cell: ({ saleAmount }) => html`<span class="nowrap">${money(saleAmount, session.workspace.currency)}</span>` },
      { label: texts.columns.seen, end: true, cell: ({ createdAt }) => html`<span class="nowrap">${ago(createdAt)}</span>` },
    ], rows);
  }

  #nobody() {
    return FILTERS.some((name) => this.query.has(name)) ? empty('search', texts.noMatch, texts.noMatchText)
      : empty('users', texts.nobody, texts.nobodyText, session.is('member') ? html`<a class="button" href="/app/stripe/connect">${texts.toStripe}</a>` : nothing);
  }
}

/** Who it is, and whether they are lost. */
function customerCell(customer) {
  const { id, name, email, externalId, subscriptionCanceledAt } = customer;
  const shown = name || email || externalId;
  return html`<div class="row"><a class="cell-title" href=${here(`/app/customers/${id}`)}>${shown}</a>
    ${subscriptionCanceledAt ? html`<span title=${moment(subscriptionCanceledAt)}>${badge('caution', texts.churned)}</span>` : nothing}</div>
    ${email && email !== shown ? html`<div class="quiet small">${email}</div>` : nothing}`;
}

function linkCell({ link, partner }) {
  return link ? html`<div><a href=${here(`/app/links/${link.id}`)}>${link.shortLink.replace(/^https?:\/\//, '')}</a>
    ${partner ? html`<div class="quiet small">${partner.name}</div>` : nothing}</div>` : html`<span class="quiet">${texts.noLink}</span>`;
}

customElements.define('c-customer-list', CustomerList);
