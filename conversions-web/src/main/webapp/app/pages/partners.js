import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { here } from '../components/listing.js';
import { head, tabs } from '../components/parts.js';
import { Page } from '../components/page.js';
import '../partners/list.js';
import { textsOf } from '../texts.js';

const texts = await textsOf('partners');

/** The parts behind /app/partners/, each with the module that shows it; everything else is the id of a partner. */
const PARTS = {
  applications: { module: () => import('../partners/applications.js'), element: (rest) => html`<c-applications .rest=${rest}></c-applications>` },
  commissions: { module: () => import('../partners/commissions.js'), element: (rest) => html`<c-commissions .rest=${rest}></c-commissions>` },
  payouts: { module: () => import('../partners/payouts.js'), element: (rest) => html`<c-payouts .rest=${rest}></c-payouts>` },
  statements: { module: () => import('../partners/statements.js'), element: (rest) => html`<c-statements .rest=${rest}></c-statements>` },
  rewards: { module: () => import('../partners/rewards.js'), element: () => html`<c-rewards></c-rewards>` },
  groups: { module: () => import('../partners/groups.js'), element: () => html`<c-groups></c-groups>` },
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
    const module = this.#module();
    if (module && !this.#loaded.has(module)) {
      await this.#moduleOf(module);
      this.#loaded.add(module);
    }
  }

  /** @returns {string|null} the name of what has to be loaded for the address; null for the list, which is there */
  #module() {
    const [part, detail] = this.rest;
    return part === 'payouts' && detail ? 'batch' : TABS.includes(part) ? part : part ? 'partner' : null;
  }

  #moduleOf(name) {
    switch (name) {
      case 'batch': return import('../partners/batch.js');
      case 'partner': return import('../partners/partner.js');
      default: return PARTS[name].module();
    }
  }

  content() {
    const [part, detail] = this.rest;
    const module = this.#module();
    const there = !module || this.#loaded.has(module);
    if (!there && !TABS.includes(module)) {
      return this.waiting();
    }
    if (module === 'partner') {
      return keyed(part, html`<c-partner .rest=${this.rest}></c-partner>`);
    }
    if (module === 'batch') {
      return keyed(detail, html`<c-batch .rest=${this.rest}></c-batch>`);
    }
    const tab = module ?? 'partners';
    return html`
      ${head(texts.title, texts.lead)}
      ${tabs(texts.title, ['partners', ...TABS].map((key) => ({ key, href: here(key === 'partners' ? '/app/partners' : `/app/partners/${key}`), text: texts.tabs[key] })), tab)}
      ${!there ? html`<span class="skeleton block" aria-busy="true"></span>` : module ? PARTS[tab].element(this.rest) : html`<c-partner-list .rest=${this.rest}></c-partner-list>`}`;
  }
}

customElements.define('partners-page', PartnersPage);
