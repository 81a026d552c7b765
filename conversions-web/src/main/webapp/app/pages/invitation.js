import { html } from 'lit';
import { call } from '../api.js';
import { gateFrame } from '../components/gate.js';
import { note } from '../components/parts.js';
import { Page } from '../components/page.js';
import { takeToken } from '../components/token.js';
import { doing, submitting } from '../forms.js';
import { navigate } from '../router.js';
import { session } from '../session.js';
import { textsOf } from '../texts.js';

const texts = await textsOf('account/invitation');
const common = await textsOf('frame/common');

/** The invitation to a workspace: a new person makes an account, a known one signs in and accepts. */
class InvitationPage extends Page {
  #token = takeToken();
  #invitation = null;

  async load() {
    if (this.#token) {
      this.#invitation = await call('GET', this.#address()).catch((error) => {
        if (error.status === 404) {
          return null;
        }
        throw error;
      });
    }
  }

  #address(more = '') {
    return `/invitations/${encodeURIComponent(this.#token)}${more}`;
  }

  async #accept(values) {
    session.take(await call('POST', this.#address('/accept'), values));
    navigate('/app/', { replace: true });
  }

  #signUp = submitting((values) => this.#accept(values));

  /** A known person proves to be themselves first, in the same step. */
  #signIn = submitting(async ({ password, code }) => {
    await session.open({ email: this.#invitation.email, password, ...(code ? { code } : {}) }).catch((error) => {
      if (error.reason === 'second_factor_required') {
        this.show({ coded: true });
        error.say(texts.codeToo);
      } else if (error.reason === 'login_failed') {
        error.say(texts.wrong);
      }
      throw error;
    });
    await this.#accept({});
  });

  #join = submitting(() => this.#accept({}));

  content() {
    return gateFrame(this.#invitation ? this.#invited() : html`
      <h1 tabindex="-1">${texts.gone}</h1>
      <p class="quiet">${texts.goneDetail}</p>
      <div class="body"><a class="button" href="/app/login">${texts.toLogin}</a></div>`);
  }

  #invited() {
    const { workspace, email, role, signUp } = this.#invitation;
    return html`
      <h1 tabindex="-1">${texts.join(workspace.name)}</h1>
      <p class="quiet">${texts.invitedAs(texts.roles[role] ?? role)}</p>
      ${signUp ? this.#newPerson(email) : session.person?.email === email ? this.#samePerson(email) : session.person ? this.#otherPerson(email)
      : this.#knownPerson(email)}`;
  }

  #newPerson(email) {
    return html`<form novalidate @submit=${this.#signUp}>
      <c-field name="email" label=${common.email} type="email" .value=${email} disabled autocomplete="username"></c-field>
      <c-field name="name" label=${texts.yourName} autocomplete="name" required></c-field>
      <c-field name="password" label=${common.password} type="password" autocomplete="new-password" minlength="12" maxlength="200" required hint=${common.atLeast12}></c-field>
      <c-problem></c-problem>
      <button class="button primary full" type="submit"><span>${texts.signUp}</span></button></form>`;
  }

  #knownPerson(email) {
    return html`<form novalidate @submit=${this.#signIn}>
      <c-field name="email" label=${common.email} type="email" .value=${email} disabled autocomplete="username"></c-field>
      <c-field name="password" label=${common.password} type="password" autocomplete="current-password" maxlength="200" required hint=${texts.known}></c-field>
      ${this.coded ? html`<c-field name="code" label=${common.code} look="code" autocomplete="one-time-code" maxlength="20" required></c-field>` : ''}
      <c-problem></c-problem>
      <button class="button primary full" type="submit"><span>${texts.logIn}</span></button></form>`;
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

customElements.define('invitation-page', InvitationPage);
