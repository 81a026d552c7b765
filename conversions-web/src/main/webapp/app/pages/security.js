import { html, nothing } from 'lit';
import { call } from '../api.js';
import '../components/audit.js';
import { confirm } from '../components/confirm.js';
import '../components/second-factor.js';
import { ago, badge, cardHead, head, table } from '../components/parts.js';
import { Page } from '../components/page.js';
import { say } from '../components/toasts.js';
import { submitting } from '../forms.js';
import { session } from '../session.js';

/** The person's own account: name and email, password, second factor, sessions; for owners what happened, too. */
class SecurityPage extends Page {
  #me = null;
  #sessions = [];
  #mailChanges = false;

  async load() {
    [this.#me, this.#sessions] = await Promise.all([call('GET', '/me'), call('GET', '/me/sessions')]);
  }

  #saveProfile = submitting(async ({ name, email, currentPassword }) => {
    const changed = email !== this.#me.email;
    await call('PATCH', '/me', { name, ...(changed ? { email, currentPassword } : {}) });
    await session.load();
    this.#mailChanges = false;
    await this.reload();
    say('Saved');
  });

  #changePassword = submitting(async (values, form) => {
    await call('PUT', '/me/password', values);
    form.querySelectorAll('c-field').forEach((field) => { field.value = ''; });
    say('Your password is changed. All other sessions have ended.');
    await session.load();
    await this.reload();
  });

  #endSession(one) {
    confirm({
      title: 'End this session?',
      text: `${one.browser ?? 'The browser'} on ${one.system ?? 'an unknown system'} is logged out at once.`,
      button: 'End the session',
      action: async () => {
        await call('DELETE', `/me/sessions/${one.id}`);
        await this.reload();
      },
    });
  }

  #endOthers() {
    confirm({
      title: 'Log out everywhere else?',
      text: 'All sessions but this one end at once.',
      button: 'Log out everywhere else',
      action: async () => {
        await call('DELETE', '/me/sessions');
        await this.reload();
      },
    });
  }

  content() {
    return html`
      ${head('Your account', 'Yours in all workspaces.')}
      <div class="stack wide">${this.#profile()}${this.#password()}
        <c-second-factor .me=${this.#me} @changed=${() => this.reload()}></c-second-factor>
        ${this.#sessionList()}
        ${session.is('owner') ? html`<c-audit></c-audit>` : nothing}
      </div>`;
  }

  #profile() {
    return html`<section class="card" aria-labelledby="profile">
      <div class="card-head"><div><h2 id="profile">Profile</h2></div>${this.#me.operator ? badge('accent', 'Operator of this server') : nothing}</div>
      <form class="stack" novalidate @submit=${this.#saveProfile}>
        <div class="fields two">
          <c-field name="name" label="Name" autocomplete="name" .value=${this.#me.name ?? ''}></c-field>
          <c-field name="email" label="Email" type="email" autocomplete="username" .value=${this.#me.email} required
            @input=${(event) => { this.#mailChanges = event.target.value !== this.#me.email; this.requestUpdate(); }}></c-field>
        </div>
        ${this.#mailChanges ? html`<c-field name="currentPassword" label="Your password" type="password" autocomplete="current-password" maxlength="200" required
          hint="It is needed to change the email."></c-field>` : nothing}
        <c-problem></c-problem>
        <div class="form-end"><button class="button" type="submit"><span>Save</span></button></div>
      </form></section>`;
  }

  #password() {
    return html`<section class="card" aria-labelledby="password">
      <div class="card-head"><div><h2 id="password">Password</h2><p>A new one ends all your other sessions.</p></div></div>
      <form class="stack" novalidate @submit=${this.#changePassword}>
        <div class="fields two">
          <c-field name="currentPassword" label="Password now" type="password" autocomplete="current-password" maxlength="200" required></c-field>
          <c-field name="newPassword" label="New password" type="password" autocomplete="new-password" minlength="12" maxlength="200" required hint="At least 12 characters."></c-field>
        </div>
        <c-problem></c-problem>
        <div class="form-end"><button class="button" type="submit"><span>Change the password</span></button></div>
      </form></section>`;
  }

  #sessionList() {
    return html`<section class="card flush" aria-label="Sessions">
      ${cardHead('Sessions', 'Where you are logged in.', this.#sessions.length > 1
    ? html`<button class="button small" type="button" @click=${() => this.#endOthers()}>Log out everywhere else</button>` : nothing)}
      ${table('Sessions', [
    { label: 'Device', cell: ({ browser, system, current }) => html`<span class="cell-title">${browser ?? 'Unknown browser'}</span> ${current ? badge('accent', 'This one') : nothing}<div class="quiet small">${system ?? ''}</div>` },
    { label: 'Network', cell: ({ network }) => html`<span class="mono">${network}</span>` },
    { label: 'Last seen', cell: ({ lastSeenAt }) => ago(lastSeenAt) },
    { label: 'Since', cell: ({ createdAt }) => ago(createdAt) },
    { label: 'Actions', actions: true, cell: (one) => (one.current ? nothing : html`<button class="button small" type="button" @click=${() => this.#endSession(one)}>End</button>`) },
  ], this.#sessions)}</section>`;
  }
}

customElements.define('security-page', SecurityPage);
