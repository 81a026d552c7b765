import { html } from 'lit';
import { call } from '../api.js';
import { secret } from '../components/copy.js';
import { gateFrame } from '../components/gate.js';
import { note } from '../components/parts.js';
import { Page } from '../components/page.js';
import { takeToken } from '../components/token.js';
import { submitting } from '../forms.js';
import { session } from '../session.js';

/** The first-run set-up: makes the owner, the workspace and its keys, and shows these once. */
class SetupPage extends Page {
  #token = takeToken();
  #open = true;
  #keys = null;
  #owner = null;

  connectedCallback() {
    super.connectedCallback();
    // A second address pasted into the same tab brings another token.
    addEventListener('hashchange', () => location.reload(), { once: true });
  }

  async load() {
    this.#open = (await call('GET', '/setup')).open;
  }

  #send = submitting(async (values) => {
    this.#keys = await call('POST', '/setup', { token: this.#token, ...values });
    this.#owner = { email: values.ownerEmail, password: values.ownerPassword };
    this.requestUpdate();
    await this.updateComplete;
    this.querySelector('h1').focus();
  });

  #enter = submitting(async () => {
    await session.open(this.#owner);
    location.assign('/app/');
  });

  content() {
    return gateFrame(this.#keys ? this.#done() : !this.#open ? this.#closed() : this.#token ? this.#form() : this.#noToken(), { roomy: true });
  }

  #form() {
    return html`
      <h1 tabindex="-1">Set up this server</h1>
      <p class="quiet">This is done once: it makes you the owner, your workspace and its API keys.</p>
      <form novalidate @submit=${this.#send}>
        <c-field name="workspaceName" label="Name of your workspace" autocomplete="organization" placeholder="Acme" required></c-field>
        <c-field name="ownerEmail" label="Your email" type="email" autocomplete="username" required></c-field>
        <c-field name="ownerPassword" label="Password" type="password" autocomplete="new-password" minlength="12" maxlength="200" required
          hint="At least 12 characters. A few words in a row are easy to remember."></c-field>
        <c-problem></c-problem>
        <button class="button primary full" type="submit"><span>Set up</span></button>
      </form>`;
  }

  #done() {
    const { secretKey, publishableKey, testSecretKey, testPublishableKey } = this.#keys;
    return html`
      <h1 tabindex="-1">It is ready</h1>
      <p class="quiet">Copy these keys now, if your programs need them. They are not kept in readable form; new ones can be made at any time.</p>
      <div class="body">
        ${secret('Secret key', secretKey, 'For your servers. It opens everything.')}
        ${secret('Publishable key', publishableKey, 'For the script on your site.')}
        ${secret('Secret test key', testSecretKey, 'To try things out: test data only.')}
        ${secret('Publishable test key', testPublishableKey, 'The same for a site.')}
        <form novalidate @submit=${this.#enter}><c-problem></c-problem>
          <button class="button primary full" type="submit"><span>Go to your workspace</span></button></form>
      </div>`;
  }

  #closed() {
    return html`<h1 tabindex="-1">This server is set up</h1><p class="quiet">There is nothing left to do here.</p>
      <div class="body"><a class="button primary" href="/app/">Go on</a></div>`;
  }

  #noToken() {
    return html`<h1 tabindex="-1">Set up this server</h1><div class="body">
      ${note('info', html`<p>Open the address that the server printed to its log when it started last. It ends in <code>#token=…</code>.</p>`)}</div>`;
  }
}

customElements.define('setup-page', SetupPage);
