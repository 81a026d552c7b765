import { html } from 'lit';
import { call } from '../api.js';
import { gateFrame } from '../components/gate.js';
import { note } from '../components/parts.js';
import { Page } from '../components/page.js';
import { takeToken } from '../components/token.js';
import { doing, submitting } from '../forms.js';
import { navigate } from '../router.js';
import { session } from '../session.js';

const ROLES = { owner: 'an owner: you can do everything', member: 'a member: you can work with links, partners and Stripe', viewer: 'a viewer: you can see everything and change nothing' };

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
        error.message = 'Enter the code of your authenticator app as well.';
      } else if (error.reason === 'login_failed') {
        error.message = 'The password or the code is not right.';
      }
      throw error;
    });
    await this.#accept({});
  });

  #join = submitting(() => this.#accept({}));

  content() {
    return gateFrame(this.#invitation ? this.#invited() : html`
      <h1 tabindex="-1">This invitation is no longer good</h1>
      <p class="quiet">It was used, taken back, or has run out. Ask whoever invited you for a new one.</p>
      <div class="body"><a class="button" href="/app/login">Go to the login</a></div>`);
  }

  #invited() {
    const { workspace, email, role, signUp } = this.#invitation;
    return html`
      <h1 tabindex="-1">Join ${workspace.name}</h1>
      <p class="quiet">You are invited as ${ROLES[role] ?? role}.</p>
      ${signUp ? this.#newPerson(email) : session.person?.email === email ? this.#samePerson(email) : session.person ? this.#otherPerson(email)
      : this.#knownPerson(email)}`;
  }

  #newPerson(email) {
    return html`<form novalidate @submit=${this.#signUp}>
      <c-field name="email" label="Email" type="email" .value=${email} disabled autocomplete="username"></c-field>
      <c-field name="name" label="Your name" autocomplete="name" required></c-field>
      <c-field name="password" label="Password" type="password" autocomplete="new-password" minlength="12" maxlength="200" required hint="At least 12 characters."></c-field>
      <c-problem></c-problem>
      <button class="button primary full" type="submit"><span>Make my account and join</span></button></form>`;
  }

  #knownPerson(email) {
    return html`<form novalidate @submit=${this.#signIn}>
      <c-field name="email" label="Email" type="email" .value=${email} disabled autocomplete="username"></c-field>
      <c-field name="password" label="Password" type="password" autocomplete="current-password" maxlength="200" required hint="You have an account here already."></c-field>
      ${this.coded ? html`<c-field name="code" label="Code" look="code" autocomplete="one-time-code" maxlength="20" required></c-field>` : ''}
      <c-problem></c-problem>
      <button class="button primary full" type="submit"><span>Log in and join</span></button></form>`;
  }

  #samePerson(email) {
    return html`<form novalidate @submit=${this.#join}><p>You are logged in as <strong>${email}</strong>.</p><c-problem></c-problem>
      <button class="button primary full" type="submit"><span>Join the workspace</span></button></form>`;
  }

  #otherPerson(email) {
    return html`<div class="body">${note('caution', html`<p>The invitation is for ${email}, and you are logged in as ${session.person.email}.</p>`)}
      <button class="button" type="button" @click=${doing(async () => { await session.close(); this.requestUpdate(); })}>Log out and go on</button></div>`;
  }
}

customElements.define('invitation-page', InvitationPage);
