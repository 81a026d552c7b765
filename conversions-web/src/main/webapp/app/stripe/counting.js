import { html } from 'lit';
import { call } from '../api.js';
import { note } from '../components/parts.js';
import { Page } from '../components/page.js';
import { say } from '../components/toasts.js';
import { session } from '../session.js';

const GROUPS = [
  {
    title: 'Trials',
    text: 'A free trial pays nothing, but somebody has come.',
    switches: [
      { name: 'trackFreeTrials', label: 'A free trial is a lead', hint: 'Named “Started Trial”, one for each subscription.' },
      { name: 'trackQuantity', label: 'One lead for each seat', hint: 'A trial with five seats is five leads.', needs: 'trackFreeTrials' },
    ],
  },
  {
    title: 'Payment links',
    text: 'A payment link brings the lead and the sale in one step.',
    switches: [
      { name: 'paymentLinkLeadRewards', label: 'The lead earns the lead reward', hint: 'Otherwise only the sale earns something.' },
      { name: 'paymentLinkLeadWebhooks', label: 'The lead is reported to your own systems', hint: 'This server sends no webhooks yet, so that this stays off.', never: true },
    ],
  },
  {
    title: 'Stripe customers',
    text: 'A customer with a click id in its metadata is a lead.',
    switches: [
      { name: 'customerLeadRewards', label: 'The lead earns the lead reward', hint: 'Otherwise only the sale earns something.' },
      { name: 'matchByEmail', label: 'Recognise a buyer by the email', hint: 'Only when nothing else says who it is. Two people who share a mailbox are then one.' },
    ],
  },
];

/** The switches of what counts of Stripe's events. Each holds from the moment it is turned. */
class StripeCounting extends Page {
  #settings = null;

  async load() {
    this.#settings = await call('GET', '/stripe/integration/settings');
  }

  async #turn(name, wanted) {
    try {
      this.#settings = await call('PATCH', '/stripe/integration/settings', { [name]: wanted });
      say('Saved. It holds from now on.');
      return true;
    } catch (error) {
      say(error.message, 'negative');
      return false;
    } finally {
      this.requestUpdate();
    }
  }

  content() {
    return html`<div class="stack wide">${GROUPS.map(({ title, text, switches }) => html`
      <section class="card" aria-label=${title}><div class="card-head"><div><h2>${title}</h2><p>${text}</p></div></div>
        <div class="stack settings">${switches.map(({ name, label, hint, needs, never }) => html`
          <c-switch label=${label} hint=${hint} ?checked=${this.#settings[name]} .action=${(wanted) => this.#turn(name, wanted)}
            ?disabled=${!session.is('member') || never || (needs && !this.#settings[needs])}></c-switch>`)}</div></section>`)}
      ${note('info', html`<p>Which click a payment goes back to, for how many days, and the currency of your figures are set on the page <a href="/app/workspace">Workspace</a>.</p>`)}</div>`;
  }
}

customElements.define('c-stripe-counting', StripeCounting);
