import { html } from 'lit';
import { empty } from '../components/parts.js';
import { Page } from '../components/page.js';

class NotFoundPage extends Page {
  content() {
    return html`<h1 class="unseen" tabindex="-1">Not found</h1>${empty('link', 'There is no such page',
      'The address may be mistyped, or what was here has moved.', html`<a class="button" href="/app/">Go to the start page</a>`)}`;
  }
}

customElements.define('not-found-page', NotFoundPage);
