import { html, nothing } from 'lit';
import '../../components/dialog.js';
import { PAGE_SIZE, parameters } from '../../components/listing.js';
import { badge, empty, head, table } from '../../components/parts.js';
import { moment, money } from '../../format.js';
import { said } from '../../partners/notes.js';
import { textsOf } from '../../texts.js';
import { termsList } from '../terms.js';
import { View } from '../view.js';
import { entryOf, kindOf, longDay, reasonsOf, STATUSES, statusOf, TONES } from '../written.js';

const texts = await textsOf('portal/portal-commissions');
const INTERVALS = { '30d': 30, '90d': 90, '1y': 365 };
const DAY_MILLIS = 86_400_000;

/** What the partner earned, each part with the reason why it is as it is. */
class Commissions extends View {
  #read = null;

  async look(query) {
    const days = INTERVALS[query.get('interval')];
    const rows = await this.portal.get(`/commissions?${parameters({
      status: query.get('status'), start: days && new Date(Date.now() - days * DAY_MILLIS).toISOString(), page: query.get('page'), pageSize: PAGE_SIZE,
    })}`);
    return { rows };
  }

  #show(commission) {
    this.#read = commission;
    this.requestUpdate();
  }

  shown({ rows }) {
    const filtered = ['status', 'interval'].some((name) => this.query.has(name));
    return html`${head(texts.title, texts.lead)}
      <section class="card flush listing" aria-label=${texts.title}>
        <div class="filterbar" role="search">
          ${this.selectField('status', texts.columns.status, [{ value: '', text: texts.anyStatus }, ...STATUSES])}
          ${this.selectField('interval', texts.time, [{ value: '', text: texts.anyTime }, ...Object.keys(INTERVALS).map((value) => ({ value, text: texts.intervals[value] }))])}
          ${this.clearing(['status', 'interval'])}</div>
        ${rows.length || this.query.has('page') ? html`${this.#table(rows)}${this.pager(rows)}` : filtered ? empty('search', texts.noMatch, texts.noMatchText) : empty('handshake', texts.none, texts.noneText)}</section>
      ${this.#dialog()}`;
  }

  #table(rows) {
    return table(texts.title, [
      { label: texts.columns.earned, cell: (row) => html`<button class="linklike cell-title nowrap" type="button" aria-label=${texts.read(money(row.earnings, row.currency))} @click=${() => this.#show(row)}>${money(row.earnings, row.currency)}</button>
        <div class="quiet small">${kindOf(row)}</div>` },
      { label: texts.columns.customer, cell: ({ customer }) => customer?.name || customer?.email || '' },
      { label: texts.columns.status, cell: (row) => html`<div class="reasons">${badge(TONES[row.status], statusOf(row))}${reasonsOf(row).map((sentence) => html`<span class="small quiet">${sentence}</span>`)}</div>` },
      { label: texts.columns.at, end: true, cell: ({ createdAt }) => html`<time class="nowrap" datetime=${createdAt} title=${moment(createdAt)}>${longDay(createdAt)}</time>` },
    ], rows);
  }

  #dialog() {
    const commission = this.#read;
    return html`<c-dialog wide heading=${commission ? texts.commissionOf(money(commission.earnings, commission.currency)) : ''} .open=${Boolean(commission)} @closed=${() => this.#show(null)}>
      ${commission ? this.#content(commission) : nothing}</c-dialog>`;
  }

  #content(commission) {
    const { currency, amount, type, customer, createdAt, dueAt, entries = [], reward, id } = commission;
    const facts = [[texts.columns.for, kindOf(commission)], [texts.sale, type === 'sale' && amount ? money(amount, currency) : null], [texts.columns.customer, customer?.name || customer?.email],
      [texts.columns.at, longDay(createdAt)], [texts.dueAt, dueAt && longDay(dueAt)]];
    return html`<div class="stack">
      <div class="reasons">${badge(TONES[commission.status], statusOf(commission))}${reasonsOf(commission).map((sentence) => html`<p>${sentence}</p>`)}</div>
      <dl class="facts">${facts.filter(([, value]) => value).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}
        <div><dt>${texts.id}</dt><dd><c-copy .text=${id} label=${texts.id}></c-copy></dd></div></dl>
      ${reward ? html`<div><h3>${texts.terms}</h3>${termsList([reward], currency)}</div>` : nothing}
      <h3>${texts.happened}</h3>
      <ol class="plain entries">${entries.map(({ kind, earnings, at, reason }) => html`<li><time class="quiet small" datetime=${at}>${moment(at)}</time>
        <span class="grow">${entryOf(kind)}${reason ? html`<span class="quiet small"> · ${said(reason)}</span>` : nothing}</span>
        <strong class="number">${earnings === 0 ? '' : money(earnings, currency)}</strong></li>`)}</ol></div>`;
  }
}

customElements.define('portal-commissions', Commissions);
