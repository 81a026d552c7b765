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

const TABS = ['commissions', 'payouts', 'statements', 'rewards', 'groups'];

/** The partners, what they earned, and what the program pays: each has an address of its own. */
class PartnersPage extends Page {
  content() {
    const [part] = this.rest;
    const tab = TABS.includes(part) ? part : 'partners';
    if (part && tab === 'partners') {
      return keyed(part, html`<c-partner .rest=${this.rest}></c-partner>`);
    }
    if (tab === 'payouts' && this.rest[1]) {
      return keyed(this.rest[1], html`<c-batch .rest=${this.rest}></c-batch>`);
    }
    return html`
      ${head(texts.title, texts.lead)}
      ${tabs(texts.title, [
    { key: 'partners', href: here('/app/partners'), text: texts.tabs.partners },
    { key: 'commissions', href: here('/app/partners/commissions'), text: texts.tabs.commissions },
    { key: 'payouts', href: here('/app/partners/payouts'), text: texts.tabs.payouts },
    { key: 'statements', href: here('/app/partners/statements'), text: texts.tabs.statements },
    { key: 'rewards', href: here('/app/partners/rewards'), text: texts.tabs.rewards },
    { key: 'groups', href: here('/app/partners/groups'), text: texts.tabs.groups },
  ], tab)}
      ${this.#part(tab)}`;
  }

  #part(tab) {
    switch (tab) {
      case 'commissions': return html`<c-commissions .rest=${this.rest}></c-commissions>`;
      case 'payouts': return html`<c-payouts .rest=${this.rest}></c-payouts>`;
      case 'statements': return html`<c-statements .rest=${this.rest}></c-statements>`;
      case 'rewards': return html`<c-rewards></c-rewards>`;
      case 'groups': return html`<c-groups></c-groups>`;
      default: return html`<c-partner-list .rest=${this.rest}></c-partner-list>`;
    }
  }
}

customElements.define('partners-page', PartnersPage);
