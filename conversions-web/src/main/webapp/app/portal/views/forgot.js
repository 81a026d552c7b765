import { html } from 'lit';
import { call } from '../../api.js';
import { note } from '../../components/parts.js';
import { Page } from '../../components/page.js';
import { submitting } from '../../forms.js';
import { textsOf } from '../../texts.js';
import { gate } from '../gate.js';

const texts = await textsOf('account/forgot');
const common = await textsOf('frame/common');

/** Asks for a link to set a new password. The answer is the same for every email. */
class Forgot extends Page {
  #sentTo = null;

  #send = submitting(async ({ email }) => {
    await call('POST', '/password-resets', { email });
    this.#sentTo = email;
    this.requestUpdate();
  });

  content() {
    return gate(html`<h1 tabindex="-1">${texts.title}</h1>
      ${this.#sentTo ? html`<div class="body">${note('positive', html`<p>${texts.sent(this.#sentTo)}</p>`)}</div>` : html`<p class="quiet">${texts.lead}</p>
        <form novalidate @submit=${this.#send}>
          <c-field name="email" label=${common.email} type="email" autocomplete="username" required></c-field>
          <c-problem></c-problem>
          <button class="button primary full" type="submit"><span>${texts.send}</span></button></form>`}
      <p class="small after"><a href="#/login">${texts.back}</a></p>`);
  }
}

customElements.define('portal-forgot', Forgot);
