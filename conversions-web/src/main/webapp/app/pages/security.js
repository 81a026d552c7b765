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
import { textsOf } from '../texts.js';

const texts = await textsOf('security/security');
const common = await textsOf('frame/common');
const frame = await textsOf('frame/frame');

/** The person's own account: name and email, password, second factor, sessions; for owners what happened, too. */
class SecurityPage extends Page {
  static properties = { ...Page.properties, lead: {} };

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
    say(common.saved);
  });

  #changePassword = submitting(async (values, form) => {
    await call('PUT', '/me/password', values);
    form.querySelectorAll('c-field').forEach((field) => { field.value = ''; });
    say(texts.passwordChanged);
    await session.load();
    await this.reload();
  });

  #endSession(one) {
    confirm({
      title: texts.endAsked,
      text: texts.endDetail(one.browser, one.system),
      button: texts.endSession,
      action: async () => {
        await call('DELETE', `/me/sessions/${one.id}`);
        await this.reload();
      },
    });
  }

  #endOthers() {
    confirm({
      title: texts.endOthersAsked,
      text: texts.endOthersDetail,
      button: texts.endOthers,
      action: async () => {
        await call('DELETE', '/me/sessions');
        await this.reload();
      },
    });
  }

  content() {
    return html`
      ${head(frame.titles.security, this.lead ?? texts.lead)}
      <div class="stack wide">${this.#profile()}${this.#password()}
        <c-second-factor .me=${this.#me} @changed=${() => this.reload()}></c-second-factor>
        ${this.#sessionList()}
        ${session.is('owner') ? html`<c-audit></c-audit>` : nothing}
      </div>`;
  }

  #profile() {
    return html`<section class="card" aria-labelledby="profile">
      <div class="card-head"><div><h2 id="profile">${texts.profile}</h2></div>${this.#me.operator ? badge('accent', texts.operator) : nothing}</div>
      <form class="stack" novalidate @submit=${this.#saveProfile}>
        <div class="fields two">
          <c-field name="name" label=${common.name} autocomplete="name" .value=${this.#me.name ?? ''}></c-field>
          <c-field name="email" label=${common.email} type="email" autocomplete="username" .value=${this.#me.email} required
            @input=${(event) => { this.#mailChanges = event.target.value !== this.#me.email; this.requestUpdate(); }}></c-field>
        </div>
        ${this.#mailChanges ? html`<c-field name="currentPassword" label=${common.yourPassword} type="password" autocomplete="current-password" maxlength="200" required
          hint=${texts.neededForEmail}></c-field>` : nothing}
        <c-problem></c-problem>
        <div class="form-end"><button class="button" type="submit"><span>${common.save}</span></button></div>
      </form></section>`;
  }

  #password() {
    return html`<section class="card" aria-labelledby="password">
      <div class="card-head"><div><h2 id="password">${common.password}</h2><p>${texts.passwordDetail}</p></div></div>
      <form class="stack" novalidate @submit=${this.#changePassword}>
        <div class="fields two">
          <c-field name="currentPassword" label=${texts.passwordNow} type="password" autocomplete="current-password" maxlength="200" required></c-field>
          <c-field name="newPassword" label=${common.newPassword} type="password" autocomplete="new-password" minlength="12" maxlength="200" required hint=${common.atLeast12}></c-field>
        </div>
        <c-problem></c-problem>
        <div class="form-end"><button class="button" type="submit"><span>${texts.changePassword}</span></button></div>
      </form></section>`;
  }

  #sessionList() {
    return html`<section class="card flush" aria-label=${texts.sessions}>
      ${cardHead(texts.sessions, texts.sessionsDetail, this.#sessions.length > 1
    ? html`<button class="button small" type="button" @click=${() => this.#endOthers()}>${texts.endOthers}</button>` : nothing)}
      ${table(texts.sessions, [
    { label: texts.device, cell: ({ browser, system, current }) => html`<span class="cell-title">${browser ?? texts.unknownBrowser}</span> ${current ? badge('accent', texts.thisOne) : nothing}<div class="quiet small">${system ?? ''}</div>` },
    { label: common.network, cell: ({ network }) => html`<span class="mono">${network}</span>` },
    { label: common.lastSeen, cell: ({ lastSeenAt }) => ago(lastSeenAt) },
    { label: texts.since, cell: ({ createdAt }) => ago(createdAt) },
    { label: common.actions, actions: true, cell: (one) => (one.current ? nothing : html`<button class="button small" type="button" @click=${() => this.#endSession(one)}>${texts.end}</button>`) },
  ], this.#sessions)}</section>`;
  }
}

customElements.define('security-page', SecurityPage);
