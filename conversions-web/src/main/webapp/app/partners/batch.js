import { html, nothing } from 'lit';
import { call, fileOf } from '../api.js';
import { confirm } from '../components/confirm.js';
import '../components/dialog.js';
import { icon } from '../components/icons.js';
import { AddressedPage, here, PAGE_SIZE, parameters } from '../components/listing.js';
import { cardHead, head, note, table } from '../components/parts.js';
import { save } from '../components/save.js';
import { say } from '../components/toasts.js';
import { doing, submitting } from '../forms.js';
import { count, day, moment, money } from '../format.js';
import { session } from '../session.js';
import { textsOf } from '../texts.js';
import { batchBadge, payoutTable } from './payouts.js';
import './transfers.js';

const texts = await textsOf('partners/payouts');
const commissionTexts = await textsOf('partners/partners');
const FORMATS = ['csv', 'sepa', 'paypal', 'wise'];

/** A batch of payouts: what it comes to, what changed since it was drafted, its files, and each partner's payout. */
class Batch extends AddressedPage {
  /** The payout of which somebody says that it failed or came back, with that word. */
  #told = null;

  #preparing = false;

  connectedCallback() {
    super.connectedCallback();
    this.every(2_000, () => this.#preparing && this.reload());
  }

  async look(query) {
    const [, id] = this.rest;
    const [batch, rows] = await Promise.all([call('GET', `/payouts/batches/${encodeURIComponent(id)}`),
      call('GET', `/payouts?${parameters({ batchId: id, page: query.get('page'), pageSize: PAGE_SIZE })}`)]);
    this.#preparing = batch.status === 'preparing';
    return { batch, rows };
  }

  #step(step, batch) {
    confirm({
      title: texts.steps[step].title,
      text: texts.steps[step].text(batch.payouts, money(batch.amount, batch.currency)),
      button: texts.steps[step].button,
      action: async () => {
        await call('POST', `/payouts/batches/${batch.id}/${step}`);
        say(texts.steps[step].done);
        await this.reload();
      },
    });
  }

