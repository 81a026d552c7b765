import { html, LitElement, nothing } from 'lit';
import { majorOf, minorOf } from '../amount.js';
import { call } from '../api.js';
import '../components/dialog.js';
import { icon } from '../components/icons.js';
import { say } from '../components/toasts.js';
import { countries } from '../customers/countries.js';
import { submitting } from '../forms.js';
import { money } from '../format.js';
import { session } from '../session.js';
import { textsOf } from '../texts.js';
import { attributesOf, kindOf, operatorsOf, takesList, wordsOf } from './attributes.js';
import { conditionOf, draftOf, firstOf, withKey } from './conditions.js';
import { percentageOf } from './terms.js';

const texts = await textsOf('rewards/rewards');
const INTERVALS = ['all', 'day', 'week', 'month'];
const TRIAL_MILLIS = 300;

/** Makes or changes the reward of an event, with its rules as sentences. The page hears `saved` and `closed`. */
class RewardForm extends LitElement {
  /** `editing`: the event, its group or its discount code, and its reward, which is null for a new one; null while the form is closed. */
  static properties = { editing: { attribute: false }, type: { state: true }, lasts: { state: true } };

  /** The rules: {all, amount, lasts, months, conditions, id}. */
  #rules = [];
  #wrong = new Set();
  #tried = null;
  #trial = null;

  createRenderRoot() {
    return this;
  }

