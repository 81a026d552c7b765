import { html, nothing } from 'lit';
import { call } from '../api.js';
import { icon } from '../components/icons.js';
import { languages } from '../components/gate.js';
import { note } from '../components/parts.js';
import { Page } from '../components/page.js';
import { submitting } from '../forms.js';
import { initials } from '../format.js';
import { session } from '../session.js';
import { textsOf } from '../texts.js';

const texts = await textsOf('account/authorize');
const frame = await textsOf('frame/frame');
const common = await textsOf('frame/common');
const rights = await textsOf('security/scopes');

/** Asks a person whether an app may act for one of their workspaces, and sends them back to the app with the answer. */
class AuthorizePage extends Page {
  #request = null;
  #refusal = null;
  #workspaceId = null;

  async load() {
    try {
      this.#request = await call('GET', `/oauth/authorization${location.search}`);
    } catch (error) {
      if (![400, 404, 422].includes(error.status)) {
        throw error;
      }
      this.#refusal = error;
      return;
    }
    const allowed = this.#request.workspaces.filter((workspace) => workspace.allowed);
    this.#workspaceId = (allowed.find(({ id }) => id === session.workspace?.id) ?? allowed[0])?.id ?? null;
  }

  #answer = submitting(async () => this.#decide(true));

  async #decide(approve) {
    const query = Object.fromEntries(new URLSearchParams(location.search));
    const { redirectTo } = await call('POST', '/oauth/authorization', { ...query, workspaceId: this.#workspaceId, approve });
    location.assign(redirectTo);
    // The button stays busy until the browser has gone.
    await new Promise(() => {});
  }

  content() {
    return html`<div class="gate alone"><main id="content"><div>
      ${this.#refusal ? this.#refused(this.#refusal.message) : this.#request.mistake ? this.#refused(this.#request.mistake.description) : this.#asked()}${languages()}</div></main></div>`;
  }

  /**
   * Nobody is sent back without a click: the address that brought them here can be anybody's.
   *
   * @param {string} sentence of the API
   */
  #refused(sentence) {
    const back = this.#request?.redirectTo;
    return html`<span class="brand"><img src="/app/icon.svg" alt="">Conversions</span><h1 tabindex="-1">${texts.refused}</h1>
      <div class="body">${note('negative', html`<p lang="en">${sentence}</p>`)}
        <p class="quiet">${texts.refusedDetail}</p>
        <div class="row">${back ? html`<a class="button primary" href=${back}>${texts.backTo(this.#request.redirectHost)}</a>` : nothing}
          <a class="button" href="/app/">${texts.toConversions}</a></div></div>`;
  }

  #asked() {
    const { client, redirectHost, scopes, workspaces, person } = this.#request;
    const chosen = workspaces.find(({ id }) => id === this.#workspaceId);
    return html`
      <div class="parties" aria-hidden="true"><span class="mark">${initials(client.name)}</span><span class="dots"></span><span class="mark"><img src="/app/icon.svg" alt=""></span></div>
      <h1 tabindex="-1" class="after">${texts.title(client.name)}</h1>
      <p class="quiet">${texts.by(client.developer)} ${client.registeredBy ? texts.registeredBy(client.registeredBy) : texts.registeredByOperator}</p>
      <form novalidate @submit=${this.#answer}>
        <fieldset><legend>${frame.workspace}</legend>${workspaces.length ? html`<div class="options">${workspaces.map((workspace) => this.#option(workspace))}</div>`
    : note('caution', html`<p>${texts.noWorkspace}</p>`)}</fieldset>
        <div><h2 class="label">${texts.able}</h2>
          <ul class="plain stack tight">${scopes.map(({ text, scope }) => html`<li class="row start">${icon('check')}<span class="grow">${rights.may[scope] ?? text ?? scope}</span></li>`)}</ul></div>
        <c-problem></c-problem>
        ${chosen ? nothing : note('caution', html`<p id="why-not">${texts.noneAllowed}</p>`)}
        <button class="button primary full" type="submit" ?disabled=${!chosen} aria-describedby=${chosen ? '' : 'why-not'}><span>${chosen ? texts.connectTo(chosen.name) : texts.connect}</span></button>
        <button class="button full" type="button" @click=${submittingClick(() => this.#decide(false))}>${common.cancel}</button>
        <p class="small quiet">${texts.goingBack(redirectHost, person.email)}</p>
      </form>`;
  }

  #option({ id, name, slug, allowed, reason, explanation }) {
    return html`<label class="option"><input type="radio" name="workspaceId" value=${id} ?disabled=${!allowed} .checked=${id === this.#workspaceId}
      @change=${() => { this.#workspaceId = id; this.requestUpdate(); }}><span><b>${name}</b><span class="quiet">${allowed ? slug : texts.reasons[reason] ?? explanation}</span></span></label>`;
  }
}

/** Cancel is no submit of the form, but is as busy as one. */
function submittingClick(action) {
  return async (event) => {
    const form = event.currentTarget.form;
    try {
      await action();
    } catch (error) {
      form.querySelector('c-problem').show(error.message, error.lang);
    }
  };
}

customElements.define('authorize-page', AuthorizePage);
