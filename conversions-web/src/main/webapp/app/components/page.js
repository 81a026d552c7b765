import { html, LitElement } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { textsOf } from '../texts.js';
import { icon } from './icons.js';

const texts = await textsOf('frame/frame');

/**
 * A page below /app/. It renders into the document itself, so that labels, password managers and the browser's own
 * search see its fields, and the stylesheets of all pages hold.
 */
export class Page extends LitElement {
  static properties = { rest: { attribute: false } };

  #ready = false;
  #failure = null;
  #timers = [];

  constructor() {
    super();
    /** The segments of the address behind the page's own. */
    this.rest = [];
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.reload();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#timers.forEach(clearInterval);
    this.#timers = [];
  }

  /** Gets what the page shows; overridden by pages that need something. */
  async load() {
  }

  /** The page when everything is there. */
  content() {
    return html``;
  }

  /** Stands in the place of the page until then, as high as it will be. */
  waiting() {
    return html`
      <div class="stack wide" aria-busy="true" aria-label=${texts.loading}>
        <div class="stack tight"><span class="skeleton title"></span><span class="skeleton line"></span></div>
        <span class="skeleton block"></span><span class="skeleton block"></span>
      </div>`;
  }

  /** Sets fields and renders. */
  show(changes) {
    Object.assign(this, changes);
    this.requestUpdate();
  }

  async reload() {
    try {
      await this.load();
      this.#failure = null;
      this.#ready = true;
    } catch (error) {
      this.#failure = error;
    }
    this.requestUpdate();
  }

  /** Does something again and again while the page is open and can be seen. A failure is left to the next time. */
  every(millis, action) {
    this.#timers.push(setInterval(() => {
      if (!document.hidden) {
        Promise.resolve(action()).catch(() => {});
      }
    }, millis));
  }

  render() {
    return this.#failure ? this.#failed() : this.#ready ? this.content() : this.waiting();
  }

  #failed() {
    return html`
      <div class="empty">
        <span class="round">${icon('alert')}</span>
        <h1 tabindex="-1">${texts.notLoaded}</h1>
        <p lang=${ifDefined(this.#failure.lang)}>${this.#failure.message}</p>
        <button class="button" @click=${() => this.reload()}>${texts.tryAgain}</button>
      </div>`;
  }
}
