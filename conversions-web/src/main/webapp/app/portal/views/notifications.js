import { html } from 'lit';
import { head } from '../../components/parts.js';
import { say } from '../../components/toasts.js';
import { textsOf } from '../../texts.js';
import { View } from '../view.js';

const texts = await textsOf('portal/portal-notifications');
const SWITCHES = ['newCommission', 'payoutPaid', 'payoutFailed'];

/** Of what the person gets a mail. A change of the account that money goes to is always told. */
class Notifications extends View {
  async look() {
    return { switches: await this.portal.get('/notifications') };
  }

  async #turn(name, on) {
    try {
      this.found = { switches: await this.portal.send('PATCH', '/notifications', { [name]: on }) ?? { ...this.found.switches, [name]: on } };
      say(texts.saved);
      return true;
    } catch (error) {
      say(error.message, 'negative', error.lang);
      return false;
    }
  }

  shown({ switches }) {
    return html`${head(texts.title, texts.lead)}
      <section class="card settings" aria-label=${texts.title}>${SWITCHES.filter((name) => name in switches).map((name) => html`
        <c-switch label=${texts.names[name]} hint=${texts.explained[name]} ?checked=${switches[name]} .action=${(on) => this.#turn(name, on)}></c-switch>`)}
        <c-switch label=${texts.names.profileChanged} hint=${texts.explained.profileChanged} checked disabled></c-switch></section>`;
  }
}

customElements.define('portal-notifications', Notifications);
