import { html, LitElement, nothing } from 'lit';
import { call } from '../api.js';
import { doing } from '../forms.js';
import { words } from '../format.js';
import { ago, cardHead, empty, note, table } from './parts.js';

const PAGE_SIZE = 20;
const KINDS = { key: 'API key', app: 'App', operator: 'Operator', stripe: 'Stripe', system: 'This server' };

/** The audit trail of the workspace, newest first: who changed which right or setting. */
class Audit extends LitElement {
  #rows = null;
  #more = false;
  #problem = null;

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load().catch((error) => { this.#problem = error.message; this.requestUpdate(); });
  }

  async #load() {
    const last = this.#rows?.at(-1)?.id;
    const next = await call('GET', `/audit?pageSize=${PAGE_SIZE}${last ? `&startingAfter=${encodeURIComponent(last)}` : ''}`);
    this.#rows = [...this.#rows ?? [], ...next];
    this.#more = next.length === PAGE_SIZE;
    this.requestUpdate();
  }

  render() {
    return html`<section class="card flush" aria-label="Audit trail">
      ${cardHead('Audit trail', 'Logins, and changes of rights, keys and settings in this workspace.')}
      ${this.#problem ? note('negative', html`<p>${this.#problem}</p>`) : !this.#rows ? html`<span class="skeleton block"></span>` : this.#rows.length === 0 ? empty('clock', 'Nothing happened yet', 'Changes of members, keys, apps and settings will be listed here.')
    : table('Audit trail', [
      { label: 'Action', cell: ({ action, subject }) => html`<span class="cell-title">${words(action)}</span>${subject ? html`<div class="quiet small mono">${subject}</div>` : nothing}` },
      { label: 'By', cell: ({ actor }) => actor?.name || KINDS[actor?.kind] || words(actor?.kind) },
      { label: 'Network', cell: ({ network }) => html`<span class="mono">${network ?? ''}</span>` },
      { label: 'When', cell: ({ at }) => ago(at), end: true },
    ], this.#rows)}
      ${this.#more ? html`<div class="row rule-top center"><button class="button small" type="button" @click=${doing(() => this.#load())}><span>Show more</span></button></div>` : nothing}
    </section>`;
  }
}

customElements.define('c-audit', Audit);