  #paid(payout) {
    confirm({
      title: texts.paidTitle(payout.partner.name),
      text: texts.paidText(money(payout.amount, payout.currency)),
      button: texts.markPaid,
      action: () => this.#tell(payout, { status: 'paid' }),
    });
  }

  async #tell(payout, change) {
    await call('PATCH', `/payouts/batches/${payout.batchId}/payouts/${payout.id}`, change);
    say(texts.told);
    this.#ask(null);
    await this.reload();
  }

  #ask(told) {
    this.#told = told;
    this.requestUpdate();
  }

  #send = submitting(({ reason }) => this.#tell(this.#told.payout, { status: this.#told.status, reason: reason || undefined }));

  shown({ batch, rows }) {
    const member = session.is('member');
    return html`
      <a class="backward" href=${here('/app/partners/payouts')}>${icon('left')}${texts.all}</a>
      ${head(html`${money(batch.amount, batch.currency)} <span class="quiet">${texts.to(batch.payouts, count(batch.payouts))}</span>`, nothing, html`${batchBadge(batch.status)}
        ${member && batch.status === 'draft' ? html`<button class="button primary" type="button" @click=${() => this.#step('confirm', batch)}>${texts.steps.confirm.button}</button>` : nothing}
        ${member && ['preparing', 'draft', 'confirmed'].includes(batch.status) && !batch.counts.completed ? html`<button class="button danger" type="button" @click=${() => this.#step('cancel', batch)}>${texts.steps.cancel.button}</button>` : nothing}`)}
      <div class="stack wide">
        ${batch.status === 'preparing' ? note('info', html`<p role="status">${texts.preparingNote}</p>`) : nothing}
        ${batch.status === 'draft' ? note('info', html`<p>${texts.draftNote}</p>`) : nothing}
        <section class="card" aria-label=${texts.facts}>${this.#facts(batch)}</section>
        ${batch.changes.length ? this.#changes(batch) : nothing}
        ${['confirmed', 'completed'].includes(batch.status) ? html`${this.#files(batch)}
          <c-transfers batchId=${batch.id} .names=${new Map(rows.map(({ id, partner }) => [id, partner.name]))} @sent=${() => this.reload()}></c-transfers>` : nothing}
        <section class="card flush listing" aria-label=${texts.payouts}>${cardHead(texts.payouts)}
          ${payoutTable(rows, member && ['confirmed', 'completed'].includes(batch.status) ? (payout) => this.#actions(payout) : undefined)}${this.pager(rows)}</section>
      </div>
      ${this.#dialog()}`;
  }

  #facts(batch) {
    const person = (at, by) => html`<time datetime=${at}>${moment(at)}</time>${by ? html`<div class="quiet small">${by}</div>` : nothing}`;
    const rows = [
      [texts.columns.until, day(batch.cutoff)],
      [texts.minimum, money(batch.minPayoutAmount, batch.currency)],
      [texts.columns.drafted, person(batch.createdAt, batch.createdBy)],
      ...(batch.draftedAmount === batch.amount ? [] : [[texts.draftedAmount, money(batch.draftedAmount, batch.currency)]]),
      ...(batch.confirmedAt ? [[texts.confirmed, person(batch.confirmedAt, batch.confirmedBy)]] : []),
      ...(batch.canceledAt ? [[texts.canceled, person(batch.canceledAt, batch.canceledBy)]] : []),
    ];
    return html`<dl class="facts">${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
  }

  #changes({ changes, currency }) {
    return html`<section class="card flush" aria-label=${texts.changes}>${cardHead(texts.changes, texts.changesText)}${table(texts.changes, [
      { label: texts.columns.commission, cell: ({ commissionId }) => html`<a class="cell-title mono" href=${here(`/app/partners/commissions/${commissionId}`)}>${commissionId}</a>` },
      { label: texts.columns.reason, cell: ({ reason }) => commissionTexts.entries[reason] ?? commissionTexts.statuses[reason] ?? reason },
      { label: texts.columns.before, end: true, cell: ({ drafted }) => money(drafted, currency) },
      { label: texts.columns.now, end: true, cell: ({ earnings }) => html`<strong>${money(earnings, currency)}</strong>` },
      { label: texts.columns.at, end: true, cell: ({ at }) => html`<time class="nowrap" datetime=${at}>${moment(at)}</time>` },
    ], changes)}</section>`;
  }

  #files({ id }) {
    return html`<section class="card" aria-label=${texts.files}>${cardHead(texts.files, texts.filesText)}
      <div class="row">${FORMATS.map((format) => html`<button class="button" type="button" @click=${doing(() => this.#download(id, format))}>${icon('download')}<span>${texts.formats[format]}</span></button>`)}</div></section>`;
  }

  /** Who cannot be paid by a file is said before anything is written. */
  async #download(id, format) {
    const { file, name } = await fileOf(`/payouts/batches/${id}/files/${format}`);
    save(file, name);
  }

  #actions(payout) {
    const { status } = payout;
    if (status === 'pending' || status === 'processing') {
      return html`<div class="row"><button class="button small" type="button" @click=${() => this.#paid(payout)}>${texts.markPaid}</button>
        <button class="button small bare" type="button" @click=${() => this.#ask({ payout, status: 'failed' })}>${texts.markFailed}</button></div>`;
    }
    return status === 'completed' ? html`<button class="button small bare" type="button" @click=${() => this.#ask({ payout, status: 'returned' })}>${texts.markReturned}</button>` : nothing;
  }

  #dialog() {
    const { payout, status } = this.#told ?? {};
    return html`<c-dialog heading=${status ? texts.tell[status](payout.partner.name) : ''} .open=${Boolean(status)} @closed=${() => this.#ask(null)}>
      <form class="stack" novalidate @submit=${this.#send}><p>${texts.tellText}</p>
        <c-field name="reason" label=${texts.reason} maxlength="190"></c-field><c-problem></c-problem>
        <div class="form-end right"><button class="button" type="button" @click=${() => this.#ask(null)}>${texts.cancel}</button>
          <button class="button primary" type="submit"><span>${status === 'returned' ? texts.markReturned : texts.markFailed}</span></button></div></form></c-dialog>`;
  }
}

customElements.define('c-batch', Batch);
