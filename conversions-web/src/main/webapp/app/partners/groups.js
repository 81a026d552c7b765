import { html, nothing } from 'lit';
import { call } from '../api.js';
import { confirm } from '../components/confirm.js';
import '../components/dialog.js';
import '../components/field.js';
import { icon } from '../components/icons.js';
import { badge, cardHead, table } from '../components/parts.js';
import { Page } from '../components/page.js';
import { say } from '../components/toasts.js';
import { submitting } from '../forms.js';
import { majorOf, minorOf } from '../amount.js';
import { count } from '../format.js';
import { session } from '../session.js';
import { textsOf } from '../texts.js';
import { ruleSentence } from './move-rules.js';

const texts = await textsOf('partners/groups');
const HOLDING_DAYS = [0, 7, 14, 30, 60, 90];

/** The groups of partners: how long commissions are held, and what their links are like. */
class Groups extends Page {
  #groups = [];
  /** The group that is edited; an empty object for a new one. */
  #edited = null;

  async load() {
    this.#groups = await call('GET', '/groups');
  }

  #edit(group) {
    this.#edited = group;
    this.requestUpdate();
  }

  #save = submitting(async ({ name, holdingPeriodDays, maxPartnerLinks, autoApprove, urls, allowedHostnames, ...values }, form) => {
    const { id, linkDefaults } = this.#edited;
    const discount = discountOf(values);
    if (discount === undefined) {
      form.querySelector('c-field[name=amount]').complain(texts.amountWrong);
      return;
    }
    const moveRules = form.querySelector('c-move-rules').read();
    if (moveRules === null) {
      return;
    }
    const lines = (text) => text.split(/[\s,]+/).filter(Boolean);
    await call(id ? 'PATCH' : 'POST', id ? `/groups/${id}` : '/groups', {
      name, holdingPeriodDays: Number(holdingPeriodDays), maxPartnerLinks: Number(maxPartnerLinks), autoApprove: autoApprove === 'on',
      linkDefaults: { ...linkDefaults, urls: lines(urls), allowedHostnames: lines(allowedHostnames) }, discount, moveRules,
    });
    say(texts.saved);
    this.#edit(null);
    await this.reload();
  });

  #remove(group) {
    confirm({
      title: texts.removeTitle(group.name),
      text: texts.removeText,
      button: texts.remove,
      action: async () => {
        await call('DELETE', `/groups/${group.id}`);
        say(texts.removed);
        await this.reload();
      },
    });
  }

  content() {
    const member = session.is('member');
    return html`<section class="card flush" aria-label=${texts.title}>${cardHead(texts.title, texts.lead, member
    ? html`<button class="button primary" type="button" @click=${() => this.#edit({})}>${icon('plus')}<span>${texts.add}</span></button>` : nothing)}
      ${table(texts.title, [
    { label: texts.columns.name, cell: ({ name, isDefault }) => html`<span class="cell-title">${name}</span> ${isDefault ? badge('', texts.isDefault) : nothing}` },
    { label: texts.columns.partners, end: true, cell: ({ partners }) => count(partners) },
    { label: texts.columns.holding, end: true, cell: ({ holdingPeriodDays }) => texts.days(holdingPeriodDays) },
    { label: texts.columns.rules, cell: ({ moveRules }) => (moveRules.length ? texts.join(moveRules.map(ruleSentence)) : html`<span class="quiet">${texts.byHand}</span>`) },
    { label: texts.columns.links, end: true, cell: ({ maxPartnerLinks }) => count(maxPartnerLinks) },
    { label: texts.columns.actions, actions: true, cell: (group) => (member ? html`<div class="row"><button class="button small" type="button" @click=${() => this.#edit(group)}>${icon('edit')}<span>${texts.edit}</span></button>
      ${group.isDefault ? nothing : html`<button class="button small danger" type="button" @click=${() => this.#remove(group)}>${texts.remove}</button>`}</div>` : nothing) },
  ], this.#groups)}</section>${this.#dialog()}`;
  }

  #dialog() {
    const group = this.#edited;
    return html`<c-dialog heading=${group?.id ? group.name : texts.add} .open=${Boolean(group)} @closed=${() => this.#edit(null)}>
      ${group ? html`<form class="stack" novalidate @submit=${this.#save}>
        <c-field name="name" label=${texts.columns.name} required .value=${group.name ?? ''}></c-field>
        <div class="fields two"><c-choice name="holdingPeriodDays" label=${texts.holding} hint=${texts.holdingHint} .value=${String(group.holdingPeriodDays ?? 30)}
            .options=${[...new Set([...HOLDING_DAYS, group.holdingPeriodDays ?? 30])].sort((one, other) => one - other).map((days) => ({ value: String(days), text: texts.days(days) }))}></c-choice>
          <c-field name="maxPartnerLinks" type="number" min="1" max="1000" label=${texts.columns.links} required .value=${String(group.maxPartnerLinks ?? 100)}></c-field></div>
        <c-field name="urls" label=${texts.urls} hint=${texts.urlsHint} look="mono" rows="2" maxlength="20000" .value=${(group.linkDefaults?.urls ?? []).join('\n')}></c-field>
        <c-field name="allowedHostnames" label=${texts.hosts} hint=${texts.hostsHint} look="mono" maxlength="4000" .value=${(group.linkDefaults?.allowedHostnames ?? []).join(', ')}></c-field>
        ${this.#discount(group.discount)}
        <c-move-rules .rules=${group.moveRules}></c-move-rules>
        <label class="check"><input type="checkbox" name="autoApprove" ?checked=${group.autoApprove}><span>${texts.autoApprove}</span></label>
        <c-problem></c-problem>
        <div class="form-end right"><button class="button" type="button" @click=${() => this.#edit(null)}>${texts.cancel}</button>
          <button class="button primary" type="submit"><span>${texts.save}</span></button></div></form>` : nothing}</c-dialog>`;
  }

  /** What buyers get by the codes of the group's partners. */
  #discount(discount) {
    return html`<fieldset><legend>${texts.discount}</legend><p class="hint">${texts.discountHint}</p><div class="fields two">
      <c-choice name="type" label=${texts.discountType} .value=${discount?.type ?? ''} .options=${['', 'percentage', 'flat'].map((value) => ({ value, text: texts.discountTypes[value] }))}></c-choice>
      <c-field name="amount" label=${texts.discountAmount} inputmode="decimal" .value=${discount ? written(discount) : ''}></c-field>
      <c-field name="maxDuration" type="number" min="0" max="600" label=${texts.discountMonths} .hint=${texts.discountMonthsHint} .value=${String(discount?.maxDuration ?? '')}></c-field>
      <c-field name="couponId" label=${texts.coupon} look="mono" maxlength="255" .value=${discount?.couponId ?? ''}></c-field>
      <c-field name="couponTestId" label=${texts.couponTest} look="mono" maxlength="255" .value=${discount?.couponTestId ?? ''}></c-field></div></fieldset>`;
  }
}

/** @returns {string} a discount's amount as people write it */
function written({ type, amount }) {
  return type === 'flat' ? majorOf(amount, session.workspace.currency) : String(amount);
}

/** @returns {object|null|undefined} the discount of a form, null for none, undefined for an amount that is none */
function discountOf({ type, amount, maxDuration, couponId, couponTestId }) {
  if (!type) {
    return null;
  }
  const number = type === 'flat' ? minorOf(amount, session.workspace.currency) : /^\d{1,3}$/.test(amount) ? Number(amount) : null;
  return number === null ? undefined : { type, amount: number, maxDuration: maxDuration === '' ? null : Number(maxDuration), couponId: couponId || null, couponTestId: couponTestId || null };
}

customElements.define('c-groups', Groups);
