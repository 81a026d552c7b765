import { html } from 'lit';
import { head, tabs } from '../components/parts.js';
import { Page } from '../components/page.js';
import '../stripe/connections.js';
import '../stripe/connect.js';
import '../stripe/counting.js';
import '../stripe/events.js';
import '../stripe/code.js';
import '../stripe/look-up.js';

const TABS = [
  { key: 'connections', href: '/app/stripe', text: 'Connections' },
  { key: 'events', href: '/app/stripe/events', text: 'Events' },
  { key: 'look-up', href: '/app/stripe/look-up', text: 'Look up' },
  { key: 'counting', href: '/app/stripe/counting', text: 'What counts' },
  { key: 'code', href: '/app/stripe/code', text: 'Code for your site' },
];

/** Everything about Stripe: its parts have addresses of their own. */
class StripePage extends Page {
  content() {
    const part = this.rest[0] ?? 'connections';
    if (part === 'connect') {
      return html`<c-stripe-connect .connectionId=${this.rest[1] ?? null}></c-stripe-connect>`;
    }
    return html`
      ${head('Stripe', 'Where payments come from, what became of each event, and what counts.')}
      ${tabs('Stripe', TABS, part)}
      ${part === 'look-up' ? html`<c-stripe-look-up .object=${this.rest[1] ?? null}></c-stripe-look-up>` : part === 'events' ? html`<c-stripe-events></c-stripe-events>` : part === 'counting' ? html`<c-stripe-counting></c-stripe-counting>`
    : part === 'code' ? html`<c-stripe-code></c-stripe-code>` : html`<c-stripe-connections></c-stripe-connections>`}`;
  }
}

customElements.define('stripe-page', StripePage);
