import { html } from 'lit';
import { call } from '../api.js';
import { gateFrame } from '../components/gate.js';
import { note } from '../components/parts.js';
import { Page } from '../components/page.js';
import { submitting } from '../forms.js';

/** Asks for a link to set a new password. The answer is the same for every email. */
class ForgotPage extends Page {
  #sentTo = null;

  #send = submitting(async ({ email }) => {
    await call('POST', '/password-resets', { email });
    this.#sentTo = email;
    this.requestUpdate();
  });

  content() {
    return gateFrame(html`
      <h1 tabindex="-1">Forgotten password</h1>
      ${this.#sentTo ? html`<div class="body">
        ${note('positive', html`<p>If ${this.#sentTo} has an account here and this server sends mail, a link is on its way. It is good for an hour.</p>`)}
        <p class="quiet">Nothing came? An owner of your workspace can make such a link for you, on the page Members.</p></div>`
      : html`<p class="quiet">Enter your email, and we send you a link to set a new password.</p>
        <form novalidate @submit=${this.#send}>
          <c-field name="email" label="Email" type="email" autocomplete="username" required></c-field>
          <c-problem></c-problem>
          <button class="button primary full" type="submit"><span>Send the link</span></button>
        </form>`}
      <p class="small after"><a href="/app/login">Back to the login</a></p>`);
  }
}

customElements.define('forgot-page', ForgotPage);
