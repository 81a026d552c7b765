import { html } from 'lit';
import '../../pages/security.js';
import { Page } from '../../components/page.js';
import { textsOf } from '../../texts.js';

const texts = await textsOf('referrals/portal');

/** The person's own account, as the dashboard has it: name and email, password, second factor, sessions. */
class Account extends Page {
  content() {
    return html`<security-page lead=${texts.accountLead}></security-page>`;
  }
}

customElements.define('portal-account', Account);
