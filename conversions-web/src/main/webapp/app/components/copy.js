import { html, LitElement, nothing } from 'lit';
import { textsOf } from '../texts.js';
import { icon } from './icons.js';
import { say } from './toasts.js';

const texts = await textsOf('frame/components');

/**
 * Copies a text. Where the browser does not allow it, such as in a frame of another site or without TLS, the text is selected, and
 * copied in the older way if that works.
 *
 * @param {Element} element that shows it
 */
export async function copy(text, element) {
  try {
    await navigator.clipboard.writeText(text);
    say(texts.copied);
    return true;
  } catch {
    getSelection().selectAllChildren(element);
    const copied = element.textContent.trim() === text && document.execCommand('copy');
    say(copied ? texts.copied : texts.selected);
    return copied;
  }
}

/** A button that copies, with a tick for a moment. */
class CopyButton extends LitElement {
  static properties = { text: { attribute: false }, label: {}, done: { state: true } };

  createRenderRoot() {
    return this;
  }

  async #copy() {
    this.done = await copy(this.text, this.closest('c-copy, c-code')?.querySelector('[data-copied]') ?? this);
    setTimeout(() => { this.done = false; }, 1500);
  }

  render() {
    return html`<button class="copy-button ${this.done ? 'done' : ''}" type="button" aria-label=${texts.copyOf(this.label)} title=${texts.copy}
      @click=${this.#copy}>${icon(this.done ? 'check' : 'copy')}</button>`;
  }
}

/** An id, an address or a secret, with a button that copies it. */
class Copy extends LitElement {
  static properties = { text: {}, label: {} };

  createRenderRoot() {
    return this;
  }

  render() {
    return html`<span class="mono" data-copied>${this.text}</span><c-copy-button .text=${this.text} label=${this.label ?? texts.this}></c-copy-button>`;
  }
}

/** A piece of code, in one or several languages, with a button that copies it. */
class Code extends LitElement {
  static properties = { label: {}, variants: { attribute: false }, chosen: { state: true } };

  constructor() {
    super();
    /** @type {{name: string, code: string}[]} */
    this.variants = [];
    this.chosen = 0;
  }

  createRenderRoot() {
    return this;
  }

  render() {
    const { code } = this.variants[Math.min(this.chosen, this.variants.length - 1)];
    return html`
      <div class="bar">
        <div class="languages" role="group" aria-label=${texts.codeLanguage}>${this.variants.length > 1 ? this.variants.map(({ name }, index) => html`
          <button class="language" type="button" aria-pressed=${index === this.chosen} @click=${() => { this.chosen = index; }}>${name}</button>`)
      : html`<span>${this.variants[0].name}</span>`}</div>
        <c-copy-button .text=${code} label=${this.label ?? texts.theCode}></c-copy-button>
      </div>
      <pre tabindex="0" role="region" aria-label=${this.label ?? texts.code} data-copied><code>${code}</code></pre>`;
  }
}

customElements.define('c-copy-button', CopyButton);
customElements.define('c-copy', Copy);
customElements.define('c-code', Code);

/** A secret that is shown once, with its name. */
export function secret(name, value, hint = nothing) {
  return html`<div class="secret"><span class="label">${name}</span><c-copy .text=${value} label=${name}></c-copy>
    ${hint === nothing ? nothing : html`<p class="hint">${hint}</p>`}</div>`;
}
