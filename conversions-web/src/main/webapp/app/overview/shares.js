import { html, LitElement, nothing } from 'lit';
import { call } from '../api.js';
import '../components/copy.js';
import { confirm } from '../components/confirm.js';
import '../components/dialog.js';
import '../components/field.js';
import { icon } from '../components/icons.js';
import { badge, note } from '../components/parts.js';
import { day } from '../format.js';
import { doing, submitting } from '../forms.js';
import { session } from '../session.js';
import { textsOf } from '../texts.js';

const texts = await textsOf('overview/overview');

/** Shows this view to people who have no login: with or without money, behind a password, until a day. */
class Shares extends LitElement {
  static properties = { search: {} };

  #open = false;
  #shares = [];
  #made = null;

  createRenderRoot() {
    return this;
  }

  async #begin() {
    this.#made = null;
    this.#open = true;
    await this.#load();
  }

  async #load() {
    this.#shares = await call('GET', '/shares');
    this.requestUpdate();
  }

  #make = submitting(async ({ name, money, password, ends }, form) => {
    this.#made = await call('POST', '/shares', {
      name: name || undefined, query: this.search.replace(/^\?/, ''), money: money === 'on', password: password || undefined,
      expiresAt: ends ? new Date(`${ends}T23:59:59`).toISOString() : undefined,
    });
    form.reset();
    await this.#load();
  });

  #end(share) {
    confirm({
      title: texts.endShare, text: texts.endShareText(share.name ?? texts.unnamed), button: texts.endShare,
      action: async () => {
        await call('DELETE', `/shares/${share.id}`);
        await this.#load();
      },
    });
  }

  render() {
    return session.is('member') ? html`<button class="button square" type="button" aria-label=${texts.share} title=${texts.share} @click=${doing(() => this.#begin())}>${icon('share')}</button>
      ${this.#open ? this.#dialog() : nothing}` : nothing;
  }

  #dialog() {
    return html`<c-dialog wide heading=${texts.shareTitle} .open=${true} @closed=${() => { this.#open = false; this.requestUpdate(); }}>
      <div class="stack">
        ${this.#made ? note('positive', html`<strong>${texts.shareMade}</strong><c-copy text=${this.#made.url} label=${texts.shareAddress}></c-copy>`) : nothing}
        <p class="quiet">${texts.shareText}</p>
        <form class="stack" novalidate @submit=${this.#make}>
          <div class="fields two"><c-field name="name" label=${texts.shareName} maxlength="60"></c-field>
            <c-field name="ends" type="date" label=${texts.shareEnds}></c-field></div>
          <c-field name="password" type="password" autocomplete="new-password" label=${texts.sharePassword} minlength="8"></c-field>
          <label class="check"><input type="checkbox" name="money"><span>${texts.shareMoney}</span></label>
          <c-problem></c-problem>
          <div class="form-end"><button class="button primary" type="submit"><span>${texts.makeShare}</span></button></div>
        </form>
        ${this.#shares.length ? html`<h3>${texts.sharesNow}</h3><ul class="plain stack tight">${this.#shares.map((share) => html`<li class="row apart">
          <span class="row"><b>${share.name ?? texts.unnamed}</b>${share.money ? badge('', texts.withMoney) : nothing}${share.password ? badge('', texts.withPassword) : nothing}
            <span class="small quiet">${share.expiresAt ? texts.until(day(share.expiresAt)) : nothing}</span></span>
          <button class="button small" type="button" @click=${() => this.#end(share)}>${texts.endShare}</button></li>`)}</ul>` : nothing}
      </div></c-dialog>`;
  }
}

customElements.define('c-shares', Shares);
