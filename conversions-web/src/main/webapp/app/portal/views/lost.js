import { html } from 'lit';
import { empty } from '../../components/parts.js';
import { Page } from '../../components/page.js';
import { textsOf } from '../../texts.js';

const texts = await textsOf('referrals/portal');

/** What is shown at an address that leads nowhere, or to a program of somebody else. */
class Lost extends Page {
  content() {
    return html`<h1 class="unseen" tabindex="-1">${texts.titles.lost}</h1>${empty('search', texts.titles.lost, texts.lostText, html`<a class="button" href="#/">${texts.toPrograms}</a>`)}`;
  }
}

customElements.define('portal-lost', Lost);
