import { html, LitElement } from 'lit';
import { icon } from './icons.js';

const GAP = 4;

/** A button that opens a list beside it. Esc and a click elsewhere close it; arrows walk through it. */
class Menu extends LitElement {
  static properties = {
    face: { attribute: false }, items: { attribute: false }, label: {}, opened: { state: true },
  };

  createRenderRoot() {
    return this;
  }

  get #list() {
    return this.querySelector('.menu-list');
  }

  #toggled(event) {
    this.opened = event.newState === 'open';
    if (this.opened) {
      this.#place();
      this.#entries()[0]?.focus();
    }
  }

  /** Below the button, or above it where there is no room. */
  #place() {
    const list = this.#list;
    const button = this.querySelector('.menu-button').getBoundingClientRect();
    const { width, height } = list.getBoundingClientRect();
    const below = button.bottom + GAP + height <= innerHeight;
    list.style.left = `${Math.max(GAP, Math.min(button.left, document.body.clientWidth - width - GAP))}px`;
    list.style.top = `${Math.max(GAP, below ? button.bottom + GAP : button.top - height - GAP)}px`;
  }

  #entries() {
    return [...this.#list.querySelectorAll('a, button')];
  }

  #key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      const entries = this.#entries();
      const at = entries.indexOf(document.activeElement);
      entries[(at + step + entries.length) % entries.length].focus();
    }
  }

  #clicked(event) {
    if (event.target.closest('a, button') && !event.target.closest('.segments')) {
      this.#list.hidePopover();
      this.querySelector('.menu-button').focus();
    }
  }

  render() {
    return html`
      <button class="menu-button" type="button" aria-expanded=${Boolean(this.opened)}
        @click=${() => this.#list.togglePopover()}><span class="unseen">${this.label}: </span>${this.face}${icon('updown')}</button>
      <div class="menu-list" popover="auto" role="group" aria-label=${this.label} @toggle=${this.#toggled} @keydown=${this.#key} @click=${this.#clicked}>${this.items}</div>`;
  }
}

customElements.define('c-menu', Menu);
