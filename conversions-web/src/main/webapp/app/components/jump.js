import { html, LitElement, nothing } from 'lit';
import { call } from '../api.js';
import { modeOf, withMode } from '../mode.js';
import { navigate } from '../router.js';
import { session } from '../session.js';
import { whileShown } from '../shortcuts.js';
import { textsOf } from '../texts.js';
import { answers } from './found.js';
import { icon } from './icons.js';
import { likely } from './likely.js';

const texts = await textsOf('frame/jump');

const TYPING_MILLIS = 250;
const EVENT = 'conversions-jump';

/** The button that opens the box. */
export function jumpButton() {
  return html`<button class="jump-button" type="button" aria-keyshortcuts="/" @click=${() => dispatchEvent(new Event(EVENT))}>${icon('search')}<span>${texts.button}</span><kbd>/</kbd></button>`;
}

/** Takes any id, email or short link, says what it is, and goes there. One of it stands in the shell. */
class Jump extends LitElement {
  static properties = { found: { state: true }, at: { state: true }, asking: { state: true } };

  #forget;
  /** Runs out when somebody pauses in typing; null when everything typed was asked for. */
  #typing = null;
  #step = 0;
  #typed = '';

  constructor() {
    super();
    /** @type {{sign: string, kind: string, title: string, detail?: string, href: string}[]|null} null before anything was asked */
    this.found = null;
    this.at = 0;
    this.asking = false;
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener(EVENT, this.#open);
    addEventListener('keydown', this.#key);
    this.#forget = whileShown({ '/': this.#open });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener(EVENT, this.#open);
    removeEventListener('keydown', this.#key);
    this.#forget();
  }

  get #dialog() {
    return this.querySelector('dialog');
  }

  #open = () => {
    if (session.workspace && !this.#dialog.open) {
      document.querySelector('.drawer')?.close();
      this.#dialog.showModal();
      this.#dialog.querySelector('input').select();
    }
  };

  /** Ctrl or Cmd with K opens it as well, wherever the focus is. */
  #key = (event) => {
    if (event.key === 'k' && (event.ctrlKey || event.metaKey) && !document.querySelector('dialog:modal')) {
      event.preventDefault();
      this.#open();
    }
  };

  #input(event) {
    this.#typed = event.target.value;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#now(), TYPING_MILLIS);
  }

  async #ask() {
    this.#step += 1;
    const step = this.#step;
    const questions = likely(this.#typed, modeOf(location.search));
    this.asking = questions.length > 0;
    const lists = await Promise.all(questions.map(({ kind, path, text }) => call('GET', path).then((answer) => answers(kind, answer, text), () => [])));
    if (step === this.#step) {
      const found = lists.flat();
      this.asking = false;
      this.found = questions.length ? found.filter(({ href }, index) => found.findIndex((other) => other.href === href) === index) : null;
      this.at = 0;
    }
  }

  async #arrow(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const { length } = this.found ?? [];
    if (step && length) {
      event.preventDefault();
      this.at = (this.at + step + length) % length;
    } else if (event.key === 'Enter') {
      event.preventDefault();
      await this.#now();
      this.#go(this.found?.[this.at]);
    }
  }

  /** Asks for what was typed since: whoever presses Enter at once does not wait for the pause. */
  async #now() {
    if (this.#typing !== null) {
      clearTimeout(this.#typing);
      this.#typing = null;
      await this.#ask();
    }
  }

  #go(one) {
    if (one) {
      this.#dialog.close();
      navigate(withMode(one.href, modeOf(location.search)));
    }
  }

  render() {
    const { found } = this;
    return html`<dialog class="jump" aria-label=${texts.button} @click=${(event) => event.target === event.currentTarget && event.target.close()}>
      <div class="ask">${icon('search')}<input type="text" role="combobox" aria-label=${texts.label} placeholder=${texts.label} maxlength="255" autocomplete="off"
        spellcheck="false" autocapitalize="none" aria-expanded=${Boolean(found?.length)} aria-controls="jump-list" aria-activedescendant=${found?.length ? `jump-${this.at}` : ''}
        @input=${this.#input} @keydown=${this.#arrow}></div>
      <div id="jump-list" role="listbox" aria-label=${texts.results} ?hidden=${!found?.length}>${(found ?? []).map((one, index) => html`
        <div role="option" id="jump-${index}" aria-selected=${index === this.at} @mousemove=${() => { this.at = index; }} @click=${() => this.#go(one)}>${icon(one.sign)}
          <span><b>${one.title}</b>${one.detail ? html`<span class="quiet small">${one.detail}</span>` : nothing}</span><span class="kind">${texts.kinds[one.kind]}</span></div>`)}</div>
      <div role="status">${found?.length ? nothing : html`<div class="hints">${this.asking ? texts.asking : found ? this.#nothing() : texts.hint}</div>`}</div></dialog>`;
  }

  #nothing() {
    const mode = modeOf(location.search);
    return html`<strong>${texts.nothing(texts.modes[mode])}</strong><ul>${texts.elsewhere.map((text) => html`<li>${text}</li>`)}</ul>`;
  }
}

customElements.define('c-jump', Jump);
