import { html, LitElement, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { call } from '../api.js';
import { doing } from '../forms.js';
import { words } from '../format.js';
import { textsOf } from '../texts.js';
import { ago, cardHead, empty, note, table } from './parts.js';

const texts = await textsOf('security/audit');
const common = await textsOf('frame/common');
const PAGE_SIZE = 20;

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
    this.#load().catch((error) => { this.#problem = error; this.requestUpdate(); });
  }

  async #load() {
    const last = this.#rows?.at(-1)?.id;
    const next = await call('GET', `/audit?pageSize=${PAGE_SIZE}${last ? `&startingAfter=${encodeURIComponent(last)}` : ''}`);
    this.#rows = [...this.#rows ?? [], ...next];
    this.#more = next.length === PAGE_SIZE;
    this.requestUpdate();
  }

  render() {
    return html`<section class="card flush" aria-label=${texts.title}>
      ${cardHead(texts.title, texts.lead)}
      ${this.#problem ? note('negative', html`<p lang=${ifDefined(this.#problem.lang)}>${this.#problem.message}</p>`) : !this.#rows ? html`<span class="skeleton block"></span>` : this.#rows.length === 0 ? empty('clock', texts.nothing, texts.nothingDetail)
    : table(texts.title, [
      { label: texts.action, cell: ({ action, subject }) => html`<span class="cell-title">${texts.actions[action] ?? words(action)}</span>${subject ? html`<div class="quiet small mono">${subject}</div>` : nothing}` },
      { label: texts.by, cell: ({ actor }) => actor?.name || texts.kinds[actor?.kind] || words(actor?.kind) },
      { label: common.network, cell: ({ network }) => html`<span class="mono">${network ?? ''}</span>` },
      { label: texts.when, cell: ({ at }) => ago(at), end: true },
    ], this.#rows)}
      ${this.#more ? html`<div class="row rule-top center"><button class="button small" type="button" @click=${doing(() => this.#load())}><span>${common.showMore}</span></button></div>` : nothing}
    </section>`;
  }
}

customElements.define('c-audit', Audit);
