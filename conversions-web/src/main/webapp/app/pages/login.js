import { html } from 'lit';
import { gateFrame } from '../components/gate.js';
import { Page } from '../components/page.js';
import { submitting } from '../forms.js';
import { session } from '../session.js';

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
    error.message = this.#proof ? 'This code is not right, or was used already. Codes change every 30 seconds.'
      : 'Email or password is not right.';
    return error;
  }

  content() {
    return gateFrame(this.#proof ? this.#secondStep() : this.#firstStep());
  }

  #firstStep() {
    const next = new URLSearchParams(location.search).get('next');
    return html`
      <h1 tabindex="-1">Log in</h1>
      <p class="quiet">${next?.startsWith('/oauth/') ? 'An app asks to be connected. Log in to decide.' : 'Welcome back.'}</p>
      <form novalidate @submit=${this.#send}>
        <c-field name="email" label="Email" type="email" autocomplete="username" required></c-field>
        <c-field name="password" label="Password" type="password" autocomplete="current-password" maxlength="200" required></c-field>
        <c-problem></c-problem>
        <button class="button primary full" type="submit"><span>Log in</span></button>
        <p class="small"><a href="/app/forgot">Forgotten your password?</a></p>
      </form>`;
  }

  #secondStep() {
    return html`
      <h1 tabindex="-1">Second step</h1>
      <p class="quiet">Enter the code that your authenticator app shows for Conversions, or one of your recovery codes.</p>
      <form novalidate @submit=${this.#send}>
        <c-field name="code" label="Code" look="code" autocomplete="one-time-code" maxlength="20" required></c-field>
        <c-problem></c-problem>
        <button class="button primary full" type="submit"><span>Go on</span></button>
        <button class="button bare full" type="button" @click=${() => { this.#proof = null; this.requestUpdate(); }}>Log in as someone else</button>
      </form>`;
  }
}

customElements.define('login-page', LoginPage);
