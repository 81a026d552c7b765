import { html, nothing } from 'lit';
import { call } from '../api.js';
import { confirm } from '../components/confirm.js';
import { secret } from '../components/copy.js';
import '../components/dialog.js';
import { icon } from '../components/icons.js';
import { ago, badge, cardHead, empty, head, note, table } from '../components/parts.js';
import { Page } from '../components/page.js';
import { say } from '../components/toasts.js';
import { doing, submitting } from '../forms.js';
import { initials } from '../format.js';
import { relative } from '../relative.js';
import { session } from '../session.js';
import { textsOf } from '../texts.js';

const texts = await textsOf('settings/members');
const common = await textsOf('frame/common');
const frame = await textsOf('frame/frame');
const ROLES = ['owner', 'member', 'viewer'];

/** The people of the workspace: roles, invitations, and a link for whoever forgot their password. */
class MembersPage extends Page {
  #members = [];
  #invitations = [];
  #inviting = false;
  #invited = null;
  #reset = null;

  async load() {
    [this.#members, this.#invitations] = await Promise.all([call('GET', '/workspace/members'), call('GET', '/workspace/invitations')]);
  }

  #invite = submitting(async (values) => {
    this.#invited = await call('POST', '/workspace/invitations', values);
    await this.reload();
  });

  async #changeRole(member, role, select) {
    try {
      await call('PATCH', `/workspace/members/${member.id}`, { role });
      say(texts.changed[role](member.name || member.email));
      await (member.id === session.person.id ? session.load() : null);
    } catch (error) {
      select.value = member.role;
      say(error.message, 'negative', error.lang);
    }
    await this.reload();
  }

  #remove(member) {
    const name = member.name || member.email;
    confirm({
      title: texts.removeAsked(name),
      text: texts.removeDetail(name),
      button: texts.remove,
      action: async () => {
        await call('DELETE', `/workspace/members/${member.id}`);
        say(texts.removed(name));
        await this.reload();
      },
    });
  }

  async #makeReset(member) {
    this.#reset = { ...await call('POST', `/workspace/members/${member.id}/password-reset`), member };
    this.requestUpdate();
  }

  #takeBack(invitation) {
    confirm({
      title: texts.takeBackAsked,
      text: texts.takeBackDetail(invitation.email),
      button: texts.takeBack,
      action: async () => {
        await call('DELETE', `/workspace/invitations/${invitation.id}`);
        await this.reload();
      },
    });
  }

  content() {
    return html`
      ${head(frame.titles.members, texts.lead(session.workspace.name), html`
        <button class="button primary" type="button" @click=${() => { this.#inviting = true; this.requestUpdate(); }}>${icon('plus')}<span>${texts.invite}</span></button>`)}
      <div class="stack wide">
        <section class="card flush" aria-label=${frame.titles.members}>${table(frame.titles.members, [
    { label: texts.person, cell: (member) => this.#person(member) },
    { label: common.role, cell: (member) => this.#role(member) },
    { label: texts.secondFactor, cell: ({ totp }) => (totp ? badge('positive', common.on) : badge('', common.off)) },
    { label: common.lastSeen, cell: ({ lastSeenAt }) => ago(lastSeenAt) },
    { label: common.actions, actions: true, cell: (member) => this.#actions(member) },
  ], this.#members)}</section>
        <section class="card flush" aria-label=${texts.invitations}>
          ${cardHead(texts.invitations, texts.invitationsDetail)}
          ${this.#invitations.length ? table(texts.invitations, [
    { label: common.email, cell: ({ email }) => html`<span class="cell-title">${email}</span>` },
    { label: common.role, cell: ({ role }) => texts.roles[role] ?? role },
    { label: texts.invitedBy, cell: ({ invitedBy }) => invitedBy?.email ?? invitedBy?.name ?? invitedBy ?? '' },
    { label: texts.goodUntil, cell: ({ expiresAt }) => relative(expiresAt) },
    { label: common.actions, actions: true, cell: (invitation) => html`<button class="button small" type="button" @click=${() => this.#takeBack(invitation)}>${texts.takeBack}</button>` },
  ], this.#invitations) : empty('mail', texts.nobody, texts.nobodyDetail)}
        </section>
      </div>
      ${this.#inviteDialog()}${this.#resetDialog()}`;
  }

  #person({ id, email, name }) {
    return html`<div class="row"><span class="person-mark" aria-hidden="true">${initials(name || email)}</span><div>
      <span class="cell-title">${name || email}</span> ${id === session.person.id ? badge('accent', texts.you) : nothing}
      ${name ? html`<div class="quiet small">${email}</div>` : nothing}</div></div>`;
  }

  #role(member) {
    return html`<select class="input" aria-label=${texts.roleOf(member.name || member.email)}
      @change=${(event) => this.#changeRole(member, event.target.value, event.target)}>
      ${ROLES.map((role) => html`<option value=${role} ?selected=${role === member.role}>${texts.roles[role]}</option>`)}</select>`;
  }

  #actions(member) {
    return html`<div class="row">${member.id === session.person.id ? nothing : html`
      <button class="button small" type="button" @click=${doing(() => this.#makeReset(member))}><span>${texts.resetPassword}</span></button>`}
      <button class="button small danger" type="button" @click=${() => this.#remove(member)}>${member.id === session.person.id ? texts.leave : texts.remove}</button></div>`;
  }

  #inviteDialog() {
    const close = () => { this.#inviting = false; this.#invited = null; this.requestUpdate(); };
    return html`<c-dialog heading=${this.#invited ? texts.invited : texts.inviteSomebody} .open=${this.#inviting} @closed=${close}>
      ${this.#invited ? html`<div class="stack">
        <p>${texts.sendInvitation(this.#invited.email, relative(this.#invited.expiresAt))}</p>
        ${secret(common.link, this.#invited.url)}
        <div class="form-end right"><button class="button primary" type="button" @click=${close}>${common.done}</button></div></div>` : html`
      <form class="stack" novalidate @submit=${this.#invite}>
        <c-field name="email" label=${common.email} type="email" required></c-field>
        <fieldset><legend>${common.role}</legend><div class="options">${ROLES.map((role) => html`
          <label class="option"><input type="radio" name="role" value=${role} ?checked=${role === 'member'}><span><b>${texts.roles[role]}</b><span class="quiet">${texts.explained[role]}</span></span></label>`)}</div></fieldset>
        <c-problem></c-problem>
        <div class="form-end right"><button class="button" type="button" @click=${close}>${common.cancel}</button>
          <button class="button primary" type="submit"><span>${texts.makeInvitation}</span></button></div></form>`}</c-dialog>`;
  }

  #resetDialog() {
    return html`<c-dialog heading=${texts.resetLink} .open=${Boolean(this.#reset)} @closed=${() => { this.#reset = null; this.requestUpdate(); }}>
      ${this.#reset ? html`<div class="stack"><p>${texts.sendReset(this.#reset.member.email, relative(this.#reset.expiresAt))}</p>
        ${secret(common.link, this.#reset.url)}${note('caution', html`<p>${texts.resetWarning}</p>`)}</div>` : nothing}</c-dialog>`;
  }
}

customElements.define('members-page', MembersPage);
