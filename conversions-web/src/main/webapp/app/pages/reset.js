import { html } from 'lit';
import { call } from '../api.js';
import { gateFrame } from '../components/gate.js';
import { Page } from '../components/page.js';
import { say } from '../components/toasts.js';
import { takeToken } from '../components/token.js';
import { submitting } from '../forms.js';
import { navigate } from '../router.js';
import { session } from '../session.js';

/** Sets a new password with the link that brought the visitor here. */
class ResetPage extends Page {
  #token = takeToken();

  #send = submitting(async ({ password }) => {
    await call('POST', `/password-resets/${encodeURIComponent(this.#token)}`, { password });
    session.forget();
    navigate('/app/login', { replace: true });
    say('Your password is changed. Log in with the new one.');
  });

  content() {
    return gateFrame(this.#token ? html`
      <h1 tabindex="-1">Choose a new password</h1>
      <p class="quiet">It ends all your sessions on other devices.</p>
      <form novalidate @submit=${this.#send}>
        <c-field name="password" label="New password" type="password" autocomplete="new-password" minlength="12" maxlength="200" required
          hint="At least 12 characters. A few words in a row are easy to remember."></c-field>
        <c-problem></c-problem>
        <button class="button primary full" type="submit"><span>Set the password</span></button>
      </form>` : html`
      <h1 tabindex="-1">The link is not whole</h1>
      <p class="quiet">Open the link again from where you got it. It ends in <code>#token=…</code></p>
      <div class="body"><a class="button" href="/app/forgot">Ask for a new link</a></div>`);
  }
}

customElements.define('reset-page', ResetPage);
