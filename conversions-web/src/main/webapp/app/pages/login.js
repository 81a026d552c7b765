import { html } from 'lit';
import { gateFrame } from '../components/gate.js';
import { Page } from '../components/page.js';
import { submitting } from '../forms.js';
import { session } from '../session.js';
import { textsOf } from '../texts.js';

const texts = await textsOf('account/login');
const common = await textsOf('frame/common');

/** The login: email and password, and where a second factor is on, its code in a second step. */
class LoginPage extends Page {
  /** What was right so far, while the code is asked for. */
  #proof = null;

  #send = submitting(async (values, form) => {
    const proof = { ...this.#proof, ...values };
    try {
      await session.open(proof);
    } catch (error) {
      if (error.reason !== 'second_factor_required') {
        form.querySelector('c-field[name="code"], c-field[name="password"]').value = '';
        throw error.reason === 'login_failed' ? this.#sentence(error) : error;
      }
      this.#proof = proof;
      this.requestUpdate();
      await this.updateComplete;
      this.querySelector('c-field[name="code"]').focus();
      return;
    }
    // Anew, so that nothing of an earlier person is left in the page.
    dispatchEvent(new Event('conversions-navigated'));
  });

  #sentence(error) {
    return error.say(this.#proof ? texts.wrongCode : texts.wrongPassword);
  }

  content() {
    return gateFrame(this.#proof ? this.#secondStep() : this.#firstStep());
  }

  #firstStep() {
    const next = new URLSearchParams(location.search).get('next');
    return html`
      <h1 tabindex="-1">${texts.title}</h1>
      <p class="quiet">${next?.startsWith('/oauth/') ? texts.appAsks : texts.welcome}</p>
      <form novalidate @submit=${this.#send}>
        <c-field name="email" label=${common.email} type="email" autocomplete="username" required></c-field>
        <c-field name="password" label=${common.password} type="password" autocomplete="current-password" maxlength="200" required></c-field>
        <c-problem></c-problem>
        <button class="button primary full" type="submit"><span>${texts.title}</span></button>
        <p class="small"><a href="/app/forgot">${texts.forgotten}</a></p>
      </form>`;
  }

  #secondStep() {
    return html`
      <h1 tabindex="-1">${texts.secondStep}</h1>
      <p class="quiet">${texts.enterCode}</p>
      <form novalidate @submit=${this.#send}>
        <c-field name="code" label=${common.code} look="code" autocomplete="one-time-code" maxlength="20" required></c-field>
        <c-problem></c-problem>
        <button class="button primary full" type="submit"><span>${common.goOn}</span></button>
        <button class="button bare full" type="button" @click=${() => { this.#proof = null; this.requestUpdate(); }}>${texts.someoneElse}</button>
      </form>`;
  }
}

customElements.define('login-page', LoginPage);
