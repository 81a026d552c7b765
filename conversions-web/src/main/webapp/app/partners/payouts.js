import { html, nothing } from 'lit';
import { call } from '../api.js';
import '../components/dialog.js';
import { icon } from '../components/icons.js';
import { AddressedPage, here, PAGE_SIZE, parameters } from '../components/listing.js';
import { badge, cardHead, empty, note, table } from '../components/parts.js';
import '../components/pick.js';
import { submitting } from '../forms.js';
import { day, moment, money } from '../format.js';
import { modeOf } from '../mode.js';
import { navigate } from '../router.js';
import { session } from '../session.js';
import { textsOf } from '../texts.js';
import { cutoffOf } from './cutoff.js';
import './payer.js';

const texts = await textsOf('partners/payouts');
const FILTERS = ['status', 'partnerId'];
const BATCH_TONES = { preparing: 'info', draft: 'caution', confirmed: 'info', completed: 'positive', canceled: '' };
export const PAYOUT_TONES = { pending: 'caution', processing: 'info', completed: 'positive', failed: 'negative', canceled: '' };

/** The payouts: the batches that they are made in, and each partner's. */
class Payouts extends AddressedPage {
  #drafting = false;

  async look(query) {
    const [batches, rows] = await Promise.all([
      call('GET', '/payouts/batches?pageSize=10'),
      call('GET', `/payouts?${parameters({ status: query.get('status'), partnerId: query.get('partnerId'), page: query.get('page'), pageSize: PAGE_SIZE })}`),
    ]);
    return { batches, rows };
  }

  #draft(open) {
    this.#drafting = open;
    this.requestUpdate();
  }

  #send = submitting(async ({ until, currency }) => {
    const batch = await call('POST', '/payouts/batches', { cutoff: cutoffOf(until), currency: currency.toLowerCase() });
    navigate(here(`/app/partners/payouts/${batch.id}`));
  });

  shown({ batches, rows }) {
    if (modeOf(location.search) !== 'live') {
      return note('info', html`<p>${texts.liveOnly}</p>`);
    }
    return html`<div class="stack wide">
      <section class="card flush" aria-label=${texts.batches}>${cardHead(texts.batches, texts.batchesText, session.is('member')
    ? html`<button class="button primary" type="button" @click=${() => this.#draft(true)}>${icon('plus')}<span>${texts.draft}</span></button>` : nothing)}
        ${batches.length ? this.#batches(batches) : empty('handshake', texts.noBatches, texts.noBatchesText)}</section>
      <section class="card flush listing" aria-label=${texts.payouts}>${cardHead(texts.payouts)}
        <div class="filterbar" role="search">
          ${this.selectField('status', texts.columns.status, [{ value: '', text: texts.anyStatus }, ...Object.entries(texts.statuses).map(([value, text]) => ({ value, text }))])}
          <c-pick class="picked" kind="partnerId" label=${texts.anyPartner} .chosen=${this.query.get('partnerId')} @picked=${(event) => this.set({ partnerId: event.detail })}></c-pick>${this.clearing(FILTERS)}</div>
        ${rows.length || this.query.has('page') ? html`${payoutTable(rows)}${this.pager(rows)}` : FILTERS.some((name) => this.query.has(name))
    ? empty('search', texts.noMatch, texts.noMatchText) : empty('handshake', texts.none, texts.noneText)}</section><c-payer></c-payer></div>
      ${this.#dialog()}`;
  }

  #batches(batches) {
    return table(texts.batches, [
      { label: texts.columns.until, cell: ({ id, cutoff }) => html`<a class="cell-title" href=${here(`/app/partners/payouts/${id}`)}>${texts.until(day(cutoff))}</a>` },
      { label: texts.columns.status, cell: ({ status }) => batchBadge(status) },
      { label: texts.columns.partners, end: true, cell: ({ payouts }) => payouts },
      { label: texts.columns.amount, end: true, cell: ({ amount, currency }) => html`<span class="nowrap">${money(amount, currency)}</span>` },
      { label: texts.columns.drafted, end: true, cell: ({ createdAt }) => html`<time class="nowrap" datetime=${createdAt}>${moment(createdAt)}</time>` },
    ], batches);
  }

  #dialog() {
    return html`<c-dialog heading=${texts.draft} .open=${this.#drafting} @closed=${() => this.#draft(false)}>
      <form class="stack" novalidate @submit=${this.#send}><p>${texts.draftText}</p>
        <c-choice name="until" label=${texts.cutoff} .options=${Object.entries(texts.cutoffs).map(([value, text]) => ({ value, text }))}></c-choice>
        <c-field name="currency" label=${texts.currency} required maxlength="3" .value=${session.workspace.currency.toUpperCase()}></c-field>
        <c-problem></c-problem>
        <div class="form-end right"><button class="button" type="button" @click=${() => this.#draft(false)}>${texts.cancel}</button>
          <button class="button primary" type="submit"><span>${texts.make}</span></button></div></form></c-dialog>`;
  }
}

export function batchBadge(status) {
  return badge(BATCH_TONES[status] ?? '', texts.batchStatuses[status] ?? status);
}

/** @param {(payout: object) => unknown} [actions] what can be done with one */
export function payoutTable(rows, actions) {
  return table(texts.payouts, [
    { label: texts.columns.partner, cell: ({ partner }) => html`<a class="cell-title" href=${here(`/app/partners/${partner.id}`)}>${partner.name}</a>` },
    { label: texts.columns.status, cell: ({ status, returnedAt, failureReason }) => html`${badge(PAYOUT_TONES[status] ?? '', returnedAt ? texts.returned : texts.statuses[status] ?? status)}
      ${failureReason ? html`<div class="quiet small">${failureReason}</div>` : nothing}` },
    { label: texts.columns.commissions, end: true, cell: ({ id, commissions }) => html`<a href=${here(`/app/partners/commissions?payoutId=${id}`)}>${commissions}</a>` },
    { label: texts.columns.amount, end: true, cell: ({ amount, earnings, absorbedEarnings, draftedAmount, currency, batchId }) => html`<strong class="number nowrap">${money(amount, currency)}</strong>
      ${absorbedEarnings ? html`<div class="quiet small">${texts.absorbed(money(earnings, currency), money(Math.abs(absorbedEarnings), currency))}</div>` : nothing}
      ${batchId && draftedAmount !== amount ? html`<div class="quiet small">${texts.wasDrafted(money(draftedAmount, currency))}</div>` : nothing}` },
    { label: texts.columns.at, end: true, cell: ({ paidAt, createdAt }) => html`<time class="nowrap" datetime=${paidAt ?? createdAt}>${moment(paidAt ?? createdAt)}</time>` },
    ...(actions ? [{ label: texts.columns.actions, actions: true, cell: actions }] : []),
  ], rows);
}

customElements.define('c-payouts', Payouts);
