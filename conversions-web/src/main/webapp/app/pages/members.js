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
import { initials, relative } from '../format.js';
import { session } from '../session.js';

const ROLES = [
  { value: 'owner', text: 'Owner', explained: 'Everything, also members, keys and apps.' },
  { value: 'member', text: 'Member', explained: 'Links, partners, Stripe and settings; no members, no keys.' },
  { value: 'viewer', text: 'Viewer', explained: 'Sees everything, changes nothing.' },
];

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
      say(`${member.name || member.email} is now ${role === 'owner' ? 'an owner' : `a ${role}`}.`);
      await (member.id === session.person.id ? session.load() : null);
    } catch (error) {
      select.value = member.role;
      say(error.message, 'negative');
    }
    await this.reload();
  }

  #remove(member) {
    const name = member.name || member.email;
    confirm({
      title: `Remove ${name}?`,
      text: `${name} loses access to this workspace at once, and every app that they connected to it does too. What they made stays.`,
      button: 'Remove',
      action: async () => {
        await call('DELETE', `/workspace/members/${member.id}`);
        say(`${name} is removed.`);
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
      title: 'Take the invitation back?',
      text: `The link that ${invitation.email} got no longer works.`,
      button: 'Take back',
      action: async () => {
        await call('DELETE', `/workspace/invitations/${invitation.id}`);
        await this.reload();
      },
    });
  }

  content() {
    return html`
      ${head('Members', `The people who can open ${session.workspace.name}.`, html`
        <button class="button primary" type="button" @click=${() => { this.#inviting = true; this.requestUpdate(); }}>${icon('plus')}<span>Invite</span></button>`)}
      <div class="stack wide">
        <section class="card flush" aria-label="Members">${table('Members', [
    { label: 'Person', cell: (member) => this.#person(member) },
    { label: 'Role', cell: (member) => this.#role(member) },
    { label: 'Second factor', cell: ({ totp }) => (totp ? badge('positive', 'On') : badge('', 'Off')) },
    { label: 'Last seen', cell: ({ lastSeenAt }) => ago(lastSeenAt) },
    { label: 'Actions', actions: true, cell: (member) => this.#actions(member) },
  ], this.#members)}</section>
        <section class="card flush" aria-label="Invitations">
          ${cardHead('Invitations', 'They can be accepted once, by the person with that email.')}
          ${this.#invitations.length ? table('Invitations', [
    { label: 'Email', cell: ({ email }) => html`<span class="cell-title">${email}</span>` },
    { label: 'Role', cell: ({ role }) => ROLES.find(({ value }) => value === role)?.text ?? role },
    { label: 'Invited by', cell: ({ invitedBy }) => invitedBy?.email ?? invitedBy?.name ?? invitedBy ?? '' },
    { label: 'Good until', cell: ({ expiresAt }) => relative(expiresAt) },
    { label: 'Actions', actions: true, cell: (invitation) => html`<button class="button small" type="button" @click=${() => this.#takeBack(invitation)}>Take back</button>` },
  ], this.#invitations) : empty('mail', 'Nobody is invited', 'Invite somebody by email: you get a link to send them, in whatever way you like.')}
        </section>
      </div>
      ${this.#inviteDialog()}${this.#resetDialog()}`;
  }

  #person({ id, email, name }) {
    return html`<div class="row"><span class="person-mark" aria-hidden="true">${initials(name || email)}</span><div>
      <span class="cell-title">${name || email}</span> ${id === session.person.id ? badge('accent', 'You') : nothing}
      ${name ? html`<div class="quiet small">${email}</div>` : nothing}</div></div>`;
  }

  #role(member) {
    return html`<select class="input" aria-label="Role of ${member.name || member.email}"
      @change=${(event) => this.#changeRole(member, event.target.value, event.target)}>
      ${ROLES.map(({ value, text }) => html`<option value=${value} ?selected=${value === member.role}>${text}</option>`)}</select>`;
  }

  #actions(member) {
    return html`<div class="row">${member.id === session.person.id ? nothing : html`
      <button class="button small" type="button" @click=${doing(() => this.#makeReset(member))}><span>Reset password</span></button>`}
      <button class="button small danger" type="button" @click=${() => this.#remove(member)}>${member.id === session.person.id ? 'Leave' : 'Remove'}</button></div>`;
  }

  #inviteDialog() {
    const close = () => { this.#inviting = false; this.#invited = null; this.requestUpdate(); };
    return html`<c-dialog heading=${this.#invited ? 'The invitation is made' : 'Invite somebody'} .open=${this.#inviting} @closed=${close}>
      ${this.#invited ? html`<div class="stack">
        <p>Send this link to ${this.#invited.email}. It is shown only now, works once, and is good until ${relative(this.#invited.expiresAt)}.</p>
        ${secret('Link', this.#invited.url)}
        <div class="form-end right"><button class="button primary" type="button" @click=${close}>Done</button></div></div>` : html`
      <form class="stack" novalidate @submit=${this.#invite}>
        <c-field name="email" label="Email" type="email" required></c-field>
        <fieldset><legend>Role</legend><div class="options">${ROLES.map(({ value, text, explained }) => html`
          <label class="option"><input type="radio" name="role" value=${value} ?checked=${value === 'member'}><span><b>${text}</b><span class="quiet">${explained}</span></span></label>`)}</div></fieldset>
        <c-problem></c-problem>
        <div class="form-end right"><button class="button" type="button" @click=${close}>Cancel</button>
          <button class="button primary" type="submit"><span>Make the invitation</span></button></div></form>`}</c-dialog>`;
  }

  #resetDialog() {
    return html`<c-dialog heading="A link to set a new password" .open=${Boolean(this.#reset)} @closed=${() => { this.#reset = null; this.requestUpdate(); }}>
      ${this.#reset ? html`<div class="stack"><p>Send this link to ${this.#reset.member.email}. It works once and is good until ${relative(this.#reset.expiresAt)}.</p>
        ${secret('Link', this.#reset.url)}${note('caution', html`<p>Whoever has the link can set the password: send it by a way that only this person reads.</p>`)}</div>` : nothing}</c-dialog>`;
  }
}

customElements.define('members-page', MembersPage);
