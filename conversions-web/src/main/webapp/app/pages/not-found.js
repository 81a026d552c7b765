import { html } from 'lit';
import { empty } from '../components/parts.js';
import { Page } from '../components/page.js';
import { textsOf } from '../texts.js';

const texts = await textsOf('settings/not-found');

class NotFoundPage extends Page {
  content() {
    return html`<h1 class="unseen" tabindex="-1">${texts.title}</h1>${empty('link', texts.noPage, texts.detail, html`<a class="button" href="/app/">${texts.toStart}</a>`)}`;
  }
}

customElements.define('not-found-page', NotFoundPage);
