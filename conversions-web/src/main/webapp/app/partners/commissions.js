import { html, nothing } from 'lit';
import { call } from '../api.js';
import { confirm } from '../components/confirm.js';
import '../components/dialog.js';
import { AddressedPage, here, PAGE_SIZE, parameters } from '../components/listing.js';
import { badge, empty, table } from '../components/parts.js';
import '../components/pick.js';
import { say } from '../components/toasts.js';
import { moment, money } from '../format.js';
import { modeOf } from '../mode.js';
import { navigate } from '../router.js';
import { session } from '../session.js';
import { textsOf } from '../texts.js';
import './commission.js';
import { nextStatuses, paymentsOf, sums } from './sums.js';

const texts = await textsOf('partners/partners');
const FILTERS = ['status', 'partnerId', 'payoutId', 'interval'];
export const TONES = { pending: 'info', hold: 'caution', processed: 'info', paid: 'positive', refunded: '', canceled: '', fraud: 'negative', duplicate: '' };

/** The commissions: filtered as the address says, chosen, and changed together. */
class Commissions extends AddressedPage {
  #chosen = new Set();
  #payments = null;

  async look(query, mode) {
    const [status, partnerId, payoutId, interval] = FILTERS.map((name) => query.get(name));
    const rows = await call('GET', `/commissions?${parameters({ mode, status, partnerId, payoutId, interval, sortBy: query.get('sort'), page: query.get('page'), pageSize: PAGE_SIZE })}`);
    this.#chosen = new Set(rows.map(({ id }) => id).filter((id) => this.#chosen.has(id)));
    return { rows };
  }

  #choose(ids, chosen) {
    ids.forEach((id) => (chosen ? this.#chosen.add(id) : this.#chosen.delete(id)));
    this.requestUpdate();
  }

  #ask(status, commissions) {
    const change = texts.changes[status];
    confirm({
      title: change.title,
      text: change.text(texts.many(commissions.length), inWords(commissions)),
      button: change.button,
      action: async () => {
        const changed = await call('PATCH', '/commissions/bulk', { commissionIds: commissions.map(({ id }) => id), status });
        this.#chosen.clear();
        this.#payments = status === 'paid' ? { list: paymentsOf(changed), names: new Map(commissions.map(({ partner }) => [partner.id, partner.name])) } : null;
        say(texts.changed(changed.length));
        await this.reload();
      },
    });
  }

