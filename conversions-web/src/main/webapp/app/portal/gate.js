import { html } from 'lit';
import { languages } from '../components/gate.js';
import { icon } from '../components/icons.js';
import { textsOf } from '../texts.js';

const texts = await textsOf('referrals/portal');

/** The frame of the views without a session. */
export function gate(content) {
  return html`<div class="gate alone"><main id="content"><div>
    <span class="brand"><span class="workspace-mark" aria-hidden="true">${icon('handshake')}</span>${texts.title}</span>
    ${content}${languages()}</div></main></div>`;
}
