import { html, LitElement, nothing } from 'lit';
import { call } from '../api.js';
import { confirm } from '../components/confirm.js';
import { icon } from '../components/icons.js';
import { cardHead, note } from '../components/parts.js';
import { say } from '../components/toasts.js';
import { doing } from '../forms.js';
import { count, percent } from '../format.js';
import { modeOf } from '../mode.js';
import { session } from '../session.js';
import { textsOf } from '../texts.js';

const texts = await textsOf('overview/sample');
const LOOK_MILLIS = 1000;
const REST_MILLIS = 10_000;

/**
 * The sample month: a card that plays it and takes it away. With `slim` it is only a few words, and only while there is a sample:
 * <c-sample slim></c-sample> stands beside figures, and says what of them is of the sample. It fires "sample" when its state changes.
 */
class Sample extends LitElement {
  static properties = { slim: { type: Boolean } };

  #sample = null;
  #timer = 0;

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#look();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  get #busy() {
    return ['running', 'removing'].includes(this.#sample?.state);
  }

  async #look() {
    clearTimeout(this.#timer);
    if (!document.hidden) {
      // Who may not see it is shown nothing; what fails is asked for again.
      this.#use(await call('GET', '/sample').catch(() => this.#sample));
    }
    if (this.isConnected && (this.#busy || this.#sample?.state === 'done')) {
      this.#timer = setTimeout(() => this.#look(), this.#busy ? LOOK_MILLIS : REST_MILLIS);
    }
  }

  #use(sample) {
    const before = this.#sample;
    this.#sample = sample;
    this.requestUpdate();
    if (before && before.state !== sample?.state) {
      if (sample?.state === 'none') {
        say(texts.removed);
      }
      this.dispatchEvent(new CustomEvent('sample', { bubbles: true, detail: sample }));
    }
  }

  #start = doing(async () => {
    this.#use(await call('POST', '/sample'));
    await this.#look();
  });

  #remove() {
    confirm({
      title: texts.removeTitle,
      text: texts.removeText,
      button: texts.remove,
      action: async () => {
        this.#use(await call('DELETE', '/sample'));
        this.#look();
      },
    });
  }

  render() {
    const { state } = this.#sample ?? {};
    if (!state || this.slim && state === 'none' || state === 'none' && !session.is('member')) {
      return nothing;
    }
    return this.slim ? this.#line(state) : html`<section class="card" aria-label=${texts.title}>${this.#card(state)}</section>`;
  }

  #line(state) {
    const said = this.#busy || state === 'failed' ? this.#title(state) : modeOf(location.search) === 'sandbox' ? texts.band : texts.bandElsewhere;
    return html`<span>${said} ${this.#busy ? this.#progress() : session.is('member') ? html`<button class="link-like" type="button" @click=${() => this.#remove()}>${texts.remove}</button>` : nothing}</span>`;
  }

  #title(state) {
    return { none: texts.title, running: texts.running, removing: texts.removing, done: texts.doneTitle, failed: texts.failed }[state];
  }

  #card(state) {
    const { problem } = this.#sample;
    return html`${cardHead(this.#title(state), { none: texts.lead, done: texts.doneText }[state])}
      <div class="stack">
        ${state === 'none' ? html`<ul class="stack tight small">${texts.makes.map((one) => html`<li>${one}</li>`)}</ul>` : nothing}
        ${this.#busy ? this.#bar() : nothing}
        ${problem ? note(state === 'failed' ? 'negative' : 'caution', html`<p>${problem}</p>`) : nothing}
        ${state === 'removing' ? nothing : html`<p class="small quiet">${texts.sandbox}</p>`}
        ${this.#busy ? nothing : html`<div class="row">
          ${state === 'none' ? html`<button class="button primary" type="button" @click=${this.#start}>${icon('bolt')}<span>${texts.start}</span></button>` : nothing}
          ${state === 'done' ? html`<a class="button primary" href="/app/?mode=sandbox">${texts.look}</a>` : nothing}
          ${state === 'none' ? nothing : this.#removeButton()}</div>`}
      </div>`;
  }

  #progress() {
    const { state, done, total } = this.#sample;
    return !total ? texts.planning : state === 'running' ? texts.progress(count(done), count(total)) : percent(done / total);
  }

  #bar() {
    const { state, done, total } = this.#sample;
    return html`<div class="stack tight grow"><progress max=${total || 1} .value=${total ? done : 0} aria-label=${this.#title(state)}></progress>
      <span class="small quiet">${this.#progress()}</span></div>`;
  }

  #removeButton() {
    return session.is('member') ? html`<button class="button" type="button" @click=${() => this.#remove()}>${icon('trash')}<span>${texts.remove}</span></button>` : nothing;
  }
}

customElements.define('c-sample', Sample);
