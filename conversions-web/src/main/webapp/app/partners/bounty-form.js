import { html, LitElement, nothing } from 'lit';
import { majorOf, minorOf } from '../amount.js';
import { call } from '../api.js';
import '../components/dialog.js';
import '../components/field.js';
import { say } from '../components/toasts.js';
import { submitting } from '../forms.js';
import { session } from '../session.js';
import { textsOf } from '../texts.js';
import { endOf, FIGURES, lastDayOf } from './bounty-state.js';

const texts = await textsOf('partners/bounties');
const common = await textsOf('frame/common');
const HOLDING_DAYS = [0, 7, 14, 30, 60, 90];

/** The form of a bounty; what earns it can be said of a new one only. Tells when it is closed and when something is saved. */
class BountyForm extends LitElement {
  /** `editing`: the bounty, an empty object for a new one, null for none. `groups`: {id, name}. `currency` of the program. */
  static properties = { editing: { attribute: false }, groups: { attribute: false }, currency: {}, type: { state: true }, figure: { state: true } };

  createRenderRoot() {
    return this;
  }

  willUpdate(changed) {
    if (changed.has('editing')) {
      this.type = this.editing?.type ?? 'submission';
      this.figure = this.editing?.performanceCondition?.attribute ?? 'totalSaleAmount';
    }
  }

  get #unit() {
    return FIGURES[this.figure] === 'money' ? session.workspace.currency : null;
  }

  #close() {
    this.dispatchEvent(new Event('closed'));
  }

  #send = submitting(async ({ name, description, rewardAmount, value, scope, maxSubmissions, holdingPeriodDays, endsAt }, form) => {
    const { id } = this.editing;
    const reward = rewardAmount ? minorOf(rewardAmount, this.currency) : null;
    const least = this.#unit ? minorOf(value, this.#unit) : /^\d{1,12}$/.test(value ?? '') ? Number(value) : null;
    if (rewardAmount && !reward) {
      form.querySelector('c-field[name=rewardAmount]').complain(texts.amountWrong);
      return;
    }
    if (!id && this.type === 'performance' && !least) {
      form.querySelector('c-field[name=value]').complain(this.#unit ? texts.amountWrong : texts.numberWrong);
      return;
    }
    const earned = this.type === 'performance' ? { performanceCondition: { attribute: this.figure, operator: 'gte', value: least }, performanceScope: scope } : {};
    await call(id ? 'PATCH' : 'POST', id ? `/bounties/${id}` : '/bounties', {
      name, description: description || null, rewardAmount: reward, holdingPeriodDays: Number(holdingPeriodDays), endsAt: endOf(endsAt),
      groupIds: [...form.querySelectorAll('[name=groupIds]:checked')].map((box) => box.value),
      ...(this.type === 'submission' ? { maxSubmissions: Number(maxSubmissions) } : {}), ...(id ? {} : { type: this.type, ...earned }),
    });
    say(texts.saved);
    this.#close();
    this.dispatchEvent(new Event('saved'));
  });

  render() {
    const bounty = this.editing;
    return html`<c-dialog heading=${bounty?.id ? bounty.name : texts.add} .open=${Boolean(bounty)} @closed=${() => this.#close()}>
      ${bounty ? html`<form class="stack" novalidate @submit=${this.#send}>
        <c-field name="name" label=${texts.columns.name} required .value=${bounty.name ?? ''}></c-field>
        <c-field name="description" label=${texts.description} hint=${texts.descriptionHint} rows="3" .value=${bounty.description ?? ''}></c-field>
        ${bounty.id ? nothing : this.#earnedBy()}
        <div class="fields two">
          <c-field name="rewardAmount" label=${texts.rewardIn(this.currency.toUpperCase())} hint=${texts.rewardHint} inputmode="decimal" maxlength="16" .value=${bounty.rewardAmount ? majorOf(bounty.rewardAmount, this.currency) : ''}></c-field>
          ${this.type === 'submission' ? html`<c-field name="maxSubmissions" type="number" min="1" max="10" label=${texts.most} hint=${texts.mostHint} required .value=${String(bounty.maxSubmissions ?? 1)}></c-field>` : nothing}
          <c-choice name="holdingPeriodDays" label=${texts.holding} hint=${texts.holdingHint} .value=${String(bounty.holdingPeriodDays ?? 0)}
            .options=${[...new Set([...HOLDING_DAYS, bounty.holdingPeriodDays ?? 0])].sort((one, other) => one - other).map((days) => ({ value: String(days), text: texts.days(days) }))}></c-choice>
          <c-field name="endsAt" type="date" label=${texts.lastDay} hint=${texts.lastDayHint} .value=${lastDayOf(bounty.endsAt)}></c-field></div>
        ${this.#groups(bounty.groupIds ?? [])}
        <c-problem></c-problem>
        <div class="form-end right"><button class="button" type="button" @click=${() => this.#close()}>${common.cancel}</button>
          <button class="button primary" type="submit"><span>${common.save}</span></button></div></form>` : nothing}</c-dialog>`;
  }

  #earnedBy() {
    return html`<c-choice name="type" label=${texts.type} hint=${texts.typeHints[this.type]} .value=${this.type} .options=${Object.entries(texts.types).map(([value, text]) => ({ value, text }))} @change=${(event) => { this.type = event.target.value; }}></c-choice>
      ${this.type === 'performance' ? html`<div class="fields two">
        <c-choice name="attribute" label=${texts.figure} .value=${this.figure} .options=${Object.keys(FIGURES).map((value) => ({ value, text: texts.figures[value] }))} @change=${(event) => { this.figure = event.target.value; }}></c-choice>
        <c-field name="value" label=${texts.least(this.#unit?.toUpperCase())} required inputmode="decimal" maxlength="16"></c-field></div>
        <c-choice name="scope" label=${texts.scope} .options=${Object.entries(texts.scopes).map(([value, text]) => ({ value, text }))}></c-choice>` : nothing}`;
  }

  #groups(chosen) {
    return this.groups.length > 1 ? html`<fieldset><legend>${texts.columns.groups}</legend><p class="hint">${texts.groupsHint}</p><div class="checks">${this.groups.map(({ id, name }) => html`
      <label class="check"><input type="checkbox" name="groupIds" value=${id} ?checked=${chosen.includes(id)}><span>${name}</span></label>`)}</div></fieldset>` : nothing;
  }
}

customElements.define('c-bounty-form', BountyForm);
