import { html } from 'lit';
import { call } from '../api.js';
import { note } from '../components/parts.js';
import { Page } from '../components/page.js';
import { say } from '../components/toasts.js';
import { session } from '../session.js';
import { textsOf } from '../texts.js';

const texts = await textsOf('stripe/stripe-ways');
const GROUPS = [
  { key: 'trials', switches: [{ name: 'trackFreeTrials' }, { name: 'trackQuantity', needs: 'trackFreeTrials' }] },
  { key: 'links', switches: [{ name: 'paymentLinkLeadRewards' }, { name: 'paymentLinkLeadWebhooks', never: true }] },
  { key: 'customers', switches: [{ name: 'customerLeadRewards' }, { name: 'matchByEmail' }] },
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
      say(texts.savedFromNow);
      return true;
    } catch (error) {
      say(error.message, 'negative', error.lang);
      return false;
    } finally {
      this.requestUpdate();
    }
  }

  content() {
    return html`<div class="stack wide">${GROUPS.map(({ key, switches }) => html`
      <section class="card" aria-label=${texts.counting[key].title}><div class="card-head"><div><h2>${texts.counting[key].title}</h2><p>${texts.counting[key].text}</p></div></div>
        <div class="stack settings">${switches.map(({ name, needs, never }) => html`
          <c-switch label=${texts.switches[name].label} hint=${texts.switches[name].hint} ?checked=${this.#settings[name]} .action=${(wanted) => this.#turn(name, wanted)}
            ?disabled=${!session.is('member') || never || (needs && !this.#settings[needs])}></c-switch>`)}</div></section>`)}
      ${note('info', html`<p>${texts.onWorkspacePage}</p>`)}</div>`;
  }
}

customElements.define('c-stripe-counting', StripeCounting);
