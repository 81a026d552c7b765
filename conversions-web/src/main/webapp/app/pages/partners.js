import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { here } from '../components/listing.js';
import { head, tabs } from '../components/parts.js';
import { Page } from '../components/page.js';
import '../partners/commissions.js';
import '../partners/list.js';
import '../partners/partner.js';
import '../partners/rewards.js';
import { textsOf } from '../texts.js';

const texts = await textsOf('partners');

/** The partners, what they earned, and what the program pays: each has an address of its own. */
class PartnersPage extends Page {
  content() {
    const [part] = this.rest;
    const tab = part === 'commissions' || part === 'rewards' ? part : 'partners';
    if (part && tab === 'partners') {
      return keyed(part, html`<c-partner .rest=${this.rest}></c-partner>`);
    }
    return html`
      ${head(texts.title, texts.lead)}
      ${tabs(texts.title, [
    { key: 'partners', href: here('/app/partners'), text: texts.tabs.partners },
    { key: 'commissions', href: here('/app/partners/commissions'), text: texts.tabs.commissions },
    { key: 'rewards', href: here('/app/partners/rewards'), text: texts.tabs.rewards },
  ], tab)}
      ${tab === 'commissions' ? html`<c-commissions .rest=${this.rest}></c-commissions>` : tab === 'rewards' ? html`<c-rewards></c-rewards>` : html`<c-partner-list .rest=${this.rest}></c-partner-list>`}`;
  }
}

customElements.define('partners-page', PartnersPage);
