import { html, nothing } from 'lit';
import { call } from '../../api.js';
import { Page } from '../../components/page.js';
import { submitting } from '../../forms.js';
import { session } from '../../session.js';
import { textsOf } from '../../texts.js';
import { gate } from '../gate.js';
import { portal } from '../portal.js';
import { go, keptToken } from '../router.js';

const texts = await textsOf('portal/portal-login');
const common = await textsOf('frame/common');

/** The login by the link of a mail. It is used when the person says so: programs that look into mails follow links, too. */
class Link extends Page {
  #token = null;
  #coded = false;
  #gone = false;

  async load() {
    this.#token ??= keptToken('link', this.rest[0]);
    this.#gone ||= !this.#token;
  }

  #send = submitting(async ({ code }) => {
    try {
      session.take(await call('POST', `/portal/login-links/${encodeURIComponent(this.#token)}`, code ? { code } : {}));
    } catch (error) {
      if (error.reason === 'second_factor_required') {
        this.#coded = true;
        this.requestUpdate();
        await this.updateComplete;
        this.querySelector('c-field').focus();
        return;
      }
      if (error.status === 404 || error.status === 410) {
        this.#gone = true;
        this.requestUpdate();
        return;
      }
      throw this.#coded && error.reason === 'login_failed' ? error.say(texts.wrongCode) : error;
    }
    go('#/', { replace: true });
    await portal.load();
  });

  content() {
    return gate(this.#gone ? html`<h1 tabindex="-1">${texts.linkGone}</h1><p class="quiet">${texts.linkGoneText}</p>
      <div class="body"><a class="button" href="#/login">${texts.toLogin}</a></div>` : html`
      <h1 tabindex="-1">${this.#coded ? texts.secondStep : texts.title}</h1><p class="quiet">${this.#coded ? texts.enterCode : texts.linkText}</p>
      <form novalidate @submit=${this.#send}>
        ${this.#coded ? html`<c-field name="code" label=${common.code} look="code" autocomplete="one-time-code" maxlength="20" required></c-field>` : nothing}
        <c-problem></c-problem>
        <button class="button primary full" type="submit"><span>${this.#coded ? common.goOn : texts.title}</span></button></form>`);
  }
}

customElements.define('portal-link', Link);