  shown({ rows }) {
    const { filters } = texts;
    const options = (none, choices) => [{ value: '', text: none }, ...Object.entries(choices).map(([value, text]) => ({ value, text }))];
    return html`
      <section class="card flush listing" aria-label=${texts.tabs.commissions}>
        <div class="filterbar" role="search">
          ${this.selectField('status', filters.status, options(texts.anyStatus, texts.statuses))}
          <c-pick class="picked" kind="partnerId" label=${filters.partnerId} .chosen=${this.query.get('partnerId')} @picked=${(event) => this.set({ partnerId: event.detail })}></c-pick>
          ${this.selectField('interval', filters.interval, options(texts.anyTime, texts.intervals))}
          ${this.selectField('sort', filters.sort, Object.entries(texts.commissionSorts).map(([value, text]) => ({ value, text })))}
          ${this.clearing(FILTERS)}
        </div>
        ${rows.length && session.is('member') ? this.#bar(rows) : nothing}
        ${rows.length || this.query.has('page') ? html`${this.#table(rows)}
          ${rows.length ? html`<div class="pager totals"><span>${texts.onPage}</span><strong>${inWords(rows)}</strong></div>` : nothing}${this.pager(rows)}` : this.#none()}
      </section>
      <c-commission .commissionId=${this.rest[1] ?? null} .change=${(status, commission) => this.#ask(status, [commission])} .current=${rows}
        @closed=${() => navigate(here(`/app/partners/commissions${location.search}`))}></c-commission>
      ${this.#paid()}`;
  }

  /** What is chosen, what it comes to, and what can become of it. */
  #bar(rows) {
    const chosen = rows.filter(({ id }) => this.#chosen.has(id));
    const all = chosen.length === rows.length;
    const next = nextStatuses(chosen.map(({ status }) => status), modeOf(location.search) === 'live');
    return html`<div class="choosing">
      <label class="check"><input type="checkbox" .checked=${all} .indeterminate=${chosen.length > 0 && !all} @change=${(event) => this.#choose(rows.map(({ id }) => id), event.target.checked)}>
        <span>${chosen.length ? texts.selected(chosen.length, inWords(chosen)) : texts.selectAll}</span></label>
      ${chosen.length ? html`<div class="row">${next.length ? nothing : html`<span class="quiet small">${texts.noChange}</span>`}${next.map((status) => html`<button class="button small ${status === 'paid' ? 'primary' : ''}" type="button"
        @click=${() => this.#ask(status, chosen)}>${texts.changes[status].button}</button>`)}</div>` : nothing}</div>`;
  }

  #table(rows) {
    return table(texts.tabs.commissions, [
      { label: texts.columns.amount, cell: (row) => this.#amount(row) },
      { label: texts.columns.by, cell: ({ partner }) => html`<a href=${here(`/app/partners/${partner.id}`)}>${partner.name}</a>` },
      { label: texts.columns.customer, cell: ({ customer }) => (customer ? html`<a href=${here(`/app/customers/${customer.id}`)}>${customer.name || customer.email || customer.externalId}</a>` : nothing) },
      { label: texts.columns.status, cell: ({ status }) => badge(TONES[status], texts.statuses[status] ?? status) },
      { label: texts.columns.of, end: true, cell: ({ type, amount, currency, saleId }) => (type === 'sale'
        ? html`<a class="nowrap" href=${here(`/app/sales/${saleId}`)}>${money(amount, currency)}</a>` : texts.types[type] ?? type) },
      { label: texts.columns.earnedAt, end: true, cell: ({ createdAt }) => html`<time class="nowrap" datetime=${createdAt}>${moment(createdAt)}</time>` },
    ], rows);
  }

  #amount({ id, earnings, grossEarnings, currency, partner }) {
    return html`<div class="row start-aligned">
      ${session.is('member') ? html`<input type="checkbox" aria-label=${texts.select(partner.name)} .checked=${this.#chosen.has(id)} @change=${(event) => this.#choose([id], event.target.checked)}>` : nothing}
      <div><a class="cell-title nowrap" href=${here(`/app/partners/commissions/${id}${location.search}`)}>${money(earnings, currency)}</a>
        ${earnings === grossEarnings ? nothing : html`<div class="quiet small nowrap">${texts.of(money(grossEarnings, currency))}</div>`}</div></div>`;
  }

  #none() {
    return FILTERS.some((name) => this.query.has(name)) ? empty('search', texts.noCommissionMatch, texts.noCommissionMatchText)
      : empty('handshake', texts.noCommissions, texts.noCommissionsText);
  }

  /** What each partner is to be paid for the commissions that were just marked as paid. */
  #paid() {
    const close = () => { this.#payments = null; this.requestUpdate(); };
    const { list, names } = this.#payments ?? { list: [] };
    return html`<c-dialog heading=${texts.payments} .open=${Boolean(this.#payments)} @closed=${close}>
      <div class="stack"><p>${texts.paymentsText}</p>
        <dl class="facts narrow">${list.map(({ partnerId, amount, earnings, absorbedEarnings, currency }) => html`<div><dt>${names.get(partnerId) ?? partnerId}</dt>
          <dd><strong class="number">${money(amount, currency)}</strong>
            ${absorbedEarnings ? html`<div class="quiet small">${texts.payment(money(earnings, currency), money(absorbedEarnings, currency))}</div>` : nothing}</dd></div>`)}</dl>
        <div class="form-end right"><button class="button primary" type="button" data-first @click=${close}>${texts.done}</button></div></div></c-dialog>`;
  }
}

/** Amounts in their currencies: "$12.00 + €3.50". */
function inWords(commissions) {
  return sums(commissions).map(({ currency, earnings }) => money(earnings, currency)).join(' + ');
}

customElements.define('c-commissions', Commissions);
