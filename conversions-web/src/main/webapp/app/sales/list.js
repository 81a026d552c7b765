import { html, nothing } from 'lit';
import { call } from '../api.js';
import { AddressedPage, here, PAGE_SIZE, parameters } from '../components/listing.js';
import { badge, empty, head, table } from '../components/parts.js';
import '../components/pick.js';
import { moment, money } from '../format.js';
import { language } from '../language.js';
import { session } from '../session.js';
import { textsOf } from '../texts.js';
import { converted, statusOf } from './status.js';

const texts = await textsOf('money/sales');
const FILTERS = ['search', 'interval', 'refunded', 'disputed', 'currency', 'linkId', 'customerId'];

/** The sales of the workspace, the newest first, filtered as the address says. */
class SaleList extends AddressedPage {
  async look(query, mode) {
    const [invoiceId, interval, refunded, disputed, currency, linkId, customerId] = FILTERS.map((name) => query.get(name));
    return {
      rows: await call('GET', `/sales?${parameters({
        mode, invoiceId, interval, refunded, disputed, currency, linkId, customerId, page: query.get('page'), pageSize: PAGE_SIZE, includeExpandedFields: 'true',
      })}`),
    };
  }

  shown({ rows }) {
    const options = (choices) => Object.entries(choices).map(([value, text]) => ({ value, text }));
    return html`
      ${head(texts.title, this.query.has('customerId') ? texts.ofCustomer : texts.lead)}
      <section class="card flush listing" aria-label=${texts.title}>
        <div class="filterbar" role="search">
          ${this.searchField(texts.invoice)}
          ${this.selectField('interval', texts.filters.interval, options(texts.intervals))}
          ${this.selectField('refunded', texts.filters.refunded, options(texts.refunds))}
          ${this.selectField('disputed', texts.filters.disputed, options(texts.disputes))}
          ${this.selectField('currency', texts.filters.currency, [{ value: '', text: texts.anyCurrency }, ...currencies()])}
          <c-pick class="picked" kind="linkId" label=${texts.filters.linkId} .chosen=${this.query.get('linkId')}
            @picked=${(event) => this.set({ linkId: event.detail })}></c-pick>
          ${this.clearing(FILTERS)}
        </div>
        ${rows.length || this.query.has('page') ? html`${this.#table(rows)}${this.pager(rows)}` : this.#none()}
      </section>`;
  }

  #table(rows) {
    return table(texts.title, [
      { label: texts.columns.sale, cell: saleCell },
      { label: texts.columns.customer, cell: ({ customer, customerId }) => html`<a href=${here(`/app/customers/${customerId}`)}>${customer?.name || customer?.email || customer?.externalId || texts.nobody}</a>` },
      { label: texts.columns.link, cell: ({ link, partner }) => (link ? html`<div><a href=${here(`/app/links/${link.id}`)}>${link.shortLink.replace(/^https?:\/\//, '')}</a>
        ${partner ? html`<div class="quiet small">${partner.name}</div>` : nothing}</div>` : nothing) },
      { label: texts.columns.status, cell: statusCell },
      { label: texts.columns.net, end: true, cell: amountCell },
    ], rows);
  }

  #none() {
    return FILTERS.some((name) => this.query.has(name)) ? empty('search', texts.noMatch, texts.noMatchText)
      : empty('card', texts.none, texts.noneText, session.is('member') ? html`<a class="button" href="/app/stripe/connect">${texts.toStripe}</a>` : nothing);
  }
}

function saleCell({ id, eventName, kind, paidAt }) {
  return html`<a class="cell-title" href=${here(`/app/sales/${id}`)}>${texts.eventNames[eventName] ?? eventName}</a>
    <div class="quiet small"><time class="nowrap" datetime=${paidAt}>${moment(paidAt)}</time> · ${texts.kinds[kind] ?? kind}</div>`;
}

/** The badges, and how much went back. */
function statusCell(sale) {
  const { refundedAmount, currency } = sale;
  return statusOf(sale).length ? html`<div>${statusBadges(sale)}${refundedAmount ? html`<div class="small nowrap negative-text">${money(0 - refundedAmount, currency)}</div>` : nothing}</div>` : nothing;
}

function amountCell(sale) {
  const { netAmount, grossAmount, currency, originalAmount, originalCurrency } = sale;
  const beside = converted(sale) ? money(originalAmount, originalCurrency) : netAmount === grossAmount ? null : texts.of(money(grossAmount, currency));
  return html`<div><span class="nowrap">${money(netAmount, currency)}</span>${beside ? html`<div class="quiet small nowrap">${beside}</div>` : nothing}</div>`;
}

/** What is to be known of the money of a sale, as badges. */
export function statusBadges(sale) {
  const found = statusOf(sale);
  return found.length ? html`<div class="row">${found.map(({ key, tone }) => badge(tone, texts.statuses[key]))}</div>` : nothing;
}

function currencies() {
  const names = new Intl.DisplayNames(language, { type: 'currency' });
  return Intl.supportedValuesOf('currency').map((code) => ({ value: code.toLowerCase(), text: `${code} · ${names.of(code)}` }));
}

customElements.define('c-sale-list', SaleList);
