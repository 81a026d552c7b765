import { html } from 'lit';
import { call } from '../api.js';
import { secret } from '../components/copy.js';
import { gateFrame } from '../components/gate.js';
import { note } from '../components/parts.js';
import { Page } from '../components/page.js';
import { takeToken } from '../components/token.js';
import { submitting } from '../forms.js';
import { session } from '../session.js';
import { textsOf } from '../texts.js';

const texts = await textsOf('account/setup');
const common = await textsOf('frame/common');

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
    return gateFrame(this.#keys ? this.#done() : !this.#open ? this.#closed() : this.#token ? this.#form() : this.#noToken(), { roomy: true, once: Boolean(this.#keys) });
  }

  #form() {
    return html`
      <h1 tabindex="-1">${texts.title}</h1>
      <p class="quiet">${texts.lead}</p>
      <form novalidate @submit=${this.#send}>
        <c-field name="workspaceName" label=${texts.workspaceName} autocomplete="organization" placeholder="Acme" required></c-field>
        <c-field name="ownerEmail" label=${texts.yourEmail} type="email" autocomplete="username" required></c-field>
        <c-field name="ownerPassword" label=${common.password} type="password" autocomplete="new-password" minlength="12" maxlength="200" required
          hint=${common.passphrase}></c-field>
        <c-problem></c-problem>
        <button class="button primary full" type="submit"><span>${texts.setUp}</span></button>
      </form>`;
  }

  #done() {
    const { secretKey, publishableKey, testSecretKey, testPublishableKey } = this.#keys;
    return html`
      <h1 tabindex="-1">${texts.ready}</h1>
      <p class="quiet">${texts.readyDetail}</p>
      <div class="body">
        ${secret(texts.secretKey, secretKey, texts.secretKeyHint)}
        ${secret(texts.publishableKey, publishableKey, texts.publishableKeyHint)}
        ${secret(texts.testSecretKey, testSecretKey, texts.testSecretKeyHint)}
        ${secret(texts.testPublishableKey, testPublishableKey, texts.testPublishableKeyHint)}
        <form novalidate @submit=${this.#enter}><c-problem></c-problem>
          <button class="button primary full" type="submit"><span>${texts.toWorkspace}</span></button></form>
      </div>`;
  }

  #closed() {
    return html`<h1 tabindex="-1">${texts.closed}</h1><p class="quiet">${texts.closedDetail}</p>
      <div class="body"><a class="button primary" href="/app/">${common.goOn}</a></div>`;
  }

  #noToken() {
    return html`<h1 tabindex="-1">${texts.title}</h1><div class="body">
      ${note('info', html`<p>${texts.openAddress}</p>`)}</div>`;
  }
}

customElements.define('setup-page', SetupPage);