  willUpdate(changed) {
    if (changed.has('editing') && this.editing) {
      const { reward, event } = this.editing;
      this.type = reward?.type ?? (event === 'sale' ? 'percentage' : 'flat');
      this.lasts = lastsOf(reward?.maxDuration);
      this.#rules = (reward?.modifiers ?? []).map((modifier) => ({
        id: modifier.id, all: modifier.operator !== 'OR', type: modifier.type, amount: written(modifier), lasts: modifier.maxDuration === undefined ? 'same' : lastsOf(modifier.maxDuration),
        months: String(modifier.maxDuration || 12), conditions: modifier.conditions.map((one) => draftOf(one, session.workspace.currency)),
      }));
      this.#wrong.clear();
      this.#tried = null;
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#trial);
  }

  #send = submitting(async (values, form) => {
    const body = this.#body(values, form);
    if (!body) {
      return;
    }
    const { reward } = this.editing;
    await call(reward ? 'PATCH' : 'POST', reward ? `/rewards/${reward.id}` : '/rewards', body);
    say(texts.saved);
    this.#close();
    this.dispatchEvent(new CustomEvent('saved'));
  });

  /** @returns {object|null} what is sent; null when something is wrong, which is then said beside it */
  #body(values, form) {
    const { event, reward, groupId, discountCodeId } = this.editing;
    const { currency } = session.workspace;
    const amount = readAmount(this.type, values.amount);
    const spend = values.spend ? minorOf(values.spend, currency) : undefined;
    const complain = (name, sentence) => form?.querySelector(`c-field[name=${name}]`)?.complain(sentence);
    this.#wrong.clear();
    const modifiers = this.#rules.map((rule, index) => {
      const conditions = rule.conditions.map((draft, at) => conditionOf(draft, event, currency) ?? this.#mark(`${index}.${at}`));
      return { ...(rule.id ? { id: rule.id } : {}), operator: rule.all ? 'AND' : 'OR', conditions, type: rule.type,
        [nameOf(rule.type)]: readAmount(rule.type, rule.amount) ?? this.#mark(`${index}`), ...(event === 'sale' && rule.lasts !== 'same' ? { maxDuration: durationOf(rule) } : {}) };
    });
    if (amount === null) {
      complain('amount', this.type === 'percentage' ? texts.percentWrong : texts.amountWrong);
    }
    if (spend === null) {
      complain('spend', texts.amountWrong);
    }
    this.requestUpdate();
    if (amount === null || spend === null || this.#wrong.size) {
      return null;
    }
    return {
      ...(reward ? {} : discountCodeId ? { event, discountCodeId } : { event, groupId: groupId ?? null }), type: this.type, [nameOf(this.type)]: amount, modifiers,
      spendLimit: spend ? { amount: spend, interval: values.interval } : null,
      ...(event === 'sale' ? { maxDuration: durationOf({ lasts: this.lasts, months: values.months }), maxSales: values.maxSales ? Number(values.maxSales) : null } : {}),
    };
  }

  #mark(place) {
    this.#wrong.add(place);
    return null;
  }

  /** Tries the reward as it stands with a sale of the amount that somebody typed. */
  #try(form) {
    clearTimeout(this.#trial);
    this.#trial = setTimeout(async () => {
      const values = Object.fromEntries(new FormData(form));
      const amount = minorOf(values.example, session.workspace.currency);
      const body = amount === null || this.editing?.event !== 'sale' ? null : this.#body(values);
      this.#tried = body && await call('POST', '/rewards/preview', { reward: { event: this.editing.event, ...body }, example: { sale: { amount } } }).catch(() => null);
      this.requestUpdate();
    }, TRIAL_MILLIS);
  }

  #change(rule, change) {
    Object.assign(rule, change);
    this.requestUpdate();
  }

  #close() {
    this.dispatchEvent(new CustomEvent('closed'));
  }

  render() {
    const { editing } = this;
    return html`<c-dialog wide heading=${editing ? texts.events[editing.event] : ''} .open=${Boolean(editing)} @closed=${this.#close}>
      ${editing ? html`<form class="stack" novalidate @submit=${this.#send} @input=${(event) => this.#try(event.currentTarget)}>
        ${editing.event === 'sale' ? this.#types() : nothing}
        ${this.#amounts(editing)}
        ${this.#rules.map((rule, index) => this.#rule(rule, index))}
        <div><button class="button small" type="button" @click=${() => this.#add()}>${icon('plus')}<span>${texts.addRule}</span></button></div>
        ${editing.event === 'sale' ? this.#trying() : nothing}
        <c-problem></c-problem>
        <div class="form-end right"><button class="button" type="button" @click=${this.#close}>${texts.cancel}</button>
          <button class="button primary" type="submit"><span>${texts.save}</span></button></div></form>` : nothing}</c-dialog>`;
  }

  #types() {
    return html`<fieldset><legend>${texts.type}</legend><div class="options">${Object.entries(texts.rewardTypes).map(([value, text]) => html`
      <label class="option"><input type="radio" name="type" value=${value} .checked=${value === this.type} @change=${() => { this.type = value; }}><span><b>${text}</b></span></label>`)}</div></fieldset>`;
  }

  #amounts({ event, reward }) {
    const currency = session.workspace.currency.toUpperCase();
    return html`<div class="fields two">
        <c-field name="amount" label=${amountLabel(this.type)} inputmode="decimal" required .value=${reward && reward.type === this.type ? written(reward) : ''}></c-field>
        ${event === 'sale' ? html`<c-choice name="lasts" label=${texts.lastsLabel} .value=${this.lasts} .options=${options(texts.durations)} @change=${(one) => { this.lasts = one.target.value; }}></c-choice>
          ${this.lasts === 'months' ? html`<c-field name="months" type="number" min="1" max="600" label=${texts.months} required .value=${String(reward?.maxDuration || 12)}></c-field>` : nothing}
          <c-field name="maxSales" type="number" min="1" max="1000000" label=${texts.maxSales} hint=${texts.noLimit} .value=${String(reward?.maxSales ?? '')}></c-field>` : nothing}
      </div><div class="fields two">
        <c-field name="spend" label=${texts.spend(currency)} inputmode="decimal" hint=${texts.noLimit} .value=${reward?.spendLimit ? majorOf(reward.spendLimit.amount, currency) : ''}></c-field>
        <c-choice name="interval" label=${texts.interval} .value=${reward?.spendLimit?.interval ?? 'month'} .options=${INTERVALS.map((value) => ({ value, text: texts.intervals[value] }))}></c-choice></div>`;
  }

  #add() {
    this.#rules = [...this.#rules, { all: true, type: this.type, amount: '', lasts: 'same', months: '12', conditions: [firstOf(this.editing.event)] }];
    this.requestUpdate();
  }

  #rule(rule, index) {
    const { event } = this.editing;
    const label = texts.rule(index + 1);
    return html`<fieldset class="rule stack" aria-label=${label}><legend>${label}</legend>
      <div class="row"><label class="grow"><span class="label">${texts.payInstead} (${amountUnit(rule.type)})</span><input class="input" inputmode="decimal" maxlength="16" .value=${rule.amount}
          aria-invalid=${this.#wrong.has(`${index}`) ? 'true' : 'false'} @input=${(one) => this.#change(rule, { amount: one.target.value })}></label>
        ${event === 'sale' ? html`<label><span class="label">${texts.as}</span><select class="input" @change=${(one) => this.#change(rule, { type: one.target.value })}>${options(texts.rewardTypes).map(({ value, text }) => html`<option value=${value} ?selected=${value === rule.type}>${text}</option>`)}</select></label>
          <label><span class="label">${texts.lastsLabel}</span><select class="input" @change=${(one) => this.#change(rule, { lasts: one.target.value })}>${options({ same: texts.sameDuration, ...texts.durations }).map(({ value, text }) => html`<option value=${value} ?selected=${value === rule.lasts}>${text}</option>`)}</select></label>
          ${rule.lasts === 'months' ? html`<label><span class="label">${texts.months}</span><input class="input" type="number" min="1" max="600" .value=${rule.months} @input=${(one) => this.#change(rule, { months: one.target.value })}></label>` : nothing}` : nothing}
        <button class="button bare small square" type="button" aria-label=${texts.removeRule(label)} title=${texts.removeRule(label)} @click=${() => { this.#rules = this.#rules.filter((one) => one !== rule); this.requestUpdate(); }}>${icon('trash')}</button></div>
      <div class="row"><span>${texts.when}</span><select class="input auto" aria-label=${texts.combined} @change=${(one) => this.#change(rule, { all: one.target.value === 'all' })}>
        ${['all', 'any'].map((value) => html`<option value=${value} ?selected=${(value === 'all') === rule.all}>${texts.combinations[value]}</option>`)}</select></div>
      ${rule.conditions.map((draft, at) => this.#condition(rule, draft, `${index}.${at}`))}
      <div><button class="button bare small" type="button" @click=${() => this.#change(rule, { conditions: [...rule.conditions, firstOf(event)] })}>${icon('plus')}<span>${texts.addCondition}</span></button></div></fieldset>`;
  }

  #condition(rule, draft, place) {
    const { event } = this.editing;
    const replace = (other) => this.#change(rule, { conditions: rule.conditions.map((one) => (one === draft ? other : one)) });
    const verbs = kindOf(draft.key) === 'date' ? texts.dateOperators : texts.operators;
    return html`<div class="row condition" role="group" aria-label=${texts.condition}>
      <select class="input grow" aria-label=${texts.attribute} @change=${(one) => replace(withKey(draft, one.target.value))}>${attributesOf(event).map((key) => html`<option value=${key} ?selected=${key === draft.key}>${texts.subjects[key]}</option>`)}</select>
      ${kindOf(draft.key) === 'metadata' ? html`<input class="input" aria-label=${texts.field} placeholder=${texts.field} maxlength="190" .value=${draft.field} aria-invalid=${this.#wrong.has(place) && !draft.field.trim() ? 'true' : 'false'} @input=${(one) => replace({ ...draft, field: one.target.value })}>` : nothing}
      <select class="input" aria-label=${texts.operator} @change=${(one) => replace({ ...draft, operator: one.target.value })}>${operatorsOf(draft.key).map((operator) => html`<option value=${operator} ?selected=${operator === draft.operator}>${verbs[operator]}</option>`)}</select>
      ${this.#value(draft, place, replace)}
      ${rule.conditions.length > 1 ? html`<button class="button bare small square" type="button" aria-label=${texts.removeCondition} title=${texts.removeCondition} @click=${() => this.#change(rule, { conditions: rule.conditions.filter((one) => one !== draft) })}>${icon('close')}</button>` : nothing}</div>
      ${this.#wrong.has(place) ? html`<p class="field-problem" role="alert">${texts.valueWrong[kindOf(draft.key)] ?? texts.valueMissing}</p>` : nothing}`;
  }

  #value(draft, place, replace) {
    const kind = kindOf(draft.key);
    const chosen = kind === 'word' ? wordsOf(draft.key, this.editing.event).map((value) => ({ value, text: texts.words[value] })) : kind === 'country' ? countries() : [];
    if (chosen.length && !takesList(draft.operator)) {
      return html`<select class="input grow" aria-label=${texts.value} aria-invalid=${this.#wrong.has(place) ? 'true' : 'false'} @change=${(one) => replace({ ...draft, value: one.target.value })}>
        <option value="">${texts.choose}</option>${chosen.map(({ value, text }) => html`<option value=${value} ?selected=${value === draft.value}>${text}</option>`)}</select>`;
    }
    return html`<input class="input grow" aria-label=${texts.value} maxlength="1000" type=${kind === 'date' ? 'date' : 'text'} placeholder=${takesList(draft.operator) ? texts.list[kind] ?? texts.list.text : ''} .value=${draft.value}
      aria-invalid=${this.#wrong.has(place) ? 'true' : 'false'} @input=${(one) => replace({ ...draft, value: one.target.value })}>`;
  }

  #trying() {
    return html`<div class="row trying"><label><span class="label">${texts.example(session.workspace.currency.toUpperCase())}</span><input class="input" name="example" inputmode="decimal" maxlength="16" value="100"></label>
      <output aria-live="polite">${this.#tried ? html`${texts.earns} <b class="number">${money(this.#tried.earnings, this.#tried.currency)}</b>` : html`<span class="quiet">${texts.tryIt}</span>`}</output></div>`;
  }
}

function options(choices) {
  return Object.entries(choices).map(([value, text]) => ({ value, text }));
}

function lastsOf(maxDuration) {
  return (maxDuration ?? null) === null ? 'ever' : maxDuration === 0 ? 'first' : 'months';
}

function durationOf({ lasts, months }) {
  switch (lasts) {
    case 'ever': return null;
    case 'first': return 0;
    default: return Number(months) || 1;
  }
}

function nameOf(type) {
  return type === 'percentage' ? 'amountInPercentage' : 'amountInCents';
}

function readAmount(type, text) {
  return type === 'percentage' ? percentageOf(text) : minorOf(text, session.workspace.currency);
}

function written(of) {
  return of.type === 'percentage' ? String(of.amountInPercentage) : majorOf(of.amountInCents, session.workspace.currency);
}

function amountUnit(type) {
  return type === 'percentage' ? '%' : session.workspace.currency.toUpperCase();
}

function amountLabel(type) {
  return type === 'percentage' ? texts.percent : texts.flat(session.workspace.currency.toUpperCase());
}

customElements.define('c-reward-form', RewardForm);
