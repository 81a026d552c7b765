import { html, LitElement, nothing } from 'lit';
import { call } from '../api.js';
import { submitting } from '../forms.js';
import { textsOf } from '../texts.js';
import { copy } from './copy.js';
import './dialog.js';
import { badge, note } from './parts.js';
import { say } from './toasts.js';

const texts = await textsOf('security/second-factor');
const common = await textsOf('frame/common');

/** The second factor of the login: turned on with an authenticator app in three steps, and off. Tells when it changed. */
class SecondFactor extends LitElement {
  static properties = { me: { attribute: false } };

  /** @type {null|'password'|'scan'|'codes'|'off'} */
  #step = null;
  #password = '';
  #secret = null;
  #codes = [];

  createRenderRoot() {
    return this;
  }

  #go(step) {
    this.#step = step;
    this.requestUpdate();
  }

  #close() {
    const changed = this.#step === 'codes';
    this.#password = '';
    this.#secret = null;
    this.#codes = [];
    this.#go(null);
    if (changed) {
      this.dispatchEvent(new Event('changed'));
    }
  }

  #begin = submitting(async ({ password }) => {
    const secret = await call('POST', '/me/totp', { password });
    // Without the picture the secret can still be typed.
    const picture = await call('POST', '/me/totp/picture', { otpauthUri: secret.otpauthUri }).catch(() => null);
    this.#password = password;
    this.#secret = { ...secret, picture };
    this.#go('scan');
  });

  #finish = submitting(async ({ code }) => {
    this.#codes = (await call('POST', '/me/totp', { password: this.#password, code })).recoveryCodes;
    this.#go('codes');
  });

  #turnOff = submitting(async (values) => {
    await call('DELETE', '/me/totp', values);
    this.#go(null);
    say(texts.nowOff);
    this.dispatchEvent(new Event('changed'));
  });

  render() {
    const { totp, recoveryCodesLeft } = this.me;
    return html`
      <section class="card" aria-labelledby="second-factor">
        <div class="card-head"><div><h2 id="second-factor">${texts.title} ${totp ? badge('positive', common.on) : badge('', common.off)}</h2>
          <p>${totp ? texts.isOn(recoveryCodesLeft)
    : texts.isOff}</p></div>
          ${totp ? html`<button class="button danger" type="button" @click=${() => this.#go('off')}>${texts.turnOff}</button>`
    : html`<button class="button" type="button" @click=${() => this.#go('password')}>${texts.turnOn}</button>`}</div>
        ${totp && recoveryCodesLeft < 3 ? note('caution', html`<p>${texts.fewLeft}</p>`) : nothing}
      </section>
      <c-dialog heading=${this.#step === 'off' ? texts.turningOff : this.#step === 'codes' ? texts.keep : texts.turningOn}
        .open=${this.#step !== null} @closed=${() => this.#close()}>${this.#body()}</c-dialog>`;
  }

  #body() {
    switch (this.#step) {
      case 'password': return this.#passwordStep();
      case 'scan': return this.#scanStep();
      case 'codes': return this.#codesStep();
      case 'off': return this.#offStep();
      default: return nothing;
    }
  }

  #passwordStep() {
    return html`<form class="stack" novalidate @submit=${this.#begin}>
      <c-field name="password" label=${common.yourPassword} type="password" autocomplete="current-password" maxlength="200" required></c-field>
      <c-problem></c-problem><div class="form-end right"><button class="button primary" type="submit"><span>${common.goOn}</span></button></div></form>`;
  }

  #scanStep() {
    const { secret, picture, otpauthUri } = this.#secret;
    return html`<form class="stack" novalidate @submit=${this.#finish}>
      <p>${texts.scan}</p>
      <div class="row">
        ${picture ? html`<svg class="qr" role="img" aria-label=${texts.qr} viewBox="0 0 ${picture.size} ${picture.size}" shape-rendering="crispEdges"><path d=${picture.path} fill="#000000"></path></svg>` : nothing}
        <div class="grow stack tight"><span class="small quiet">${texts.orType}</span><c-copy text=${secret} label=${texts.theSecret}></c-copy>
          <a class="small" href=${otpauthUri}>${texts.openApp}</a></div>
      </div>
      <c-field name="code" label=${common.code} look="code" inputmode="numeric" autocomplete="one-time-code" maxlength="6" pattern="[0-9]{6}" wrong=${texts.sixDigits} required></c-field>
      <c-problem></c-problem><div class="form-end right"><button class="button primary" type="submit"><span>${texts.turnOn}</span></button></div></form>`;
  }

  #codesStep() {
    const text = this.#codes.join('\n');
    return html`<div class="stack"><p>${texts.codes}</p>
      <ul class="recovery">${this.#codes.map((code) => html`<li>${code}</li>`)}</ul>
      <div class="form-end right"><button class="button" type="button" @click=${() => copy(text, this.querySelector('.recovery'))}>${texts.copyAll}</button>
        <button class="button primary" type="button" data-first @click=${() => this.#close()}>${texts.kept}</button></div></div>`;
  }

  #offStep() {
    return html`<form class="stack" novalidate @submit=${this.#turnOff}>
      <c-field name="password" label=${common.yourPassword} type="password" autocomplete="current-password" maxlength="200" required></c-field>
      <c-field name="code" label=${common.code} look="code" autocomplete="one-time-code" maxlength="20" required hint=${texts.codeHint}></c-field>
      <c-problem></c-problem><div class="form-end right"><button class="button danger primary" type="submit"><span>${texts.turnOff}</span></button></div></form>`;
  }
}

customElements.define('c-second-factor', SecondFactor);
