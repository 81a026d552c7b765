import { html, nothing } from 'lit';
import { call } from '../api.js';
import { confirm } from '../components/confirm.js';
import { icon } from '../components/icons.js';
import { cardHead } from '../components/parts.js';
import { Page } from '../components/page.js';
import { say } from '../components/toasts.js';
import { submitting } from '../forms.js';
import { day, money } from '../format.js';
import { locale } from '../language.js';
import { session } from '../session.js';
import { textsOf } from '../texts.js';
import './reward-form.js';
import { terms } from './terms.js';

const texts = await textsOf('partners');
const EVENTS = ['sale', 'lead'];

/** What the program pays for sales and for leads, as sentences, and where the links of partners lead. */
class Rewards extends Page {
  #rewards = [];
  #program = null;
  /** The event and the reward that is edited; the reward is null for a new one. */
  #editing = null;

  async load() {
    [this.#rewards, this.#program] = await Promise.all([call('GET', '/rewards'), call('GET', '/program')]);
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

  #saveProgram = submitting(async ({ name, url }) => {
    this.#program = await call('PATCH', '/program', { name, url });
    say(texts.programSaved);
    this.requestUpdate();
  });

  content() {
    return html`<div class="stack wide">
      <section class="card flush" aria-label=${texts.rewards}>${cardHead(texts.rewards, texts.rewardsLead)}
        ${EVENTS.map((event) => this.#event(event, this.#rewards.find((reward) => reward.event === event) ?? null))}</section>
      ${this.#program ? this.#programCard(this.#program) : nothing}</div>
      <c-reward-form .editing=${this.#editing} @closed=${() => this.#edit(null)} @saved=${() => this.reload()}></c-reward-form>`;
  }

  #event(event, reward) {
    const { currency } = session.workspace;
    const written = {
      percent: (share) => share.toLocaleString(locale, { style: 'percent', maximumFractionDigits: 2 }),
      money: (minor) => money(minor, currency),
    };
    return html`<article class="event" aria-label=${texts.events[event]}>
      <div class="row apart"><h3>${texts.events[event]}</h3>${session.is('member') ? this.#buttons(event, reward) : nothing}</div>
      ${reward ? html`${terms(reward, written, texts).map((sentence) => html`<p>${sentence}</p>`)}<p class="quiet small">${texts.since} ${day(reward.updatedAt)}</p>`
    : html`<p class="quiet">${texts.noReward[event]}</p>`}</article>`;
  }

  #buttons(event, reward) {
    return reward ? html`<div class="row"><button class="button small" type="button" @click=${() => this.#edit({ event, reward })}>${icon('edit')}<span>${texts.edit}</span></button>
        <button class="button small danger" type="button" @click=${() => this.#end(reward)}>${texts.end}</button></div>`
      : html`<button class="button small" type="button" @click=${() => this.#edit({ event, reward })}>${icon('plus')}<span>${texts.addReward[event]}</span></button>`;
  }

  #programCard({ name, url }) {
    const fixed = !session.is('member');
    return html`<section class="card" aria-label=${texts.program}>${cardHead(texts.program, texts.programText)}
      <form class="stack" novalidate @submit=${this.#saveProgram}><div class="fields two">
        <c-field name="name" label=${texts.programName} required ?disabled=${fixed} .value=${name}></c-field>
        <c-field name="url" label=${texts.programUrl} look="mono" maxlength="4000" placeholder="https://" ?disabled=${fixed} .value=${url ?? ''}></c-field></div>
        <c-problem></c-problem>
        ${fixed ? nothing : html`<div class="form-end"><button class="button" type="submit"><span>${texts.save}</span></button></div>`}</form></section>`;
  }
}

customElements.define('c-rewards', Rewards);
