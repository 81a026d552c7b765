import { html } from 'lit';
import { PAGE_SIZE, parameters } from '../../components/listing.js';
import { badge, empty, head, table } from '../../components/parts.js';
import { country } from '../../components/places.js';
import { count, day, money } from '../../format.js';
import { textsOf } from '../../texts.js';
import { View } from '../view.js';

const texts = await textsOf('portal/portal-customers');

/** The customers that the partner brought: masked, unless the program shares who they are. */
class Customers extends View {
  async look(query) {
    const [rows, details] = await Promise.all([this.portal.get(`/customers?${parameters({ page: query.get('page'), pageSize: PAGE_SIZE })}`), this.portal.details()]);
    return { rows, details };
  }

  shown({ rows, details }) {
    return html`${head(texts.title, texts.lead)}
      <section class="card flush listing" aria-label=${texts.title}>
        ${rows.length || this.query.has('page') ? html`${this.#table(rows, this.currency(details))}${this.pager(rows)}` : empty('users', texts.none, texts.noneText)}</section>`;
  }

  #table(rows, currency) {
    return table(texts.title, [
      { label: texts.columns.customer, cell: ({ name, email, id }) => html`<span class="cell-title">${name || email || id}</span>${name && email ? html`<div class="quiet small">${email}</div>` : ''}` },
      { label: texts.columns.country, cell: (row) => country(row.country) },
      { label: texts.columns.since, end: true, cell: ({ createdAt }) => html`<time class="nowrap" datetime=${createdAt}>${day(createdAt)}</time>` },
      { label: texts.columns.state, cell: ({ firstSaleAt, subscriptionCanceledAt }) => (subscriptionCanceledAt ? badge('', texts.left(day(subscriptionCanceledAt)))
        : firstSaleAt ? badge('positive', texts.buys) : badge('info', texts.signedUp)) },
      { label: texts.columns.sales, end: true, cell: ({ sales }) => count(sales) },
      { label: texts.columns.revenue, end: true, cell: ({ saleAmount }) => html`<span class="nowrap">${money(saleAmount, currency)}</span>` },
    ], rows);
  }
}

customElements.define('portal-customers', Customers);
