import { html, LitElement } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { repeat } from 'lit/directives/repeat.js';
import { icon } from './icons.js';

const SHOWN_MILLIS = 5000;

/** Short messages at the lower edge, read out by screen readers, above dialogs too. */
class Toasts extends LitElement {
  #messages = [];

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.setAttribute('role', 'status');
    this.popover = 'manual';
  }

  add(text, tone, lang) {
    const message = { text, tone, lang };
    this.#messages = [...this.#messages.slice(-2), message];
    this.requestUpdate();
    // Opened anew, so that it lies above a dialog that was opened since.
    this.hidePopover?.();
    this.showPopover?.();
    setTimeout(() => this.#remove(message), SHOWN_MILLIS);
  }

  #remove(message) {
    this.#messages = this.#messages.filter((other) => other !== message);
    this.requestUpdate();
    if (this.#messages.length === 0) {
      this.hidePopover?.();
    }
  }

  render() {
    return repeat(this.#messages, (message) => message, ({ text, tone, lang }) => html`
      <div class="toast">${icon(tone === 'negative' ? 'alert' : 'check')}<span lang=${ifDefined(lang)}>${text}</span></div>`);
  }
}

customElements.define('c-toasts', Toasts);

/** Says something in passing. @param {'positive'|'negative'} tone @param {string} [lang] when it is not that of the pages */
export function say(text, tone = 'positive', lang = undefined) {
  document.querySelector('c-toasts')?.add(text, tone, lang);
}
