import { LitElement, html, nothing } from 'lit';
import './components/dialog.js';
import { textsOf } from './texts.js';

const texts = await textsOf('frame/shortcuts');

const layers = [];

/**
 * Takes keys for as long as a page is shown. Keys with Ctrl, Alt or Meta are the browser's, and what is typed into a field is
 * text.
 *
 * @param {Record<string, () => void>} actions by the key, letters in upper case
 * @returns {() => void} gives them back
 */
export function whileShown(actions) {
  layers.push(actions);
  return () => layers.splice(layers.indexOf(actions), 1);
}

/** @returns {boolean} whether a key is meant for what has the focus */
export function isForFocused(key, focused) {
  const typed = focused?.matches?.('input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]');
  return Boolean(typed) || Boolean(focused?.closest?.('dialog, c-dialog, [popover]')) || (key.startsWith('Arrow') && Boolean(focused?.closest?.('[tabindex="0"]')));
}

addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || isForFocused(event.key, event.composedPath()[0]) || document.querySelector('c-dialog[open]')) {
    return;
  }
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const action = layers.findLast((layer) => Object.hasOwn(layer, key))?.[key];
  if (action) {
    event.preventDefault();
    action();
  }
});

/** The overlay that says which keys there are: those that hold on the page that is shown. */
class Shortcuts extends LitElement {
  #open = false;
  #forget = null;

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#forget = whileShown({ '?': () => { this.#open = true; this.requestUpdate(); } });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#forget();
  }

  render() {
    const here = new Set(layers.flatMap((layer) => Object.keys(layer)));
    return this.#open ? html`<c-dialog heading=${texts.title} .open=${true} @closed=${() => { this.#open = false; this.requestUpdate(); }}>
      <div class="stack">${texts.groups.map(({ name, keys }) => {
        const known = keys.filter(([key]) => here.has(key));
        return known.length ? html`<section class="stack tight"><h3>${name}</h3><dl class="keys">${known.map(([key, text]) => html`<div><dt><kbd>${texts.names[key] ?? key}</kbd></dt><dd>${text}</dd></div>`)}</dl></section>` : nothing;
      })}</div></c-dialog>` : nothing;
  }
}

customElements.define('c-shortcuts', Shortcuts);
