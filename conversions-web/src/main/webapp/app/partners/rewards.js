import { html, nothing } from 'lit';
import { call } from '../api.js';
import { confirm } from '../components/confirm.js';
import { icon } from '../components/icons.js';
import '../components/field.js';
import { cardHead } from '../components/parts.js';
import { Page } from '../components/page.js';
import { say } from '../components/toasts.js';
import { countryName } from '../customers/countries.js';
import { day, money } from '../format.js';
import { locale } from '../language.js';
import { session } from '../session.js';
import { textsOf } from '../texts.js';
import './reward-form.js';
import { terms } from './terms.js';

const texts = await textsOf('rewards/rewards');
const EVENTS = ['sale', 'lead', 'click'];
const WRITTEN = {
  percent: (share) => share.toLocaleString(locale, { style: 'percent', maximumFractionDigits: 2 }),
  money: (minor) => money(minor, session.workspace.currency),
  day: (time) => new Date(time).toLocaleDateString(locale, { dateStyle: 'medium', timeZone: 'UTC' }),
  country: countryName,
};

/** What the program pays for sales, leads and clicks, to all and to groups, as sentences. */
class Rewards extends Page {
  #rewards = [];
  #groups = [];
  /** The event, the group and the reward that is edited; the reward is null for a new one, the group for all. */
  #editing = null;

  async load() {
    [this.#rewards, this.#groups] = await Promise.all([call('GET', '/rewards'), call('GET', '/groups')]);
  }

  #edit(editing) {
    this.#editing = editing;
    this.requestUpdate();
  }

  #end(reward) {
    confirm({
      title: texts.endTitle(texts.events[reward.event]),
      text: texts.endText,
      button: texts.end,
      action: async () => {
        await call('DELETE', `/rewards/${reward.id}`);
        say(texts.ended);
        await this.reload();
      },
    });
  }

  content() {
    return html`<div class="stack wide">
      <section class="card flush" aria-label=${texts.rewards}>${cardHead(texts.rewards, texts.rewardsLead)}
        ${EVENTS.map((event) => this.#event(event))}</section></div>
      <c-reward-form .editing=${this.#editing} @closed=${() => this.#edit(null)} @saved=${() => this.reload()}></c-reward-form>`;
  }

  #event(event) {
    // Those of a discount code are beside the code.
    const rewards = this.#rewards.filter((reward) => reward.event === event && !reward.discountCodeId);
    const ofAll = rewards.find(({ groupId }) => !groupId) ?? null;
    const ofGroups = rewards.filter(({ groupId }) => groupId);
    const without = this.#groups.filter(({ id }) => !ofGroups.some(({ groupId }) => groupId === id));
    return html`<article class="event" aria-label=${texts.events[event]}>
      <div class="row apart"><h3>${texts.events[event]}</h3>${session.is('member') ? this.#adding(event, ofAll, without) : nothing}</div>
      ${ofAll ? this.#reward(ofAll, ofGroups.length ? texts.everybody : null) : html`<p class="quiet">${texts.noReward[event]}</p>`}
      ${ofGroups.map((reward) => this.#reward(reward, texts.ofGroup(this.#groups.find(({ id }) => id === reward.groupId)?.name ?? reward.groupId)))}</article>`;
  }

  #adding(event, ofAll, without) {
    return html`<div class="row adding">${ofAll ? nothing : html`<button class="button small" type="button" @click=${() => this.#edit({ event, groupId: null, reward: null })}>${icon('plus')}<span>${texts.addReward[event]}</span></button>`}
      ${this.#groups.length > 1 && without.length ? html`<select class="input" aria-label=${texts.forGroup} @change=${(one) => { const groupId = one.target.value; one.target.value = ''; this.#edit({ event, groupId, reward: null }); }}>
        <option value="">${texts.addForGroup}</option>${without.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}</select>` : nothing}</div>`;
  }

  #reward(reward, whose) {
    return html`<div class="reward"><div class="grow">${whose ? html`<h4>${whose}</h4>` : nothing}
        ${terms(reward, WRITTEN, texts).map((sentence) => html`<p>${sentence}</p>`)}<p class="quiet small">${texts.since} ${day(reward.updatedAt)}</p></div>
      ${session.is('member') ? html`<div class="row"><button class="button small" type="button" @click=${() => this.#edit({ event: reward.event, groupId: reward.groupId, reward })}>${icon('edit')}<span>${texts.edit}</span></button>
        <button class="button small danger" type="button" @click=${() => this.#end(reward)}>${texts.end}</button></div>` : nothing}</div>`;
  }
}

customElements.define('c-rewards', Rewards);
