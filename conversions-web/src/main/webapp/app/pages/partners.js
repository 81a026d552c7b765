import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { here } from '../components/listing.js';
import { head, tabs } from '../components/parts.js';
import { Page } from '../components/page.js';
import '../partners/batch.js';
import '../partners/commissions.js';
import '../partners/groups.js';
import '../partners/list.js';
import '../partners/partner.js';
import '../partners/payouts.js';
import '../partners/rewards.js';
import '../partners/statements.js';
import { textsOf } from '../texts.js';

const texts = await textsOf('partners');

/** The parts behind /app/partners/, in the order of the tabs; what is needed now and then comes with its module. Everything else is the id of a partner. */
const PARTS = {
  applications: { module: () => import('../partners/applications.js'), element: (rest) => html`<c-applications .rest=${rest}></c-applications>` },
  leads: { module: () => import('../partners/leads.js'), element: (rest) => html`<c-submitted-leads .rest=${rest}></c-submitted-leads>` },
  commissions: { element: (rest) => html`<c-commissions .rest=${rest}></c-commissions>` },
  payouts: { element: (rest) => html`<c-payouts .rest=${rest}></c-payouts>` },
  statements: { element: (rest) => html`<c-statements .rest=${rest}></c-statements>` },
  rewards: { element: () => html`<c-rewards></c-rewards>` },
  codes: { module: () => import('../partners/codes.js'), element: (rest) => html`<c-codes .rest=${rest}></c-codes>` },
  groups: { element: () => html`<c-groups></c-groups>` },
  program: { module: () => import('../partners/program.js'), element: () => html`<c-program></c-program>` },
};
const TABS = Object.keys(PARTS);

/** The partners, what they earned, and what the program pays: each has an address of its own. */
class PartnersPage extends Page {
  #loaded = new Set();

  willUpdate(changed) {
    if (changed.get('rest')) {
      this.reload();
    }
  }

  async load() {
    const [part] = this.rest;
    if (TABS.includes(part) && !this.#loaded.has(part)) {
      await PARTS[part].module?.();
      this.#loaded.add(part);
    }
  }

  content() {
    const [part, detail] = this.rest;
    if (part && !TABS.includes(part)) {
      return keyed(part, html`<c-partner .rest=${this.rest}></c-partner>`);
    }
    if (part === 'payouts' && detail) {
      return keyed(detail, html`<c-batch .rest=${this.rest}></c-batch>`);
    }
    return html`
      ${head(texts.title, texts.lead)}
      ${tabs(texts.title, ['partners', ...TABS].map((key) => ({ key, href: here(key === 'partners' ? '/app/partners' : `/app/partners/${key}`), text: texts.tabs[key] })), part ?? 'partners')}
      ${this.#part(part)}`;
  }

  #part(part) {
    if (!part) {
      return html`<c-partner-list .rest=${this.rest}></c-partner-list>`;
    }
    return this.#loaded.has(part) || !PARTS[part].module ? PARTS[part].element(this.rest) : html`<span class="skeleton block" aria-busy="true"></span>`;
  }
}

customElements.define('partners-page', PartnersPage);
