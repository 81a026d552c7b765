import { html, nothing } from 'lit';
import { confirm } from '../../components/confirm.js';
import { secret } from '../../components/copy.js';
import '../../components/dialog.js';
import { icon } from '../../components/icons.js';
import { badge, cardHead, head, table } from '../../components/parts.js';
import { say } from '../../components/toasts.js';
import { submitting } from '../../forms.js';
import { initials } from '../../format.js';
import { relative } from '../../relative.js';
import { session } from '../../session.js';
import { textsOf } from '../../texts.js';
import { View } from '../view.js';

const texts = await textsOf('portal/portal-members');
const common = await textsOf('frame/common');
const ROLES = ['owner', 'member'];

/** The people of the partner, and the way to another one. */
class Members extends View {
  #inviting = false;
  #role = 'member';
  /** The invitation that was just made. */
  #invited = null;

  async look() {
    const [members, invitations] = await Promise.all([this.portal.get('/members'), this.portal.get('/invitations')]);
    return { members, invitations };
  }

  #invite = submitting(async ({ email, password }) => {
    this.#invited = await this.portal.send('POST', '/invitations', { email, role: this.#role, password: password || undefined });
    await this.reload();
  });

  #close() {
    this.#inviting = false;
    this.#role = 'member';
    this.#invited = null;
    this.requestUpdate();
  }

  #withdraw({ id, email }) {
    confirm({
      title: texts.withdrawAsked,
      text: texts.withdrawText(email),
      button: texts.withdraw,
      action: async () => {
        await this.portal.send('DELETE', `/invitations/${id}`);
        await this.reload();
      },
    });
  }

  #remove(member) {
    const { id } = member;
    const name = member.name || member.email;
    confirm({
      title: texts.removeAsked(name),
      text: texts.removeText(name),
      button: texts.remove,
      action: async () => {
        await this.portal.send('DELETE', `/members/${id}`);
        say(texts.removed(name));
        await (id === session.person.id ? location.assign('/partners/') : this.reload());
      },
    });
  }

  shown({ members, invitations }) {
    const invite = this.portal.owns ? html`<button class="button primary" type="button" @click=${() => { this.#inviting = true; this.requestUpdate(); }}>${icon('plus')}<span>${texts.invite}</span></button>` : nothing;
    return html`${head(texts.title, texts.lead(this.portal.current.partnerName), invite)}
      <section class="card flush" aria-label=${texts.title}>${table(texts.title, [
    { label: texts.person, cell: (member) => this.#person(member) },
    { label: common.role, cell: ({ role }) => texts.roles[role] ?? role },
    { label: common.actions, actions: true, cell: (member) => (this.portal.owns ? html`<button class="button small danger" type="button" aria-label=${texts.removeOf(member.name || member.email)} @click=${() => this.#remove(member)}>${texts.remove}</button>` : nothing) },
  ], members)}</section>
      ${invitations.length ? html`<section class="card flush after" aria-label=${texts.invitations}>${cardHead(texts.invitations)}${table(texts.invitations, [
    { label: common.email, cell: ({ email }) => html`<span class="cell-title">${email}</span>` },
    { label: common.role, cell: ({ role }) => texts.roles[role] ?? role },
    { label: texts.expires, cell: ({ expiresAt }) => relative(expiresAt) },
    { label: common.actions, actions: true, cell: (invitation) => (this.portal.owns ? html`<button class="button small danger" type="button" aria-label=${texts.withdrawOf(invitation.email)} @click=${() => this.#withdraw(invitation)}>${texts.withdraw}</button>` : nothing) },
  ], invitations)}</section>` : nothing}${this.#dialog()}`;
  }

  #person(member) {
    const { name, email } = member;
    return html`<div class="row"><span class="person-mark" aria-hidden="true">${initials(name || email)}</span><div><span class="cell-title">${name || email}</span>
      ${member.id === session.person.id ? badge('accent', texts.you) : nothing}${name ? html`<div class="quiet small">${email}</div>` : nothing}</div></div>`;
  }

  #dialog() {
    const invited = this.#invited;
    return html`<c-dialog heading=${texts.invite} .open=${this.#inviting} @closed=${() => this.#close()}>
      ${invited ? html`<div class="stack"><p>${invited.url ? texts.handOver(invited.email, relative(invited.expiresAt)) : texts.mailed(invited.email, relative(invited.expiresAt))}</p>${invited.url ? secret(common.link, invited.url) : nothing}
        <div class="form-end right"><button class="button primary" type="button" @click=${() => this.#close()}>${common.done}</button></div></div>` : html`
      <form class="stack" novalidate @submit=${this.#invite}>
        <c-field name="email" label=${common.email} type="email" required></c-field>
        <fieldset><legend>${common.role}</legend><div class="options">${ROLES.map((role) => html`
          <label class="option"><input type="radio" name="role" value=${role} .checked=${role === this.#role} @change=${() => { this.#role = role; this.requestUpdate(); }}><span><b>${texts.roles[role]}</b><span class="quiet">${texts.explained[role]}</span></span></label>`)}</div></fieldset>
        ${this.#role === 'owner' ? html`<c-field name="password" type="password" label=${common.yourPassword} hint=${texts.passwordHint} autocomplete="current-password" maxlength="200"></c-field>` : nothing}
        <c-problem></c-problem>
        <div class="form-end right"><button class="button" type="button" @click=${() => this.#close()}>${common.cancel}</button>
          <button class="button primary" type="submit"><span>${texts.send}</span></button></div></form>`}</c-dialog>`;
  }
}

customElements.define('portal-members', Members);
