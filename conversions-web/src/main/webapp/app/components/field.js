import { html, LitElement, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { complaint } from '../fields.js';
import { textsOf } from '../texts.js';

const texts = await textsOf('frame/components');

let made = 0;

/** A control with its label, its hint, and what is wrong with it: all tied together for screen readers. */
class Labelled extends LitElement {
  static properties = {
    name: {}, label: {}, hint: {}, value: {}, required: { type: Boolean }, disabled: { type: Boolean },
    problem: { state: true }, problemLang: { state: true },
  };

  constructor() {
    super();
    this.key = `field-${made += 1}`;
    this.value = '';
    this.problem = '';
  }

  createRenderRoot() {
    return this;
  }

  get control() {
    return this.querySelector('.input');
  }

  focus() {
    this.control?.focus();
  }

  /** @returns {boolean} whether the value can be sent; if not, the field says why */
  check() {
    this.complain(complaint(this.control.validity, this));
    return !this.problem;
  }

  /** @param {string} [lang] of the sentence, when it is not that of the pages */
  complain(sentence, lang) {
    this.problem = sentence;
    this.problemLang = lang;
  }

  described() {
    return [this.hint && `${this.key}-hint`, this.problem && `${this.key}-problem`].filter(Boolean).join(' ') || undefined;
  }

  changed(event) {
    this.value = event.target.value;
    this.problem = '';
  }

  render() {
    return html`
      <label class="label" for=${this.key}>${this.label}</label>
      ${this.input()}
      ${this.hint ? html`<p class="hint" id="${this.key}-hint">${this.hint}</p>` : nothing}
      <p class="field-problem" id="${this.key}-problem" aria-live="polite" lang=${ifDefined(this.problemLang)}>${this.problem}</p>`;
  }
}

/** A text field. A password can be shown, and is never trimmed by the page. */
class Field extends Labelled {
  static properties = {
    ...Labelled.properties, type: {}, autocomplete: {}, placeholder: {}, pattern: {}, wrong: {}, inputmode: {},
    minlength: { type: Number }, maxlength: { type: Number }, min: { type: Number }, max: { type: Number },
    rows: { type: Number }, look: {}, shown: { state: true },
  };

  constructor() {
    super();
    this.type = 'text';
    this.maxlength = 190;
    this.shown = false;
  }

  input() {
    return this.rows ? this.#area() : this.type === 'password' ? this.#password() : this.#line(this.type);
  }

  #line(type) {
    return html`<input class="input ${this.look ?? ''}" id=${this.key} name=${this.name} type=${type} .value=${live(this.value ?? '')}
      ?required=${this.required} ?disabled=${this.disabled} autocomplete=${this.autocomplete ?? 'off'}
      placeholder=${ifDefined(this.placeholder)} pattern=${ifDefined(this.pattern)} inputmode=${ifDefined(this.inputmode)}
      minlength=${ifDefined(this.minlength)} maxlength=${ifDefined(this.maxlength)} min=${ifDefined(this.min)} max=${ifDefined(this.max)}
      spellcheck=${ifDefined(this.look ? 'false' : undefined)} autocapitalize=${ifDefined(this.look ? 'none' : undefined)}
      aria-invalid=${ifDefined(this.problem ? 'true' : undefined)} aria-describedby=${ifDefined(this.described())} @input=${this.changed}>`;
  }

  #password() {
    return html`<div class="with-reveal">${this.#line(this.shown ? 'text' : 'password')}
      <button class="reveal" type="button" aria-pressed=${this.shown} aria-label=${texts.showTyped(this.label)}
        @click=${() => { this.shown = !this.shown; }}>${this.shown ? texts.hide : texts.show}</button></div>`;
  }

  #area() {
    return html`<textarea class="input ${this.look ?? ''}" id=${this.key} name=${this.name} rows=${this.rows} maxlength="4000"
      .value=${live(this.value ?? '')} ?required=${this.required} ?disabled=${this.disabled} placeholder=${ifDefined(this.placeholder)} spellcheck="false"
      aria-invalid=${ifDefined(this.problem ? 'true' : undefined)} aria-describedby=${ifDefined(this.described())} @input=${this.changed}></textarea>`;
  }
}

/** A choice of one of a list. */
class Choice extends Labelled {
  static properties = { ...Labelled.properties, options: { attribute: false } };

  constructor() {
    super();
    /** @type {{value: string, text: string}[]} */
    this.options = [];
  }

  input() {
    return html`<select class="input" id=${this.key} name=${this.name} ?required=${this.required} ?disabled=${this.disabled}
      aria-invalid=${ifDefined(this.problem ? 'true' : undefined)} aria-describedby=${ifDefined(this.described())} @change=${this.changed}>
      ${this.options.map(({ value, text }) => html`<option value=${value} ?selected=${value === this.value}>${text}</option>`)}</select>`;
  }
}

/** A switch that takes effect at once, and goes back when the server refuses. */
class Switch extends LitElement {
  static properties = { label: {}, hint: {}, checked: { type: Boolean }, disabled: { type: Boolean }, action: { attribute: false } };

  constructor() {
    super();
    this.key = `switch-${made += 1}`;
  }

  createRenderRoot() {
    return this;
  }

  async #turn(event) {
    const wanted = event.target.checked;
    this.checked = wanted;
    if (await this.action(wanted) === false) {
      this.checked = !wanted;
    }
  }

  render() {
    return html`<label class="switch"><span><b id="${this.key}-name">${this.label}</b><span class="quiet" id="${this.key}-hint">${this.hint}</span></span>
      <input type="checkbox" role="switch" .checked=${live(this.checked)} ?disabled=${this.disabled}
        aria-labelledby="${this.key}-name" aria-describedby="${this.key}-hint" @change=${this.#turn}></label>`;
  }
}

/** The place in a form for what is wrong with the whole of it; read out when it appears. */
class Problem extends LitElement {
  static properties = { sentence: { state: true } };

  createRenderRoot() {
    return this;
  }

  /** @param {string} [lang] of the sentence, when it is not that of the pages */
  show(sentence, lang) {
    this.sentence = sentence;
    this.sentenceLang = lang;
  }

  render() {
    return html`<div role="alert">${this.sentence ? html`<div class="note negative"><div lang=${ifDefined(this.sentenceLang)}>${this.sentence}</div></div>` : nothing}</div>`;
  }
}

customElements.define('c-field', Field);
customElements.define('c-choice', Choice);
customElements.define('c-switch', Switch);
customElements.define('c-problem', Problem);
