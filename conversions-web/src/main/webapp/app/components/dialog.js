import { css, html, LitElement } from 'lit';
import { textsOf } from '../texts.js';
import { icon } from './icons.js';

const texts = await textsOf('frame/components');

/**
 * A dialog over the page. The browser's own element keeps the focus inside, gives it back, and closes at Esc; what is
 * inside stays in the page's own tree. The page hears `closed`.
 */
class Dialog extends LitElement {
  static properties = { heading: {}, open: { type: Boolean }, wide: { type: Boolean, reflect: true } };

  static styles = css`
    dialog { width: min(31rem, calc(100vw - 2rem)); max-width: none; max-height: calc(100dvh - 3rem); padding: 0; border: 1px solid var(--line); border-radius: var(--radius-large); background: var(--sheet); box-shadow: var(--shadow-raised); color: var(--ink); }
    :host([wide]) dialog { width: min(44rem, calc(100vw - 2rem)); }
    dialog[open] { animation: appear .14s ease-out; }
    dialog::backdrop { background: rgb(10 12 14 / 45%); }
    header { display: flex; gap: var(--s3); align-items: flex-start; justify-content: space-between; padding: var(--s5) var(--s5) 0; }
    h2 { margin: 0; font-size: var(--title); font-weight: 620; line-height: 1.5rem; }
    h2:focus { outline: none; }
    button { display: grid; place-items: center; flex: none; width: 2rem; height: 2rem; margin: -.25rem -.5rem 0 0; padding: 0; border: 0; border-radius: var(--radius-small); background: none; color: var(--quiet); cursor: pointer; }
    button:hover { background: var(--hover); color: var(--ink); }
    button:focus-visible { outline: 2px solid var(--focus); }
    .icon { width: 1.125rem; height: 1.125rem; fill: none; stroke: currentColor; stroke-width: 1.75; stroke-linecap: round; }
    .body { padding: var(--s4) var(--s5) var(--s5); }
    @keyframes appear { from { opacity: 0; translate: 0 .4rem; } }
    @media (prefers-reduced-motion: reduce) { dialog[open] { animation: none; } }`;

  updated(changed) {
    if (changed.has('open')) {
      const dialog = this.renderRoot.querySelector('dialog');
      if (this.open && !dialog.open) {
        dialog.showModal();
        this.#focusFirst();
      } else if (!this.open && dialog.open) {
        dialog.close();
      }
    }
  }

  close() {
    this.renderRoot.querySelector('dialog').close();
  }

  /** The first field is ready to be filled in; without one the heading is read. */
  async #focusFirst() {
    await this.updateComplete;
    const field = this.querySelector('c-field, c-choice');
    await field?.updateComplete;
    (field ?? this.querySelector('[data-first]') ?? this.renderRoot.querySelector('h2')).focus();
  }

  #closed() {
    this.open = false;
    this.dispatchEvent(new CustomEvent('closed'));
  }

  render() {
    return html`<dialog aria-labelledby="heading" @close=${this.#closed}>
      <header><h2 id="heading" tabindex="-1">${this.heading}</h2>
        <button type="button" aria-label=${texts.close} @click=${this.close}>${icon('close')}</button></header>
      <div class="body">${this.open ? html`<slot></slot>` : ''}</div></dialog>`;
  }
}

customElements.define('c-dialog', Dialog);
