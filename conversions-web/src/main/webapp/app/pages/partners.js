import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { here } from '../components/listing.js';
import { head, tabs } from '../components/parts.js';
import { Page } from '../components/page.js';
import '../partners/applications.js';
import '../partners/batch.js';
import '../partners/bounties.js';
import '../partners/bounty.js';
import '../partners/codes.js';
import '../partners/commissions.js';
import '../partners/groups.js';
import '../partners/leads.js';
import '../partners/list.js';
import '../partners/partner.js';
import '../partners/payouts.js';
import '../partners/program.js';
import '../partners/rewards.js';
import '../partners/statements.js';
import { textsOf } from '../texts.js';

const texts = await textsOf('partners/partners');

/** The parts behind /app/partners/, in the order of the tabs. Everything else is the id of a partner. */
const PARTS = {
  applications: (rest) => html`<c-applications .rest=${rest}></c-applications>`,
  leads: (rest) => html`<c-submitted-leads .rest=${rest}></c-submitted-leads>`,
  commissions: (rest) => html`<c-commissions .rest=${rest}></c-commissions>`,
  payouts: (rest) => html`<c-payouts .rest=${rest}></c-payouts>`,
  statements: (rest) => html`<c-statements .rest=${rest}></c-statements>`,
  rewards: () => html`<c-rewards></c-rewards>`,
  bounties: (rest) => html`<c-bounties .rest=${rest}></c-bounties>`,
  codes: (rest) => html`<c-codes .rest=${rest}></c-codes>`,
  groups: () => html`<c-groups></c-groups>`,
  program: () => html`<c-program></c-program>`,
};
const TABS = Object.keys(PARTS);

/** The partners, what they earned, and what the program pays: each has an address of its own. */
class PartnersPage extends Page {
  content() {
    const [part, detail] = this.rest;
    if (part && !TABS.includes(part)) {
      return keyed(part, html`<c-partner .rest=${this.rest}></c-partner>`);
    }
    if (part === 'payouts' && detail) {
      return keyed(detail, html`<c-batch .rest=${this.rest}></c-batch>`);
    }
    if (part === 'bounties' && detail) {
      return keyed(detail, html`<c-bounty .rest=${this.rest}></c-bounty>`);
    }
    return html`
      ${head(texts.title, texts.lead)}
      ${tabs(texts.title, ['partners', ...TABS].map((key) => ({ key, href: here(key === 'partners' ? '/app/partners' : `/app/partners/${key}`), text: texts.tabs[key] })), part ?? 'partners')}
      ${part ? PARTS[part](this.rest) : html`<c-partner-list .rest=${this.rest}></c-partner-list>`}`;
  }
}

customElements.define('partners-page', PartnersPage);
