import { html, nothing } from 'lit';
import { call } from '../../api.js';
import { note } from '../../components/parts.js';
import { Page } from '../../components/page.js';
import { doing, submitting } from '../../forms.js';
import { session } from '../../session.js';
import { textsOf } from '../../texts.js';
import { gate } from '../gate.js';
import { portal } from '../portal.js';
import { go, keptToken } from '../router.js';

const texts = await textsOf('portal/portal-login');
const common = await textsOf('frame/common');

/** The invitation to a partner's account in a program: a new person sets a password, a known one signs in and accepts. */
class Invitation extends Page {
  #token = null;
  #invitation = null;
  #coded = false;

  async load() {
    this.#token ??= keptToken('invitation', this.rest[0]);
    this.#invitation = this.#token ? await call('GET', this.#address()).catch((error) => {
      if (error.status === 404 || error.status === 410) {
        return null;
      }
      throw error;
    }) : null;
  }

  #address(more = '') {
    return `/portal/invitations/${encodeURIComponent(this.#token)}${more}`;
  }

  async #accept(values) {
    const answer = await call('POST', this.#address('/accept'), values);
    if (answer?.person && answer.csrfToken) {
      session.take(answer);
    }
    go('#/', { replace: true });
    await portal.load();
  }

  #signUp = submitting(({ name, password }) => this.#accept({ name, password }));

  /** A known person proves to be themselves first, in the same step. */
  #signIn = submitting(async ({ password, code }) => {
    await session.open({ email: this.#invitation.email, password, ...(code ? { code } : {}) }).catch((error) => {
      if (error.reason === 'second_factor_required') {
        this.#coded = true;
        this.requestUpdate();
        error.say(texts.codeToo);
      } else if (error.reason === 'login_failed') {
        error.say(this.#coded ? texts.wrongCode : texts.wrongPassword);
      }
      throw error;
    });
    await this.#accept({});
  });

  #join = submitting(() => this.#accept({}));

  content() {
    return gate(this.#invitation ? this.#invited(this.#invitation) : html`
      <h1 tabindex="-1">${texts.gone}</h1><p class="quiet">${texts.goneText}</p>
      <div class="body"><a class="button" href="#/login">${texts.toLogin}</a></div>`);
  }

  #invited({ programName, partnerName, email, role, personExists }) {
    return html`<h1 tabindex="-1">${texts.join(programName)}</h1>
      <p class="quiet">${role === 'owner' ? texts.invited : texts.invitedFor(partnerName)}</p>
      ${!personExists ? this.#newPerson(email, role === 'owner' && partnerName !== email ? partnerName : '') : session.person?.email === email ? this.#samePerson(email) : session.person ? this.#otherPerson(email) : this.#knownPerson(email)}`;
  }

  #email(email) {
    return html`<c-field name="email" label=${common.email} type="email" .value=${email} disabled autocomplete="username"></c-field>`;
  }

  #newPerson(email, name) {
    return html`<form novalidate @submit=${this.#signUp}>${this.#email(email)}
      <c-field name="name" label=${texts.yourName} autocomplete="name" required .value=${name}></c-field>
      <c-field name="password" label=${texts.setPassword} type="password" autocomplete="new-password" minlength="12" maxlength="200" required hint=${common.passphrase}></c-field>
      <c-problem></c-problem>
      <button class="button primary full" type="submit"><span>${texts.begin}</span></button></form>`;
  }

  #knownPerson(email) {
    return html`<form novalidate @submit=${this.#signIn}>${this.#email(email)}
      <c-field name="password" label=${common.password} type="password" autocomplete="current-password" maxlength="200" required hint=${texts.known}></c-field>
      ${this.#coded ? html`<c-field name="code" label=${common.code} look="code" autocomplete="one-time-code" maxlength="20" required></c-field>` : nothing}
      <c-problem></c-problem>
      <button class="button primary full" type="submit"><span>${texts.logInAndJoin}</span></button></form>`;
  }

  #samePerson(email) {
    return html`<form novalidate @submit=${this.#join}><p>${texts.loggedIn(email)}</p><c-problem></c-problem>
      <button class="button primary full" type="submit"><span>${texts.joinNow}</span></button></form>`;
  }

  #otherPerson(email) {
    return html`<div class="body">${note('caution', html`<p>${texts.forAnother(email, session.person.email)}</p>`)}
      <button class="button" type="button" @click=${doing(async () => { await session.close(); this.requestUpdate(); })}>${texts.logOut}</button></div>`;
  }
}

customElements.define('portal-invitation', Invitation);
