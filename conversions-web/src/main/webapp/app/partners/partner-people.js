import { html, LitElement, nothing } from 'lit';
import { call } from '../api.js';
import { confirm } from '../components/confirm.js';
import { secret } from '../components/copy.js';
import '../components/dialog.js';
import '../components/field.js';
import { icon } from '../components/icons.js';
import { cardHead } from '../components/parts.js';
import { say } from '../components/toasts.js';
import { submitting } from '../forms.js';
import { relative } from '../relative.js';
import { session } from '../session.js';
import { textsOf } from '../texts.js';

const texts = await textsOf('partners/partner-people');
const common = await textsOf('frame/common');

/** The people of a partner who can open the portal, who is invited to it, and the way to another one. */
class PartnerPeople extends LitElement {
  static properties = { partner: { attribute: false } };

  /** Undefined until it is known. */
  #members = undefined;
  #invitations = [];
  #inviting = false;
  #invited = null;

  createRenderRoot() {
    return this;
  }

  willUpdate(changed) {
    if (changed.has('partner') && changed.get('partner')?.id !== this.partner.id) {
      this.#look();
    }
  }

  async #look() {
    const path = this.#path();
    try {
      [this.#members, this.#invitations] = await Promise.all([call('GET', `${path}/members`), call('GET', `${path}/invitations`)]);
    } catch (error) {
      say(error.message, 'negative', error.lang);
    }
    this.requestUpdate();
  }

  #path(more = '') {
    return `/partners/${encodeURIComponent(this.partner.id)}${more}`;
  }

  #invite = submitting(async ({ email, role }) => {
    this.#invited = await call('POST', this.#path('/invitations'), { email, role });
    await this.#look();
  });

  #ask(question, path) {
    confirm({
      ...question,
      action: async () => {
        await call('DELETE', this.#path(path));
        await this.#look();
      },
    });
  }

  #close() {
    this.#inviting = false;
    this.#invited = null;
    this.requestUpdate();
  }

  render() {
    const members = this.#members;
    return members === undefined ? nothing : html`<section class="card" aria-label=${texts.title}>
      ${cardHead(texts.title, nothing, session.is('member') ? html`<button class="button small" type="button" @click=${() => { this.#inviting = true; this.requestUpdate(); }}>${icon('plus')}<span>${texts.invite}</span></button>` : nothing)}
      ${members.length || this.#invitations.length ? html`<ul class="plain stack tight">
        ${members.map((member) => this.#line(member.name || member.email, texts.roles[member.role], texts.remove, texts.removeOf(member.email), () => this.#ask(
    { title: texts.removeAsked(member.email), text: texts.removeText, button: texts.remove }, `/members/${member.id}`)))}
        ${this.#invitations.map((invitation) => this.#line(invitation.email, texts.invitedUntil(relative(invitation.expiresAt)), texts.withdraw, texts.withdrawOf(invitation.email), () => this.#ask(
    { title: texts.withdrawAsked, text: texts.withdrawText(invitation.email), button: texts.withdraw }, `/invitations/${invitation.id}`)))}</ul>` : html`<p class="quiet">${texts.nobody}</p>`}
      </section>${this.#dialog()}`;
  }

  #line(name, detail, button, label, action) {
    return html`<li class="row apart"><div class="grow"><div class="cell-title">${name}</div><div class="quiet small">${detail}</div></div>
      ${session.is('member') ? html`<button class="button small danger" type="button" aria-label=${label} @click=${action}>${button}</button>` : nothing}</li>`;
  }

  /** Only an owner of the workspace invites those who say where the money goes. */
  #roles() {
    return session.is('owner') ? ['owner', 'member'] : ['member'];
  }

  #dialog() {
    const invited = this.#invited;
    const roles = this.#roles();
    return html`<c-dialog heading=${texts.inviteTitle} .open=${this.#inviting} @closed=${() => this.#close()}>
      ${!this.#inviting ? nothing : invited ? html`<div class="stack"><p>${texts.send(invited.email, relative(invited.expiresAt))}</p>${secret(common.link, invited.url)}
        <div class="form-end right"><button class="button primary" type="button" @click=${() => this.#close()}>${common.done}</button></div></div>` : html`
      <form class="stack" novalidate @submit=${this.#invite}><p>${texts.inviteText}</p>
        <c-field name="email" label=${common.email} type="email" required .value=${this.#members.length ? '' : this.partner.email ?? ''}></c-field>
        <c-choice name="role" label=${common.role} .value=${this.#members.length ? 'member' : roles[0]} .options=${roles.map((value) => ({ value, text: texts.roles[value] }))}></c-choice>
        <c-problem></c-problem>
        <div class="form-end right"><button class="button" type="button" @click=${() => this.#close()}>${common.cancel}</button>
          <button class="button primary" type="submit"><span>${texts.make}</span></button></div></form>`}</c-dialog>`;
  }
}

customElements.define('c-partner-people', PartnerPeople);
