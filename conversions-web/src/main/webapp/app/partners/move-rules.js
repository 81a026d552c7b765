import { html, LitElement, nothing } from 'lit';
import { majorOf, minorOf } from '../amount.js';
import { icon } from '../components/icons.js';
import { count, money } from '../format.js';
import { session } from '../session.js';
import { textsOf } from '../texts.js';

const texts = await textsOf('partners/groups');

/** What a rule looks at: amounts are in the workspace's currency. */
const KINDS = { totalLeads: 'number', totalConversions: 'number', totalSaleAmount: 'money', totalCommissions: 'money', partnerEnrolledDays: 'number' };
const LISTS = ['between', 'in', 'not_in'];
const RULES_MAX = 10;

/** @returns {string} a rule as a sentence, such as "revenue is at least $100.00" */
export function ruleSentence({ attribute, operator, value }) {
  const write = KINDS[attribute] === 'money' ? (number) => money(number, session.workspace.currency) : count;
  const values = [value].flat().map(write);
  return texts.rule(texts.subjects[attribute], texts.operators[operator], operator === 'between' ? texts.both(...values) : values.join(', '));
}

/** @returns {object|null} the rule of the API that a draft says; null where its value is none */
function ruleOf({ attribute, operator, value, to }, currency) {
  const read = (text) => (KINDS[attribute] === 'money' ? minorOf(text, currency) : /^\d{1,12}$/.test(text.trim()) ? Number(text) : null);
  const parts = operator === 'between' ? [value, to] : LISTS.includes(operator) ? value.split(/[;\s]+/).filter(Boolean) : [value];
  const values = parts.map(read);
  if (!values.length || values.includes(null) || operator === 'between' && values[0] > values[1]) {
    return null;
  }
  return { attribute, operator, value: LISTS.includes(operator) ? values : values[0] };
}

/** @returns {object} a rule of the API as the fields have it */
function draftOf({ attribute, operator, value }, currency) {
  const [first, second, ...more] = [value].flat().map((number) => (KINDS[attribute] === 'money' ? majorOf(number, currency) : String(number)));
  return operator === 'between' ? { attribute, operator, value: first, to: second } : { attribute, operator, value: [first, second, ...more].filter((one) => one !== undefined).join(' '), to: '' };
}

/** The rules of a group as fields: partners for whom all of them hold are moved into it. */
class MoveRules extends LitElement {
  static properties = { rules: { attribute: false }, drafts: { state: true }, wrong: { state: true } };

  constructor() {
    super();
    this.drafts = [];
    this.wrong = [];
  }

  createRenderRoot() {
    return this;
  }

  willUpdate(changed) {
    if (changed.has('rules')) {
      this.drafts = (this.rules ?? []).map((rule) => draftOf(rule, session.workspace.currency));
      this.wrong = [];
    }
  }

  /** @returns {object[]|null} the rules of the API; null where a value is none, which is marked then */
  read() {
    const rules = this.drafts.map((draft) => ruleOf(draft, session.workspace.currency));
    this.wrong = rules.flatMap((rule, index) => (rule === null ? [index] : []));
    if (this.wrong.length) {
      this.updateComplete.then(() => this.querySelector('[aria-invalid=true]')?.focus());
    }
    return this.wrong.length ? null : rules;
  }

  #change(index, changes) {
    this.drafts = this.drafts.map((draft, at) => (at === index ? { ...draft, ...changes } : draft));
  }

  async #add() {
    this.drafts = [...this.drafts, { attribute: 'totalSaleAmount', operator: 'gte', value: '', to: '' }];
    await this.updateComplete;
    [...this.querySelectorAll('.condition')].at(-1).querySelector('select').focus();
  }

  render() {
    return html`<fieldset><legend>${texts.rules}</legend><p class="hint">${texts.rulesHint}</p>
      <div class="stack tight">${this.drafts.map((draft, index) => this.#rule(draft, index))}
        ${this.wrong.length ? html`<p class="field-problem" role="alert">${texts.valueWrong}</p>` : nothing}
        ${this.drafts.length < RULES_MAX ? html`<div><button class="button bare small" type="button" @click=${() => this.#add()}>${icon('plus')}<span>${texts.addRule}</span></button></div>` : nothing}</div></fieldset>`;
  }

  #rule(draft, index) {
    const field = (name, label) => html`<input class="input grow" aria-label=${label} maxlength="500" inputmode=${draft.operator === 'in' || draft.operator === 'not_in' ? 'text' : 'decimal'}
      placeholder=${draft.operator === 'in' || draft.operator === 'not_in' ? texts.several : ''} aria-invalid=${this.wrong.includes(index) ? 'true' : 'false'} .value=${draft[name]} @input=${(event) => this.#change(index, { [name]: event.target.value })}>`;
    return html`<div class="row condition" role="group" aria-label=${texts.ruleNumber(index + 1)}>
      <select class="input grow" aria-label=${texts.subject} @change=${(event) => this.#change(index, { attribute: event.target.value })}>${Object.keys(KINDS).map((key) => html`<option value=${key} ?selected=${key === draft.attribute}>${texts.options[key](session.workspace.currency.toUpperCase())}</option>`)}</select>
      <select class="input" aria-label=${texts.operator} @change=${(event) => this.#change(index, { operator: event.target.value })}>${Object.entries(texts.operators).map(([key, text]) => html`<option value=${key} ?selected=${key === draft.operator}>${text}</option>`)}</select>
      ${field('value', texts.value)}${draft.operator === 'between' ? html`<span>${texts.and}</span>${field('to', texts.upTo)}` : nothing}
      <button class="button bare small square" type="button" aria-label=${texts.removeRule(index + 1)} title=${texts.removeRule(index + 1)} @click=${() => { this.drafts = this.drafts.filter((_, at) => at !== index); this.wrong = []; }}>${icon('close')}</button></div>`;
  }
}

customElements.define('c-move-rules', MoveRules);
