import { html } from 'lit';
import { head, tabs } from '../components/parts.js';
import { Page } from '../components/page.js';
import { textsOf } from '../texts.js';
import '../stripe/connections.js';
import '../stripe/connect.js';
import '../stripe/counting.js';
import '../stripe/events.js';
import '../stripe/code.js';
import '../stripe/look-up.js';

const texts = await textsOf('stripe/stripe');
const frame = await textsOf('frame/frame');
const TABS = [
  { key: 'connections', href: '/app/stripe' },
  { key: 'events', href: '/app/stripe/events' },
  { key: 'look-up', href: '/app/stripe/look-up' },
  { key: 'counting', href: '/app/stripe/counting' },
  { key: 'code', href: '/app/stripe/code' },
];

/** Everything about Stripe: its parts have addresses of their own. */
class StripePage extends Page {
  content() {
    const part = this.rest[0] ?? 'connections';
    if (part === 'connect') {
      return html`<c-stripe-connect .connectionId=${this.rest[1] ?? null}></c-stripe-connect>`;
    }
    return html`
      ${head(frame.titles.stripe, texts.lead)}
      ${tabs(frame.titles.stripe, TABS.map((tab) => ({ ...tab, text: texts.tabs[tab.key] })), part)}
      ${part === 'look-up' ? html`<c-stripe-look-up .object=${this.rest[1] ?? null}></c-stripe-look-up>` : part === 'events' ? html`<c-stripe-events .opened=${this.rest[1] ?? null}></c-stripe-events>` : part === 'counting' ? html`<c-stripe-counting></c-stripe-counting>`
    : part === 'code' ? html`<c-stripe-code></c-stripe-code>` : html`<c-stripe-connections></c-stripe-connections>`}`;
  }
}

customElements.define('stripe-page', StripePage);
