import { html, LitElement, nothing } from 'lit';
import { majorOf, minorOf } from '../amount.js';
import { call } from '../api.js';
import '../components/dialog.js';
import { say } from '../components/toasts.js';
import { submitting } from '../forms.js';
import { session } from '../session.js';
import { textsOf } from '../texts.js';
import { isOfTrials, percentageOf, rewardBody } from './terms.js';

const texts = await textsOf('partners');

/** Makes or changes the reward of an event. The page hears `saved` and `closed`. */
class RewardForm extends LitElement {
  /** `editing`: the event and its reward, which is null for a new one; null while the form is closed. */
  static properties = { editing: { attribute: false }, type: { state: true } };

  createRenderRoot() {
    return this;
  }

  willUpdate(changed) {
    if (changed.has('editing') && this.editing) {
      this.type = this.editing.reward?.type ?? (this.editing.event === 'sale' ? 'percentage' : 'flat');
    }
  }

  #send = submitting(async ({ amount, trial }, form) => {
    const { event, reward } = this.editing;
    const wanted = { event, type: this.type, amount: this.#read(amount), trial: trial ? this.#read(trial) : null };
    const wrong = wanted.amount === null ? 'amount' : trial && wanted.trial === null ? 'trial' : null;
    if (wrong) {
      form.querySelector(`c-field[name=${wrong}]`).complain(this.type === 'percentage' ? texts.percentWrong : texts.amountWrong);
      return;
    }
    const body = rewardBody(wanted, reward?.modifiers);
    await call(reward ? 'PATCH' : 'POST', reward ? `/rewards/${reward.id}` : '/rewards', body);
    say(texts.saved);
    this.#close();
    this.dispatchEvent(new CustomEvent('saved'));
  });

  #read(text) {
    return this.type === 'percentage' ? percentageOf(text) : minorOf(text, session.workspace.currency);
  }

  #written(of) {
    return !of || of.type !== this.type ? '' : this.type === 'percentage' ? String(of.amountInPercentage) : majorOf(of.amountInCents, session.workspace.currency);
  }

  #close() {
    this.dispatchEvent(new CustomEvent('closed'));
  }

  render() {
    const { editing } = this;
    return html`<c-dialog heading=${editing ? texts.events[editing.event] : ''} .open=${Boolean(editing)} @closed=${this.#close}>
      ${editing ? html`<form class="stack" novalidate @submit=${this.#send}>
        ${editing.event === 'sale' ? this.#types() : nothing}
        ${this.#fields(editing.reward)}
        <c-problem></c-problem>
        <div class="form-end right"><button class="button" type="button" @click=${this.#close}>${texts.cancel}</button>
          <button class="button primary" type="submit"><span>${texts.save}</span></button></div></form>` : nothing}</c-dialog>`;
  }

  #types() {
    return html`<fieldset><legend>${texts.type}</legend><div class="options">${Object.entries(texts.rewardTypes).map(([value, text]) => html`
      <label class="option"><input type="radio" name="type" value=${value} .checked=${value === this.type} @change=${() => { this.type = value; }}><span><b>${text}</b></span></label>`)}</div></fieldset>`;
  }

  #fields(reward) {
    const label = this.type === 'percentage' ? texts.percent : texts.flat(session.workspace.currency.toUpperCase());
    const trial = reward?.modifiers.find(isOfTrials);
    const others = reward?.modifiers.some((modifier) => !isOfTrials(modifier));
    return html`<c-field name="amount" label=${label} inputmode="decimal" required hint=${this.type === 'percentage' ? texts.percentHint : nothing} .value=${this.#written(reward)}></c-field>
      <c-field name="trial" label=${texts.trial} inputmode="decimal" hint=${texts.trialHint} .value=${this.#written(trial)}></c-field>
      ${others ? html`<p class="quiet small">${texts.keptModifiers}</p>` : nothing}`;
  }
}

customElements.define('c-reward-form', RewardForm);
