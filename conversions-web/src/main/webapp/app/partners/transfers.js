import { html, LitElement, nothing } from 'lit';
import { call } from '../api.js';
import { confirm } from '../components/confirm.js';
import { here } from '../components/listing.js';
import { badge, cardHead, table } from '../components/parts.js';
import { say } from '../components/toasts.js';
import { count, money } from '../format.js';
import { session } from '../session.js';
import { textsOf } from '../texts.js';

const texts = await textsOf('partners/transfers');
const TONES = { queued: 'info', sent: 'positive', failed: 'negative', reversed: 'caution' };
const LOOK_MILLIS = 3_000;
const SHOWN_MAX = 100;

/** The payouts of a confirmed batch that are sent by Stripe: the way to send them, and what became of each. Tells `sent`. */
class Transfers extends LitElement {
  /** `names`: of partners by the ids of their payouts. */
  static properties = { batchId: {}, names: { attribute: false }, rows: { state: true }, problem: { state: true } };

  #timer;

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#timer = setInterval(() => !document.hidden && this.rows?.some(({ status }) => status === 'queued') && this.#look(), LOOK_MILLIS);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  willUpdate(changed) {
    if (changed.has('batchId')) {
      this.#look();
    }
  }

  async #look() {
    const queued = this.rows?.filter(({ status }) => status === 'queued').length;
    try {
      this.rows = await call('GET', `/payouts/batches/${this.batchId}/transfers?pageSize=${SHOWN_MAX}`);
      this.problem = null;
    } catch (error) {
      this.problem = error;
    }
    if (queued && queued !== this.rows.filter(({ status }) => status === 'queued').length) {
      this.dispatchEvent(new Event('sent'));
    }
  }

  #send() {
    confirm({
      title: texts.sendTitle,
      text: texts.sendText,
      button: texts.send,
      action: async () => {
        const { payouts } = await call('POST', `/payouts/batches/${this.batchId}/transfers`);
        say(payouts ? texts.sending(payouts) : texts.nobody, payouts ? 'positive' : 'caution');
        await this.#look();
        this.dispatchEvent(new Event('sent'));
      },
    });
  }

  render() {
    const { rows } = this;
    return html`<section class="card flush listing" aria-label=${texts.title}>
      ${cardHead(texts.title, texts.lead, session.is('owner') ? html`<button class="button" type="button" @click=${() => this.#send()}>${texts.send}</button>` : nothing)}
      ${this.problem ? html`<p class="card-body" role="alert">${this.problem.message}</p>` : nothing}
      ${rows?.length ? html`${table(texts.title, [
    { label: texts.columns.partner, cell: ({ payoutId, partnerId }) => html`<a class="cell-title" href=${here(`/app/partners/${partnerId}`)}>${this.names.get(payoutId) ?? partnerId}</a>` },
    { label: texts.columns.amount, end: true, cell: ({ amount, currency }) => html`<span class="nowrap">${money(amount, currency)}</span>` },
    { label: texts.columns.status, cell: ({ status, problem }) => html`<div class="reasons">${badge(TONES[status], status === 'queued' && problem ? texts.again : texts.statuses[status])}
        ${problem ? html`<span class="small" lang="en">${problem}</span>` : nothing}<span class="small quiet">${status === 'queued' && !problem ? nothing : texts.next[status]}</span></div>` },
    { label: texts.columns.account, cell: ({ accountId, transferId }) => html`<span class="mono small">${accountId}</span>${transferId ? html`<div class="mono small quiet">${transferId}</div>` : nothing}` },
  ], rows)}${rows.length === SHOWN_MAX ? html`<p class="pager">${texts.first(count(SHOWN_MAX))}</p>` : nothing}` : nothing}</section>`;
  }
}

customElements.define('c-transfers', Transfers);
