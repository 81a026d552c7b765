import { html } from 'lit';
import { call } from '../../api.js';
import { note } from '../../components/parts.js';
import { Page } from '../../components/page.js';
import { submitting } from '../../forms.js';
import { session } from '../../session.js';
import { textsOf } from '../../texts.js';
import { gate } from '../gate.js';
import { portal } from '../portal.js';

const texts = await textsOf('portal/portal-login');
const common = await textsOf('frame/common');

/** The login: email and password, where a second factor is on its code, or a link by mail instead of the password. */
class Login extends Page {
  /** What was right so far, while the code is asked for. */
  #proof = null;
  #byMail = false;
  #sentTo = null;
  #email = '';

  #send = submitting(async (values, form) => {
    const proof = { ...this.#proof, ...values };
    try {
      await session.open(proof);
    } catch (error) {
      if (error.reason !== 'second_factor_required') {
        form.querySelector('c-field[name="code"], c-field[name="password"]').value = '';
        throw error.reason === 'login_failed' ? error.say(this.#proof ? texts.wrongCode : texts.wrongPassword) : error;
      }
      this.#proof = proof;
      this.requestUpdate();
      await this.updateComplete;
      this.querySelector('c-field[name="code"]').focus();
      return;
    }
    await portal.load();
  });

  #mail = submitting(async ({ email }) => {
    await call('POST', '/portal/login-links', { email });
    this.#sentTo = email;
    this.requestUpdate();
  });

  #turn(byMail) {
    this.#email = this.querySelector('c-field[name="email"]')?.value ?? '';
    this.#byMail = byMail;
    this.#sentTo = null;
    this.requestUpdate();
  }

  content() {
    return gate(this.#proof ? this.#secondStep() : this.#sentTo ? this.#sent() : this.#byMail ? this.#mailed() : this.#firstStep());
  }

  #firstStep() {
    return html`<h1 tabindex="-1">${texts.title}</h1><p class="quiet">${texts.welcome}</p>
      <form novalidate @submit=${this.#send}>
        <c-field name="email" label=${common.email} type="email" autocomplete="username" required .value=${this.#email}></c-field>
        <c-field name="password" label=${common.password} type="password" autocomplete="current-password" maxlength="200" required></c-field>
        <c-problem></c-problem>
        <button class="button primary full" type="submit"><span>${texts.title}</span></button>
        <button class="button full" type="button" @click=${() => this.#turn(true)}>${texts.byMail}</button>
        <p class="small"><a href="#/forgot">${texts.forgotten}</a></p></form>`;
  }

  #mailed() {
    return html`<h1 tabindex="-1">${texts.byMail}</h1><p class="quiet">${texts.byMailText}</p>
      <form novalidate @submit=${this.#mail}>
        <c-field name="email" label=${common.email} type="email" autocomplete="username" required .value=${this.#email}></c-field>
        <c-problem></c-problem>
        <button class="button primary full" type="submit"><span>${texts.sendLink}</span></button>
        <button class="button bare full" type="button" @click=${() => this.#turn(false)}>${texts.withPassword}</button></form>`;
  }

  #sent() {
    return html`<h1 tabindex="-1">${texts.sentTitle}</h1>
      <div class="body">${note('positive', html`<p>${texts.sent(this.#sentTo)}</p>`)}<p class="quiet">${texts.nothingCame}</p>
        <button class="button" type="button" @click=${() => this.#turn(false)}>${texts.withPassword}</button></div>`;
  }

  #secondStep() {
    return html`<h1 tabindex="-1">${texts.secondStep}</h1><p class="quiet">${texts.enterCode}</p>
      <form novalidate @submit=${this.#send}>
        <c-field name="code" label=${common.code} look="code" autocomplete="one-time-code" maxlength="20" required></c-field>
        <c-problem></c-problem>
        <button class="button primary full" type="submit"><span>${common.goOn}</span></button>
        <button class="button bare full" type="button" @click=${() => { this.#proof = null; this.requestUpdate(); }}>${texts.someoneElse}</button></form>`;
  }
}

customElements.define('portal-login', Login);
