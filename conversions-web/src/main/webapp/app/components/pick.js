import { html, LitElement } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { modeOf } from '../mode.js';
import { FOUND, NAMED } from './listing.js';

const TYPING_MILLIS = 200;
let made = 0;

/** A field that offers the links or partners whose names have what is typed in them. The page hears `picked` with an id, empty for none. */
class Pick extends LitElement {
  static properties = { kind: {}, label: {}, chosen: {}, offers: { state: true }, name: { state: true } };

  #typing;

  constructor() {
    super();
    this.key = `pick-${made += 1}`;
    this.offers = [];
    this.name = '';
  }

  createRenderRoot() {
    return this;
  }

  async willUpdate(changed) {
    if (changed.has('chosen')) {
      const id = this.chosen;
      const known = this.offers.find((offer) => offer.id === id)?.name;
      this.name = known ?? id ?? '';
      if (id && !known) {
        this.name = await NAMED[this.kind](id).catch(() => id);
      }
    }
  }

  #typed(event) {
    const text = event.target.value.trim();
    const match = this.offers.find(({ name }) => name === text);
    clearTimeout(this.#typing);
    if (match || !text) {
      this.#pick(match?.id ?? '');
    } else {
      this.#typing = setTimeout(() => this.#offer(text), TYPING_MILLIS);
    }
  }

  async #offer(text) {
    this.offers = await FOUND[this.kind](text, modeOf(location.search)).catch(() => []);
  }

  #pick(id) {
    if (id !== (this.chosen ?? '')) {
      this.dispatchEvent(new CustomEvent('picked', { detail: id }));
    }
  }

  /** What was typed and is nothing is taken back. */
  #left(event) {
    if (event.target.value.trim() !== this.name) {
      event.target.value = this.name;
    }
  }

  render() {
    return html`<input class="input" type="search" list=${this.key} aria-label=${this.label} placeholder=${ifDefined(this.label)} autocomplete="off"
      .value=${this.name} @focus=${() => this.offers.length || this.#offer('')} @input=${this.#typed} @blur=${this.#left}>
      <datalist id=${this.key}>${this.offers.map(({ name }) => html`<option value=${name}></option>`)}</datalist>`;
  }
}

customElements.define('c-pick', Pick);
