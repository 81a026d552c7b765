import { html } from 'lit';
import { call } from '../api.js';
import { gateFrame } from '../components/gate.js';
import { Page } from '../components/page.js';
import { say } from '../components/toasts.js';
import { takeToken } from '../components/token.js';
import { submitting } from '../forms.js';
import { navigate } from '../router.js';
import { session } from '../session.js';
import { textsOf } from '../texts.js';

const texts = await textsOf('account/reset');
const common = await textsOf('frame/common');

/** Sets a new password with the link that brought the visitor here. */
class ResetPage extends Page {
  #token = takeToken();

  #send = submitting(async ({ password }) => {
    await call('POST', `/password-resets/${encodeURIComponent(this.#token)}`, { password });
    session.forget();
    navigate('/app/login', { replace: true });
    say(texts.changed);
  });

  content() {
    return gateFrame(this.#token ? html`
      <h1 tabindex="-1">${texts.title}</h1>
      <p class="quiet">${texts.lead}</p>
      <form novalidate @submit=${this.#send}>
        <c-field name="password" label=${common.newPassword} type="password" autocomplete="new-password" minlength="12" maxlength="200" required
          hint=${common.passphrase}></c-field>
        <c-problem></c-problem>
        <button class="button primary full" type="submit"><span>${texts.set}</span></button>
      </form>` : html`
      <h1 tabindex="-1">${texts.notWhole}</h1>
      <p class="quiet">${texts.openAgain}</p>
      <div class="body"><a class="button" href="/app/forgot">${texts.ask}</a></div>`);
  }
}

customElements.define('reset-page', ResetPage);
