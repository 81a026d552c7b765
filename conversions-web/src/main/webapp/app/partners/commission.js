import { html, LitElement, nothing } from 'lit';
import { call } from '../api.js';
import '../components/dialog.js';
import { here } from '../components/listing.js';
import { badge } from '../components/parts.js';
import { say } from '../components/toasts.js';
import { timeline } from '../customers/timeline.js';
import { money } from '../format.js';
import { session } from '../session.js';
import { promises } from '../portal/promises.js';
import { textsOf } from '../texts.js';
import { TONES } from './commissions.js';
import { said } from './notes.js';
import { nextStatuses } from './sums.js';

const texts = await textsOf('partners/partners');

/** One commission over the list: what happened to it, why it has its status, and what can become of it. */
class Commission extends LitElement {
  /** `current`: the rows of the list, which are new when something has changed. */
  static properties = { commissionId: { attribute: false }, change: { attribute: false }, current: { attribute: false }, shown: { state: true } };

  createRenderRoot() {
    return this;
  }

  willUpdate(changed) {
    if (changed.has('commissionId') || changed.has('current')) {
      this.#look();
    }
  }

  async #look() {
    const id = this.commissionId;
    if (!id) {
      this.shown = null;
      return;
    }
    try {
      const shown = await call('GET', `/commissions/${encodeURIComponent(id)}`);
      this.shown = id === this.commissionId ? shown : this.shown;
    } catch (error) {
      say(error.message, 'negative');
    }
  }

  #closed() {
    if (this.commissionId) {
      this.dispatchEvent(new CustomEvent('closed'));
    }
  }

  render() {
    const { shown } = this;
    return html`<c-dialog wide heading=${shown ? `${texts.commission}: ${money(shown.earnings, shown.currency)}` : texts.commission} .open=${Boolean(shown)} @closed=${this.#closed}>
      ${shown ? this.#content(shown) : nothing}</c-dialog>`;
  }

  #content(commission) {
    const { status, currency, partner, customer, saleId, id, entries, reward } = commission;
    const figures = [['gross', commission.grossEarnings], ['back', commission.refundedEarnings], ['earnings', commission.earnings], ['paid', commission.paidEarnings], ['clawback', commission.clawbackEarnings]]
      .filter(([name, value]) => value || name === 'gross' || name === 'earnings');
    const next = session.is('member') ? nextStatuses([status], !(customer && customer.mode !== 'live')) : [];
    return html`<div class="stack">
      <p>${badge(TONES[status], texts.statuses[status] ?? status)} ${texts.reasons[status]} ${said(commission.holdNote)}</p>
      <dl class="facts">${figures.map(([name, value]) => html`<div><dt>${texts.figures[name]}</dt><dd class="number">${money(value, currency)}</dd></div>`)}
        <div><dt>${texts.columns.by}</dt><dd><a href=${here(`/app/partners/${partner.id}`)}>${partner.name}</a></dd></div>
        ${customer ? html`<div><dt>${texts.toCustomer}</dt><dd><a href=${here(`/app/customers/${customer.id}`)}>${customer.name || customer.email || customer.externalId}</a></dd></div>` : nothing}
        ${saleId ? html`<div><dt>${texts.toSale}</dt><dd><a href=${here(`/app/sales/${saleId}`)}>${commission.invoiceId ?? saleId}</a></dd></div>` : nothing}
        ${reward ? html`<div><dt>${texts.terms}</dt><dd>${promises(reward, currency).join(' ')}</dd></div>` : nothing}
        <div><dt>${texts.names.id}</dt><dd><c-copy .text=${id} label=${texts.copyId}></c-copy></dd></div></dl>
      <h3>${texts.happened}</h3>
      <div class="in-dialog">${timeline(entries.map((entry) => ({
    kind: entry.kind === 'paid' || entry.kind === 'returned' ? 'paid' : entry.earnings < 0 ? 'takenBack' : 'earned', at: entry.at, amount: entry.earnings, currency, title: texts.entries[entry.kind] ?? entry.kind,
    more: said(entry.reason),
  })))}</div>
      ${next.length ? html`<div class="form-end">${next.map((to) => html`<button class="button small ${to === 'paid' ? 'primary' : ''}" type="button"
        @click=${() => this.change(to, commission)}>${texts.changes[to].button}</button>`)}</div>` : nothing}</div>`;
  }
}

customElements.define('c-commission', Commission);
