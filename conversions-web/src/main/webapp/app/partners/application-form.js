import { html, LitElement, nothing } from 'lit';
import { call } from '../api.js';
import '../components/field.js';
import { icon } from '../components/icons.js';
import { cardHead, empty } from '../components/parts.js';
import { say } from '../components/toasts.js';
import { submitting } from '../forms.js';
import { session } from '../session.js';
import { textsOf } from '../texts.js';
import { asForm, draftsOf, hasOptions, KINDS } from './questions.js';

const texts = await textsOf('partners/applications');
const APPLICANTS = '/program/application-form';
const QUESTIONS_MAX = 20;
const REQUIREMENTS_MAX = 2;
const ATTRIBUTES = ['country', 'emailDomain'];
const OPERATORS = ['is', 'is_not'];

/**
 * A form of the program, edited: the questions in their order, and for applicants what is required of who applies. The other one is
 * the form that partners fill in for each lead.
 */
class ApplicationForm extends LitElement {
  /** `form`: as the API has it; `path`: where it is there. */
  static properties = { form: { attribute: false }, path: {} };

  #questions = [];
  #requirements = [];

  constructor() {
    super();
    this.path = APPLICANTS;
  }

  createRenderRoot() {
    return this;
  }

  willUpdate(changed) {
    if (changed.has('form')) {
      ({ questions: this.#questions, requirements: this.#requirements } = draftsOf(this.form));
    }
  }

  #save = submitting(async () => {
    this.form = await call('PUT', this.path, asForm(this.#questions, this.#requirements));
    say(texts.formSaved);
  });

  #set(of, change) {
    Object.assign(of, change);
    this.requestUpdate();
  }

  #add() {
    this.#questions = [...this.#questions, { label: '', type: 'short-text', required: false, options: '' }];
    this.#focusLast('.question c-field');
  }

  #require() {
    this.#requirements = [...this.#requirements, { attribute: 'country', operator: 'is', value: '' }];
    this.#focusLast('.requirement c-choice');
  }

  async #focusLast(selector) {
    this.requestUpdate();
    await this.updateComplete;
    const last = [...this.querySelectorAll(selector)].at(-1);
    await last?.updateComplete;
    last?.focus();
  }

  #move(index, by) {
    const questions = [...this.#questions];
    questions.splice(index + by, 0, ...questions.splice(index, 1));
    this.#questions = questions;
    this.requestUpdate();
  }

  #without(list, index) {
    return list.filter((_, at) => at !== index);
  }

  render() {
    const fixed = !session.is('member');
    const applicants = this.path === APPLICANTS;
    return html`<form class="stack wide" novalidate @submit=${this.#save}>
      <section class="card" aria-label=${texts.questions}>${cardHead(texts.questions, applicants ? texts.questionsText : texts.leadsText)}
        ${this.#questions.length ? html`<ol class="plain stack">${this.#questions.map((question, index) => this.#question(question, index, fixed))}</ol>` : empty('edit', texts.noQuestions, applicants ? texts.noQuestionsText : texts.noLeadsText)}
        ${fixed || this.#questions.length >= QUESTIONS_MAX ? nothing : html`<div><button class="button small" type="button" @click=${() => this.#add()}>${icon('plus')}<span>${texts.addQuestion}</span></button></div>`}</section>
      ${applicants ? this.#forApplicants(fixed) : nothing}
      <c-problem></c-problem>
      ${fixed ? nothing : html`<div class="form-end"><button class="button primary" type="submit"><span>${texts.saveForm}</span></button></div>`}</form>`;
  }

  #forApplicants(fixed) {
    return html`<section class="card" aria-label=${texts.requirements}>${cardHead(texts.requirements, texts.requirementsText)}
        ${this.#requirements.map((requirement, index) => this.#requirement(requirement, index, fixed))}
        ${fixed || this.#requirements.length >= REQUIREMENTS_MAX ? nothing : html`<div><button class="button small" type="button" @click=${() => this.#require()}>${icon('plus')}<span>${texts.addRequirement}</span></button></div>`}</section>
      <section class="card" aria-label=${texts.handIn}>${cardHead(texts.handIn, texts.handInText)}
        <p><a href="/app/api-reference/">${texts.toReference}</a></p></section>`;
  }

  #question(question, index, fixed) {
    const name = texts.question(index + 1);
    return html`<li><fieldset class="question" ?disabled=${fixed}><legend>${name}</legend>
      <div class="fields two">
        <c-field name="label${index}" label=${texts.label} required ?disabled=${fixed} .value=${question.label} @input=${(event) => this.#set(question, { label: event.target.value })}></c-field>
        <c-choice name="type${index}" label=${texts.type} ?disabled=${fixed} .value=${question.type} .options=${KINDS.map((value) => ({ value, text: texts.kinds[value] }))} @change=${(event) => this.#set(question, { type: event.target.value })}></c-choice></div>
      ${hasOptions(question.type) ? html`<c-field name="options${index}" label=${texts.options} hint=${texts.optionsHint} rows="3" required ?disabled=${fixed} .value=${question.options} @input=${(event) => this.#set(question, { options: event.target.value })}></c-field>` : nothing}
      <div class="row apart"><label class="check"><input type="checkbox" .checked=${question.required} @change=${(event) => this.#set(question, { required: event.target.checked })}><span>${texts.required}</span></label>
        ${fixed ? nothing : html`<div class="row">
          <button class="button small" type="button" ?disabled=${index === 0} aria-label=${texts.up(name)} @click=${() => this.#move(index, -1)}>${texts.upShort}</button>
          <button class="button small" type="button" ?disabled=${index === this.#questions.length - 1} aria-label=${texts.down(name)} @click=${() => this.#move(index, 1)}>${texts.downShort}</button>
          <button class="button small danger" type="button" aria-label=${texts.removeOf(name)} @click=${() => { this.#questions = this.#without(this.#questions, index); this.requestUpdate(); }}>${texts.remove}</button></div>`}</div></fieldset></li>`;
  }

  #requirement(requirement, index, fixed) {
    const name = texts.requirement(index + 1);
    return html`<fieldset class="question requirement" ?disabled=${fixed}><legend>${name}</legend>
      <div class="fields two">
        <c-choice name="attribute${index}" label=${texts.attribute} ?disabled=${fixed} .value=${requirement.attribute} .options=${ATTRIBUTES.map((value) => ({ value, text: texts.attributes[value] }))} @change=${(event) => this.#set(requirement, { attribute: event.target.value })}></c-choice>
        <c-choice name="operator${index}" label=${texts.operator} ?disabled=${fixed} .value=${requirement.operator} .options=${OPERATORS.map((value) => ({ value, text: texts.operators[value] }))} @change=${(event) => this.#set(requirement, { operator: event.target.value })}></c-choice></div>
      <div class="row top"><c-field class="grow" name="value${index}" label=${texts.values[requirement.attribute]} hint=${texts.valuesHint[requirement.attribute]} look="mono" maxlength="2000" required ?disabled=${fixed}
          .value=${requirement.value} @input=${(event) => this.#set(requirement, { value: event.target.value })}></c-field>
        ${fixed ? nothing : html`<button class="button small danger beside" type="button" aria-label=${texts.removeOf(name)} @click=${() => { this.#requirements = this.#without(this.#requirements, index); this.requestUpdate(); }}>${texts.remove}</button>`}</div></fieldset>`;
  }
}

customElements.define('c-application-form', ApplicationForm);
